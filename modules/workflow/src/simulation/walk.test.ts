// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { compileProcess } from '../definition/compile-process.ts';
import type { ProcessDefinition } from '../model.ts';
import { after, end, processXml, start, userTask } from '../testing.ts';
import { type Choice, type Counting, type Walk, walkThrough } from './walk.ts';

const from = Temporal.Instant.from('2026-11-23T08:00:00+07:00');
// An hour is an hour here: the calendar is somebody else's.
const counting: Counting = (_agency, since, hours) => since.add({ minutes: hours * 60 });

async function compiled(xml: string): Promise<ProcessDefinition> {
  const made = await compileProcess(xml);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

async function walked(xml: string, ...choices: readonly Choice[]): Promise<Walk> {
  const walk = walkThrough(await compiled(xml), choices, { from, variables: {}, counting });
  if (!walk.ok) throw new Error(JSON.stringify(walk.error));
  return walk.value;
}

const done = (task: string, variables = {}): Choice => ({ kind: 'complete', task, variables });
const office = (at: string | null): string => (at === null ? '' : Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainTime().toString({ smallestUnit: 'minute' }));
const hours = (id: string, count: number, more = ''): string => userTask(id, `motcua:role="handling-officer" motcua:hours="${count}" ${more}`);

const branching = processXml(
  [start, hours('A', 2, 'motcua:citizenLabel="Đang xem" motcua:form="01"'), '<bpmn:exclusiveGateway id="G" default="G_C" />', hours('B', 3, 'motcua:returnTo="A"'), hours('C', 1), end],
  ['S -> A', 'A -> G', 'G -> B : dat = true and loai = "mới"', 'G -> C', 'B -> E', 'C -> E']);

describe('chạy thử trên một hồ sơ (simulation of one dossier)', () => {
  test('says who has it, from when and due when, what the citizen reads, and what must be answered', async () => {
    const walk = await walked(branching);

    expect(walk.steps).toMatchObject([{ node: 'A', role: 'handling-officer', citizenReads: 'Đang xem', form: '01', left: null }]);
    expect([office(walk.steps[0]?.from ?? null), office(walk.steps[0]?.due ?? null)]).toEqual(['08:00', '10:00']);
    expect(walk.waiting).toEqual([{ node: 'A', questions: [{ variable: 'dat', kind: 'yes-no', choices: [] }, { variable: 'loai', kind: 'choice', choices: ['mới'] }], returns: [] }]);
  });

  test.each([[{ dat: true, loai: 'mới' }, 'B'], [{ dat: true, loai: 'cũ' }, 'C'], [{ dat: false, loai: 'mới' }, 'C']])('takes the branch the engine takes for %j', async (variables, node) => {
    const walk = await walked(branching, done('A', variables));

    expect(walk.waiting.map((open) => open.node)).toEqual([node]);
  });

  test('goes back and on to the end, each step taking all its hours', async () => {
    const walk = await walked(branching, done('A', { dat: true, loai: 'mới' }), { kind: 'return', task: 'B', to: 'A' }, done('A', { dat: false, loai: '' }), done('C'));

    expect(walk.steps.map(({ node, left, due }) => [node, left?.how, office(due)])).toEqual([['A', 'done', '10:00'], ['B', 'returned', '13:00'], ['A', 'done', '15:00'], ['C', 'done', '16:00']]);
    expect([walk.ended, office(walk.at)]).toEqual([true, '16:00']);
  });

  test('runs a shared budget from the first step of it', async () => {
    const pot = (id: string, more: string): string => userTask(id, `motcua:role="leader" motcua:budget="Q" ${more}`);
    const walk = await walked(processXml([start, pot('A', 'motcua:hours="6"'), pot('B', ''), end], ['S -> A', 'A -> B', 'B -> E']), done('A'), done('B'));

    expect(walk.steps.map(({ due }) => office(due))).toEqual(['14:00', '14:00']);
  });

  test('lets a clock strike', async () => {
    const xml = processXml([start, hours('A', 1), `<bpmn:boundaryEvent id="T" attachedToRef="A" cancelActivity="false">${after('P1D')}</bpmn:boundaryEvent>`, hours('N', 1), end], ['S -> A', 'A -> E', 'T -> N', 'N -> E']);
    const walk = await walked(xml, { kind: 'timer', timer: 'T' });

    expect(walk.waiting.map(({ node }) => node)).toEqual(['A', 'N']);
    expect(walk.at).toBe('2026-11-24T01:00:00Z');
  });

  test.each<[Choice, string]>([[done('B'), 'not-waiting'], [{ kind: 'return', task: 'A', to: 'C' }, 'return-not-allowed'], [{ kind: 'timer', timer: 'X' }, 'not-waiting']])('refuses %j by its place', async (choice, code) => {
    expect(walkThrough(await compiled(branching), [choice], { from, variables: {}, counting })).toMatchObject({ ok: false, error: { choice: 0, refusal: { code } } });
  });
});
