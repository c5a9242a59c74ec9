// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import type { JsonValue } from '@motcua/proposals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitionFrom, draftFrom, readDraft } from './definition/draft.ts';
import { eformKind } from './proposal-kind.ts';
import { eformOn, getEform, publishEform } from './store/eforms.ts';
import { productEforms } from './store/product-eforms.ts';
import { anEform } from './testing.ts';

const at = Temporal.Instant.from('2026-11-26T09:41:00+07:00');
const kind = eformKind({ clock: { now: () => at } });
const publication = { decision: { number: '12/QĐ-UBND', date: '2026-11-25' }, validFrom: '2026-12-01', by: { id: 'mai', name: 'Trần Thị Mai' }, at };
const json = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value));

const aField = (key: string, more: object = {}): object => ({ key, control: 'text', label: `Ô ${key}`, required: false, limits: { type: 'string' }, ...more });

describe('bản soạn tờ khai: an e-form as a kind of proposal', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await publishEform(database.db, anEform(), { by: 'admin', at });
  });
  afterAll(async () => { await database.drop(); });

  test('begins from the newest version and is published as the next, from its day on', async () => {
    const current = await kind.current(database.db, 'thu-nghiem');
    const content = { ...draftFrom(anEform()), title: 'Tờ khai mới hơn' };

    expect(current).toMatchObject({ version: 1 });
    expect(await kind.publish(database.db, { key: 'thu-nghiem', content: json(content), ...publication })).toEqual({ ok: true, value: { version: 2 } });
    expect((await eformOn(database.db, 'thu-nghiem', '2026-11-30'))?.title).toBe('Tờ khai thử nghiệm');
    expect((await eformOn(database.db, 'thu-nghiem', '2026-12-01'))?.title).toBe('Tờ khai mới hơn');
    expect(await getEform(database.db, 'thu-nghiem', 1)).toEqual(anEform());
  });

  test('says which paper still names a field it no longer has', async () => {
    const [known] = draftFrom(anEform()).sections.flatMap(({ fields }) => fields);
    const looking = eformKind({ clock: { now: () => at }, namedElsewhere: () => Promise.resolve([{ field: 'gone', where: 'Mẫu giấy «Quyết định»' }, { field: known?.key ?? '', where: 'Mẫu giấy «Quyết định»' }]) });

    expect((await looking.check(database.db, { key: 'thu-nghiem', content: json(draftFrom(anEform())), base: null })).filter(({ place }) => place.startsWith('Mẫu giấy')))
      .toEqual([{ path: '', place: 'Mẫu giấy «Quyết định»', text: expect.stringContaining('«gone»'), blocks: false }]);
  });

  test('is checked by the rules in force, each finding at its field', async () => {
    const draft = draftFrom(anEform());
    const faulty = { ...draft, sections: draft.sections.map((section, which) => which > 0 ? section : { ...section, fields: section.fields.map((field, place) => place > 0 ? field : { ...field, label: 'Tôn giáo' }) }) };

    expect(await kind.check(database.db, { key: 'thu-nghiem', content: json(faulty), base: null })).toContainEqual(expect.objectContaining({ path: 'name', place: 'Ô «Tôn giáo»', blocks: true }));
  });

  test('that cannot be a form is refused with its place', () => {
    const read = kind.read({ title: 'X', rest: {}, sections: [{ key: 'p', title: 'P', fields: [{ key: 'a', control: 'magic' }] }] });

    expect(read.ok ? [] : read.error.map(({ path }) => path)).toContain('sections.0.fields.0.control');
    expect(kind.read(null).ok).toBe(false);
    expect(kind.empty('không hợp lệ')).toBeNull();
  });

  test.each([
    ['fields', { fields: Array.from({ length: 400 }, (_, at) => aField(`f${String(at)}`)), more: 200 }, '600 ô, nhiều nhất 500'],
    ['choices', { fields: [aField('a', { control: 'choice', options: Array.from({ length: 2001 }, (_, at) => ({ value: String(at), label: 'x' })) })], more: 0 }, '2001 lựa chọn, nhiều nhất 2000'],
    ['limits', { fields: [aField('a', { limits: { type: 'string', enum: Array.from({ length: 13_000 }, (_, at) => String(at)) } })], more: 0 }, 'quá nhiều điều kiện'],
  ])('with too many %s is refused with the bound, and one stored before is not looked into', async (_what, { fields, more }, words) => {
    const draft = json({ title: 'Lớn', rest: {}, sections: [{ key: 'a', title: 'A', fields }, { key: 'b', title: 'B', fields: fields.slice(0, more) }] });

    expect(kind.read(draft)).toEqual({ ok: false, error: [{ path: 'sections', place: 'Cả tờ khai', text: expect.stringContaining(words), blocks: true }] });
    expect(await kind.check(database.db, { key: 'thu-nghiem', content: draft, base: null })).toEqual([expect.objectContaining({ text: expect.stringContaining(words) })]);
  });

  test('is told in words for the difference', async () => {
    const parts = await kind.describe(json(draftFrom(anEform())));

    expect(JSON.stringify(parts)).toContain('Hiện khi');
    expect(parts.map(({ label }) => label)).toEqual(['Tên tờ khai', 'Người khai', 'Nội dung']);
  });

  test('taken apart and put together again is the same form, for every form of the product', async () => {
    for (const form of [anEform(), { ...anEform(), standsFor: [{ procedure: null, component: 'Đơn đề nghị' }] }, ...await productEforms()]) {
      const draft = draftFrom(form);

      expect(readDraft(json(draft))).toEqual({ ok: true, draft });
      expect(definitionFrom(draft, form).standsFor).toEqual(form.standsFor);
    }
    expect(kind.read(kind.empty('cap-phep-moi')).ok).toBe(true);
  });
});
