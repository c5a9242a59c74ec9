// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type Db, sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { type SmallProvince, procedures, smallProvince, startOfTest, walk } from '@motcua/dossiers/testing';
import { type Officer, officeDay } from '@motcua/kernel';
import { type ProposalKind, beginProposal } from '@motcua/proposals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOut } from './commands/carry-out.ts';
import { planReview, removeReview, sendPlan } from './commands/plan-review.ts';
import type { Review } from './contract.ts';
import { reviewKind } from './kinds/review-kind.ts';
import { printReview } from './papers/review-report.ts';
import { costCsv } from './papers/review-table.ts';
import { reviewPlan, reviewView } from './views/reviews.ts';

const today = officeDay(startOfTest).toString();
const by: Officer = { kind: 'officer', id: 'k', name: 'Cán bộ Kiểm Soát', postings: [] };
const press = { by, at: startOfTest };
const year = Number(today.slice(0, 4));

let database: TestDatabase;
let province: SmallProvince;
beforeAll(async () => { database = await testDatabase(); province = await smallProvince(database.db); });
afterAll(async () => { province.remove(); await database.drop(); });

const planned = (given: object = {}, clientKey = randomUUID()) => planReview(database.db, {
  clientKey, year, procedure: procedures.permits, agency: 'Y99', person: 'Trần Thị Mai', due: `${String(year)}-12-31`, ground: 'own-choice', basis: 'Kế hoạch của tỉnh', product: 'Phương án đơn giản hóa', ...given,
}, press);
const seen = async (id: string) => {
  const view = await reviewView(database.db, { id, at: startOfTest, today, mayPlan: true, mayWrite: true });
  if (view === undefined) throw new Error('no review');
  return view;
};
const plan = () => reviewPlan(database.db, { year, today, mayPlan: true });

const met = { answer: 'met' as const, reason: 'Luật quy định, vẫn cần thiết.' };
const full = (start: Review): Review => ({
  ...start, criteria: { necessity: met, reasonableness: met, legality: met, cost: met, fit: met }, now: start.now.map((line) => ({ ...line, hours: 2, subjectsPerYear: 100 })), after: start.now.slice(1).map((line) => ({ ...line, hours: 1, subjectsPerYear: 100 })),
  outcome: 'amend', proposal: 'Bỏ một giấy tờ vì đã có trong cơ sở dữ liệu.', promised: { days: 10, papers: 3, contacts: 1 },
});
const approve = (db: Db, id: string, content: Review) => reviewKind.publish(db, { key: id, content, decision: { number: '9/QĐ-UBND', date: today }, validFrom: today, by, at: startOfTest });

/** Copies of a real dossier, so many accepted on a day and decided so many days later. */
const lived = async (code: string, { count, acceptedOn, days }: { readonly count: number; readonly acceptedOn: string; readonly days: number }): Promise<void> => {
  await sql`insert into dossiers.dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', 'X-' || gen_random_uuid(), 'accepted_at', ${`${acceptedOn}T09:00:00+07:00`}::timestamptz, 'decided_at', ${`${acceptedOn}T09:00:00+07:00`}::timestamptz + make_interval(days => ${days}::int)))).*
    from dossiers.dossier d, generate_series(1, ${count}::int) where d.code = ${code}`.execute(database.db);
};

describe('kế hoạch rà soát (yearly plan)', () => {
  test('takes a procedure once, and the same press again adds nothing', async () => {
    const key = randomUUID();
    const twice = [await planned({}, key), await planned({}, key)];

    expect(twice).toEqual([{ ok: true, value: { id: key } }, { ok: true, value: { id: key } }]);
    expect(await planned()).toMatchObject({ ok: false, error: { field: 'procedure' } });
    await removeReview(database.db, { id: key, reason: 'Chuyển sang năm sau' }, press);
    expect((await plan()).reviews).toEqual([]);
  });

  test.each([
    ['an unknown procedure', { procedure: '9.999999' }, 'procedure'], ['an unknown agency', { agency: 'KHONG' }, 'agency'], ['a day outside the year', { due: `${String(year + 1)}-06-01` }, 'due'], ['a day that is past', { due: `${String(year)}-01-02` }, 'due'],
  ])('refuses %s, naming the field', async (_what, given, field) => {
    expect(await planned(given)).toMatchObject({ ok: false, error: { code: 'review-bad', field } });
  });

  test('is owed by the dated day, is late after it, and the first sending counts', async () => {
    const done = await planned({ procedure: procedures.births });
    const before = await plan();
    await sendPlan(database.db, { clientKey: randomUUID(), year, number: '15/UBND-KSTT', day: today }, press);
    const after = await plan();

    expect(done.ok).toBe(true);
    expect([before.sendBy, before.sent, before.lateDays > 0]).toEqual([`${String(year)}-01-31`, null, true]);
    expect([after.sent?.number, after.sent?.lateDays, after.lateDays]).toEqual(['15/UBND-KSTT', before.lateDays, 0]);
  });
});

