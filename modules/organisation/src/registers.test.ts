// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { newId } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endSigningHours, setSigningHours } from './commands/seals.ts';
import { enterPosting } from './commands/postings.ts';
import { appointHead, enterDelegation, noteAbsence, postOfficer, registerAgencies, revokeDelegation } from './index.ts';
import { signingHours } from './views/seals.ts';

const at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const [leader, keeper, chief] = [newId(at), newId(at), newId(at)];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await registerAgencies(database.db, [{ code: 'Y99.01', name: 'Trung tâm', short_name: null, parent_code: null, kind: 'centre', place_code: null, phone: null, address: null, code_format: 'DOTTED_2020', valid_from: '2025-07-01', valid_until: null, demonstration: true }]);
  await registerAgencies(database.db, [{ code: 'Y99.02', name: 'Sở', short_name: null, parent_code: null, kind: 'department', place_code: null, phone: null, address: null, code_format: 'DOTTED_2020', valid_from: '2025-07-01', valid_until: null, demonstration: true }]);
  for (const [id, login] of [[leader, 'lanhdao'], [keeper, 'quantri'], [chief, 'giamdoc']] as const) {
    await postOfficer(database.db, { id, login, name: login, title: 'Lãnh đạo', phone: null, from: '2025-07-01', postings: [{ id: newId(at), role: 'leader', agency: 'Y99.01', unit: null }] });
  }
});
beforeAll(async () => { await appointHead(database.db, { agency: 'Y99.01', officer: chief, title: 'Giám đốc', collective: null, from: '2025-07-01', at }); await appointHead(database.db, { agency: 'Y99.02', officer: chief, title: 'Giám đốc', collective: null, from: '2025-07-01', at }); });
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

describe('sổ giao ký (delegations)', () => {
  type Entry = Parameters<typeof enterDelegation>[1];
  let number = 0;
  const entry = (about: Partial<Entry>): Entry => {
    number += 1;
    return { kind: 'TL', agency: 'Y99.01', delegator: chief, delegate: keeper, delegateTitle: 'Trưởng phòng', number: `${number}/QC`, issuedOn: '2026-01-05', legalBasis: 'Quy chế', procedures: null, from: '2026-01-05', through: null, appraisal: null, ...about };
  };
  const passedOn = (about: Partial<Entry> = {}) => enterDelegation(database.db, entry({ kind: 'KT', delegator: keeper, delegate: leader, issuedOn: '2026-07-01', from: '2026-07-01', ...about }), by);
  const refusedWith = (words: string) => ({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'delegator', text: expect.stringContaining(words) }] } });

  test('takes what is passed on only while the order above is in force at the same agency', async () => {
    await enterDelegation(database.db, entry({ agency: 'Y99.02' }), by);
    const elsewhere = await passedOn();
    await enterDelegation(database.db, entry({ through: '2026-06-30' }), by);
    const ended = await passedOn();
    const inside = await passedOn({ issuedOn: '2026-06-01', from: '2026-06-01' });
    const again = await enterDelegation(database.db, entry({ issuedOn: '2026-08-01', from: '2026-08-01' }), by);
    if (!again.ok) throw new Error('refused');
    await revokeDelegation(database.db, { id: again.value.id, from: '2026-09-01', number: '9/QĐ', reason: 'Đổi việc', competenceMoved: false }, by);
    const revoked = await passedOn({ issuedOn: '2026-09-01', from: '2026-09-01' });
    const early = await passedOn({ issuedOn: '2026-07-15', from: '2026-07-15' });

    expect(inside).toMatchObject({ ok: true });
    expect([elsewhere, ended, revoked, early]).toMatchObject([refusedWith('không phải người đứng đầu'), refusedWith('hết hiệu lực sau 30/06/2026'), refusedWith('bị thu hồi từ 01/09/2026'), refusedWith('từ 01/08/2026 mới có hiệu lực')]);
  });

  test('names the procedures no catalogue knows', async () => {
    const unknown = (codes: readonly string[]) => Promise.resolve(codes.filter((code) => code.startsWith('9.')));

    expect(await enterDelegation(database.db, entry({ procedures: ['1.001', '9.999'] }), by, unknown)).toMatchObject({ error: { fields: [{ path: 'procedures', text: expect.stringContaining('9.999') }] } });
  });
});

describe('bố trí (postings)', () => {
  type Post = Parameters<typeof enterPosting>[1];
  const post = (about: Partial<Post> = {}): Post => ({ officer: leader, role: 'guide', agency: 'Y99.01', unit: null, homeAgency: null, seat: null, procedures: null, backup: null, documentNumber: '1/QĐ', from: '2026-01-01', through: '2026-03-31', ...about });

  test('of the same person, role, place and unit do not overlap', async () => {
    const first = await enterPosting(database.db, post(), by);
    const overlapping = await Promise.all([post(), post({ from: '2026-03-31', through: null }), post({ from: '2025-01-01', through: '2026-01-01' })].map((one) => enterPosting(database.db, one, by)));
    const others = [await enterPosting(database.db, post({ from: '2026-04-01', through: '2026-05-01' }), by), await enterPosting(database.db, post({ unit: 'P1' }), by), await enterPosting(database.db, post({ role: 'cashier' }), by)];

    expect([first, ...others].map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(overlapping).toMatchObject(Array(3).fill({ error: { code: 'fields-to-mend', fields: [{ path: 'from', text: expect.stringContaining('từ 01/01/2026 đến hết 31/03/2026') }] } }));
  });
});
