// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Owed, OwedQuery, OwedState } from '../contract.ts';
import { assign, consult, requestPayment } from '../index.ts';
import { type SmallProvince, done, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { workCounts } from './lists.ts';
import { owedOf } from './owed.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
const codes: Record<string, string> = {};
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  codes['online'] = await go.filed();
  codes['late'] = await go.taken();
  codes['held'] = await go.taken();
  done(await assign(province.ctx, { ...await go.onTask('chuyenvien2', codes['held'], 'appraise'), body: { officer: null, reason: null } }));
  codes['asked'] = await go.taken();
  done(await consult(province.ctx, { ...await go.by('chuyenvien', codes['asked']), body: { agency: places.department, question: 'Có phù hợp quy hoạch?', hours: 40 } }));
  codes['paying'] = await go.taken();
  done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', codes['paying']), body: { amountVnd: 50_000, reason: 'Lệ phí trước bạ' } }));
  codes['sealed'] = await go.taken();
  await go.appraised(codes['sealed']);
  await go.approved(codes['sealed']);
  await go.issued(codes['sealed']);
});
afterAll(async () => { province.remove(); await database.drop(); });

const nameOf = (code: string): string => Object.entries(codes).find(([, known]) => known === code)?.[0] ?? code;
const seen = async (login: string, query: Record<string, string> = {}): Promise<Owed> => owedOf(province.ctx, database.db, province.officer(login), OwedQuery.parse(query));
const listed = ({ rows }: Owed): readonly string[] => rows.map(({ code, owed }) => `${nameOf(code)} ${owed.kind} ${owed.state}`);
const at = (moment: string): void => { province.clock.set(Temporal.Instant.from(moment)); };

describe('phải xong hôm nay (owed today)', () => {
  test('an officer sees the own steps and answers, what is owed first on top, and not those a colleague holds', async () => {
    province.clock.set(startOfTest);
    const morning = await seen('chuyenvien', { state: 'later' });
    at('2026-11-18T07:45:00+07:00');
    const nextDay = await seen('tiepnhan');

    expect([morning.of, morning.mayLead, morning.by]).toEqual(['me', false, null]);
    expect(listed(morning)).toEqual(['late step later']);
    expect(listed(nextDay)).toEqual(['online filing today']);
    expect(listed(await seen('tiepnhan', { state: 'later' }))).toEqual(['sealed return later']);
  });

  test('what is past its time stands first and is called overdue; what waits for somebody else is neither', async () => {
    at('2026-12-30T10:00:00+07:00');
    const own = await seen('chuyenvien');

    expect(listed(own).filter((line) => line.includes('step'))).toEqual(['late step overdue', 'asked step overdue']);
    expect(listed(await seen('chuyenvien', { state: 'waiting' }))).toEqual(['paying step waiting']);
    expect(listed(await seen('chuyenvien.so'))).toContain('asked opinion overdue');
  });

  test('an opinion not yet due makes the asking step wait, and is owed by the agency asked', async () => {
    province.clock.set(startOfTest);

    expect(listed(await seen('chuyenvien', { state: 'waiting' }))).toEqual(['asked step waiting', 'paying step waiting'].toSorted());
    expect(listed(await seen('chuyenvien.so', { state: 'later' }))).toEqual(['asked opinion later']);
  });

  test('who leads an agency sees who owes what, the province by agency; each narrows to the next', async () => {
    province.clock.set(startOfTest);
    const agency = await seen('lanhdao');
    const whole = await seen('lanhdao.tinh');
    const commune = await seen('lanhdao.tinh', { agency: places.commune });
    const held = await seen('lanhdao.tinh', { agency: places.commune, officer: province.officer('chuyenvien2').id, state: 'later' });

    expect([agency.by, agency.mayLead, whole.by, commune.by]).toEqual(['officer', true, 'agency', 'officer']);
    expect(agency.groups).toEqual(expect.arrayContaining([expect.objectContaining({ key: province.officer('chuyenvien2').id, name: 'Cán bộ chuyenvien2', open: 1 })]));
    expect(whole.groups.map(({ key }) => key).toSorted()).toEqual([places.department, places.commune].toSorted());
    expect(whole.groups.find(({ key }) => key === places.commune)).toMatchObject({ name: 'UBND xã Một', open: commune.total.open });
    expect(listed(held)).toEqual(['held step later']);
    expect((await seen('lanhdao.hai')).total.open).toBe(0);
    expect((await seen('lanhdao', { of: 'me' })).of).toBe('me');
  });

  test.each([['lanhdao', startOfTest.toString()], ['lanhdao.tinh', startOfTest.toString()], ['lanhdao.tinh', '2026-12-30T10:00:00+07:00'], ['chuyenvien', '2026-12-30T10:00:00+07:00']])('every number %s sees at %s is the length of the list it opens', async (login, moment) => {
    at(moment);
    const { total, groups, by } = await seen(login);
    const lengths = async (narrow: Record<string, string>): Promise<Record<string, number>> => {
      const found: Record<string, number> = { unclaimed: (await seen(login, { ...narrow, unclaimed: 'true' })).rows.length };
      for (const state of OwedState.options) found[state] = (await seen(login, { ...narrow, state })).rows.length;
      return found;
    };

    expect(total).toMatchObject(await lengths({}));
    for (const group of groups) expect(group).toMatchObject(await lengths({ [by ?? '']: group.key ?? 'none' }));
    expect(total.open).toBe(total.overdue + total.today + total.later + total.waiting);
  });

  test('the number beside the page in the navigation is what the officer owes today by steps of the own work', async () => {
    for (const moment of [startOfTest.toString(), '2026-12-30T10:00:00+07:00']) {
      at(moment);
      const own = await seen('chuyenvien', { of: 'me' });
      expect((await workCounts(province.ctx, database.db, province.officer('chuyenvien')))['due-today']).toBe(own.rows.filter(({ owed }) => owed.kind === 'step').length);
    }
  });

  test('an apology that must go out today stands in the list of today', async () => {
    const owedAt = (await go.state(codes['late'] ?? '')).clock?.owedAt ?? '';
    province.clock.set(Temporal.Instant.from(owedAt).subtract({ hours: 24 }));

    expect(listed(await seen('chuyenvien'))).toContain('late apology today');
  });

  test('pages follow each other without a gap or a double', async () => {
    province.clock.set(startOfTest);
    for (let more = 0; more < 55; more += 1) await go.filed({ applicant: { kind: 'person', name: `Người Thứ ${String(more)}`, personalId: '000095000777', birthDate: null, address: { province: null, commune: null, text: 'Thôn Thử' }, phone: '0900000777', email: null } });
    at('2026-11-18T07:45:00+07:00');
    const first = await seen('tiepnhan');
    const second = await seen('tiepnhan', { after: first.next ?? '' });
    const all = [...first.rows, ...second.rows].map(({ code }) => code);

    expect([first.rows.length, second.next]).toEqual([50, null]);
    expect(new Set(all).size).toBe(first.total.overdue + first.total.today);
  });
});
