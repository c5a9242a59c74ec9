// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { newId } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endSigningHours, setSigningHours } from './commands/seals.ts';
import { noteAbsence, postOfficer, registerAgencies } from './index.ts';
import { signingHours } from './views/seals.ts';

const at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const [leader, keeper] = [newId(at), newId(at)];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await registerAgencies(database.db, [{ code: 'Y99.01', name: 'Trung tâm', short_name: null, parent_code: null, kind: 'centre', place_code: null, phone: null, address: null, code_format: 'DOTTED_2020', valid_from: '2025-07-01', valid_until: null, demonstration: true }]);
  for (const [id, login] of [[leader, 'lanhdao'], [keeper, 'quantri']] as const) {
    await postOfficer(database.db, { id, login, name: login, title: 'Lãnh đạo', phone: null, from: '2025-07-01', postings: [{ id: newId(at), role: 'leader', agency: 'Y99.01', unit: null }] });
  }
});
afterAll(async () => { await database.drop(); });

type Hours = Parameters<typeof setSigningHours>[1];
const by = { id: keeper, at };
const hours = (about: Partial<Hours> = {}): Hours => ({ officer: leader, place: 'Y99.01', weekday: 2, from: '8:00', until: '11:00', validFrom: '2026-11-01', through: null, ...about });
const tuesday = { place: 'Y99.01', day: '2026-11-17', weekday: 2 };

describe('lịch ký tại chỗ (signing hours)', () => {
  test('shows who signs today, and that the leader is on leave', async () => {
    await setSigningHours(database.db, hours(), by);
    await setSigningHours(database.db, hours({ weekday: 4 }), by);
    const before = await signingHours(database.db, tuesday);
    await noteAbsence(database.db, { officer: leader, agency: 'Y99.01', from: '2026-11-17', through: '2026-11-17', reason: 'Họp' }, by);
    const after = await signingHours(database.db, tuesday);

    expect(before.map(({ from, until, weekday, today, absent }) => [from, until, weekday, today, absent])).toEqual([['08:00', '11:00', 2, true, false], ['08:00', '11:00', 4, false, false]]);
    expect(after.map(({ absent }) => absent)).toEqual([true, true]);
  });

  test('is over after its last day', async () => {
    const [line] = await signingHours(database.db, tuesday);
    const ended = await endSigningHours(database.db, { id: line?.id ?? '', through: '2026-11-17' });

    expect(ended).toMatchObject({ ok: true });
    expect((await signingHours(database.db, { ...tuesday, day: '2026-11-18', weekday: 3 })).map(({ weekday }) => weekday)).toEqual([4]);
  });

  test.each([
    ['an end before the beginning', { until: '07:00' }, 'until'], ['a place that is none', { place: 'Z' }, 'place'], ['a person that is none', { officer: newId(at) }, 'officer'], ['days the wrong way round', { through: '2026-01-01' }, 'through'],
  ] as const)('is not taken with %s', async (_what, about, path) => {
    expect(await setSigningHours(database.db, hours(about), by)).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path }] } });
  });

  test('answers a line that is none', async () => {
    expect(await endSigningHours(database.db, { id: newId(at), through: '2026-11-17' })).toMatchObject({ error: { code: 'entry-unknown' } });
  });
});
