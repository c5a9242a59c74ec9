// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument, testAuthorityOf, validatePdf } from '@motcua/documents';
import { aTemplateInForce, templateDocx } from '@motcua/paper-templates/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperName } from '../contract.ts';
import { extend, refuseDossier, replay, requestSupplement, stop } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { printPaper } from './print.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

const printed = async (code: string, paper: PaperName): Promise<Uint8Array> => {
  const dossier = await go.state(code);
  const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper });
  if (pdf === null) throw new Error(`no ${paper}`);
  return pdf;
};
const textOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
const item = { paperNo: null, what: 'Bản vẽ', howToMend: 'Nộp bản có dấu', basis: null };

describe('mẫu giấy của tỉnh cho giấy, phiếu (letters and slips in the province’s own template)', () => {
  test('print dossiers filed from its day on; those in hand keep the product’s layout', async () => {
    province.clock.set(startOfTest);
    const before = await go.taken();
    for (const paper of ['receipt', 'supplement-request', 'refusal', 'stop-notice', 'extension', 'control-slip'] as const) await aTemplateInForce(database.db, { key: `cua-tinh-${paper}`, paper, procedures: [], everyProcedure: true, validFrom: '2026-11-18' });
    province.clock.set(startOfTest.add({ hours: 24 }));
    const after = await go.taken();

    const [old, own, slip] = [textOf(await printed(before, 'receipt')), textOf(await printed(after, 'receipt')), textOf(await printed(after, 'control-slip'))];
    const dossier = await go.state(after);
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(old).toContain('GIẤY TIẾP NHẬN HỒ SƠ');
    expect(slip).toContain('Các lần giao nhận');
    expect(own).toContain(`Số: ${dossier.receipt?.number ?? 'none'}`);
    expect(own).toContain(dossier.code);
    expect(own).toContain(dossier.applicant.name);
    expect(own.replace(/\s+/gu, ' ')).toContain(dossier.procedure.name.slice(0, 40));
    expect(own).not.toMatch(/[{}]/u);
    expect(differences).toEqual([]);
  });

  test('of a dossier that came without paper are PDF/A signed by the agency, as before', async () => {
    const [accepted, stopped, refused, asked] = [await go.filed(), await go.filed(), await go.filed(), await go.filed()];
    await go.accepted(accepted);
    await go.accepted(stopped);
    done(await stop(province.ctx, { ...await go.by('tiepnhan', stopped), body: { reason: 'Người nộp đề nghị dừng.' } }));
    done(await refuseDossier(province.ctx, { ...await go.by('tiepnhan', refused), body: { reasons: ['Không thuộc thẩm quyền.'] } }));
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', asked), body: { items: [item], reason: 'Thiếu bản vẽ', override: null } }));
    const { root } = await testAuthorityOf(database.db, province.secret, startOfTest);

    for (const [code, paper, says] of [[accepted, 'receipt', 'Đơn'], [stopped, 'stop-notice', 'Người nộp đề nghị dừng.'], [refused, 'refusal', '- Không thuộc thẩm quyền.'], [asked, 'supplement-request', '- Bản vẽ. Cách sửa: Nộp bản có dấu']] as const) {
      const pdf = await printed(code, paper);
      expect(textOf(pdf), paper).toContain(says);
      expect(textOf(pdf), paper).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(Buffer.from(pdf).toString('latin1'), paper).toMatch(/<pdfaid:part>2<\/pdfaid:part>/u);
      expect((await validatePdf(pdf, { trust: { roots: [root] } })).signatures, paper).toMatchObject([{ verdict: 'valid', signer: 'UBND xã Một' }]);
    }
  });

  test('that a head signs carry the signature in the place the template keeps', async () => {
    const code = await go.taken();
    done(await extend(province.ctx, { ...await go.by('lanhdao', code), body: { value: 2, reason: 'Phải kiểm tra thực địa thêm.' } }));
    const paper = await readDocument(database.db, province.ctx.files, (await go.state(code)).extension?.documentId ?? '');
    const bytes = paper?.bytes ?? new Uint8Array();

    expect(textOf(bytes)).toContain('Lý do: Phải kiểm tra thực địa thêm.');
    expect((await validatePdf(bytes, { trust: { roots: [] } })).signatures.map(({ coversWholeFile, changesAfter }) => [coversWholeFile, changesAfter])).toEqual([[true, 'none']]);
  });

  test('give way to one of the agency for the procedure, and to nothing once withdrawn', async () => {
    const agency = (await go.state(await go.taken())).agencies.receiving;
    await aTemplateInForce(database.db, { key: 'rieng-cua-xa', paper: 'receipt', procedures: [procedures.permits], agency, validFrom: '2026-11-19', bytes: templateDocx({ text: 'GIẤY RIÊNG CỦA XÃ' }) });
    province.clock.set(startOfTest.add({ hours: 48 }));
    const own = textOf(await printed(await go.taken(), 'receipt'));
    for (const key of ['rieng-cua-xa', 'cua-tinh-receipt']) await aTemplateInForce(database.db, { key, version: 2, paper: 'receipt', procedures: [], validFrom: '2026-11-20' });
    province.clock.set(startOfTest.add({ hours: 72 }));
    const none = textOf(await printed(await go.taken(), 'receipt'));

    expect(own).toContain('GIẤY RIÊNG CỦA XÃ');
    expect(none).not.toMatch(/GIẤY RIÊNG CỦA XÃ|lặp từng|Ghi chú cạnh ngày hẹn/u);
    expect(none).toContain('GIẤY TIẾP NHẬN HỒ SƠ');
  });
});
