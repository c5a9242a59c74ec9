// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setHandling } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { getDefinition, importInternalProcedures } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallProvince, aDraft, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { workOf } from '../views/lists.ts';
import { possibleActs } from '../views/possible-acts.ts';
import { approve, issue, returnResult } from './decide.ts';
import { completeStep } from './handle.ts';
import { replay } from './replay.ts';

type Published = { readonly id: string; readonly acts: readonly string[] };

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let real: readonly Published[];
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const records: unknown = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../../../data/internal-procedures/internal-procedures.json'), 'utf8'));
  const { taken } = await importInternalProcedures(database.db, records, { by: 'test', at: startOfTest.subtract({ hours: 24 * 400 }), dryRun: false });
  real = await Promise.all(taken.map(async ({ id }) => {
    const published = await getDefinition(database.db, id);
    return { id, acts: [...published?.definition.nodes.values() ?? []].flatMap(({ task }) => task?.act ?? []) };
  }));
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const doers: Readonly<Record<string, string>> = {
  'intake-officer': 'tiepnhan', 'handling-officer': 'chuyenvien', 'division-head': 'truongphong', 'leader': 'lanhdao', 'records-clerk': 'vanthu', 'consulted-officer': 'gopy',
};

/** Does what the dossier waits for. @returns the act that was done */
async function next(code: string): Promise<string> {
  const { status, tasks, draft } = await go.state(code);
  const [task] = tasks;
  if (status === 'decided' && (task === undefined || task.act === 'return')) {
    done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
    return 'return';
  }
  if (task === undefined) throw new Error(`${status}, no step open`);
  const doer = doers[task.role] ?? '';
  const asked = { ...await go.by(doer, code), taskId: task.taskId };
  if (status === 'decided') {
    expect(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } })).toMatchObject({ error: { code: 'steps-remain', step: task.name } });
    expect((await workOf(province.ctx, database.db, province.officer(doer), { list: 'todo' })).dossiers.map((row) => row.code)).toContain(code);
    expect((await workOf(province.ctx, database.db, province.officer('tiepnhan'), { list: 'to-return' })).dossiers.map((row) => row.code)).not.toContain(code);
  } else {
    if (task.act === 'approve' || task.act === 'sign') { done(await approve(province.ctx, { ...asked, body: { opinion: null } })); return 'approve'; }
    if (task.act === 'number') { done(await issue(province.ctx, asked)); return 'issue'; }
  }
  expect(possibleActs(province.officer(doer), await go.state(code), province.clock.now())).toContainEqual({ act: 'complete-step', taskId: task.taskId, allowed: true, why: null });
  done(await completeStep(province.ctx, { ...asked, body: { opinion: 'Chuyển.', draft: draft === null ? aDraft : null, variables: {} } }));
  return status === 'decided' ? 'step after the seal' : 'step';
}

async function lifeUnder(key: string, validFrom: string): Promise<readonly string[]> {
  await setHandling(database.db, [{ procedureCode: procedures.permits, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: false, eformKey: 'don-de-nghi', processKey: key, validFrom }]);
  const code = await go.taken();
  const acts: string[] = [];
  while (acts.at(-1) !== 'return') acts.push(await next(code));
  expect(await go.state(code)).toMatchObject({ status: 'returned', tasks: [], process: { key } });
  return acts;
}

describe('quy trình nội bộ thật (published internal procedures)', () => {
  test('that approve and return lead every dossier from acceptance to the person, steps after the seal included', async () => {
    const usable = real.filter(({ acts }) => acts.includes('approve') && acts.includes('return'));
    const [stuck, lives] = [new Map<string, string>(), [] as (readonly string[])[]];
    for (const [at, { id }] of usable.entries()) {
      const validFrom = Temporal.PlainDate.from('2025-08-01').add({ days: at }).toString();
      try { lives.push(await lifeUnder(id, validFrom)); } catch (fault) { stuck.set(id, String(fault)); }
    }
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(Object.fromEntries(stuck)).toEqual({});
    expect([usable.length, lives.filter((life) => life.includes('step after the seal')).length]).toEqual([57, 29]);
    expect(differences).toEqual([]);
  }, 240_000);
});
