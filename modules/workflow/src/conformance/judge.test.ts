// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { after, end, processXml, start } from '../testing.ts';
import { judgeSuiteTest, type SuiteTest } from './judge.ts';
import { conformancePage, countVerdicts, readSuite } from './suite.ts';

type Case = Partial<SuiteTest['cases'][number]> & { readonly expected_trace: readonly string[] };

const script = (id: string, word: string, rest = ''): string => `<bpmn:scriptTask id="${id}" ${rest.startsWith('<') ? '' : rest}>${rest.startsWith('<') ? rest : ''}<bpmn:script>${word}</bpmn:script></bpmn:scriptTask>`;
const [one, two, three] = [script('A', 'SCRIPT_task1'), script('B', 'SCRIPT_task2'), script('C', 'SCRIPT_task3')];
const endOf = (id: string, inside = ''): string => `<bpmn:endEvent id="${id}">${inside}</bpmn:endEvent>`;
const edge = (inside: string, attributes = ''): string => `<bpmn:boundaryEvent id="T" attachedToRef="P" ${attributes}>${inside}</bpmn:boundaryEvent>`;
const flow = (from: string, to: string): string => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;
const sub = (body: string, attributes = '', tag = 'subProcess'): string => `<bpmn:${tag} id="P" ${attributes}>${body}</bpmn:${tag}>`;
const short = `<bpmn:startEvent id="S1" />${one}<bpmn:endEvent id="E1" />${flow('S1', 'A')}${flow('A', 'E1')}`;
/** Root elements that flows and events name. */
const named = (xml: string): string => xml.replace('<bpmn:process ', '<bpmn:signal id="Sig" /><bpmn:error id="Err" errorCode="ERR_CODE" /><bpmn:escalation id="Esc" escalationCode="E1" /><bpmn:process ');
const signal = '<bpmn:signalEventDefinition signalRef="Sig" />';
const many = (attributes: string, count: string): string => `<bpmn:multiInstanceLoopCharacteristics ${attributes}><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${count}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;
const loop = (attributes: string, condition: string): string => `<bpmn:standardLoopCharacteristics ${attributes}><bpmn:loopCondition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:loopCondition></bpmn:standardLoopCharacteristics>`;
const compensate = '<bpmn:compensateEventDefinition />';
const undo = '<bpmn:boundaryEvent id="U" attachedToRef="A"><bpmn:compensateEventDefinition /></bpmn:boundaryEvent><bpmn:association id="As" associationDirection="One" sourceRef="U" targetRef="H" /><bpmn:scriptTask id="H" isForCompensation="true"><bpmn:script>SCRIPT_task4</bpmn:script></bpmn:scriptTask>';

const judge = (xml: string, ...cases: readonly Case[]) => judgeSuiteTest(
  { id: 'own', group: 'own', feature: 'own', cases: cases.map((each) => ({ input: null, integer_variable: 0, start_second_process: false, ...each })) }, named(xml));

const runs: readonly (readonly [feature: string, xml: string, ...cases: readonly Case[]])[] = [
  ['an implicit fork', processXml([start, one, two, three, end], ['S -> A', 'A -> B', 'A -> C', 'B -> E', 'C -> E']), { expected_trace: ['SCRIPT_task1', 'SCRIPT_task2', 'SCRIPT_task3'] }],
  ['an inclusive split and join', processXml([start, '<bpmn:inclusiveGateway id="F" />', one, two, '<bpmn:inclusiveGateway id="J" />', three, end],
    ['S -> F', 'F -> A : test.contains("a")', 'F -> B : test.contains("b")', 'A -> J', 'B -> J', 'J -> C', 'C -> E']),
  { input: 'a', expected_trace: ['SCRIPT_task1', 'SCRIPT_task3'] }, { input: 'ab', expected_trace: ['SCRIPT_task1', 'SCRIPT_task2', 'SCRIPT_task3'] }, { input: 'c', expected_trace: ['ERROR_runtime'] }],
  ['a sub-process', processXml([start, sub(short), two, end], ['S -> P', 'P -> B', 'B -> E']), { expected_trace: ['SCRIPT_task1', 'SCRIPT_task2'] }],
  ['a timer on the edge that interrupts a sub-process', processXml([start, sub(`<bpmn:startEvent id="S1" />${script('A', 'WAIT_TEN_SECONDS')}<bpmn:endEvent id="E1" />${flow('S1', 'A')}${flow('A', 'E1')}`), edge(after('PT2S')), two, three, end],
    ['S -> P', 'P -> B', 'T -> C', 'B -> E', 'C -> E']), { expected_trace: ['SCRIPT_task3'] }],
  ['an error caught on the edge of a sub-process', processXml([start, sub(short.replace('<bpmn:endEvent id="E1" />', endOf('E1', '<bpmn:errorEventDefinition errorRef="Err" />'))), edge('<bpmn:errorEventDefinition errorRef="Err" />'), two, three, end],
    ['S -> P', 'P -> B', 'T -> C', 'B -> E', 'C -> E']), { expected_trace: ['SCRIPT_task1', 'SCRIPT_task3'] }],
  ['an error nobody catches', processXml([start, one, endOf('E', '<bpmn:errorEventDefinition errorRef="Err" />')], ['S -> A', 'A -> E']), { expected_trace: ['SCRIPT_task1', 'ERROR_thrownErrorEvent'] }],
  ['an error that a task throws', processXml([start, script('P', 'THROW_ERROR'), edge('<bpmn:errorEventDefinition errorRef="Err" />'), two, three, end], ['S -> P', 'P -> B', 'T -> C', 'B -> E', 'C -> E']), { expected_trace: ['SCRIPT_task3'] }],
  ['an escalation that goes on beside', processXml([start, sub(short.replace('<bpmn:endEvent id="E1" />', endOf('E1', '<bpmn:escalationEventDefinition escalationRef="Esc" />'))), edge('<bpmn:escalationEventDefinition escalationRef="Esc" />', 'cancelActivity="false"'), two, three, end],
    ['S -> P', 'P -> B', 'T -> C', 'B -> E', 'C -> E']), { expected_trace: ['SCRIPT_task1', 'SCRIPT_task2', 'SCRIPT_task3'] }],
  ['a signal thrown and caught, whoever is drawn first', processXml([start, '<bpmn:parallelGateway id="F" />', `<bpmn:intermediateThrowEvent id="X">${signal}</bpmn:intermediateThrowEvent>`, `<bpmn:intermediateCatchEvent id="Y">${signal}</bpmn:intermediateCatchEvent>`, one, end],
    ['S -> F', 'F -> X', 'F -> Y', 'X -> E', 'Y -> A', 'A -> E']), { expected_trace: ['SCRIPT_task1'] }],
  ['an event-based gateway', processXml([start, '<bpmn:eventBasedGateway id="G" />', `<bpmn:intermediateCatchEvent id="Y">${signal}</bpmn:intermediateCatchEvent>`, `<bpmn:intermediateCatchEvent id="W">${after('PT5S')}</bpmn:intermediateCatchEvent>`, one, two, end],
    ['S -> G', 'G -> Y', 'G -> W', 'Y -> A', 'W -> B', 'A -> E', 'B -> E']), { expected_trace: ['SCRIPT_task2'] }],
  ['links', processXml([start, '<bpmn:intermediateThrowEvent id="X"><bpmn:linkEventDefinition name="L" /></bpmn:intermediateThrowEvent>', '<bpmn:intermediateCatchEvent id="Y"><bpmn:linkEventDefinition name="L" /></bpmn:intermediateCatchEvent>', one, end],
    ['S -> X', 'Y -> A', 'A -> E']), { expected_trace: ['SCRIPT_task1'] }],
  ['instances beside each other and one after the other', processXml([start, script('A', 'SCRIPT_task1', many('', '2')), script('B', 'SCRIPT_task2', many('isSequential="true"', 'integerVariable')), end], ['S -> A', 'A -> B', 'B -> E']),
    { integer_variable: 3, expected_trace: ['SCRIPT_task1', 'SCRIPT_task1', 'SCRIPT_task2', 'SCRIPT_task2', 'SCRIPT_task2'] }, { expected_trace: ['SCRIPT_task1', 'SCRIPT_task1'] }],
  ['a loop looked at after and before', processXml([start, script('A', 'INCREMENT_INTEGER_VARIABLE_AND_LOG', loop('', 'integerVariable&lt;2')), script('B', 'SCRIPT_task2', loop('testBefore="true"', 'false')), end], ['S -> A', 'A -> B', 'B -> E']),
    { expected_trace: ['INCREMENT_correct', 'INCREMENT_correct'] }, { integer_variable: 7, expected_trace: ['INCREMENT_correct'] }],
  ['a compensation at the end', processXml([start, one, undo, endOf('E', compensate)], ['S -> A', 'A -> E']), { expected_trace: ['SCRIPT_task1', 'SCRIPT_task4'] }],
  ['a transaction that is cancelled', processXml([start, sub(short.replace('<bpmn:endEvent id="E1" />', endOf('E1', '<bpmn:cancelEventDefinition />')) + undo, '', 'transaction'), edge('<bpmn:cancelEventDefinition />'), two, three, end],
    ['S -> P', 'P -> B', 'T -> C', 'B -> E', 'C -> E']), { expected_trace: ['SCRIPT_task1', 'SCRIPT_task4', 'SCRIPT_task3'] }],
  ['an event sub-process that takes over', processXml([start, sub(`${short}<bpmn:subProcess id="Q" triggeredByEvent="true"><bpmn:startEvent id="S2"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">test.contains("a")</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>${two}<bpmn:endEvent id="E2" />${flow('S2', 'B')}${flow('B', 'E2')}</bpmn:subProcess>`), three, end],
    ['S -> P', 'P -> C', 'C -> E']), { input: 'a', expected_trace: ['SCRIPT_task2', 'SCRIPT_task3'] }, { input: 'b', expected_trace: ['SCRIPT_task1', 'SCRIPT_task3'] }],
  ['a task that begins with two tokens', processXml([start, one, two, script('C', 'SCRIPT_task3', 'startQuantity="2"'), end], ['S -> A', 'S -> B', 'A -> C', 'B -> C', 'C -> E']), { expected_trace: ['SCRIPT_task1', 'SCRIPT_task2', 'SCRIPT_task3'] }],
  ['an end of everything', processXml([start, one, two, endOf('E', '<bpmn:terminateEventDefinition />'), endOf('E2')], ['S -> A', 'S -> B', 'A -> E', 'B -> E2']), { expected_trace: ['SCRIPT_task1'] }],
];

