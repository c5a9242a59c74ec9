// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lintEform } from '../definition/lint.ts';
import { anEform } from '../testing.ts';
import { eformOn, getEform, listEforms, publishEform } from './eforms.ts';
import { productEforms } from './product-eforms.ts';

const act = { by: 'admin-1', at: Temporal.Instant.from('2026-11-26T09:41:00+07:00') };

describe('biểu mẫu điện tử: a published e-form', () => {
  let database: TestDatabase;
  beforeAll(async () => { database = await testDatabase(); });
  afterAll(async () => { await database.drop(); });

  test('comes back as it was published, the newest when no version is named', async () => {
    await publishEform(database.db, anEform(), act);
    await publishEform(database.db, anEform({ version: 2, title: 'Bản hai' }), act);

    expect(await getEform(database.db, 'thu-nghiem', 1)).toEqual(anEform());
    expect((await eformOn(database.db, 'thu-nghiem', '2026-11-26'))?.title).toBe('Bản hai');
    expect(await eformOn(database.db, 'không có', '2026-11-26')).toBeUndefined();
    expect(await listEforms(database.db)).toEqual([{ key: 'thu-nghiem', version: 2, title: 'Bản hai' }]);
  });

  test('counts from its day on: a filing before it takes the one before', async () => {
    await publishEform(database.db, anEform({ key: 'ngay' }), act);
    await publishEform(database.db, anEform({ key: 'ngay', version: 2, title: 'Năm sau' }), { ...act, validFrom: '2027-01-01', decision: { number: '12/QĐ-UBND', date: '2026-12-01' } });

    expect((await eformOn(database.db, 'ngay', '2026-12-31'))?.version).toBe(1);
    expect((await eformOn(database.db, 'ngay', '2027-01-01'))?.version).toBe(2);
  });

  test('may be published again as it is, never as something else', async () => {
    await publishEform(database.db, anEform({ key: 'mot' }), act);

    expect(await publishEform(database.db, anEform({ key: 'mot' }), act)).toMatchObject({ ok: true });
    expect(await publishEform(database.db, anEform({ key: 'mot', title: 'Khác' }), act)).toEqual({ ok: false, error: { code: 'eform-version-taken', key: 'mot', version: 1 } });
    await expect(sql`update eforms.definition set title = 'x'`.execute(database.db)).rejects.toThrow(/permission denied/u);
  });

  test('that is faulty is refused with what is wrong', async () => {
    expect(await publishEform(database.db, anEform({ title: ' ' }), act)).toEqual({ ok: false, error: { code: 'eform-faulty', faults: ['Biểu mẫu chưa có tên.'] } });
  });
});

describe('kiểm tra biểu mẫu: the check of a definition', () => {
  const withFields = (fields: Parameters<typeof lintEform>[0]['display']['sections'][number]['fields'], properties: Record<string, unknown>) =>
    lintEform(anEform({ schema: { type: 'object', properties }, display: { sections: [{ title: 'Phần', fields }] } }));
  const label = 'Nhãn';
  const text = { type: 'string' };

  test.each<[string, readonly string[], RegExp]>([
    ['a condition on a later field', withFields([{ name: 'a', control: 'text', label, visibleWhen: { field: 'b', is: 'x' } }, { name: 'b', control: 'text', label }], { a: text, b: text }), /đứng sau/u],
    ['a condition that waits for no option', withFields([{ name: 'a', control: 'choice', label, options: [{ value: 'x', label }] }, { name: 'b', control: 'text', label, visibleWhen: { field: 'a', in: ['y'] } }], { a: text, b: text }), /không có trong lựa chọn/u],
    ['a choice without options', withFields([{ name: 'a', control: 'choice', label }], { a: text }), /chưa có lựa chọn/u],
    ['another type than the control takes', withFields([{ name: 'a', control: 'money', label }], { a: text }), /cần lược đồ integer/u],
    ['a field that is never shown', withFields([{ name: 'a', control: 'text', label }], { a: text, b: text }), /không hiển thị/u],
    ['a field without a schema', withFields([{ name: 'a', control: 'text', label }], {}), /chưa khai loại/u],
    ['two fields of one name', withFields([{ name: 'a', control: 'text', label }, { name: 'a', control: 'text', label }], { a: text }), /cùng tên/u],
    ['a list without fields', withFields([{ name: 'a', control: 'repeat', label }], { a: { type: 'array' } }), /chưa có trường nào/u],
    ['a bound on what is no day', withFields([{ name: 'a', control: 'text', label, notAfter: { name: 'today', words: 'nay' } }], { a: text }), /chỉ trường ngày/u],
    ['rules across fields, which are not judged', lintEform(anEform({ schema: { ...anEform().schema, if: {} } })), /từ khóa if/u],
    ['a required field that is not there', lintEform(anEform({ schema: { ...anEform().schema, required: ['ghost'] } })), /không tồn tại/u],
  ])('finds %s', (_what, faults, words) => {
    expect(faults.join('\n')).toMatch(words);
  });

  test('finds nothing in the forms of the product', async () => {
    const forms = await productEforms();

    expect(forms.length).toBeGreaterThanOrEqual(7);
    expect(forms.flatMap((form) => lintEform(form).map((fault) => `${form.key}: ${fault}`))).toEqual([]);
    expect(lintEform(anEform())).toEqual([]);
  });
});
