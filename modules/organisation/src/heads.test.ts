// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { newId } from '@motcua/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endHead, enterHead } from './commands/heads.ts';
import { authorityToSign, postOfficer, registerAgencies } from './index.ts';
import { headsOf } from './views/heads.ts';

const at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const today = '2026-11-17';
const [first, second, keeper] = [newId(at), newId(at), newId(at)];
let database: TestDatabase;
let count = 0;
let agency = '';
const anAgency = (code: string) => ({ code, name: 'Xã', short_name: null, parent_code: null, kind: 'commune' as const, place_code: null, phone: null, address: null, code_format: 'DOTTED_2020', valid_from: '2025-07-01', valid_until: null, demonstration: true });
beforeAll(async () => {
  database = await testDatabase();
  await registerAgencies(database.db, [anAgency('Y99.90')]);
  for (const [id, login] of [[first, 'mot'], [second, 'hai'], [keeper, 'quantri']] as const) await postOfficer(database.db, { id, login, name: login, title: 'Lãnh đạo', phone: null, from: '2025-07-01', postings: [{ id: newId(at), role: 'leader', agency: 'Y99.90', unit: null }] });
});
beforeEach(async () => {
  count += 1;
  agency = `Y99.0${count}`;
  await registerAgencies(database.db, [anAgency(agency)]);
});
afterAll(async () => { await database.drop(); });

const by = { id: keeper, at };
const head = (about: Partial<Parameters<typeof enterHead>[1]> = {}) => enterHead(database.db, { agency, officer: first, title: 'Chủ tịch', collective: 'Ủy ban nhân dân', documentNumber: '12/QĐ', from: '2026-01-01', ...about }, by);
const spans = async () => (await headsOf(database.db, agency, today)).map(({ officer, from, through, standing }) => [officer.name, from, through, standing]);
const mayHead = async (officer: string, day: string): Promise<boolean> => (await authorityToSign(database.db, { officer, agency, procedure: '1.001612', day })).ok;

describe('người đứng đầu cơ quan (the head of an agency)', () => {
  test('is another from a day on: whoever was before ends the day before, and signs till then', async () => {
    await head();
    await head({ officer: second, from: '2026-12-01' });

    expect(await spans()).toEqual([['hai', '2026-12-01', null, 'coming'], ['mot', '2026-01-01', '2026-11-30', 'in-force']]);
    expect([await mayHead(first, '2026-11-30'), await mayHead(first, '2026-12-01'), await mayHead(second, '2026-12-01')]).toEqual([true, false, true]);
  });

  test('entered late for a day before a known successor ends where that one begins', async () => {
    await head({ officer: second, from: '2026-12-01' });
    await head({ from: '2026-06-01' });

    expect(await spans()).toEqual([['hai', '2026-12-01', null, 'coming'], ['mot', '2026-06-01', '2026-11-30', 'in-force']]);
  });

  test('leaves after a last day that is not past; then nobody signs in the own right', async () => {
    await head();
    const id = (await headsOf(database.db, agency, today))[0]?.id ?? '';
    const past = await endHead(database.db, { id, through: '2026-11-16', today });
    const ended = await endHead(database.db, { id, through: '2026-11-18', today });
    const longer = await endHead(database.db, { id, through: '2026-12-31', today });

    expect([past, ended, longer]).toMatchObject([{ error: { fields: [{ path: 'through' }] } }, { ok: true }, { error: { code: 'entry-unknown' } }]);
    expect([await mayHead(first, '2026-11-18'), await mayHead(first, '2026-11-19')]).toEqual([true, false]);
  });

  test.each([
    ['a person nobody knows', { officer: newId(at) }, 'officer'], ['the one who enters it', { officer: keeper }, 'officer'], ['an agency nobody knows', { agency: 'Z' }, 'agency'],
  ] as const)('is not taken with %s', async (_what, about, path) => {
    expect(await head(about)).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path }] } });
  });

  test('is not entered twice from one day: what stands is never written over', async () => {
    await head();

    expect(await head({ officer: second })).toMatchObject({ error: { fields: [{ path: 'from' }] } });
  });
});
