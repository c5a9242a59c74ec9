// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { internalProcedureDocx, renderInternalProcedure, type InternalProcedureView } from '../index.ts';

const view: InternalProcedureView = {
  office: 'UBND tỉnh Sông Mây', name: 'Gia hạn giấy phép xây dựng', documentCode: 'QT-20', version: 4, validFrom: '01/12/2026', decision: 'Quyết định 12/QĐ-UBND ngày 20/11/2026',
  head: [{ term: 'Mã thủ tục hành chính', lines: ['1.012644'] }, { term: 'Thành phần hồ sơ', lines: ['Đơn đề nghị: 1 bản chính', 'Giấy phép đã cấp: 1 bản sao & <ảnh>'] }],
  rows: [
    { no: '1', who: 'TTPVHCC', content: 'Nhận, quét, chuyển', time: '4 giờ', output: 'Mẫu số 01' }, { note: 'Rẽ nhánh: nếu dat = true thì tới bước 2 «Thẩm định»; còn lại thì tới bước 3 «Trả».' },
    { no: '2', who: 'Chuyên viên Phòng Kinh tế', content: '- Thẩm định\n- Dự thảo\nNếu không đồng ý: chuyển lại bước 1.', time: '36 giờ', output: 'Tờ trình' },
  ],
  total: '40 giờ (5 ngày làm việc)', printedAt: '2026-11-20T01:00:00Z', demonstration: false,
};
const inOrder = ['UBND TỈNH SÔNG MÂY', 'QUY TRÌNH NỘI BỘ', 'Gia hạn giấy phép xây dựng', 'Phê duyệt theo Quyết định 12/QĐ-UBND ngày 20/11/2026.', '1. Mã thủ tục hành chính', '1.012644', '2. Thành phần hồ sơ', 'Giấy phép đã cấp: 1 bản sao & <ảnh>', '3. Trình tự thực hiện',
  'Đơn vị, người thực hiện', 'Nội dung công việc', 'Biểu mẫu, kết quả', 'TTPVHCC', 'Nhận, quét, chuyển', 'Rẽ nhánh: nếu dat = true', 'Nếu không đồng ý: chuyển lại bước 1.', '36 giờ', 'Tổng thời gian thực hiện', '40 giờ (5 ngày làm việc)'];

function expectInOrder(words: string): void {
  let from = 0;
  for (const text of inOrder) {
    const at = words.indexOf(text, from);
    expect({ text, found: at >= 0 }).toEqual({ text, found: true });
    from = at;
  }
}

describe('quy trình nội bộ đã công bố (the published step table) on paper', () => {
  test('is a PDF in the columns of provincial decisions, with the head of an ISO document', async () => {
    const pdf = await renderInternalProcedure(view);
    const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/gu, ' ');

    expectInOrder(words);
    for (const text of ['Mã hiệu QT-20', 'Lần ban hành 4', 'Ngày hiệu lực 01/12/2026', 'Trang 1/1']) expect(words).toContain(text);
    expect(execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' })).toMatch(/Page size: +595\.276 x 841\.89 pts/u);
  });

  test('is a DOCX that opens again and says the same', async () => {
    const files = unzipSync(await internalProcedureDocx(view));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const words = xml.replace(/<\/w:(?:p|tc)>/gu, ' ').replace(/<[^>]+>/gu, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

    expectInOrder(words);
    expect(Object.keys(files)).toContain('[Content_Types].xml');
    expect(xml.split('<w:tbl>').length - 1).toBe(2);
    expect(xml).toContain('w:tblHeader');
  });

  test('of many steps and of words without blanks goes over several pages and loses nothing', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({ no: String(at + 1), who: `Đơn vị ${String(at + 1)}`, content: `${'ư'.repeat(at * 12)} việc ${String(at + 1)}`, time: '1 giờ', output: '' }));
    const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: await renderInternalProcedure({ ...view, rows }), encoding: 'utf8', maxBuffer: 8_000_000 });

    for (const { no } of rows) expect(words).toContain(`Đơn vị ${no}`);
    expect(words).toMatch(/Trang 2\/\d+/u);
  });
});
