// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeTasks, begin, compileProcess, complete, fireTimer, progress, returnTo } from '../index.ts';
import type { ProcessDefinition, ProcessRefusal, ProcessState, Step, Variables } from '../model.ts';
import type { Result } from '@motcua/kernel';
import { after, end, lineXml, processXml, start, userTask } from '../testing.ts';

async function compiled(xml: string): Promise<ProcessDefinition> {
  const made = await compileProcess(xml);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

function done(step: Result<Step, ProcessRefusal>): Step {
  if (!step.ok) throw new Error(step.error.code);
  return step.value;
}

const fork = '<bpmn:parallelGateway id="F" />';
const join = '<bpmn:parallelGateway id="J" />';
const back = (to: string): string => `motcua:role="leader" motcua:returnTo="${to}"`;
const taskOf = (state: ProcessState, node: string): string =>
  Object.entries(state.tokens).find(([, token]) => token.node === node)?.[0] ?? 'none';
const waiting = (state: ProcessState): readonly string[] => Object.values(state.tokens).map(({ node }) => node).sort();
const finish = (definition: ProcessDefinition, state: ProcessState, ...[node, variables = {}]: [node: string, variables?: Variables]): Step =>
  done(complete(definition, state, { taskId: taskOf(state, node), variables }));
const modeller = (): Promise<string> => readFile(path.join(import.meta.dirname, '../../test/modeller.bpmn'), 'utf8');
/** Start, fork to A then A2 and to B, join, C; C may go back to A2, to A and to the task P before the fork. */
const parallel = (): Promise<ProcessDefinition> => compiled(processXml(
  [start, userTask('P'), fork, userTask('A'), userTask('A2', back('A,P')), userTask('B'), join, userTask('C', back('A2,P')), end],
  ['S -> P', 'P -> F', 'F -> A', 'A -> A2', 'F -> B', 'A2 -> J', 'B -> J', 'J -> C', 'C -> E']));

describe('chạy quy trình', () => {
  test('goes step by step and says how far it has come', async () => {
    const definition = await compiled(lineXml('A', 'B', 'C'));
    const first = done(begin(definition, { x: 1 }));
    const second = finish(definition, first.state, 'A', { y: 2 });

    expect(first.effects.map(({ kind }) => kind)).toEqual(['task-created']);
    expect(second.effects.map(({ kind }) => kind)).toEqual(['task-completed', 'task-created']);
    expect(second.state).toEqual({ format: 1, seq: 2, tokens: { t2: { node: 'B', timers: {} } }, joins: {}, variables: { x: 1, y: 2 }, ended: false });
    expect(progress(definition, second.state)).toEqual({ done: 1, total: 3 });
  });

  test('takes the branch whose condition FEEL finds true, else the default', async () => {
    const definition = await compiled(await modeller());
    const run = (variables: Variables): Step => {
      const asked = finish(definition, done(begin(definition, variables)).state, 'Activity_receive');
      return finish(definition, finish(definition, asked.state, 'Activity_consult').state, 'Activity_appraise');
    };

    expect(run({ dat: false }).state.ended).toBe(true);
    expect(waiting(run({ dat: true }).state)).toEqual(['Activity_sign']);
    expect(waiting(run({}).state)).toEqual(['Activity_sign']);
  });

  test('refuses a step when no condition holds, and changes nothing', async () => {
    const definition = await compiled(processXml([start, userTask('A'), '<bpmn:exclusiveGateway id="X" name="Loại" />', userTask('B'), end],
      ['S -> A', 'A -> X', 'X -> B : loai = 1', 'X -> E : loai = 2', 'B -> E']));
    const { state } = done(begin(definition, {}));

    expect(complete(definition, state, { taskId: 't1', variables: { loai: 3 } })).toEqual({ ok: false, error: { code: 'no-path', node: 'X', name: 'Loại' } });
    expect(waiting(finish(definition, state, 'A', { loai: 1 }).state)).toEqual(['B']);
  });

  test('refuses a task that is gone and an instance that has ended', async () => {
    const definition = await compiled(lineXml('A'));
    const { state } = done(begin(definition, {}));

    expect(complete(definition, state, { taskId: 't9', variables: {} })).toMatchObject({ error: { code: 'no-such-task' } });
    expect(complete(definition, state, { taskId: 'constructor', variables: {} })).toMatchObject({ error: { code: 'no-such-task' } });
    expect(complete(definition, finish(definition, state, 'A').state, { taskId: 't1', variables: {} })).toMatchObject({ error: { code: 'finished-already' } });
  });

  test('waits at a join for one token of each branch, not for any two', async () => {
    const definition = await compiled(processXml(
      [start, fork, userTask('A'), '<bpmn:exclusiveGateway id="X" default="X_J" />', userTask('B'), join, userTask('C'), end],
      ['S -> F', 'F -> A', 'A -> X', 'X -> A : lai = true', 'X -> J', 'F -> B', 'B -> J', 'J -> C', 'C -> E']));
    const looped = finish(definition, done(begin(definition, {})).state, 'A', { lai: true });
    const arrived = finish(definition, looped.state, 'A', { lai: false });

    expect([waiting(arrived.state), arrived.state.joins]).toEqual([['B'], { J: { X_J: 1 } }]);
    expect([waiting(finish(definition, arrived.state, 'B').state)]).toEqual([['C']]);
  });

  test('finishes whatever the order in which parallel branches are completed, also through stored JSON', async () => {
    const definition = await parallel();
    fc.assert(fc.property(fc.infiniteStream(fc.nat(1000)), (choices) => {
      let { state } = done(begin(definition, {}));
      const nodes: string[] = [];
      for (const choice of choices) {
        const tasks = activeTasks(definition, state);
        const task = tasks[choice % tasks.length];
        if (task === undefined) break;
        nodes.push(task.node);
        state = JSON.parse(JSON.stringify(done(complete(definition, state, { taskId: task.taskId, variables: {} })).state)) as ProcessState;
      }

      expect(state).toMatchObject({ ended: true, tokens: {}, joins: {} });
      expect([...nodes].sort()).toEqual(['A', 'A2', 'B', 'C', 'P']);
    }));
  });

  test('does not touch the state it came from', async () => {
    const definition = await parallel();
    const { state } = done(begin(definition, {}));
    const before = JSON.stringify(state);
    finish(definition, state, 'P');

    expect(JSON.stringify(state)).toBe(before);
  });

  test('takes every other task back at a terminate end', async () => {
    const definition = await compiled(processXml(
      [start, fork, userTask('A'), userTask('B'), '<bpmn:endEvent id="E"><bpmn:terminateEventDefinition /></bpmn:endEvent>', '<bpmn:endEvent id="E2" />'],
      ['S -> F', 'F -> A', 'F -> B', 'A -> E', 'B -> E2']));
    const ended = finish(definition, done(begin(definition, {})).state, 'A');

    expect(ended.state).toMatchObject({ ended: true, tokens: {} });
    expect(ended.effects.map(({ kind }) => kind)).toEqual(['task-completed', 'task-cancelled', 'finished']);
  });
});

describe('trả lại bước trước', () => {
  test('leaves a parallel branch alone that the step does not lead to', async () => {
    const definition = await parallel();
    const forked = finish(definition, finish(definition, done(begin(definition, {})).state, 'P').state, 'A');
    const returned = done(returnTo(definition, forked.state, { taskId: taskOf(forked.state, 'A2'), to: 'A' }));

    expect(waiting(returned.state)).toEqual(['A', 'B']);
    expect(returned.effects.map(({ kind }) => kind)).toEqual(['task-cancelled', 'task-created']);
  });

  test('takes back the branches opened since, and what had arrived at the join', async () => {
    const definition = await parallel();
    const forked = finish(definition, finish(definition, done(begin(definition, {})).state, 'P').state, 'B');
    const atA2 = finish(definition, forked.state, 'A');
    const returned = done(returnTo(definition, atA2.state, { taskId: taskOf(atA2.state, 'A2'), to: 'P' }));

    expect([waiting(returned.state), returned.state.joins]).toEqual([['P'], {}]);
    expect(waiting(finish(definition, returned.state, 'P').state)).toEqual(['A', 'B']);
  });

  test('goes only to a step the task lists', async () => {
    const definition = await parallel();
    const { state } = finish(definition, done(begin(definition, {})).state, 'P');

    expect(returnTo(definition, state, { taskId: taskOf(state, 'A'), to: 'P' })).toEqual({ ok: false, error: { code: 'return-not-allowed', node: 'A', to: 'P' } });
  });
});

describe('hẹn giờ', () => {
  const timed = (interrupting: boolean): string => processXml(
    [start, userTask('A'), `<bpmn:boundaryEvent id="W" attachedToRef="A" cancelActivity="${String(interrupting)}">${after('P2D')}</bpmn:boundaryEvent>`,
      userTask('N'), end, '<bpmn:endEvent id="E2" />'], ['S -> A', 'A -> E', 'W -> N', 'N -> E2']);

  test('on a task takes the task back when it interrupts', async () => {
    const definition = await compiled(timed(true));
    const begun = done(begin(definition, {}));
    const fired = done(fireTimer(definition, begun.state, { timerId: 'w2' }));

    expect(begun.effects).toContainEqual({ kind: 'timer-set', timerId: 'w2', node: 'W', taskId: 't1', durationIso: 'P2D' });
    expect([waiting(fired.state), fired.effects.map(({ kind }) => kind)]).toEqual([['N'], ['timer-fired', 'task-cancelled', 'task-created']]);
  });

  test('on a task opens a path beside it when it does not, once', async () => {
    const definition = await compiled(timed(false));
    const fired = done(fireTimer(definition, done(begin(definition, {})).state, { timerId: 'w2' }));

    expect(waiting(fired.state)).toEqual(['A', 'N']);
    expect(fireTimer(definition, fired.state, { timerId: 'w2' })).toEqual({ ok: false, error: { code: 'no-such-timer', timerId: 'w2' } });
    expect(finish(definition, finish(definition, fired.state, 'A').state, 'N').state.ended).toBe(true);
  });

  test('is cancelled with its task', async () => {
    const definition = await compiled(timed(true));

    expect(finish(definition, done(begin(definition, {})).state, 'A').effects.map(({ kind }) => kind)).toEqual(['timer-cancelled', 'task-completed', 'finished']);
  });

  test('between two steps holds the process until its hour', async () => {
    const definition = await compiled(processXml(
      [start, `<bpmn:intermediateCatchEvent id="W">${after('PT4H')}</bpmn:intermediateCatchEvent>`, userTask('A'), end], ['S -> W', 'W -> A', 'A -> E']));
    const begun = done(begin(definition, {}));

    expect(begun.effects).toEqual([{ kind: 'timer-set', timerId: 'w2', node: 'W', taskId: null, durationIso: 'PT4H' }]);
    expect(complete(definition, begun.state, { taskId: 'p1', variables: {} })).toMatchObject({ error: { code: 'no-such-task' } });
    expect(waiting(done(fireTimer(definition, begun.state, { timerId: 'w2' })).state)).toEqual(['A']);
  });
});
