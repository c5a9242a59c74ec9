// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledModel, compileModel } from '../definition/compile-model.ts';
import type { ProcessDefinition, ProcessState, Step } from '../model.ts';
import { end, processXml, start } from '../testing.ts';
import { begin, complete, deliver, fireTimer } from './steps.ts';

const task = (id: string, inside = ''): string => `<bpmn:task id="${id}">${inside}</bpmn:task>`;
const flow = (from: string, to: string): string => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;
const many = '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
/** A sub-process with three instances of a task, a timer on its edge and a signal that takes over inside; beside it an inclusive split. */
const mixed = processXml([
  start, '<bpmn:parallelGateway id="F" />', '<bpmn:inclusiveGateway id="I" default="I_B" />', task('A'), task('B'), '<bpmn:inclusiveGateway id="J" />', '<bpmn:parallelGateway id="K" />', task('L'), end,
  `<bpmn:subProcess id="P"><bpmn:startEvent id="S1" />${task('M', many)}<bpmn:endEvent id="E1" />${flow('S1', 'M')}${flow('M', 'E1')}
    <bpmn:subProcess id="Q" triggeredByEvent="true"><bpmn:startEvent id="S2"><bpmn:signalEventDefinition signalRef="Sig" /></bpmn:startEvent>${task('N')}<bpmn:endEvent id="E2" />${flow('S2', 'N')}${flow('N', 'E2')}</bpmn:subProcess></bpmn:subProcess>`,
  '<bpmn:boundaryEvent id="T" attachedToRef="P"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>', task('R'), '<bpmn:exclusiveGateway id="X" />',
], ['S -> F', 'F -> I', 'F -> P', 'I -> A : x > 1', 'I -> B', 'A -> J', 'B -> J', 'J -> K', 'P -> X', 'T -> R', 'R -> X', 'X -> K', 'K -> L', 'L -> E'])
  .replace('<bpmn:process ', '<bpmn:signal id="Sig" /><bpmn:process ');

async function read(xml: string): Promise<ProcessDefinition> {
  const made = await compileModel(xml, { feel: (written) => written, canDo: () => false });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const [definition] = [...((made.value satisfies CompiledModel).processes.values())];
  if (definition === undefined) throw new Error('no process');
  return definition;
}

const works = (state: ProcessState): readonly string[] => Object.keys(state.tokens).filter((id) => id.startsWith('t'));
const timers = (state: ProcessState): readonly string[] => Object.values(state.tokens).flatMap((token) => Object.keys(token.timers));

/** One move chosen by a number: a timer, a signal, or the work that stands at that place. */
function move(definition: ProcessDefinition, state: ProcessState, choice: number): Step | null {
  const [timer] = timers(state);
  const open = works(state);
  const done = choice % 7 === 0 && timer !== undefined ? fireTimer(definition, state, { timerId: timer })
    : choice % 7 === 1 ? deliver(definition, state, { kind: 'signal', name: 'Sig' })
      : complete(definition, state, { taskId: open[choice % open.length] ?? '', variables: { x: choice } });
  return done.ok ? done.value : null;
}

describe('phạm vi của quy trình con', () => {
  test('never lose a token, end without any, and come out alike whenever the commands are alike', async () => {
    const definition = await read(mixed);
    fc.assert(fc.property(fc.integer({ min: 0, max: 5 }), fc.array(fc.nat({ max: 60 }), { maxLength: 40 }), (x, choices) => {
      const begun = begin(definition, { x });
      if (!begun.ok) throw new Error(begun.error.code);
      let { state } = begun.value;
      for (const choice of [...choices, ...Array.from({ length: 20 }, () => 2)]) {
        if (state.ended) break;
        const before = JSON.stringify(state);
        const [one, other] = [move(definition, state, choice), move(definition, state, choice)];

        expect(JSON.stringify(one)).toBe(JSON.stringify(other));
        expect(JSON.stringify(state)).toBe(before);
        state = one?.state ?? state;
        for (const { scope } of Object.values(state.tokens)) expect(scope === undefined || Object.hasOwn(state.tokens, scope)).toBe(true);
        if (!state.ended) expect(works(state).length).toBeGreaterThan(0);
      }

      expect(state).toMatchObject({ ended: true, tokens: {}, joins: {} });
    }));
  });

  test('stay small plain JSON that goes on after being stored', async () => {
    const definition = await read(mixed);
    const begun = begin(definition, { x: 5 });
    const stored = begun.ok ? structuredClone(begun.value.state) : null;

    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
    expect(stored === null ? null : works(stored).length).toBe(4);
    expect(JSON.stringify(stored).length).toBeLessThan(1500);
  });
});
