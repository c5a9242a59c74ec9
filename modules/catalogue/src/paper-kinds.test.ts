// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { fixedClock } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importProcedures } from './commands/import-procedures.ts';
import { confirmComponents, savePaperKind } from './commands/keep-paper-kinds.ts';
import { publishVersion } from './commands/publish-version.ts';
import { asJson } from './kinds/read-content.ts';
import { procedureKind } from './kinds/procedure-kind.ts';
import type { Procedure, RequiredPaper } from './model.ts';
import { componentKind, componentKinds, paperKindList, paperKinds } from './views/paper-kinds.ts';
import { newestProcedure } from './views/procedures.ts';

const clock = fixedClock(Temporal.Instant.from('2026-11-20T09:00:00+07:00'));
const press = { by: { id: 'k', name: 'Cán bộ Kiểm Soát' }, at: clock.now() };
const record = JSON.stringify({ code: '9.400001', name: 'Thủ tục thử', type: 'STANDARD', decision: { number: '5/QĐ-BTP', date: '2026-08-28' }, methods: [] });
const paper = (name: string): RequiredPaper => ({ code: null, name, originals: 1, copies: 0, required: true, eForm: false, resultOfOther: null, forms: [] });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await importProcedures(database.db, [record], { clock, source: 'test' });
  const found = await newestProcedure(database.db, '9.400001');
  if (found === undefined) throw new Error('not imported');
  await publish({ ...found.procedure, papers: [{ circumstance: null, papers: ['Bản sao Giấy khai sinh của con', 'Tờ khai theo mẫu', 'bản sao giấy khai sinh  của con'].map(paper) }] });
});
afterAll(async () => { await database.drop(); });

const publish = (procedure: Procedure) => inTransaction(database.db, (tx) => publishVersion(tx, procedure, { decision: { number: '9/QĐ-UBND', date: '2026-11-19' }, validFrom: '2026-11-20', ...press }));
const asked = (given: object = {}) => ({ version: 0, name: 'Giấy thử', aliases: ['giấy nháp'], issuingBody: null, heldIn: null, validMonths: 6, procedure: null, retired: false, source: 'Quyết định 1', ...given });

describe('danh mục giấy tờ chuẩn (standard list of papers)', () => {
  test('came with codes of results of the national database', async () => {
    expect((await paperKinds(database.db)).find(({ code }) => code === 'KQ.G15.000031')).toMatchObject({ name: 'Giấy khai sinh', heldIn: 'Cơ sở dữ liệu hộ tịch điện tử', procedure: '1.001193' });
  });

  test('takes a new kind, then its next version; who saw an older one is refused', async () => {
    const first = await savePaperKind(database.db, 'GT.THU', { asked: asked(), ...press });
    const second = await savePaperKind(database.db, 'GT.THU', { asked: asked({ version: 1, validMonths: 12 }), ...press });
    const stale = await savePaperKind(database.db, 'GT.THU', { asked: asked({ version: 1 }), ...press });

    expect([first, second]).toEqual([{ ok: true, value: { code: 'GT.THU', version: 1 } }, { ok: true, value: { code: 'GT.THU', version: 2 } }]);
    expect(stale).toMatchObject({ ok: false, error: { code: 'paper-kind-changed', by: 'Cán bộ Kiểm Soát' } });
    expect((await paperKindList(database.db, true)).kinds.find(({ code }) => code === 'GT.THU')).toMatchObject({ validMonths: 12, version: 2, components: 0 });
  });

  test.each([
    ['a name another kind has, written without tone marks', 'GT.HAI', { name: 'GIAY KHAI SINH' }, 'name'], ['an alias another kind has', 'GT.HAI', { aliases: ['sổ đỏ'] }, 'name'], ['a code that is none', 'giấy', {}, 'code'], ['an unknown procedure', 'GT.HAI', { procedure: '9.999999' }, 'procedure'],
  ])('refuses %s, naming the field', async (_what, code, given, field) => {
    expect(await savePaperKind(database.db, code, { asked: asked({ name: 'Giấy khác', aliases: [], ...given }), ...press })).toMatchObject({ ok: false, error: { code: 'paper-kind-bad', field } });
  });
});

describe('loại giấy tờ của thành phần (kind of a component)', () => {
  const seen = () => componentKinds(database.db, '9.400001', true);
  const confirm = (name: string, kind: string | null) => confirmComponents(database.db, '9.400001', { asked: { components: [{ name, kind }] }, ...press });

  test('is proposed by name, each name once, and answered by nobody before a person confirms', async () => {
    const kindOf = await componentKind(database.db, '9.400001');

    expect((await seen())?.components.map(({ proposed, confirmed }) => [proposed?.kind ?? null, confirmed])).toEqual([['KQ.G15.000031', null], [null, null]]);
    expect(kindOf('Bản sao Giấy khai sinh của con')).toBeNull();
  });

  test.each([['a component it does not have', 'Giấy lạ', 'KQ.G15.000031'], ['a kind that is not in the list', 'Tờ khai theo mẫu', 'GT.LA']])('refuses %s', async (_what, name, kind) => {
    expect(await confirm(name, kind)).toMatchObject({ ok: false, error: { code: 'paper-kind-bad' } });
  });

  test('is kept over versions, and the check says that the state holds it already', async () => {
    await confirm('Bản sao Giấy khai sinh của con', 'KQ.G15.000031');
    await confirm('Tờ khai theo mẫu', null);
    const found = await newestProcedure(database.db, '9.400001');
    if (found === undefined) throw new Error('not there');
    await publish({ ...found.procedure, name: 'Thủ tục thử, bản sau' });
    const findings = await procedureKind({ clock }).check(database.db, { key: '9.400001', content: asJson(found.procedure), base: null });

    expect((await seen())?.components.map(({ confirmed, proposed }) => [confirmed?.kind, proposed])).toEqual([['KQ.G15.000031', null], [null, null]]);
    expect(findings.find(({ text }) => text.includes('Cơ sở dữ liệu hộ tịch điện tử'))).toMatchObject({ path: 'papers.0.papers.0.name', blocks: false });
  });

  test('travels with the procedure in a pack, and what stands at the other place stays', async () => {
    const { luggage } = procedureKind({ clock });
    const found = await newestProcedure(database.db, '9.400001');
    const packed = await luggage?.of(database.db, asJson(found?.procedure ?? null)) ?? null;
    const other = await testDatabase();
    const entry = { by: { id: 'a', name: 'Người nhận gói' }, at: clock.now() };
    const kept = [await luggage?.keep(other.db, packed, entry), await luggage?.keep(other.db, packed, entry), await luggage?.keep(other.db, { procedure: 7 }, entry)];
    const kindOf = await componentKind(other.db, '9.400001');
    await other.drop();

    expect(kindOf('BẢN SAO GIẤY KHAI SINH CỦA CON')).toBe('KQ.G15.000031');
    expect(kept.map((findings) => findings?.length)).toEqual([0, 0, 1]);
  });
});
