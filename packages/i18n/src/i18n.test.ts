// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import vi from './vi.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import { translator } from './locales.ts';
import { isMessageId, t } from './messages.ts';
import { momentInList, momentShort, momentText, rangeText, readDay, weekdayText } from './moments.ts';
import { durationShort, durationText, moneyText, numberText, percentText, personalIdMasked, personalIdText, phoneText, readMoney } from './figures.ts';

const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\s*[,}]/gu)].map(([, place = '']) => place).sort();
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('the catalogue of texts (danh mục câu chữ)', () => {
  test('fills its places in', () => {
    const said = t('progress.steps', { done: 3, total: 6 });

    expect(said).toBe('Đã xong 3 trong 6 bước');
  });

  test('is written in composed letters', () => {
    const decomposed = Object.entries(vi).filter(([, text]) => text !== text.normalize('NFC'));

    expect(decomposed).toEqual([]);
  });

  test('never shouts, begs or calls people users', () => {
    const wrong = Object.entries(vi).filter(([, text]) => /!|vui lòng|quý khách|người dùng|\bbạn\b|\bOK\b|không hợp lệ/iu.test(text));

    expect(wrong).toEqual([]);
  });

  test('has in English only texts that exist in Vietnamese, with the same places', () => {
    const wrong = Object.entries<string>(en).filter(([id, text]) => !isMessageId(id) || placesOf(text).join() !== placesOf(vi[id]).join());

    expect(wrong).toEqual([]);
  });

  test('shows Vietnamese where English is not written yet', () => {
    const said = translator('en')('status.officer.closed');

    expect(said).toBe(vi['status.officer.closed']);
  });
});

describe('a moment in writing (ngày, giờ)', () => {
  test.each([
    ['2026-11-30T08:20:00Z', '15:20 thứ Hai, 30/11/2026'],
    ['2026-11-28T17:30:00Z', '00:30 Chủ nhật, 29/11/2026'],
    ['2026-12-31T17:00:00+00:00', '00:00 thứ Sáu, 01/01/2027'],
  ])('puts the hour of Viet Nam before the day: %s', (instant, said) => {
    expect(momentText(instant)).toBe(said);
  });

  test('leaves out what the reader knows in a list', () => {
    const now = '2026-11-26T02:41:00Z';

    expect(momentInList('2026-11-26T10:00:00Z', now)).toBe('17:00 hôm nay');
    expect(momentInList('2026-11-30T08:20:00Z', now)).toBe('15:20 30/11');
    expect(momentInList('2027-01-04T08:20:00Z', now)).toBe('15:20 04/01/2027');
    expect(momentShort('2026-11-30T08:20:00Z')).toBe('15:20 30/11/2026');
    expect(weekdayText('2026-11-30')).toBe('thứ Hai, 30/11/2026');
  });

  test.each([
    ['2026-11-23T00:30:00Z', '2026-11-23T04:30:00Z', '07:30 – 11:30 23/11/2026'],
    ['2026-11-24T00:00:00+07:00', '2026-11-25T00:00:00+07:00', '24/11/2026'],
    ['2026-11-21T00:00:00+07:00', '2026-11-23T00:00:00+07:00', '21/11/2026 – 22/11/2026'],
    ['2026-11-20T19:03:00+07:00', '2026-11-23T07:30:00+07:00', '19:03 20/11/2026 – 07:30 23/11/2026'],
  ])('says a stretch from %s to %s as short as it can be', (from, to, said) => {
    expect(rangeText(from, to)).toBe(said);
  });

  test.each([
    ['1/2/95', '1995-02-01'], ['01-02-1995', '1995-02-01'], ['010295', '1995-02-01'], ['01021995', '1995-02-01'], ['1.2.26', '2026-02-01'],
    ['31/11/2026', undefined], ['hôm qua', undefined], ['29/02/2023', undefined],
  ])('reads %s as people type it', (typed, day) => {
    expect(readDay(typed, '2026-11-26')).toBe(day);
  });
});

describe('figures in writing (số, tiền, số định danh)', () => {
  test('are grouped as people read them', () => {
    expect(numberText(1284)).toBe('1.284');
    expect(numberText(-1234567.5)).toBe('−1.234.567,5');
    expect(percentText(0.975)).toBe('97,5%');
    expect(plain(moneyText(50_000))).toBe('50.000 ₫');
    expect(plain(personalIdText('000095012345'))).toBe('000 095 012 345');
    expect(plain(personalIdMasked('000095012345'))).toBe('••• ••• ••• 345');
    expect(plain(phoneText('0900000123'))).toBe('0900 000 123');
    expect(readMoney('50.000 ₫')).toBe(50_000);
  });

  test.each([
    [2 * 480 + 4 * 60 + 9, '2 ngày 4 giờ 9 phút', '2 ng 4 g 9 ph'],
    [480, '1 ngày', '1 ng'], [61, '1 giờ 1 phút', '1 g 1 ph'], [0, '0 phút', '0 ph'],
  ])('say %d working minutes without empty parts', (minutes, long, short) => {
    expect(plain(durationText(minutes, 480))).toBe(long);
    expect(plain(durationShort(minutes, 480))).toBe(short);
  });
});
