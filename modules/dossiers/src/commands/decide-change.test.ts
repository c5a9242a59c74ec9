// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approve, correct, decideChange, officerDossier, replay } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aCause, aParty, done, plainAnswers, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => { database = await testDatabase(); province = await smallProvince(database.db); go = walk(province); });
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const rename = async (code: string, given: object = { name: 'Nguyễn Văn Đúng' }) => correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers }, applicant: { ...(await go.state(code)).applicant, ...given }, reason: 'Ghi sai tên.' } });
const decide = async (who: string, code: string, granted = true) => decideChange(province.ctx, { ...await go.by(who, code), id: (await go.state(code)).changes?.at(-1)?.id ?? '0193a000-0000-7000-8000-000000000009', body: { granted, reason: 'Đã đối chiếu giấy tờ.' } });
const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'done';
const types = async (code: string): Promise<readonly string[]> => (await eventsOf(database.db, (await go.state(code)).id)).map(({ type }) => type).slice(-2);

describe('thay đổi sau tiếp nhận (a change after acceptance)', () => {
  test('of who the applicant is takes effect only when another officer confirms it', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    done(await rename(code));
    const waiting = await go.state(code);
    const refused = [await decide('tiepnhan', code), await decide('chuyenvien', code), await decide('tiepnhan.hai', code), await rename(code, { name: 'Người Khác' })].map(codeOf);
    done(await decide('truongbophan', code));

    expect([waiting.applicant.name, waiting.status]).toEqual([before.applicant.name, before.status]);
    expect(refused).toEqual(['second-person-needed', 'not-permitted', 'dossier-unknown', 'change-open']);
    expect([(await go.state(code)).applicant.name, await types(code)]).toEqual(['Nguyễn Văn Đúng', ['change-decided', 'corrected']]);
    expect(codeOf(await decide('truongbophan', code))).toBe('no-such-change');
  });

  test('refused, leaves the dossier as it was and keeps the reason, which both see', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    done(await rename(code));
    const seen = await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), code);
    done(await decide('lanhdao', code, false));
    const after = await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code);

    expect(seen).toMatchObject({ ok: true, value: { changes: [{ reason: 'Ghi sai tên.', decision: null, lines: [{ name: 'Họ tên', before: before.applicant.name, after: 'Nguyễn Văn Đúng' }] }] } });
    expect(after).toMatchObject({ ok: true, value: { changes: [{ decision: { granted: false, reason: 'Đã đối chiếu giấy tờ.' } }], applicant: { name: before.applicant.name } } });
  });

  test('that waits keeps the result from being approved', async () => {
    const code = await go.taken();
    await go.appraised(code);
    done(await rename(code));

    expect(codeOf(await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, lateCause: aCause } }))).toBe('change-open');
  });

  test.each([['how to reach the applicant', async (code: string) => rename(code, { phone: '0900000999' })], ['what was declared', async (code: string) => correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers, request: 'Nội dung đúng.' }, applicant: null, reason: 'Ghi sai.' } })]])('of %s takes effect at once: no rule names it', async (_what, act) => {
    const code = await go.taken();
    done(await act(code));

    expect((await types(code)).at(-1)).toBe('corrected');
  });

  test('of the name the form repeats waits too', async () => {
    const code = await go.taken();
    const [name = ''] = Object.entries((await go.state(code)).answers).find(([, value]) => value === aParty().name) ?? [];
    done(await correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...(await go.state(code)).answers, [name]: 'Nguyễn Văn Đúng' }, applicant: null, reason: 'Ghi sai tên.' } }));

    expect((await types(code)).at(-1)).toBe('change-asked');
  });

  test('takes effect at once where the province ended the rule', async () => {
    await sql`update dossiers.second_person_rule set valid_until = '2026-01-01' where kind = 'identity'`.execute(database.db);
    const code = await go.taken();
    done(await correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers }, applicant: aParty({ name: 'Nguyễn Văn Ngay' }), reason: 'Ghi sai tên.' } }));

    expect((await go.state(code)).applicant.name).toBe('Nguyễn Văn Ngay');
  });
});
