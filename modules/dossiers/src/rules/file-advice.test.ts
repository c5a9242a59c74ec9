// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type LookedAt, adviceOn } from './file-advice.ts';

const page = (text: string, { sure = 90, dpi = 200 } = {}): LookedAt['pages'][number] => ({
  dpi, words: text.split('\n').flatMap((line, row) => line.split(' ').filter((word) => word !== '').map((word, at) => ({ text: word, x: at * 80, y: row * 40, width: 70, height: 20, sure }))),
});
const kinds = [{ code: 'CC', name: 'Thẻ căn cước', aliases: ['căn cước công dân'] }, { code: 'KS', name: 'Giấy khai sinh', aliases: ['trích lục khai sinh'] }];
const card = 'CĂN CƯỚC CÔNG DÂN\nSố: 000095012345\nHọ và tên: NGUYỄN VĂN MẪU\nCó giá trị đến: 19/11/2036';
const seen = (about: Partial<LookedAt> = {}): LookedAt => ({ pages: [page(card)], kind: 'CC', kinds, isIdentity: true, applicant: { name: 'Nguyễn Văn Mẫu', personalId: '000095012345' }, declared: { names: [], numbers: [] }, today: '2026-11-19', signature: null, ...about });
const codes = (about: Partial<LookedAt>) => adviceOn(seen(about)).map(({ code }) => code);

describe('góp ý khi nộp (advice about a file that was handed in)', () => {
  test('is none for the right paper of the right person', () => {
    expect(adviceOn(seen())).toEqual([]);
  });

  test('tells another kind of paper by its heading', () => {
    expect(codes({ pages: [page('GIẤY KHAI SINH\nSố: 12/2020')] })).toEqual(['other-kind']);
  });

  test('does not mind another paper that is named further down', () => {
    expect(codes({ pages: [page(`${card}\n${'dòng chữ\n'.repeat(12)}Kèm theo Giấy khai sinh`)] })).toEqual([]);
  });

  test('tells another name', () => {
    expect(adviceOn(seen({ applicant: { name: 'Trần Thị Khác', personalId: '000095012345' } }))).toMatchObject([{ code: 'other-name', text: expect.stringContaining('Trần Thị Khác') as unknown }]);
  });

  test('compares the owner of every paper of a known kind with everybody who is declared', () => {
    const birth = { pages: [page('GIẤY KHAI SINH\nHọ, chữ đệm, tên: NGUYỄN BÉ THỬ\nSố định danh cá nhân: 000095099999\nHọ, chữ đệm, tên người mẹ: TRẦN THỊ VÍ DỤ')], kind: 'KS', isIdentity: false };

    expect(adviceOn(seen(birth)).map(({ code }) => code)).toEqual(['other-name', 'other-number']);
    expect(adviceOn(seen({ ...birth, declared: { names: ['tran thi vi du'], numbers: ['000095099999'] } }))).toEqual([]);
    expect(adviceOn(seen({ ...birth, kind: null }))).toEqual([]);
  });

  test('compares an enterprise with the enterprise that files, not with the number of a person', () => {
    const kind = { code: 'DN', name: 'Giấy chứng nhận đăng ký doanh nghiệp', aliases: [] };
    const registration = { pages: [page('GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP\nMã số doanh nghiệp: 0000000019\nTên công ty viết bằng tiếng Việt: CÔNG TY TNHH THỬ')], kinds: [...kinds, kind], kind: 'DN', isIdentity: false };

    expect(codes({ ...registration, applicant: { name: 'Công ty TNHH Thử', personalId: '0000000019' } })).toEqual([]);
    expect(codes({ ...registration, applicant: { name: 'Công ty TNHH Khác', personalId: '0000000027' } })).toEqual(['other-name', 'other-number']);
    expect(codes({ ...registration, applicant: { name: 'Nguyễn Văn Mẫu', personalId: '000095012345' } })).toEqual(['other-name']);
  });

  test('says so when a paper that was read well shows nothing of the kind asked for, and not when it was read badly', () => {
    const contract = `HỢP ĐỒNG MUA BÁN\n${'Hai bên thỏa thuận các điều khoản sau đây\n'.repeat(4)}`;

    expect(adviceOn(seen({ pages: [page(contract)] }))).toEqual([{ code: 'other-kind', text: 'Không đọc thấy «Thẻ căn cước» trên giấy này. Xem lại có chọn nhầm tệp không.' }]);
    expect([codes({ pages: [page(contract, { sure: 65 })] }), codes({ pages: [page(contract)], kind: null }), codes({ pages: [page(`CĂN CƯỚC\n${'dòng chữ nữa\n'.repeat(9)}`)] })]).toEqual([[], [], []]);
  });

  test.each([['2026-09-05', []], ['2026-09-06', ['expired']]])('counts the months a kind is good for from the day it was issued, the last day as good: on %s', (today, expected) => {
    const months = { code: 'HN', name: 'Giấy xác nhận tình trạng hôn nhân', aliases: [], validMonths: 6 };

    expect(codes({ kinds: [...kinds, months], kind: 'HN', isIdentity: false, today, pages: [page('xã Một, ngày 05 tháng 3 năm 2026\nGIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN')] })).toEqual(expected);
  });

  test.each([['2036-11-19', []], ['2036-11-20', ['expired']]])('counts the last day of a paper as good: on %s', (today, expected) => {
    expect(codes({ today })).toEqual(expected);
  });

  test('says which page is hard to read, and what to do', () => {
    expect(adviceOn(seen({ pages: [page(card), page('một hai ba bốn', { sure: 30 }), page('')] })).map(({ code, text }) => [code, text.slice(0, 8)])).toEqual([['hard-to-read', 'Trang 2:'], ['nothing-read', 'Trang 3:']]);
  });

  test('tells a broken signature, and is silent on a good one or none', () => {
    expect([codes({ signature: { document: 'invalid', reason: 'Tệp bị sửa sau khi ký.' } }), codes({ signature: { document: 'unsigned', reason: '' } }), codes({ signature: { document: 'valid', reason: '' } })]).toEqual([['signature'], [], []]);
  });
});
