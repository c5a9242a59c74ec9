// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { compileProcess } from '../definition/compile-process.ts';
import type { ProcessDefinition } from '../model.ts';
import { after, end, lineXml, processXml, start, userTask } from '../testing.ts';
import { moveVersion } from './move-version.ts';
import { begin, complete } from './steps.ts';

const read = async (xml: string): Promise<ProcessDefinition> => {
  const made = await compileProcess(xml);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};

/** The state after the first `done` tasks in the order they open. */
function stateAfter(definition: ProcessDefinition, done: number) {
  const begun = begin(definition, {});
  if (!begun.ok) throw new Error('not begun');
  let state = begun.value.state;
  for (let at = 0; at < done; at += 1) {
    const step = complete(definition, state, { taskId: Object.keys(state.tokens)[0] ?? '', variables: {} });
    if (!step.ok) throw new Error(step.error.code);
    state = step.value.state;
  }
  return state;
}

const codes = (answer: ReturnType<typeof moveVersion>): readonly string[] => (answer.ok ? [] : answer.error.map(({ code, node }) => `${code} ${node}`));

describe('chuyển sang bản quy trình mới (moving a running instance)', () => {
  test('is safe when the waiting step is there, whatever comes later', async () => {
    const [from, to] = [await read(lineXml('A', 'B', 'C')), await read(lineXml('A', 'B', 'X', 'C'))];

    expect(moveVersion({ from, to }, stateAfter(from, 1))).toMatchObject({ ok: true, value: [{ node: 'B', from: 'B', to: 'B' }] });
  });

  test.each([
    ['the waiting step is gone', lineXml('A', 'C'), 1, ['step-gone B']], ['a new step stands before the waiting one', lineXml('A', 'X', 'B', 'C'), 1, ['step-skipped X']],
    ['the new first step stands before everything', lineXml('X', 'A', 'B', 'C'), 0, ['step-skipped X']],
  ])('is unsafe when %s', async (_why, xml, done, faults) => {
    const [from, to] = [await read(lineXml('A', 'B', 'C')), await read(xml)];

    expect(codes(moveVersion({ from, to }, stateAfter(from, done)))).toEqual(faults);
  });

  test('is unsafe when the step is another’s now, or ends by another act', async () => {
    const model = (attributes: string) => processXml([start, userTask('A', attributes), end], ['S -> A', 'A -> E']);
    const from = await read(model('motcua:role="handling-officer" motcua:act="appraise"'));
    const others = await Promise.all(['motcua:role="division-head" motcua:act="appraise"', 'motcua:role="handling-officer" motcua:act="forward"', 'motcua:role="handling-officer" motcua:act="appraise" motcua:agency="receiving"'].map((attributes) => read(model(attributes))));

    expect(others.map((to) => codes(moveVersion({ from, to }, stateAfter(from, 0))))).toEqual([['step-changed A'], ['step-changed A'], ['step-changed A']]);
  });

  test('is unsafe when branches have arrived at a join that is another now', async () => {
    const parallel = (...branches: readonly string[]) => processXml(
      [start, '<bpmn:parallelGateway id="F" />', ...branches.map((id) => userTask(id)), '<bpmn:parallelGateway id="J" />', end],
      ['S -> F', ...branches.flatMap((id) => [`F -> ${id}`, `${id} -> J`]), 'J -> E']);
    const [from, to] = [await read(parallel('A', 'B')), await read(parallel('A', 'B', 'C'))];

    expect(codes(moveVersion({ from, to }, stateAfter(from, 1)))).toContain('join-changed J');
    expect(moveVersion({ from, to: from }, stateAfter(from, 1))).toMatchObject({ ok: true });
  });

  test('is unsafe when a set timer means something else', async () => {
    const timed = (duration: string) => processXml(
      [start, userTask('A'), `<bpmn:boundaryEvent id="T" attachedToRef="A" cancelActivity="false">${after(duration)}</bpmn:boundaryEvent>`, userTask('B'), end, '<bpmn:endEvent id="E2" />'], ['S -> A', 'A -> E', 'T -> B', 'B -> E2']);
    const [from, to] = [await read(timed('PT8H')), await read(timed('PT16H'))];

    expect(codes(moveVersion({ from, to }, stateAfter(from, 0)))).toEqual(['timer-changed T']);
  });

  test('is refused of what has ended', async () => {
    const from = await read(lineXml('A'));

    expect(codes(moveVersion({ from, to: from }, stateAfter(from, 1)))).toEqual(['finished ']);
  });
});
