// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EformDefinition, Field } from '../model.ts';
import { askingRulesOn } from '../store/asking-rules.ts';
import { productEforms } from '../store/product-eforms.ts';
import { anEform } from '../testing.ts';
import { eformFigures, readingOrder } from './figures.ts';
import { type AskingRule, reviewEform } from './review.ts';

const typeOf = ({ control }: Field): string => control === 'money' || control === 'number' ? 'integer' : control === 'checkbox' ? 'boolean' : 'string';
const aFormOf = (...fields: readonly Field[]): EformDefinition => anEform({
  schema: { type: 'object', properties: Object.fromEntries(fields.map((field) => [field.name, { type: typeOf(field) }])) }, display: { sections: [{ title: 'Phần', fields }] },
});
const asks = (name: string, more: Partial<Field> = {}): Field => ({ name, control: 'text', label: `Câu ${name}`, ...more });

describe('soát biểu mẫu: the check before a form is published', () => {
  let database: TestDatabase;
  let rules: readonly AskingRule[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    rules = await askingRulesOn(database.db, '2026-11-26');
  });
  afterAll(async () => { await database.drop(); });
  const found = (form: EformDefinition) => reviewEform(form, rules);

  test.each<[string, readonly Field[], string, RegExp, boolean]>([
    ['what a register holds', [asks('a', { label: 'Nơi đăng ký thường trú' })], 'a', /Dân cư đã có nơi cư trú/u, false],
    ['what must not be asked', [asks('a', { label: 'Tôn giáo' })], 'a', /Bỏ ô này/u, true],
    ['a paper that is no more', [asks('a', { label: 'Số sổ hộ khẩu' })], 'a', /không còn giá trị/u, true],
    ['a label that says nothing', [asks('a', { label: 'Thông tin khác' })], 'a', /Nhãn không nói/u, true],
    ['a word people do not use', [asks('a', { hint: 'Upload bản chụp' })], 'a', /Dùng tiếng Việt/u, false],
    ['a sentence too long to follow', [asks('a', { hint: 'chữ '.repeat(30) })], 'a', /Câu dài 30 chữ/u, false],
    ['the same question twice', [asks('a', { label: 'Họ tên' }), asks('b', { label: 'Họ tên' })], 'b', /Hỏi trùng/u, false],
    ['a field nobody will see', [asks('a', { control: 'checkbox' }), asks('b', { visibleWhen: { all: [{ field: 'a', is: true }, { field: 'a', is: false }] } })], 'b', /Không câu trả lời nào/u, true],
    ['conditions in a circle, with the fields named', [asks('a', { visibleWhen: { field: 'b', filled: true } }), asks('b', { visibleWhen: { field: 'a', filled: true } })], 'a', /«Câu a» → «Câu b» → «Câu a»/u, true],
    ['formulas in a circle', [asks('a', { control: 'number', computed: 'b + 1' }), asks('b', { control: 'number', computed: 'a + 1' })], 'a', /«Câu a» → «Câu b» → «Câu a»/u, true],
    ['a formula that cannot be read', [asks('a', { control: 'number', computed: '1 + * 2' })], 'a', /ký tự 5/u, true],
    ['a formula over a later field', [asks('a', { control: 'number', computed: 'b' }), asks('b', { control: 'number' })], 'a', /đứng sau/u, true],
    ['a source nobody has', [asks('a', { source: 'magic.name' })], 'a', /không có nguồn/u, true],
  ])('finds %s', (_what, fields, path, words, blocks) => {
    expect(found(aFormOf(...fields))).toContainEqual(expect.objectContaining({ path, text: expect.stringMatching(words), blocks }));
  });

  test('finds a pattern without a sentence of its own', () => {
    const form = anEform({ schema: { type: 'object', properties: { a: { type: 'string', pattern: '^X$' } } }, display: { sections: [{ title: 'Phần', fields: [asks('a')] }] } });

    expect(found(form)).toContainEqual(expect.objectContaining({ path: 'a', text: expect.stringMatching(/chưa có câu báo/u), blocks: true }));
  });

  test('says nothing about a field that is filled from a register', () => {
    expect(found(aFormOf(asks('a', { label: 'Nơi đăng ký thường trú', source: 'population.residence' })))).toEqual([]);
  });

  test('keeps no form of the product from being published', async () => {
    const forms = await productEforms();

    expect(forms.flatMap((form) => found(form).filter(({ blocks }) => blocks).map(({ path, text }) => `${form.key} ${path} ${text}`))).toEqual([]);
  });

  test('counts fields, those that fill themselves, and minutes', () => {
    expect(eformFigures(aFormOf(asks('a', { source: 'account.fullName' }), asks('b', { control: 'textarea' }), asks('c', { control: 'money', computed: '1' })))).toEqual({ fields: 3, filled: 2, minutes: 1 });
  });

  test('reads the form aloud in its order', () => {
    const form = aFormOf(asks('a', { readAloud: 'Ông bà tên gì', soft: true }), asks('b', { hint: 'Xem mục 3.' }));

    expect(readingOrder(form)).toEqual(['Tờ khai thử nghiệm.', 'Phần 1: Phần.', 'Ông bà tên gì, nên ghi.', 'Câu b.', 'Xem mục 3.']);
  });
});