describe('bộ máy quy trình trước bộ thử', () => {
  test.each(runs.map(([feature, xml, ...cases]) => ({ feature, xml, cases })))('runs $feature', async ({ xml, cases }) => {
    expect(await judge(xml, ...cases)).toEqual({ id: 'own', verdict: 'right', what: '' });
  });

  test.each([
    ['an element it does not run', 'A: ', processXml([start, '<bpmn:choreographyTask id="A" initiatingParticipantRef="S" />', end], ['S -> A', 'A -> E'])],
    ['a script nobody can do', 'A: ', processXml([start, script('A', 'rm -rf /'), end], ['S -> A', 'A -> E'])],
    ['a condition nobody can read', 'A: ', processXml([start, one, two, end], ['S -> A', 'A -> B : test.contains("a")>', 'A -> E', 'B -> E'])],
    ['a call to what is not in the file', 'A: ', processXml([start, '<bpmn:callActivity id="A" calledElement="Nowhere" />', end], ['S -> A', 'A -> E'])],
  ])('says where, and passes nothing over: %s', async (_what, place, xml) => {
    const verdict = await judge(xml, { expected_trace: ['SCRIPT_task1'] });

    expect(verdict.verdict).not.toBe('right');
    expect(verdict.what).toContain(place);
  });

  test('calls a trace wrong that is not the expected one, and a model that runs though it must be refused', async () => {
    const xml = processXml([start, one, end], ['S -> A', 'A -> E']);

    expect((await judge(xml, { expected_trace: ['SCRIPT_task2'] })).verdict).toBe('wrong');
    expect((await judge(xml, { expected_trace: ['ERROR_deployment'] })).verdict).toBe('wrong');
    expect((await judge(processXml([one, two], ['A -> B', 'B -> A']), { expected_trace: ['ERROR_deployment'] })).what).not.toBe('');
  });

  test('ends a model that never comes to rest', async () => {
    const xml = processXml([start, '<bpmn:exclusiveGateway id="M" />', one, end], ['S -> M', 'M -> A', 'A -> M']).replace(end, '');

    expect((await judge(xml, { expected_trace: [] })).verdict).toBe('wrong');
  });

  test('is written as a table per feature', () => {
    const judged = [{ id: 'X', verdict: 'right', what: '', group: 'events', feature: 'X', mustRun: true }, { id: 'Y', verdict: 'unsupported', what: 'a | b', group: 'rules', feature: 'EXT', mustRun: false }] as const;

    expect(countVerdicts(judged)).toEqual({ right: 1, wrong: 0, unsupported: 1, total: 2 });
    expect(conformancePage(judged)).toContain('| EXT: Y | từ chối vì chưa hỗ trợ | a \\| b |');
    expect(() => readSuite('{"tests": [{}]}')).toThrow();
  });
});
