// SPDX-License-Identifier: EUPL-1.2
import { setHandling } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { dueTimers, publishProcess } from '@motcua/workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Dossier } from '../model.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aDraft, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { approve, returnResult } from './decide.ts';
import { fireDueTimers } from './due-timers.ts';
import { close, refuseDossier, stop, withdraw } from './endings.ts';
import { assign, completeStep } from './handle.ts';
import { replay } from './replay.ts';
import { requestSupplement } from './supplement.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;

/** An appraisal after two days taken to the division head; beside an approval, a reminder after three. */
const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:motcua="http://motcua.vn/bpmn" id="D" targetNamespace="http://motcua.vn/processes">
<bpmn:process id="P" name="Quy trình có hẹn giờ" isExecutable="true">
<bpmn:startEvent id="S" /><bpmn:userTask id="Appraise" name="Thẩm định" motcua:role="handling-officer" motcua:act="appraise" />
<bpmn:boundaryEvent id="Late" attachedToRef="Appraise"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:userTask id="Head" name="Trưởng phòng xử lý thay" motcua:role="division-head" motcua:act="forward" />
<bpmn:exclusiveGateway id="Meet" /><bpmn:userTask id="Approve" name="Phê duyệt" motcua:role="leader" motcua:act="approve" />
<bpmn:boundaryEvent id="Remind" attachedToRef="Approve" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:userTask id="Nudge" name="Nhắc lãnh đạo" motcua:role="division-head" motcua:act="forward" /><bpmn:endEvent id="E" /><bpmn:endEvent id="E2" />
<bpmn:sequenceFlow id="f1" sourceRef="S" targetRef="Appraise" /><bpmn:sequenceFlow id="f2" sourceRef="Appraise" targetRef="Meet" /><bpmn:sequenceFlow id="f3" sourceRef="Late" targetRef="Head" />
<bpmn:sequenceFlow id="f4" sourceRef="Head" targetRef="Meet" /><bpmn:sequenceFlow id="f5" sourceRef="Meet" targetRef="Approve" /><bpmn:sequenceFlow id="f6" sourceRef="Approve" targetRef="E" />
<bpmn:sequenceFlow id="f7" sourceRef="Remind" targetRef="Nudge" /><bpmn:sequenceFlow id="f8" sourceRef="Nudge" targetRef="E2" />
</bpmn:process></bpmn:definitions>`;

beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const published = await publishProcess(database.db, { key: 'HEN-GIO', name: 'Quy trình có hẹn giờ', xml: model, by: 'test', at: startOfTest.subtract({ hours: 24 * 400 }) });
  expect(published).toMatchObject({ ok: true });
  await setHandling(database.db, [{ procedureCode: procedures.permits, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, eformKey: 'don-de-nghi', processKey: 'HEN-GIO', validFrom: '2026-01-01' }]);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  province.remove();
  await database.drop();
});

const days = (count: number): void => { province.clock.set(startOfTest.add({ hours: 24 * count })); };
const open = async (code: string): Promise<readonly string[]> => (await go.state(code)).tasks.map(({ node }) => node).toSorted();
const firedOn = async (dossier: Dossier): Promise<readonly unknown[]> => (await eventsOf(database.db, dossier.id)).filter(({ type }) => type === 'timer-fired').map(({ by, data }) => [by.kind, 'name' in data ? data.name : null]);
const waiting = async (code: string): Promise<readonly string[]> => (await dueTimers(database.db, startOfTest.add({ hours: 24 * 365 }), { limit: 1000 })).filter(({ subject }) => subject === code).map(({ node }) => node);
const appraise = (code: string) => go.onTask('chuyenvien', code, 'appraise').then((asked) => completeStep(province.ctx, { ...asked, body: { opinion: null, draft: aDraft, variables: {} } })).then(done);

describe('hẹn giờ của quy trình (timers of a procedure), fired by the worker', () => {
  test('take a step away when they interrupt, once though two workers run at once', async () => {
    const code = await go.taken();
    days(1);
    const early = await fireDueTimers(province.ctx);
    days(3);
    const both = await Promise.all([fireDueTimers(province.ctx), fireDueTimers(province.ctx)]);
    const dossier = await go.state(code);

    expect([early, both.toSorted(), await open(code)]).toEqual([0, [0, 1], ['Head']]);
    expect(dossier).toMatchObject({ status: 'accepted', tasks: [{ role: 'division-head', name: 'Trưởng phòng xử lý thay' }] });
    expect(await firedOn(dossier)).toEqual([['system', 'Thẩm định']]);
    expect(await fireDueTimers(province.ctx)).toBe(0);
  });

  test('write no line before the one they follow, though the clock of the worker is behind', async () => {
    const code = await go.taken();
    days(5);
    done(await assign(province.ctx, { ...await go.onTask('chuyenvien', code, 'appraise'), body: { officer: null, reason: null } }));
    days(3);
    await fireDueTimers(province.ctx);
    const moments = (await eventsOf(database.db, (await go.state(code)).id)).map(({ at }) => at);

    expect([moments, await open(code)]).toEqual([[startOfTest, startOfTest, startOfTest.add({ hours: 120 }), startOfTest.add({ hours: 120 })].map(String), ['Head']]);
  });

  test('open a step beside when they do not, and the dossier goes on', async () => {
    const code = await go.taken();
    await appraise(code);
    days(4);
    const both = await Promise.all([fireDueTimers(province.ctx), fireDueTimers(province.ctx)]);

    expect([both.toSorted(), await open(code), (await firedOn(await go.state(code))).length]).toEqual([[0, 1], ['Approve', 'Nudge'], 1]);
    done(await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null } }));
    expect(await go.state(code)).toMatchObject({ status: 'decided', tasks: [{ node: 'Nudge' }] });
    done(await completeStep(province.ctx, { ...await go.onTask('truongphong', code, 'forward'), body: { opinion: null, draft: null, variables: {} } }));
    done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
    expect(await go.state(code)).toMatchObject({ status: 'returned', tasks: [] });
  });

  test.each<readonly [string, (code: string) => Promise<unknown>]>([
    ['refused', async (code) => refuseDossier(province.ctx, { ...await go.by('lanhdao', code), body: { reasons: ['Không đủ điều kiện.'] } })],
    ['withdrawn', async (code) => withdraw(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Rút.' } })],
    ['stopped', async (code) => stop(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Dừng.' } })],
    ['closed', async (code) => {
      done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien', code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }));
      days(20);
      return close(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Quá hạn.' } });
    }],
  ])('leave with a dossier that is %s', async (status, end) => {
    const code = await go.taken();
    const before = await waiting(code);
    await end(code);
    const after = await waiting(code);
    days(30);

    expect([before, (await go.state(code)).status, after, await fireDueTimers(province.ctx)]).toEqual([['Late'], status, [], 0]);
  });

  test('leave a ledger that replays', async () => {
    const differences: unknown[] = [];
    const { dossiers } = await replay(database.db, (difference) => { differences.push(difference); });

    expect([dossiers >= 6, differences]).toEqual([true, []]);
  });
});
