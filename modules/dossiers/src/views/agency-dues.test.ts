// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { publishProcess } from '@motcua/workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeStep, officerDossier, pay, replay, requestPayment } from '../index.ts';
import { type SmallProvince, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { takeIn } from '../commands/accept.ts';

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
const duesOf = async (login: string, code: string) => {
  const seen = await officerDossier(province.ctx, database.db, province.officer(login), code);
  return seen.ok ? seen.value.agencyDues.map(({ agencyName, hours, dueAt, state, late }) => [agencyName, hours, dueAt?.slice(0, 16) ?? null, state, late]) : seen.error;
};

/** A step drawn by hand. */
const drawn = (id: string, said: string): string => `<bpmn:userTask id="${id}" name="${id}" ${said} />`;

describe('từng cơ quan phải xong lúc (on the page of a dossier)', () => {
  test('stands under the clock for each agency of the process, with what is done and what is late', async () => {
    const code = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ procedure: procedures.workPermits, receivingAgency: places.centre, solvingAgency: places.department, returningAgency: places.centre }) })).code;
    const first = await duesOf('lanhdao.so', code);
    province.clock.set(at('30T08:00'));

    expect(first).toEqual([['Trung tâm Phục vụ hành chính công tỉnh Thử', 4, '2026-11-17T14:30', 'done', false], ['Sở Thử nghiệm', 36, '2026-11-25T09:00', 'working', false]]);
    expect(await duesOf('lanhdao.so', code)).toMatchObject([[{}, 4, {}, 'done', false], [{}, 36, {}, 'working', true]].map(([, hours, , state, late]) => [expect.any(String), hours, expect.any(String), state, late]));
  });

  test('has no instant while the clock stands, and a later one after it', async () => {
    const code = await go.taken();
    const before = await duesOf('lanhdao', code);
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 50_000, reason: 'Lệ phí.' } }));
    const standing = await duesOf('lanhdao', code);
    province.clock.set(startOfTest.add({ hours: 24 }));
    done(await pay(province.ctx, { ...await go.by('thuquy', code), body: { amountVnd: 50_000, receiptNumber: 'BL', way: 'cash' } }));

    expect([before, standing, await duesOf('lanhdao', code)]).toEqual([[['UBND xã Một', 24, '2026-11-20T09:00', 'working', false]], [['UBND xã Một', 24, null, 'working', false]], [['UBND xã Một', 24, '2026-11-23T09:00', 'working', false]]]);
  });

  test('counts steps that share a budget by one due time, whoever opens it', async () => {
    const share = 'motcua:budget="Thẩm định"';
    const xml = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="http://motcua.vn/bpmn" id="D" targetNamespace="http://motcua.vn/processes"><bpmn:process id="P" name="Ngân sách chung" isExecutable="true"><bpmn:startEvent id="S" />
      ${drawn('intake', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="accept" motcua:hours="2"')}${drawn('look', `motcua:role="handling-officer" motcua:act="forward" motcua:hours="16" ${share}`)}${drawn('appraise', `motcua:role="handling-officer" motcua:act="appraise" ${share}`)}
      ${drawn('approve', 'motcua:role="leader" motcua:act="approve" motcua:hours="4"')}<bpmn:endEvent id="E" />${[['S', 'intake'], ['intake', 'look'], ['look', 'appraise'], ['appraise', 'approve'], ['approve', 'E']].map(([from, to]) => `<bpmn:sequenceFlow id="${from ?? ''}_${to ?? ''}" sourceRef="${from ?? ''}" targetRef="${to ?? ''}" />`).join('')}</bpmn:process></bpmn:definitions>`;
    expect(await publishProcess(database.db, { key: 'MC-XA-CHUAN', name: 'Ngân sách chung', xml, by: 'test', at: startOfTest })).toMatchObject({ ok: true });
    const code = await go.taken();
    const [first] = (await go.state(code)).tasks;
    province.clock.set(at('18T10:00'));
    done(await completeStep(province.ctx, { ...await go.onTask('chuyenvien', code, 'forward'), body: { opinion: null, draft: null, variables: {} } }));
    const [second] = (await go.state(code)).tasks;

    expect([first?.dueAt, second?.dueAt, second?.hours]).toEqual(['2026-11-19T02:00:00Z', '2026-11-19T02:00:00Z', 16]);
    expect(await duesOf('lanhdao', code)).toEqual([['UBND xã Một', 22, '2026-11-19T16:30', 'working', false]]);
  });
});
