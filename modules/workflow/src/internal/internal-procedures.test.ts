// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  activeTasks, begin, compileProcess, complete, fromInternalProcedure, getDefinition, importInternalProcedures, type InternalProcedure, progress,
  readInternalProcedure, type TaskCreated,
} from '../index.ts';

const file = path.join(import.meta.dirname, '../../../../data/internal-procedures/internal-procedures.json');
const options = { by: 'import', at: Temporal.Instant.from('2026-11-20T08:00:00+07:00'), dryRun: false };

function read(record: unknown): InternalProcedure {
  const procedure = readInternalProcedure(record);
  if (!procedure.ok) throw new Error(procedure.error);
  return procedure.value;
}

async function walked(procedure: InternalProcedure): Promise<readonly TaskCreated[]> {
  const { xml } = await fromInternalProcedure(procedure);
  const made = await compileProcess(xml);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const begun = begin(made.value, {});
  if (!begun.ok) throw new Error(begun.error.code);
  const tasks: TaskCreated[] = [];
  for (let { state } = begun.value; !state.ended;) {
    const [task] = activeTasks(made.value, state);
    const step = complete(made.value, state, { taskId: task?.taskId ?? '', variables: {} });
    if (!step.ok || task === undefined) throw new Error('stopped on the way');
    tasks.push(task);
    state = step.value.state;
    expect(progress(made.value, state)).toEqual({ done: tasks.length, total: procedure.steps.length });
  }
  return tasks;
}

describe('quy trình nội bộ của tỉnh', () => {
  let database: TestDatabase;
  let records: readonly unknown[];
  beforeAll(async () => {
    database = await testDatabase();
    records = JSON.parse(await readFile(file, 'utf8')) as readonly unknown[];
  });
  afterAll(async () => { await database.drop(); });

  test('runs from start to end, all 65 with their 487 steps in order', async () => {
    const runs = await Promise.all(records.map((record) => walked(read(record))));

    expect([runs.length, runs.flat().length]).toEqual([65, 487]);
    for (const tasks of runs) expect(tasks.filter(({ act }) => act === 'number').length).toBeLessThanOrEqual(1);
  });

  test('gives role, budget, act and steps back', async () => {
    const tasks = await walked(read(records[0]));

    expect(tasks.map(({ role, hours, act, signature }) => [role, hours, act, signature])).toEqual([
      ['intake-officer', 4, 'accept', 'none'], ['division-head', 4, 'forward', 'none'], ['handling-officer', 56, 'appraise', 'none'],
      ['division-head', 4, 'forward', 'none'], ['leader', 8, 'approve', 'personal'], ['records-clerk', 4, 'number', 'agency'],
      ['intake-officer', null, 'return', 'none'],
    ]);
    expect(tasks[3]?.returnTo).toEqual(['Step_1', 'Step_2', 'Step_3']);
  });

  test('is drawn, so that a standard modeller opens it', async () => {
    const { xml } = await fromInternalProcedure(read(records[0]));

    expect(xml.match(/<bpmndi:BPMNShape /gu)?.length).toBe(9);
    expect(xml.match(/<bpmndi:BPMNEdge /gu)?.length).toBe(8);
  });

  test('is published under its id, once, with the contradictions of the decisions', async () => {
    const dry = await importInternalProcedures(database.db, records, { ...options, dryRun: true });
    const none = await getDefinition(database.db, 'H14-2022-01');
    const first = await importInternalProcedures(database.db, records, options);
    const again = await importInternalProcedures(database.db, records, options);

    expect([dry.taken.length, none]).toEqual([65, null]);
    expect([first.taken.length, first.refused]).toEqual([65, []]);
    expect(again.taken.every(({ version }) => version === 1)).toBe(true);
    expect(first.contradictions.filter(({ note }) => note.startsWith('Các bước cộng lại')).map(({ id }) => id))
      .toEqual(['H14-2022-17', 'H19-2776-04', 'H19-2776-12', 'H52-2929-04']);
  });

  test('is refused record by record when it cannot be read', async () => {
    const report = await importInternalProcedures(database.db, [{ id: 'X1' }, 7, records[0]], options);

    expect(report.refused.map(({ id }) => id)).toEqual(['X1', '#2']);
    expect(report.taken.length).toBe(1);
    expect(await importInternalProcedures(database.db, {}, options)).toMatchObject({ taken: [], refused: [{ id: '' }] });
  });
});
