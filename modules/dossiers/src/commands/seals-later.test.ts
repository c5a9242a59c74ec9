// SPDX-License-Identifier: EUPL-1.2
import { setHandling } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { enterDelegation } from '@motcua/organisation';
import { publishProcess } from '@motcua/workflow';
import { end, processXml, start, userTask } from '@motcua/workflow/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallProvince, aDraft, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { approve, issue, returnResult } from './decide.ts';
import { completeStep } from './handle.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const [delegator, delegate, quantri] = ['lanhdao', 'phochutich', 'quantri'].map((login) => province.officer(login).id);
  done(await enterDelegation(database.db, { kind: 'KT', agency: places.commune, delegator: delegator ?? '', delegate: delegate ?? '', delegateTitle: 'Phó Chủ tịch', number: '45/QĐ-UBND', issuedOn: '2025-11-05', legalBasis: 'Quy chế làm việc', procedures: null, from: '2025-11-05', through: null, appraisal: null }, { id: quantri ?? '', at: startOfTest }));
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const nodes: Readonly<Record<string, string>> = {
  S: start, E: end, Draft: userTask('Draft', 'motcua:role="handling-officer" motcua:act="appraise"'), First: userTask('First', 'motcua:role="leader" motcua:act="approve"'),
  Carry: userTask('Carry', 'motcua:role="division-head" motcua:act="forward"'), Second: userTask('Second', 'motcua:role="leader" motcua:act="sign"'), Number: userTask('Number', 'motcua:role="records-clerk" motcua:act="number"'),
  Fork: '<bpmn:exclusiveGateway id="Fork" default="Fork_E" />',
};
const doers: Readonly<Record<string, string>> = { Draft: 'chuyenvien', First: 'lanhdao', Carry: 'truongphong', Second: 'phochutich', Number: 'vanthu' };

/** Leads a dossier through a process; each step with the status and whether the result was sealed after it. */
async function lived(key: string, ids: readonly string[], arrows: readonly string[], validFrom: string): Promise<readonly string[]> {
  const xml = processXml(ids.map((id) => nodes[id] ?? ''), arrows);
  expect(await publishProcess(database.db, { key, name: key, xml, by: 'test', at: startOfTest.subtract({ hours: 9600 }) })).toMatchObject({ ok: true });
  await setHandling(database.db, [{ procedureCode: procedures.permits, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, eformKey: 'don-de-nghi', processKey: key, validFrom }]);
  const code = await go.taken();
  const lines: string[] = [];
  for (let [task] = (await go.state(code)).tasks; task !== undefined; [task] = (await go.state(code)).tasks) {
    const asked = { ...await go.by(doers[task.node] ?? '', code), taskId: task.taskId };
    const decided = (await go.state(code)).status === 'decided';
    if (!decided && (task.act === 'approve' || task.act === 'sign')) done(await approve(province.ctx, { ...asked, body: { opinion: null } }));
    else if (!decided && task.act === 'number') done(await issue(province.ctx, asked));
    else done(await completeStep(province.ctx, { ...asked, body: { opinion: null, draft: decided ? null : aDraft, variables: {} } }));
    lines.push(`${task.node}: ${(await go.state(code)).status}`);
  }
  done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
  return lines;
}

describe('ký và đóng dấu (signature and seal)', () => {
  test('wait for the last signature and the clerk, though steps lie between', async () => {
    expect(await lived('HAI-CHU-KY', ['S', 'Draft', 'First', 'Carry', 'Second', 'Number', 'E'], ['S -> Draft', 'Draft -> First', 'First -> Carry', 'Carry -> Second', 'Second -> Number', 'Number -> E'], '2026-01-01'))
      .toEqual(['Draft: in-progress', 'First: in-progress', 'Carry: in-progress', 'Second: in-progress', 'Number: decided']);
  });

  test('come with the only signature where no clerk follows', async () => {
    expect(await lived('MOT-CHU-KY', ['S', 'Draft', 'First', 'Carry', 'E'], ['S -> Draft', 'Draft -> First', 'First -> Carry', 'Carry -> E'], '2026-01-02')).toEqual(['Draft: in-progress', 'First: decided', 'Carry: decided']);
  });

  test('come with the signature where the procedure may go round the clerk; the number is then a step like others', async () => {
    const ids = ['S', 'Draft', 'First', 'Carry', 'Fork', 'Number', 'E'];
    expect(await lived('VONG-QUA', ids, ['S -> Draft', 'Draft -> First', 'First -> Carry', 'Carry -> Fork', 'Fork -> Number : channel = "counter"', 'Fork -> E', 'Number -> E'], '2026-01-03'))
      .toEqual(['Draft: in-progress', 'First: decided', 'Carry: decided', 'Number: decided']);
  });
});
