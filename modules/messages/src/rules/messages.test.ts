// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { MessageText } from '../model.ts';
import { textInForce } from '../shelf.ts';
import { lintTexts } from './lint.ts';
import { filled, smsSize, withoutToneMarks } from './render.ts';

const sms = (text: string, about: Partial<MessageText> = {}): MessageText => ({ event: 'accepted', channel: 'sms', title: '', text, withoutMarks: false, ...about });
const told = (...texts: readonly MessageText[]): readonly string[] => lintTexts(texts).map(({ place, text, blocks }) => `${blocks ? 'chặn' : 'nhắc'} ${place}: ${text}`);

describe('độ dài tin nhắn (the size of an SMS)', () => {
  test.each<[string, string, number, number, boolean]>([
    ['nothing', '', 0, 0, true], ['160 plain letters', 'a'.repeat(160), 160, 1, true], ['161 plain letters', 'a'.repeat(161), 161, 2, true], ['306 plain letters', 'a'.repeat(306), 306, 2, true], ['307 plain letters', 'a'.repeat(307), 307, 3, true],
    ['70 letters with tone marks', 'ế'.repeat(70), 70, 1, false], ['71 letters with tone marks', 'ế'.repeat(71), 71, 2, false], ['135 letters with tone marks', 'ế'.repeat(135), 135, 3, false],
    ['80 brackets, each of two', '['.repeat(80), 160, 1, true], ['one letter with a mark among plain ones', `${'a'.repeat(99)}đ`, 100, 2, false],
  ])('of %s', (_what, text, letters, parts, plain) => {
    expect(smsSize(text)).toEqual({ letters, parts, plain });
  });

  test('is plain once the tone marks are gone, whatever was written', () => {
    const words = 'Đã tiếp nhận hồ sơ “Ưu tiên” – ngày hẹn: 5 giờ chiều… «Nguyễn Ẩn»';

    expect(withoutToneMarks(words)).toBe('Da tiep nhan ho so "Uu tien" - ngay hen: 5 gio chieu... "Nguyen An"');
    expect(smsSize(withoutToneMarks(words)).plain).toBe(true);
  });
});

describe('lời báo (a text)', () => {
  test('has its fields put in; an empty one leaves no hole, and what people wrote is no field', () => {
    expect(filled('Hồ sơ {mã hồ sơ} hẹn {ngày hẹn}. {lý do}', { 'mã hồ sơ': 'A', 'lý do': '{mã hồ sơ} $& thiếu' })).toBe('Hồ sơ A hẹn. {mã hồ sơ} $& thiếu');
  });

  test('of the procedure counts before that of all, each by its day', () => {
    const set = (scope: string, version: number, validFrom: string, text: string) => ({ scope, version, validFrom, decision: '1', texts: [sms(text)] });
    const sets = [set('tat-ca', 2, '2026-12-01', 'chung mới'), set('tat-ca', 1, '2026-01-01', 'chung'), set('1.1', 1, '2026-11-20', 'riêng')];
    const on = (procedure: string, day: string) => textInForce(sets, { event: 'accepted', channel: 'sms', procedure, day })?.text;

    expect([on('1.1', '2026-11-19'), on('1.1', '2026-11-20'), on('2.2', '2026-11-30'), on('2.2', '2026-12-01'), on('2.2', '2025-12-31')]).toEqual(['chung', 'riêng', 'chung', 'chung mới', undefined]);
  });
});

describe('soát lời báo (the check of texts)', () => {
  test('finds nothing in plain words with known fields', () => {
    expect(told(sms('Ho so {mã hồ sơ} da duoc tiep nhan, hen tra {ngày hẹn}.'), sms('Hồ sơ {mã hồ sơ} được tiếp nhận.', { channel: 'in-app', title: 'Đã tiếp nhận' }))).toEqual([]);
  });

  test.each<[string, MessageText, RegExp]>([
    ['a field of another event', sms('Lý do: {lý do}'), /chặn Hồ sơ được tiếp nhận, tin nhắn sms: Không có trường «lý do».*\{mã hồ sơ\}/u],
    ['half a field', sms('Hồ sơ {mã hồ sơ'), /chặn .*Ngoặc nhọn/u],
    ['a name in an SMS', sms('Chào {chủ hồ sơ}'), /chặn .*không ghi tên người/u],
    ['an identity number', sms('Số 000095012345'), /chặn .*số định danh/u],
    ['free words in an SMS', sms('Lý do: {lý do}', { event: 'refused' }), /nhắc .*dữ liệu cá nhân/u],
    ['a long SMS', sms('ế'.repeat(300)), /nhắc .*5 phần/u],
    ['an SMS far too long', sms('ế'.repeat(700)), /chặn .*11 phần/u],
    ['a strange link', sms('Xem https://bit.ly/x'), /nhắc .*\.gov\.vn/u],
    ['nothing', sms('  '), /chặn .*Chưa có lời báo/u],
    ['an e-mail without a title', sms('x', { channel: 'email' }), /chặn .*Chưa có tiêu đề/u],
  ])('finds %s', (_what, text, words) => {
    expect(told(text).join('\n')).toMatch(words);
  });

  test('takes a name on the page of the dossier, and a long text sent without tone marks', () => {
    expect(told(sms('Chào {chủ hồ sơ}', { channel: 'in-app', title: 'x' }), sms('ế'.repeat(300), { withoutMarks: true }))).toEqual([]);
  });

  test('finds the same text twice', () => {
    expect(told(sms('a'), sms('b')).join()).toMatch(/Giữ một lời/u);
  });
});
