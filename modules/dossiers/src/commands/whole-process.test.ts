// SPDX-License-Identifier: EUPL-1.2
import { setHandling } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { publishProcess } from '@motcua/workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aDraft, done, places, procedures, smallProvince, startOfTest, walk, wholeProcess } from '../testing.ts';
import { officerDossier } from '../views/one.ts';
import { approve, issue, returnResult } from './decide.ts';
import { fireDueTimers } from './due-timers.ts';
import { completeStep, pay, requestPayment, sendBack } from './handle.ts';
import { moveToVersion } from './move-version.ts';
import { replay } from './replay.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const published = await publishProcess(database.db, { key: 'DU-BO', name: 'Quy trình đủ bộ', xml: wholeProcess, by: 'test', at: startOfTest.subtract({ hours: 24 * 400 }) });
  expect(published).toMatchObject({ ok: true });
  await setHandling(database.db, [{ procedureCode: procedures.permits, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, eformKey: 'don-de-nghi', processKey: 'DU-BO', validFrom: '2026-01-01' }]);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  province.remove();
  await database.drop();
});

type Answers = Readonly<Record<string, string | number | boolean>>;
const open = async (code: string): Promise<readonly string[]> => (await go.state(code)).tasks.map(({ node }) => node).toSorted();
const at = async (code: string, node: string, agency?: string): Promise<string> => (await go.state(code)).tasks.find((task) => task.node === node && (agency ?? task.agency) === task.agency)?.taskId ?? 'none';
const finish = async (login: string, code: string, step: { readonly node: string; readonly agency?: string; readonly variables?: Answers; readonly draft?: typeof aDraft }) =>
  completeStep(province.ctx, { ...await go.by(login, code), taskId: await at(code, step.node, step.agency), body: { opinion: null, draft: step.draft ?? null, variables: step.variables ?? {}, lateCause: { code: 'workload', note: null } } });
const looked = async (units: string): Promise<string> => {
  const code = await go.taken();
  done(await finish('chuyenvien', code, { node: 'Look', draft: aDraft, variables: { units } }));
  return code;
};
const both = `${places.department},${places.otherCommune}`;

/** The appraisal is done, by the answers given. */
async function reported(answers: Answers): Promise<string> {
  const code = await looked('');
  done(await finish('chuyenvien', code, { node: 'Site' }));
  done(await finish('chuyenvien', code, { node: 'Report', variables: answers }));
  return code;
}

