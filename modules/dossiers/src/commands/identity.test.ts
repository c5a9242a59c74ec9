// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { chooseRuleSet } from '@motcua/catalogue';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { declareOutage } from '@motcua/deadlines';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeStep, confirmIdentity, officerDossier, pay, replay, requestIdentity, requestPayment } from '../index.ts';
import type { Dossier } from '../model.ts';
import { type SmallProvince, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(async () => {
  province.clock.set(startOfTest);
  await sql`delete from catalogue.deadline_rule where procedure_code is not null`.execute(database.db);
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-11-${text}:00+07:00`);
const who = { person: 'Bà Lò Thị Nhớ (chủ hộ)', reason: 'Chủ hộ xác nhận đồng ý trên VNeID.' };
const leavesOut = (waits: string): Promise<unknown> => sql`insert into catalogue.deadline_rule (procedure_code, valid_from, mode, first_day_counted, cutoff, hours_per_day, on_supplement, legal, not_counted)
  values (${procedures.permits}, '2026-11-01', 'by-hour', false, null, 8, 'restart', 'nd-118-2025/d19k5', ${waits}::text[])`.execute(database.db);
const identityAsked = async (code: string) => requestIdentity(province.ctx, { ...await go.by('chuyenvien', code), body: who });
const rulesTold = ({ clock }: Dossier): readonly string[] => [...new Set(clock?.explanation.map(({ rule }) => rule))];

/** A dossier taken on 17 November at 09:00 waits for an identity from the 18th at 08:00 to the 19th at 08:00, and then for money to the 20th at 08:00. */
async function waited(): Promise<readonly [identity: Dossier, money: Dossier, then: Dossier]> {
  const code = await go.taken();
  province.clock.set(at('18T08:00'));
  done(await identityAsked(code));
  const identity = await go.state(code);
  province.clock.set(at('19T08:00'));
  done(await confirmIdentity(province.ctx, { ...await go.by('tiepnhan', code), body: { evidence: 'VNeID 19/11 lúc 07:50' } }));
  done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 50_000, reason: 'Lệ phí.' } }));
  const money = await go.state(code);
  province.clock.set(at('20T08:00'));
  done(await pay(province.ctx, { ...await go.by('thuquy', code), body: { amountVnd: 50_000, receiptNumber: 'BL', way: 'cash' } }));
  return [identity, money, await go.state(code)];
}

describe('thời gian không tính vào thời hạn (what the rule in force leaves out)', () => {
  test('is the wait for an identity where the rule says so: the clock stands, and goes on when it is confirmed', async () => {
    done(await chooseRuleSet(database.db, { set: 'after-15h-next-day', procedure: procedures.permits, channel: null, validFrom: '2026-11-17', firstAppointment: null }, { by: { id: 'quantri', name: 'Quản trị' }, at: startOfTest, clientKey: randomUUID(), decision: 'Quyết định của UBND tỉnh' }));
    const [identity, money, then] = await waited();

    expect(identity).toMatchObject({ status: 'awaiting-identity', identity: who, clock: { owedAt: null, stoppedSince: '2026-11-18T08:00:00+07:00', rule: { leftOut: ['payment', 'identity', 'outage'] } } });
    expect([money.status, money.identity, money.clock?.stoppedSince]).toEqual(['awaiting-payment', null, '2026-11-18T08:00:00+07:00']);
    expect([then.clock?.owedAt, rulesTold(then)]).toEqual(['2026-11-27T09:00:00+07:00', ['working-time', 'outside-hours', 'paused-for-identity', 'paused-for-payment', 'weekly-rest', 'day-off']]);
  });

  test.each([
    ['neither, so both are counted', '{}', [false, false], '2026-11-25T09:00:00+07:00'],
    ['the payment only', '{payment}', [false, true], '2026-11-26T09:00:00+07:00'],
    ['the identity only', '{identity}', [true, false], '2026-11-26T09:00:00+07:00'],
    ['both', '{payment,identity}', [true, true], '2026-11-27T09:00:00+07:00'],
  ])('is %s', async (_name, waits, stands, owedAt) => {
    await leavesOut(waits);
    const [identity, money, then] = await waited();

    expect([identity.status, money.status]).toEqual(['awaiting-identity', 'awaiting-payment']);
    expect([identity, money].map(({ clock }) => clock?.owedAt === null)).toEqual(stands);
    expect(then.clock?.owedAt).toBe(owedAt);
  });

  test('is a declared outage where the rule says so, and working time where it does not', async () => {
    await declareOutage(database.db, { id: '0190f0a0-0000-7000-8000-000000000001', scope: 'VN', from: at('20T07:30'), until: at('20T17:00'), reason: 'Thông báo sự cố hệ thống', declaredBy: 'Quản trị' });
    province.ctx.calendars.clear();
    const ends: (string | null | undefined)[] = [];
    for (const waits of ['{payment}', '{payment,outage}']) {
      await sql`delete from catalogue.deadline_rule where procedure_code is not null`.execute(database.db);
      await leavesOut(waits);
      ends.push((await go.state(await go.taken())).clock?.owedAt);
    }

    expect(ends).toEqual(['2026-11-25T09:00:00+07:00', '2026-11-26T09:00:00+07:00']);
  });
});

describe('xác nhận định danh (an identity to confirm)', () => {
  test('holds the work up, is told to the person and on the timeline, and is recorded with what it was confirmed by', async () => {
    const code = await go.taken();
    const asked = done(await identityAsked(code));
    const again = await identityAsked(code);
    const working = await completeStep(province.ctx, { ...await go.onTask('chuyenvien', code, 'appraise'), body: { opinion: 'Đủ.', draft: null, variables: {} } });
    const seen = await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code);
    const stranger = await confirmIdentity(province.ctx, { ...await go.by('chuyenvien.so', code), body: { evidence: 'x' } });
    done(await confirmIdentity(province.ctx, { ...await go.by('chuyenvien', code), body: { evidence: 'Thẻ căn cước đã xem tại quầy' } }));
    const told = await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code);

    expect(asked.status).toBe('awaiting-identity');
    expect(working).toMatchObject({ ok: false, error: { code: 'act-not-allowed', act: 'complete-step' } });
    expect(again).toEqual({ ok: false, error: { code: 'act-not-allowed', act: 'request-identity', status: 'awaiting-identity' } });
    expect(stranger).toMatchObject({ ok: false, error: { code: 'dossier-unknown' } });
    expect(seen).toMatchObject({ ok: true, value: { identity: who, notices: [{ title: 'Cần xác nhận định danh: Bà Lò Thị Nhớ (chủ hộ)' }] } });
    expect(told).toMatchObject({ ok: true, value: { status: 'in-progress', identity: null, timeline: [{ type: 'identity-confirmed', detail: 'Thẻ căn cước đã xem tại quầy' }, { type: 'identity-requested', detail: who.reason }, {}, {}] } });
  });

  test('leaves a ledger that replays', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
