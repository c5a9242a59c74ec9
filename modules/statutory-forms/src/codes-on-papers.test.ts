// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import {
  renderApologyAndExtension, renderCheckMinutes, renderControlSlip, renderForwardingSlip, renderHandOverNote, renderIntakeReceipt, renderIntakeRefusal, renderOriginalReturn, renderPaperLabels, renderPostalList, renderPostalSlip, renderResult, renderStopNotice, renderSupplementRequest,
} from './index.ts';
import { aControlSlip, anApology, anIntakeReceipt, anIntakeRefusal, aResult, aStopNotice, aSupplementRequest } from './testing.ts';

const receipt = anIntakeReceipt({ explanation: null });
const { superior, office, number, place, issuedAt, dossierCode, verifyUrl, demonstration, applicant, request } = receipt;
const head = { superior, office, number, place, issuedAt, dossierCode, verifyUrl, demonstration };
const party = { name: applicant.name, address: applicant.address, phone: applicant.phone };

/** Every paper of a dossier that leaves a desk. */
const papers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'giấy tiếp nhận và hẹn trả (receipt)': () => renderIntakeReceipt(receipt),
  'phiếu yêu cầu bổ sung (supplement request)': () => renderSupplementRequest(aSupplementRequest()),
  'phiếu từ chối (refusal)': () => renderIntakeRefusal(anIntakeRefusal()),
  'văn bản xin lỗi (apology)': async () => (await renderApologyAndExtension(anApology())).pdf,
  'thông báo dừng (stop notice)': () => renderStopNotice(aStopNotice()),
  'phiếu kiểm soát (control slip)': () => renderControlSlip(aControlSlip()),
  'kết quả (result)': async () => (await renderResult('result-decision', aResult())).pdf,
  'phiếu chuyển xử lý (forwarding slip)': () => renderForwardingSlip({ ...head, lead: office, applicant, request, receivedAt: issuedAt, returnAt: null, rows: [] }),
  'phiếu bàn giao (hand-over note)': async () => (await renderHandOverNote({ ...head, dossierCode: '', from: office, to: office, handedOverBy: 'Lê Văn Thử Nghiệm', receivedBy: '', giverNote: '(Ký số)', receiverNote: '', lines: [] })).pdf,
  'biên bản kiểm tra (check minutes)': () => renderCheckMinutes({ ...head, onSite: true, applicant, request, heldAt: issuedAt, venue: 'Tại thửa đất', participants: 'Hai bên', content: 'Kiểm tra', findings: 'Đúng', conclusion: 'Đạt', applicantAttends: true, recorderName: 'Lê Văn Thử Nghiệm' }),
  'bảng kê bưu chính (postal list)': () => renderPostalList({ ...head, dossierCode: '', from: office, enterprise: 'Bưu điện', handedOverBy: 'Lê Văn Thử Nghiệm', lines: [] }),
  'phiếu gửi bưu chính (postal slip)': () => renderPostalSlip({ ...head, sender: party, receiver: party, enterprise: 'Bưu điện', slip: 'EM000000001VN', payer: 'applicant', content: request }),
  'giấy trả lại bản chính (return of originals)': () => renderOriginalReturn({ ...head, applicant, request, receivedBy: applicant.name, slip: null, remark: null, officerName: 'Lê Văn Thử Nghiệm', papers: [{ name: 'Bản chính giấy phép', label: `${dossierCode}.G1`, originals: 1, copies: 0 }] }),
  'nhãn giấy gốc (label of an original)': () => renderPaperLabels({ madeAt: Temporal.Instant.from(issuedAt), demonstration, labels: [{ label: `${dossierCode}.G1`, name: 'Bản chính giấy phép', verifyUrl: verifyUrl ?? '' }] }),
};

/** What a phone reads from a scan of the first page at 200 dots an inch. */
function readFrom(pdf: Uint8Array): string {
  const scan = execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  const [, columns = '', rows = ''] = /^P6\s(\d+) (\d+)\s255\s/u.exec(scan.toString('latin1', 0, 40)) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  return decodeQR({ width, height, data: scan.subarray(scan.length - width * height * 3) }, { timeLimit: 5000 });
}

describe('mã QR trên mọi giấy: the code anybody can check', () => {
  test.each(Object.entries(papers))('is read from %s', async (_name, print) => {
    expect(readFrom(await print())).toBe(verifyUrl);
  });

  test('is on every paper this module prints for a dossier', async () => {
    const printers = Object.keys(await import('./index.ts')).filter((name) => name.startsWith('render') && !['renderTrackingBook', 'renderInternalProcedure', 'renderSample', 'renderSheetReconciliation'].includes(name));

    expect(printers).toHaveLength(Object.keys(papers).length);
  });
});
