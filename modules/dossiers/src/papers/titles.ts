// SPDX-License-Identifier: EUPL-1.2
import type { PaperName } from '../contract.ts';

/** What each paper of a dossier is called, for people. */
export const paperTitles: Readonly<Record<PaperName, string>> = {
  'receipt': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'supplement-request': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'refusal': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  'control-slip': 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'stop-notice': 'Thông báo dừng giải quyết hồ sơ', 'extension': 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', 'forwarding-slip': 'Phiếu chuyển xử lý hồ sơ', 'result': 'Kết quả giải quyết thủ tục hành chính', 'declaration': 'Tờ khai điện tử',
};

/** What every kind of paper that carries a code is called: those of a dossier and those between offices. */
export const kindTitles: Readonly<Record<string, string>> = { ...paperTitles, 'hand-over-note': 'Phiếu bàn giao hồ sơ giấy', 'original-label': 'Nhãn giấy gốc đã nộp', 'original-return': 'Giấy trả lại bản chính', 'check-minutes': 'Biên bản kiểm tra, xác minh', 'postal-list': 'Bảng kê giao kết quả qua bưu chính', 'postal-slip': 'Phiếu gửi kết quả qua bưu chính', 'digitised': 'Bản số hóa giấy tờ' };

/** What the facts in a code are called. */
export const checkTerms: Readonly<Record<string, string>> = { a: 'Cơ quan', n: 'Số', p: 'Mã thủ tục', g: 'Tên giấy tờ', o: 'Số định danh chủ giấy (ba số cuối)' };

/** What the code of a paper is called: of its dossier, or of the batch of old papers it was digitised in. */
export const termOfCode = (code: string): string => (code.startsWith('SH-') ? 'Đợt số hóa' : 'Mã hồ sơ');

/** What the kind of paper in a QR code is called; null for a kind this installation does not know. */
export function titleOfKind(kind: string): string | null {
  return kindTitles[kind] ?? null;
}
