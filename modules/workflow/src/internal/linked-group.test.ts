// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { compileProcess } from '../definition/compile-process.ts';
import type { ProcessDefinition } from '../model.ts';
import { activeTasks } from '../rules/progress.ts';
import { linkedShape } from '../rules/linked-shape.ts';
import { returnTo } from '../rules/return-to.ts';
import { begin, complete } from '../rules/steps.ts';
import { fromLinkedGroup } from './from-linked-group.ts';

type Shape = Readonly<Record<string, readonly string[]>>;

async function drawn(shape: Shape): Promise<ProcessDefinition> {
  const compiled = await compileProcess(await fromLinkedGroup({ id: 'G', name: 'Nhóm «thử» & hơn', members: Object.entries(shape).map(([node, after]) => ({ node, name: `Thủ tục ${node}`, after })) }));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** Which members wait, after each of these is done. */
function waves(definition: ProcessDefinition, done: readonly string[]): readonly string[] {
  const begun = begin(definition, {});
  if (!begun.ok) throw new Error(begun.error.code);
  let { state } = begun.value;
  const seen = [];
  for (const node of ['Intake', ...done]) {
    const task = activeTasks(definition, state).find((one) => one.node === node);
    const step = complete(definition, state, { taskId: task?.taskId ?? 'none', variables: {} });
    if (!step.ok) throw new Error(`${node}: ${step.error.code}`);
    state = step.value.state;
    seen.push(activeTasks(definition, state).map((one) => one.node).toSorted().join('+'));
  }
  return seen;
}

describe('nhóm thủ tục liên thông (a linked group as a process)', () => {
  const birth: Shape = { birth: [], residence: ['birth'], insurance: ['birth'] };

  test('opens each member when what it needs is there, and the return when all are done', async () => {
    expect(waves(await drawn(birth), ['birth', 'insurance', 'residence'])).toEqual(['birth', 'insurance+residence', 'residence', 'Return']);
  });

  test.each<[string, Shape, readonly string[], readonly string[]]>([
    ['a chain', { a: [], b: ['a'], c: ['b'] }, ['a', 'b', 'c'], ['a', 'b', 'c', 'Return']],
    ['members side by side', { a: [], b: [] }, ['b', 'a'], ['a+b', 'a', 'Return']],
    ['a diamond with a tail', { a: [], b: ['a'], c: ['a'], d: ['b', 'c'], e: ['a'] }, ['a', 'c', 'b', 'd', 'e'], ['a', 'b+c+e', 'b+e', 'd+e', 'e', 'Return']],
    ['one alone', { a: [] }, ['a'], ['a', 'Return']],
  ])('runs %s', async (_what, shape, done, seen) => { expect(waves(await drawn(shape), done)).toEqual(seen); });

  test('reads back as the shape it was drawn from', async () => {
    const shape: Shape = { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] };
    const read = linkedShape(await drawn(shape)).map(({ node, after }) => [node, after.toSorted()] as const);

    expect(Object.fromEntries(read)).toEqual(shape);
  });

  test('sends a member back to what it needs: what runs beside it on that ground is taken back too', async () => {
    const definition = await drawn(birth);
    const begun = begin(definition, {});
    if (!begun.ok) throw new Error('no start');
    const at = (state: typeof begun.value.state, node: string): string => activeTasks(definition, state).find((one) => one.node === node)?.taskId ?? 'none';
    const intake = complete(definition, begun.value.state, { taskId: at(begun.value.state, 'Intake'), variables: {} });
    if (!intake.ok) throw new Error('no intake');
    const born = complete(definition, intake.value.state, { taskId: at(intake.value.state, 'birth'), variables: {} });
    if (!born.ok) throw new Error('no birth');
    const back = returnTo(definition, born.value.state, { taskId: at(born.value.state, 'residence'), to: 'birth' });

    expect(back.ok && activeTasks(definition, back.value.state).map(({ node }) => node)).toEqual(['birth']);
  });
});
