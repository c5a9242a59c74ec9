// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type LookedAt, adviceOn } from './file-advice.ts';

const page = (text: string, { sure = 90, dpi = 200 } = {}): LookedAt['pages'][number] => ({
  dpi, words: text.split('\n').flatMap((line, row) => line.split(' ').filter((word) => word !== '').map((word, at) => ({ text: word, x: at * 80, y: row * 40, width: 70, height: 20, sure }))),
});
const kinds = [{ code: 'CC', name: 'Thẻ căn cước', aliases: ['căn cước công dân'] }, { code: 'KS', name: 'Giấy khai sinh', aliases: ['trích lục khai sinh'] }];
const card = 'CĂN CƯỚC CÔNG DÂN\nSố: 000095012345\nHọ và tên: NGUYỄN VĂN MẪU\nCó giá trị đến: 19/11/2036';
const seen = (about: Partial<LookedAt> = {}): LookedAt => ({ pages: [page(card)], kind: 'CC', kinds, isIdentity: true, applicant: { name: 'Nguyễn Văn Mẫu', personalId: '000095012345' }, today: '2026-11-19', signature: null, ...about });
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

  test('says nothing of names on a paper that is no identity paper', () => {
    expect(codes({ isIdentity: false, applicant: { name: 'Trần Thị Khác', personalId: '000000000001' } })).toEqual([]);
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
