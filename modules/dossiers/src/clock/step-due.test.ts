// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pay, replay, requestPayment, requestSupplement, supplement } from '../index.ts';
import { type SmallProvince, done, smallProvince, startOfTest, walk } from '../testing.ts';
import { stepOverdueSince } from './step-due.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-11-${text}:00+07:00`);
const dueOf = async (code: string): Promise<string> => Temporal.Instant.from((await go.task(code, 'appraise')).dueAt ?? '').toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString();
const inTheList = async (code: string): Promise<string> => {
  const { rows } = await database.pool.query<{ due_at: string }>("select to_char(t.due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD\"T\"HH24:MI:SS') as due_at from dossiers.task t join dossiers.dossier d on d.id = t.dossier_id where d.code = $1 and t.act = 'appraise'", [code]);
  return rows[0]?.due_at ?? '';
};

const asked = { items: [{ paperNo: null, what: 'Bản vẽ', howToMend: 'Nộp bản có dấu', basis: null }], reason: 'Thiếu bản vẽ', override: null };
const waits = {
  supplement: {
    begin: async (code: string) => requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: asked }),
    end: async (code: string) => supplement(province.ctx, { ...await go.by('tiepnhan', code), body: { note: 'Đã nộp.', answers: null, documents: new Map() } }),
  },
  payment: {
    begin: async (code: string) => requestPayment(province.ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 50_000, reason: 'Lệ phí.' } }),
    end: async (code: string) => pay(province.ctx, { ...await go.by('thuquy', code), body: { amountVnd: 50_000, receiptNumber: 'BL', way: 'cash' } }),
  },
} as const;

describe('hạn của bước (when a step is due)', () => {
  test.each([['supplement', waits.supplement], ['payment', waits.payment]] as const)('is later by the office time the dossier waited for a %s, in the ledger and in every list', async (_name, { begin, end }) => {
    const code = await go.taken();
    const before = await dueOf(code);
    province.clock.set(at('17T16:00'));
    done(await begin(code));
    province.clock.set(at('18T08:30'));
    done(await end(code));
    const after = await dueOf(code);

    // From 16:00 to the close at 17:00, and from 07:30 to 08:30: two hours.
    expect([before, after, await inTheList(code)]).toEqual(['2026-11-18T16:30:00', '2026-11-19T09:00:00', '2026-11-19T09:00:00']);
  });

  test('a step is not late while its dossier stands still, and is if it was late before', async () => {
    const code = await go.taken();
    province.clock.set(at('17T10:00'));
    done(await waits.supplement.begin(code));
    const { tasks: [task], clock } = await go.state(code);
    const dueAt = task?.dueAt ?? '';

    expect(stepOverdueSince({ dueAt }, clock, at('30T10:00'))).toBeNull();
    expect(stepOverdueSince({ dueAt: at('17T09:59').toString() }, clock, at('30T10:00'))).toEqual(at('17T09:59'));
    expect(stepOverdueSince({ dueAt }, null, at('30T10:00'))).toEqual(Temporal.Instant.from(dueAt));
  });
});