describe('hồ sơ thật trên quy trình có quy trình con, cổng bao gồm, lấy ý kiến nhiều nơi, chờ tin', () => {
  test('asks each agency of the list at its own place, goes on when all have answered, and ends with the result handed out', async () => {
    const code = await looked(both);
    const asked = (await go.state(code)).tasks.filter(({ node }) => node === 'Ask').map(({ agency, role, hours }) => [agency, role, hours]);
    const stranger = await finish('chuyenvien.hai', code, { node: 'Ask', agency: places.department });
    done(await finish('chuyenvien', code, { node: 'Site' }));
    done(await finish('chuyenvien.so', code, { node: 'Ask', agency: places.department }));
    const between = await open(code);
    done(await finish('chuyenvien.hai', code, { node: 'Ask', agency: places.otherCommune }));
    done(await finish('chuyenvien', code, { node: 'Report', variables: { area: 800, fire: true, fee: false } }));
    const some = await open(code);
    for (const node of some) done(await finish('chuyenvien', code, { node, variables: { fee: false } }));
    done(await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null } }));
    done(await issue(province.ctx, { ...await go.onTask('vanthu', code, 'number'), body: {} }));
    done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));

    expect([asked, stranger.ok, between, some]).toEqual([[[places.department, 'consulted-officer', 8], [places.otherCommune, 'consulted-officer', 8]], false, ['Ask'], ['Fire', 'Land']]);
    expect(await go.state(code)).toMatchObject({ status: 'returned', tasks: [], awaits: [], stepNo: 11, stepCount: 11 });
  });

  test('refuses a list that names no agency, and nothing changes', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    const outcome = await finish('chuyenvien', code, { node: 'Look', draft: aDraft, variables: { units: 'Y99.00.00' } });

    expect(outcome).toMatchObject({ ok: false, error: { code: 'process-refused', detail: 'unknown-agency: Y99.00.00' } });
    expect(await go.state(code)).toEqual(before);
  });

  test('tells who finishes a step what the way on depends on', async () => {
    const code = await go.taken();
    const [look, report] = [await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), code), await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), await (async () => { const other = await looked(''); done(await finish('chuyenvien', other, { node: 'Site' })); return other; })())];

    expect(look.ok ? look.value.tasks.map(({ questions }) => questions) : look.error).toEqual([[{ variable: 'units', kind: 'list', choices: [] }]]);
    expect(report.ok ? report.value.tasks.map(({ questions }) => questions.map(({ variable, kind }) => `${variable} ${kind}`)) : report.error).toEqual([['fire yes-no', 'area number']]);
  });

  test('opens a step beside a late group and takes the whole group over when it is too late', async () => {
    const code = await looked(both);
    province.clock.set(startOfTest.add({ hours: 24 * 4 }));
    await fireDueTimers(province.ctx);
    const late = await open(code);
    province.clock.set(startOfTest.add({ hours: 24 * 13 }));
    await fireDueTimers(province.ctx);
    const taken = await open(code);
    const back = done(await sendBack(province.ctx, { ...await go.by('truongphong', code), taskId: await at(code, 'TakeOver'), body: { to: 'Look', reason: 'Làm lại.', lateCause: { code: 'workload', note: null } } }));

    const fired = (await eventsOf(database.db, (await go.state(code)).id)).flatMap((event) => (event.type === 'timer-fired' ? [event.data.name] : []));

    expect(fired).toEqual(['Late', 'TooLate']);
    expect([late, taken, back.status, await open(code)]).toEqual([['Ask', 'Ask', 'Nudge', 'Site'], ['Nudge', 'TakeOver'], 'in-progress', ['Look']]);
  });

  test('goes back into a group that is over, and the branches that were done stay done', async () => {
    const code = await reported({ area: 100, fire: false });
    done(await sendBack(province.ctx, { ...await go.by('chuyenvien', code), taskId: await at(code, 'Sum'), body: { to: 'Site', reason: 'Xem lại.' } }));
    const again = await open(code);
    done(await finish('chuyenvien', code, { node: 'Site' }));

    expect([again, await open(code)]).toEqual([['Site'], ['Report']]);
  });

  test('waits for money and goes on with the act that brings it, in the same transaction; without it when the clock comes first', async () => {
    const wait = async (): Promise<string> => { const code = await reported({ area: 100, fire: false }); done(await finish('chuyenvien', code, { node: 'Sum', variables: { fee: true } })); return code; };
    const [paid, late] = [await wait(), await wait()];
    const waiting = await go.state(paid);
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', paid), body: { amountVnd: 50_000, reason: 'Lệ phí.' } }));
    done(await pay(province.ctx, { ...await go.by('thuquy', paid), body: { amountVnd: 50_000, receiptNumber: 'BL1', way: 'cash' } }));
    const after = await go.state(paid);
    province.clock.set(startOfTest.add({ hours: 24 * 6 }));
    await fireDueTimers(province.ctx);

    expect([waiting.tasks, waiting.awaits, after.tasks.map(({ node }) => node), after.awaits]).toEqual([[], ['paid'], ['Approve'], []]);
    expect((await eventsOf(database.db, after.id)).slice(-2).map(({ type, by }) => [type, by.kind])).toEqual([['paid', 'officer'], ['wait-over', 'system']]);
    expect([await open(late), (await go.state(late)).awaits]).toEqual([['Approve'], []]);
  });

  test('is moved to another version while it waits inside a group, and goes on there', async () => {
    const code = await looked(both);
    const made = await publishProcess(database.db, { key: 'DU-BO', name: 'Quy trình đủ bộ', xml: wholeProcess.replace('name="Site"', 'name="Kiểm tra thực địa"'), by: 'test', at: startOfTest, validFrom: '2027-06-01' });
    done(await moveToVersion(province.ctx, { ...await go.by('kiemsoat.tinh', code), body: { to: made.ok ? made.value.version : 0, reason: 'Quyết định mới.', documentNumber: '3/QĐ-UBND' } }));
    const names = (await go.state(code)).tasks.map(({ name }) => name).toSorted();
    for (const agency of [places.department, places.otherCommune]) done(await finish(agency === places.department ? 'chuyenvien.so' : 'chuyenvien.hai', code, { node: 'Ask', agency }));
    done(await finish('chuyenvien', code, { node: 'Site' }));

    expect([names, await open(code)]).toEqual([['Ask', 'Ask', 'Kiểm tra thực địa'], ['Report']]);
  });

  test('leaves a ledger that replays', async () => {
    const differences: unknown[] = [];
    const { dossiers } = await replay(database.db, (difference) => { differences.push(difference); });

    expect([dossiers >= 6, differences]).toEqual([true, []]);
  });
});
