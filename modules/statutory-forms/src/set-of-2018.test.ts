// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { renderApologyAndExtension, renderIntakeReceipt, renderStopNotice, renderTrackingBook } from './index.ts';
import { formSets } from './register.ts';
import { renderSample } from './sample/render.ts';
import { anApology, anIntakeReceipt, aStopNotice, aTrackingBook } from './testing.ts';
import { formRegister } from './view.ts';

const wordsOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/gu, ' ');
const sheetOf = (pdf: Uint8Array): string => /Page size: +([\d.]+ x [\d.]+)/u.exec(execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }))?.[1] ?? '';

/** The texts in the order they stand on the paper; a text that is missing, or stands before the one before it, is named. */
function misplaced(words: string, texts: readonly string[]): readonly string[] {
  let from = 0;
  return texts.filter((text) => {
    const at = words.indexOf(text, from);
    if (at >= 0) from = at;
    return at < 0;
  });
}
const sample = async (number: string): Promise<Uint8Array> => await renderSample('2018', number) ?? new Uint8Array();

const fields: Readonly<Record<string, readonly string[]>> = {
  '01': ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ', 'Mã hồ sơ: 000.05.13.H15-240319-0975', 'Bộ phận tiếp nhận và trả kết quả:', 'Tiếp nhận hồ sơ của:', 'Địa chỉ:', 'Số điện thoại:', 'Email:', 'Nội dung yêu cầu giải quyết:', '1. Thành phần hồ sơ nộp gồm:', '(1)',
    '2. Số lượng hồ sơ: 1 (bộ)', '3. Thời gian giải quyết hồ sơ theo quy định là:', '4. Thời gian nhận hồ sơ: 15 giờ 40 phút, ngày 19 tháng 3 năm 2024', '5. Thời gian trả kết quả giải quyết hồ sơ: 15 giờ 20 phút, ngày 28 tháng 3 năm 2024',
    '6. Đăng ký nhận kết quả tại:', 'Vào Sổ theo dõi hồ sơ, Quyển số:', 'Số thứ tự:', 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Ghi chú:', 'được lập thành 2 liên'],
  '02': ['PHIẾU YÊU CẦU', 'BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'Hồ sơ của:', 'Nội dung yêu cầu giải quyết:', 'Địa chỉ:', 'Số điện thoại:', 'Email:', 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', '1. ', 'Lý do:', 'nếu có vướng mắc', 'NGƯỜI HƯỚNG DẪN'],
  '03': ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'GIẢI QUYẾT HỒ SƠ', 'Bộ phận tiếp nhận và trả kết quả:', 'Tiếp nhận hồ sơ của:', 'Địa chỉ:', 'Số điện thoại:', 'Email:', 'Nội dung yêu cầu giải quyết:', 'lý do cụ thể như sau:', '1. ', 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'],
  '04': ['PHIẾU XIN LỖI', 'VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ', 'Kính gửi:', 'tiếp nhận hồ sơ đề nghị giải quyết thủ tục', 'mã số:', 'Thời gian hẹn trả kết quả giải quyết hồ sơ:', 'Tuy nhiên đến nay', 'Lý do:', 'Sự chậm trễ này đã gây phiền hà', 'xin lỗi ông (bà)/tổ chức và sẽ trả kết quả', 'Mong nhận được sự thông cảm', '(Ký tên và đóng dấu)'],
  '05': ['PHIẾU KIỂM SOÁT QUÁ TRÌNH', 'GIẢI QUYẾT HỒ SƠ', 'Mã hồ sơ:', 'Cơ quan (bộ phận) giải quyết hồ sơ:', 'Cơ quan phối hợp giải quyết hồ sơ:', 'Tên cơ quan', '1. Giao', '2. Nhận'],
  '06': ['SỔ THEO DÕI HỒ SƠ', 'Tháng 3 năm 2024', 'STT', 'Mã hồ sơ', 'Tên thủ tục hành chính', 'Số lượng', 'Tên cá nhân', 'Địa chỉ, số', 'Cơ quan chủ trì', 'Nhận hồ sơ', 'Hẹn trả kết', 'Trả kết quả', 'Phương', 'Ký nhận', 'Ghi chú'],
};

describe('bộ mẫu năm 2018: the set of forms of 2018', () => {
  test.each(Object.entries(fields))('mẫu %s has its fields in their order', async (number, texts) => {
    expect(misplaced(wordsOf(await sample(number)), texts)).toEqual([]);
  });

  test.each(Object.keys(fields))('mẫu %s is of the sheet the circular gives it', async (number) => {
    expect(sheetOf(await sample(number))).toBe(number === '06' ? '841.89 x 595.276' : '419.528 x 595.276');
  });

  test('prints what is dated before the set of 2025, that prints what is dated from its first day on', async () => {
    const before = wordsOf(await renderIntakeReceipt(anIntakeReceipt({ issuedAt: '2025-09-14T23:59:00+07:00' })));
    const after = wordsOf(await renderIntakeReceipt(anIntakeReceipt({ issuedAt: '2025-09-15T00:00:00+07:00' })));

    expect([before.includes('1. Thành phần hồ sơ nộp gồm'), after.includes('1. Thành phần hồ sơ nộp gồm'), after.includes('Ông (Bà)/Tổ chức')]).toEqual([true, false, true]);
    expect(wordsOf((await renderApologyAndExtension(anApology({ issuedAt: '2025-09-14T10:00:00+07:00' }))).pdf)).toContain('HẸN LẠI NGÀY TRẢ KẾT QUẢ');
  });

  test('knows no stop notice: one of that time keeps the only layout there is', async () => {
    expect(wordsOf(await renderStopNotice(aStopNotice({ issuedAt: '2025-01-06T10:00:00+07:00' })))).toContain('DỪNG GIẢI QUYẾT HỒ SƠ');
  });

  test('keeps the book of its own time, whenever that is printed', async () => {
    const [old, year] = await Promise.all([renderTrackingBook(aTrackingBook({ year: 2025, month: 8 })), renderTrackingBook(aTrackingBook({ year: 2025, month: null }))]);

    expect([wordsOf(old).includes('Số lượng'), wordsOf(year).includes('Số lượng')]).toEqual([true, false]);
  });
});

describe('sổ biểu mẫu: the register of forms', () => {
  test('prints every form it names with a sample dossier that says so, and no other', async () => {
    const all = formSets.flatMap(({ key, forms }) => Object.keys(forms).map((number) => ({ key, number })));
    const printed = await Promise.all(all.map(async ({ key, number }) => wordsOf(await renderSample(key, number) ?? new Uint8Array()).includes('BẢN TRÌNH DIỄN')));

    expect(printed).toEqual(all.map(() => true));
    expect(await renderSample('2018', '07')).toBeUndefined();
  });

  test('says until when each set is in force', () => {
    expect(formRegister().sets.map(({ key, from, until, forms }) => [key, from, until, forms.length])).toEqual([['2025', '2025-09-15', null, 7], ['2018', '2019-01-06', '2025-09-15', 6]]);
  });
});
