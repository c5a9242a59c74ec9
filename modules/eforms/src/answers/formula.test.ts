// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../model.ts';
import { anEform } from '../testing.ts';
import { computedAnswer } from './compute.ts';
import { readFormula } from './formula.ts';
import { normaliseAnswers } from './normalise.ts';
import { formAsSeen } from './seen.ts';
import { validateAnswers } from './validate.ts';

const worth = (computed: string, answers: Readonly<Record<string, unknown>> = {}, control: Field['control'] = 'number'): unknown => computedAnswer({ name: 'x', control, label: 'x', computed }, answers);

describe('trường tự tính: what a formula makes of the answers', () => {
  test.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['1 + 2 * 3', {}, 7], ['(1 + 2) * 3', {}, 9], ['10 - 3 - 2', {}, 5], ['-2 + 5', {}, 3], ['0.1 + 0.2', {}, 0.3],
    ['area * 2', { area: 4 }, 8], ['area * 2', {}, undefined], ['1 / 0', {}, undefined],
    ['sum(goods.price)', { goods: [{ price: 3 }, {}, { price: 4 }] }, 7], ['count(goods)', { goods: [{}, {}] }, 2], ['count(goods)', {}, 0],
    ['max(a, b)', { a: 1, b: 5 }, 5], ['min(a, b)', { a: 1 }, 1], ['if kind = "new" then 10 else 20', { kind: 'new' }, 10],
    ['if a > 2 and b < 3 or a = 0 then 1 else 2', { a: 3, b: 2 }, 1], ['if day < "2026-01-01" then 1 else 2', { day: '2025-12-31' }, 1], ['round(2.5) + floor(1.9) + ceiling(0.1)', {}, 5],
    ['constructor', {}, undefined], ['a.constructor', { a: {} }, undefined],
  ])('%s of %j is %s', (formula, answers, value) => {
    expect(worth(formula, answers)).toBe(value);
  });

  test('is whole đồng for money and joined for text', () => {
    expect(worth('a / 3', { a: 100 }, 'money')).toBe(33);
    expect(worth('a + " " + b', { a: 'An', b: 'Bình' }, 'text')).toBe('An Bình');
  });

  test.each(['', '1 +', '(1', 'while(1)', 'a b', 'sum(', '1; 2', 'if a then 1', `${'('.repeat(300)}1`, '1+'.repeat(300), 'process.exit()', 'sum(1)(2)', '"chưa đóng'])('«%s» is refused with its place', (formula) => {
    expect(readFormula(formula)).toMatchObject({ ok: false, fault: { at: expect.any(Number), text: expect.any(String) } });
  });

  test('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string(), fc.jsonValue(), (formula, a) => {
      readFormula(formula);
      worth(formula, { a });
    }), { numRuns: 400 });
  });
});

describe('tờ khai có ô tự tính, người, tổ chức, ô mềm: a form with newer fields', () => {
  const fields: readonly Field[] = [
    { name: 'goods', control: 'repeat', label: 'Ngành', fields: [{ name: 'count', control: 'number', label: 'Số' }, { name: 'price', control: 'money', label: 'Giá' }, { name: 'total', control: 'money', label: 'Cộng', computed: 'count * price' }] },
    { name: 'sum', control: 'money', label: 'Tổng', computed: 'sum(goods.total)' },
    { name: 'why', control: 'text', label: 'Vì sao nhiều', visibleWhen: { field: 'sum', filled: true }, soft: true, softText: 'Nên ghi lý do.' },
    { name: 'heir', control: 'person', label: 'Người thừa kế' }, { name: 'firm', control: 'organisation', label: 'Đơn vị thi công', faultText: 'Ghi đơn vị như trên hợp đồng.' },
  ];
  const money = { type: 'integer' };
  const form = anEform({
    schema: { type: 'object', required: ['sum', 'why', 'heir'], properties: {
      goods: { type: 'array', items: { type: 'object', required: ['total'], properties: { count: { type: 'number' }, price: money, total: money } } }, sum: { ...money, maximum: 1000 }, why: { type: 'string' }, heir: { type: 'object' }, firm: { type: 'object' } } },
    display: { sections: [{ title: 'Phần', fields }] },
  });
  const given = { goods: [{ count: '2', price: '300', total: '9' }, { count: '1', price: '100' }], sum: 1, heir: { personalId: '000 195 000 042', name: ' Nguyễn  Thị Mẫu ', birthDate: '1/2/95' } };

  test('works out its sums again, whatever was sent for them', () => {
    expect(normaliseAnswers(form, given)).toEqual({
      goods: [{ count: 2, price: 300, total: 600 }, { count: 1, price: 100, total: 100 }], sum: 700, heir: { personalId: '000195000042', name: 'Nguyễn Thị Mẫu', birthDate: '1995-02-01' } });
  });

  test('holds what was worked out to its limits, and asks nobody for it', () => {
    const faults = validateAnswers(form, normaliseAnswers(form, { goods: [{ count: 5, price: 300 }], firm: { name: 'X', number: '12' } }));

    expect(faults.map(({ path, rule, text }) => `${path} ${rule}: ${text}`)).toEqual([
      'sum maximum: «Tổng» phải từ 1.000 trở xuống.', 'heir required: Ghi «Người thừa kế».', 'firm organisation: Ghi đơn vị như trên hợp đồng.']);
  });

  test('shows what is worked out while the rest stays as typed, with a mild word under what should be filled', () => {
    const seen = formAsSeen(form, { goods: [{}, { count: '2', price: '3 0' }, { count: '2', price: '300' }] });

    expect(seen.values).toMatchObject({ goods: [{}, { count: '2', price: '3 0' }, { count: '2', price: '300', total: 600 }], sum: 600 });
    expect(seen.reminders).toEqual({ why: 'Nên ghi lý do.' });
  });
});
