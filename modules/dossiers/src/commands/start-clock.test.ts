// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { chooseRuleSet, deadlineRules } from '@motcua/catalogue';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assign, officerDossier, pay, printPaper, replay, requestPayment, takeIn } from '../index.ts';
import { type SmallProvince, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';

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

const choose = (chosen: Parameters<typeof chooseRuleSet>[1]) => chooseRuleSet(database.db, chosen, { by: { id: 'quantri', name: 'Quản trị' }, at: province.clock.now(), clientKey: randomUUID(), decision: 'Quyết định của UBND tỉnh' });
const elsewhere = { receivingAgency: places.otherCommune, returningAgency: places.otherCommune } as const;
const takenAtHai = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.hai'), body: anIntake(elsewhere) })).code;

describe('thời hạn bắt đầu từ lúc nào (where the term of a dossier begins)', () => {
  test('is acceptance at the own counter, by the ready-made set the installation is delivered with', async () => {
    const { clock } = await go.state(await go.taken());

    expect(clock).toMatchObject({ point: 'acceptance', startedAt: startOfTest.toString(), rule: { mode: 'by-hour', onSupplement: 'restart', cutoff: null } });
    expect((await deadlineRules(database.db)).sets.map(({ key }) => key)).toEqual(['after-15h-next-day', 'by-day', 'by-hour', 'online-outside-hours']);
  });

  test('is receipt by the agency that solves when filed elsewhere: provisional at first, counted again and told when somebody there takes it', async () => {
    const code = await takenAtHai();
    const before = await go.state(code);
    province.clock.set(Temporal.Instant.from('2026-11-18T10:00:00+07:00'));
    done(await assign(province.ctx, { ...await go.onTask('chuyenvien', code, before.tasks[0]?.act ?? ''), body: { officer: null, reason: null } }));
    const after = await go.state(code);
    const seen = await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code);

    expect(before.clock).toMatchObject({ provisional: true, startedAt: startOfTest.toString(), owedAt: '2026-11-25T09:00:00+07:00' });
    expect([after.clock?.provisional, after.clock?.startedAt, after.clock?.owedAt]).toEqual([undefined, '2026-11-18T03:00:00Z', '2026-11-26T10:00:00+07:00']);
    expect(seen).toMatchObject({ ok: true, value: { provisional: false, timeline: [{ type: 'assigned' }, { type: 'clock-recounted' }, { type: 'accepted' }, { type: 'submitted' }] } });
  });

  test('is the signed hand-over record for what came by post, and refuses one signed after now', async () => {
    const byPost = (handedOverAt: string) => takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ channel: 'post', handedOverAt, post: { enterprise: 'bcci', slip: handedOverAt, handedBy: 'Bưu tá Thử' } }) });
    const { code } = done(await byPost('2026-11-16T16:00:00+07:00'));
    const early = await byPost('2026-11-17T09:01:00+07:00');

    expect((await go.state(code)).clock).toMatchObject({ point: 'hand-over-record', owedAt: '2026-11-23T16:00:00+07:00' });
    expect(early).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'handedOverAt' }] } });
  });

  test('is as the procedure chose from a day on, one way of filing before all ways, and leaves the default to others', async () => {
    const chosen = { set: 'by-day', procedure: procedures.permits, channel: null, validFrom: '2026-11-17', firstAppointment: null } as const;
    await choose({ ...chosen, validFrom: '2026-11-18', set: 'after-15h-next-day' });
    const [before, unknown] = [(await go.state(await go.taken())).clock, await choose({ ...chosen, set: 'none' })];
    await choose(chosen);
    const today = (await go.state(await go.taken())).clock;
    await choose({ ...chosen, channel: 'counter', set: 'after-15h-next-day' });
    province.clock.set(Temporal.Instant.from('2026-11-17T15:00:00+07:00'));
    const atCounter = (await go.state(await go.taken())).clock;

    expect([before?.rule.mode, before?.owedAt, unknown]).toEqual(['by-hour', '2026-11-25T09:00:00+07:00', { ok: false, error: { code: 'rule-choice-bad', field: 'set', text: 'Chọn một bộ cách tính trong danh sách.' } }]);
    expect([today?.rule.mode, today?.owedAt]).toEqual(['by-day', '2026-11-25T17:00:00+07:00']);
    expect([atCounter?.rule.cutoff, atCounter?.explanation[0]?.rule, atCounter?.owedAt]).toEqual(['15:00', 'received-after-cutoff', '2026-11-25T17:00:00+07:00']);
  });

  test('has two appointments where the procedure says so: the financial duty between them is outside the term', async () => {
    await choose({ set: 'by-hour', procedure: procedures.permits, channel: 'counter', validFrom: '2026-11-17', firstAppointment: 2 });
    const code = await go.taken();
    const before = (await go.state(code)).clock;
    province.clock.set(Temporal.Instant.from('2026-11-19T08:00:00+07:00'));
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 5_000_000, reason: 'Nghĩa vụ tài chính về đất đai.' } }));
    province.clock.set(Temporal.Instant.from('2026-11-26T08:00:00+07:00'));
    done(await pay(province.ctx, { ...await go.by('thuquy', code), body: { amountVnd: 5_000_000, receiptNumber: 'BL', way: 'transfer' } }));
    const after = await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code);
    const dossier = await go.state(code);
    const printed = await printPaper(province.ctx, database.db, { dossier, events: [], paper: 'receipt' });

    expect([before?.firstAt, before?.owedAt]).toEqual(['2026-11-19T09:00:00+07:00', '2026-11-25T09:00:00+07:00']);
    expect(after).toMatchObject({ ok: true, value: { firstAppointment: '2026-11-19T09:00:00+07:00', clock: { owedAt: '2026-12-01T09:00:00+07:00' } } });
    expect(printed?.length).toBeGreaterThan(1000);
  });

  test('leaves a ledger that replays', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