describe('phiếu rà soát (review sheet)', () => {
  test('begins with the components, the volumes of real dossiers with their source, and the income of the dated figures', async () => {
    const id = randomUUID();
    await planned({}, id);
    const { start } = await seen(id);
    const code = await walk(province).taken();
    const { start: later } = await seen(id);

    expect(start.now.some(({ work, subjectsPerYear }) => work === 'prepare' && subjectsPerYear === null)).toBe(true);
    expect(later.experience?.accepted).toBe(1);
    expect(later.now.find(({ work }) => work === 'collect')).toMatchObject({ subjectsPerYear: 1, note: expect.stringContaining('hệ thống đếm 1 hồ sơ') });
    expect(later.income).toMatchObject({ hourlyVnd: 53_977, source: expect.stringContaining('114.000.000 đồng') });
    await lived(code, { count: 40, acceptedOn: Temporal.PlainDate.from(today).subtract({ days: 60 }).toString(), days: 20 });
  });

  test('may not be approved while an answer, a cost or the proposal is missing, each named', async () => {
    const id = (await plan()).reviews.find(({ code }) => code === procedures.permits)?.id ?? '';
    const { start } = await seen(id);
    const check = (content: Review) => reviewKind.check(database.db, { key: id, content, base: null });
    const blocking = (await check(start)).filter(({ blocks }) => blocks).map(({ path }) => path);

    expect(blocking).toEqual(expect.arrayContaining(['criteria.necessity.answer', 'criteria.fit.reason', 'now.0.hours', 'outcome']));
    expect(await check(full(start))).toEqual([]);
    expect((await check({ ...full(start), procedure: { code: '9.1', name: 'Khác' } })).map(({ path }) => path)).toEqual(['procedure.code']);
  });

  test('approved, tells what it promises to save, and prints and exports the same sums', async () => {
    const id = (await plan()).reviews.find(({ code }) => code === procedures.permits)?.id ?? '';
    const { start } = await seen(id);
    await approve(database.db, id, full(start));
    const view = await seen(id);
    const [row] = (await plan()).reviews.filter((one) => one.id === id);
    const lines = view.start.now.length;
    const saving = lines * 2 * 100 * 53_977 - (lines - 1) * 100 * 53_977;

    expect([row?.state, row?.outcome, view.result?.number]).toEqual(['approved', 'amend', '9/QĐ-UBND']);
    expect(Math.abs((row?.savingVnd ?? 0) - saving)).toBeLessThan(1_000_000);
    expect(view.content === null ? '' : costCsv(view.content)).toContain('"Sau đơn giản hóa"');
    expect(Buffer.from(await printReview(view, { office: 'Tỉnh Mẫu', demonstration: true, at: startOfTest }) ?? new Uint8Array()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is carried out by bản soạn of its own procedure only', async () => {
    const id = (await plan()).reviews.find(({ code }) => code === procedures.permits)?.id ?? '';
    const kind: ProposalKind = { ...reviewKind, kind: 'procedure', label: 'Thủ tục', empty: () => ({}), read: () => ({ ok: true, value: {} }), title: () => 'Sửa thủ tục', current: () => Promise.resolve(null), check: () => Promise.resolve([]) };
    const begun = await Promise.all([procedures.permits, procedures.births].map((key) => beginProposal(database.db, [kind], { kind: 'procedure', key, press })));
    const [own = '', other = ''] = begun.map((one) => (one.ok ? one.value.id : ''));

    expect(await carryOut(database.db, { id, proposal: other }, press)).toMatchObject({ ok: false, error: { field: 'proposal' } });
    expect(await carryOut(database.db, { id, proposal: own }, press)).toMatchObject({ ok: true });
    expect((await seen(id)).carriers.map((one) => one.id)).toEqual([own]);
    expect((await seen(id)).measured).toBeNull();
  });

  test('tells the saving in truth once what carries it out is in force, and says when dossiers are too few', async () => {
    const id = (await plan()).reviews.find(({ code }) => code === procedures.permits)?.id ?? '';
    const since = Temporal.PlainDate.from(today).subtract({ days: 30 }).toString();
    await sql`update proposals.proposal set state = 'published', valid_from = ${since}, published_version = 2, decision_number = '7', decision_date = ${since} where key = ${procedures.permits} and kind = 'procedure'`.execute(database.db);
    const few = (await seen(id)).measured;
    const [model] = await database.db.selectFrom(sql<{ code: string }>`dossiers.dossier`.as('d')).select('d.code').where(sql<boolean>`d.code not like 'X-%'`).execute();
    await lived(model?.code ?? '', { count: 35, acceptedOn: Temporal.PlainDate.from(since).add({ days: 2 }).toString(), days: 9 });
    const told = (await seen(id)).measured;

    expect([few?.before.decided, few?.after.decided, few?.isTold]).toEqual([40, 0, false]);
    expect([told?.isTold, told?.before.halfDays, told?.after.halfDays]).toEqual([true, 20, 9]);
  });
});
