// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { begin, compileProcess } from '../index.ts';
import { processToPublish } from './compile-process.ts';
import { publicationFaultCodes, type PublicationFault } from '../model.ts';
import { after, end, forEach, lineXml, processXml, start, userTask } from '../testing.ts';

const [a, b] = [userTask('A'), userTask('B')];
const xor = '<bpmn:exclusiveGateway id="X" />';
const fork = '<bpmn:parallelGateway id="F" />';
const join = '<bpmn:parallelGateway id="J" />';
const task = (attributes: string): string => processXml([start, userTask('A', attributes), end], ['S -> A', 'A -> E']);

const many = Array.from({ length: 13 }, (_, at) => `P${at}`);

const refused: readonly (readonly [code: PublicationFault['code'], element: string | null, xml: string])[] = [
  ['xml-broken', null, ''], ['xml-broken', null, 'không phải XML'], ['xml-broken', null, lineXml('A').slice(0, -40)],
  ['xml-broken', null, '<a xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL">'],
  ['xml-broken', 'constructor', lineXml('constructor')], ['xml-broken', '__proto__', lineXml('__proto__')],
  ['wrong-namespace', null, '<definitions xmlns="http://example.org/model"><process/></definitions>'],
  ['no-process', null, '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'],
  ['several-processes', null, lineXml('A').replace('</bpmn:definitions>', '<bpmn:process id="Q"/></bpmn:definitions>')],
  ['call-unknown', 'C', processXml([start, '<bpmn:callActivity id="C" />', end], ['S -> C', 'C -> E'])],
  ['call-in-circle', 'C', processXml([start, '<bpmn:callActivity id="C" calledElement="Process_1" />', end], ['S -> C', 'C -> E'])],
  ['no-start', null, processXml([a, end], ['A -> E'])],
  ['several-starts', 'S2', processXml([start, '<bpmn:startEvent id="S2" />', a, end], ['S -> A', 'S2 -> A', 'A -> E'])],
  ['no-end', null, processXml([start, a], ['S -> A'])],
  ['unsupported-element', 'T', processXml([start, '<bpmn:scriptTask id="T" />', end], ['S -> T', 'T -> E'])],
  ['unsupported-element', 'A', processXml([start, userTask('A', 'motcua:role="leader"', '<bpmn:standardLoopCharacteristics />'), end], ['S -> A', 'A -> E'])],
  ['repetition-invalid', 'A', processXml([start, userTask('A', 'motcua:role="leader"', '<bpmn:multiInstanceLoopCharacteristics />'), end], ['S -> A', 'A -> E'])],
  ['repetition-invalid', 'A', processXml([start, userTask('A', 'motcua:role="leader"', forEach('for x in y return x', 'unit')), end], ['S -> A', 'A -> E'])],
  ['decision-invalid', 'D', processXml([start, '<bpmn:businessRuleTask id="D" />', a, end], ['S -> D', 'D -> A', 'A -> E'])],
  ['message-unknown', 'M', processXml([start, '<bpmn:intermediateCatchEvent id="M"><bpmn:messageEventDefinition messageRef="N" /></bpmn:intermediateCatchEvent>', end], ['S -> M', 'M -> E'], '<bpmn:message id="N" name="moon-rises" />')],
  ['error-not-caught', 'F', processXml([start, xor, a, end, '<bpmn:endEvent id="F"><bpmn:errorEventDefinition errorRef="Err" /></bpmn:endEvent>', '<bpmn:inclusiveGateway id="I" />'], ['S -> I', 'I -> X', 'X -> A : x = 1', 'X -> F : x = 2', 'A -> E'], '<bpmn:error id="Err" errorCode="E1" />')],
  ['too-many-situations', null, processXml([start, '<bpmn:parallelGateway id="F" />', ...many.map((id) => userTask(id)), '<bpmn:inclusiveGateway id="J" />', '<bpmn:endEvent id="E"><bpmn:terminateEventDefinition /></bpmn:endEvent>'], ['S -> F', ...many.flatMap((id) => [`F -> ${id}`, `${id} -> J`]), 'J -> E'])],
  ['unsupported-element', 'M', processXml(['<bpmn:startEvent id="M"><bpmn:messageEventDefinition /></bpmn:startEvent>', start, a, end], ['S -> A', 'A -> E'])],
  ['unreachable-node', 'B', processXml([start, a, b, end], ['S -> A', 'A -> E', 'B -> E'])],
  ['dead-end', 'B', processXml([start, xor, a, b, end], ['S -> X', 'X -> A : x = 1', 'X -> B : x = 2', 'A -> E'])],
  ['flow-broken', null, lineXml('A').replace('targetRef="E"', 'targetRef="nowhere"')],
  ['flow-broken', 'E', processXml([start, a, end], ['S -> A', 'A -> E', 'E -> A'])],
  ['flow-without-condition', 'X', processXml([start, xor, a, b, end], ['S -> X', 'X -> A', 'X -> B', 'A -> E', 'B -> E'])],
  ['condition-not-readable', 'X_A', processXml([start, xor, a, b, end], ['S -> X', 'X -> A : ${x}', 'X -> B : x = 2', 'A -> E', 'B -> E'])],
  ['condition-misplaced', 'A', processXml([start, a, end], ['S -> A', 'A -> E : x = 1'])],
  ['timer-not-readable', 'W', processXml([start, `<bpmn:intermediateCatchEvent id="W">${after('mai')}</bpmn:intermediateCatchEvent>`, end], ['S -> W', 'W -> E'])],
  ['boundary-misplaced', 'W', processXml([start, a, `<bpmn:boundaryEvent id="W" attachedToRef="S">${after('P1D')}</bpmn:boundaryEvent>`, end], ['S -> A', 'A -> E', 'W -> E'])],
  ['task-without-role', 'A', task('')],
  ['task-property-invalid', 'A', task('motcua:role="giám đốc"')], ['task-property-invalid', 'A', task('motcua:role="leader" motcua:hours="-1"')],
  ['task-property-invalid', 'A', task('motcua:role="leader" motcua:act="xóa"')], ['task-property-invalid', 'A', task('motcua:role="leader" motcua:signature="x"')],
  ['return-target-invalid', 'A', task('motcua:role="leader" motcua:returnTo="A"')], ['return-target-invalid', 'A', task('motcua:role="leader" motcua:returnTo="E"')],
  ['join-never-fires', 'J', processXml([start, xor, a, b, join, end], ['S -> X', 'X -> A : x = 1', 'X -> B : x = 2', 'A -> J', 'B -> J', 'J -> E'])],
  ['cycle-without-task', 'X', processXml([start, a, xor, '<bpmn:exclusiveGateway id="Y" />', end],
    ['S -> A', 'A -> X', 'X -> Y : x = 1', 'Y -> X', 'X -> E : x = 2'])],
  ['branches-multiply', 'A', processXml([start, '<bpmn:exclusiveGateway id="M" />', fork, a, end], ['S -> M', 'M -> F', 'F -> A', 'F -> E', 'A -> M'])
    .replace('<bpmn:sequenceFlow id="F_E"', '<bpmn:sequenceFlow id="F_A2" sourceRef="F" targetRef="A" /><bpmn:sequenceFlow id="F_E"')],
  ['against-standard', 'X', processXml([start, '<bpmn:exclusiveGateway id="X" />', a, end], ['S -> X', 'X -> A', 'A -> E'])],
  ['too-large', null, lineXml(...Array.from({ length: 1001 }, (_, at) => `T${at}`))],
];

describe('công bố quy trình', () => {
  test.each(refused)('refuses %s at %s (%#)', async (code, element, xml) => {
    const made = await processToPublish(xml);

    expect(made.ok ? [] : made.error.map((fault) => ({ code: fault.code, element: fault.element }))).toContainEqual({ code, element });
    expect(made.ok ? '' : made.error[0]?.text).toMatch(/\p{L}/u);
  });

  test('looks once at what many choices lead to', async () => {
    const gateways = Array.from({ length: 60 }, (_, at) => `<bpmn:exclusiveGateway id="X${at}" default="X${at}_d" />`);
    const arrows = Array.from({ length: 59 }, (_, at) => `X${at} -> X${at + 1} : x = ${at}`);
    const defaults = Array.from({ length: 60 }, (_, at) => `<bpmn:sequenceFlow id="X${at}_d" sourceRef="X${at}" targetRef="${at === 59 ? 'A' : `X${at + 1}`}" />`);
    const made = await compileProcess(processXml([start, ...gateways, ...defaults, a, end], ['S -> X0', ...arrows, 'X59 -> E : x = 1', 'A -> E']));

    expect(made.ok ? [] : made.error).toEqual([]);
  });

  test('has a model for every refusal', () => {
    expect(new Set(refused.map(([code]) => code))).toEqual(new Set(publicationFaultCodes));
  });

  test('lets what was published before still run, though it would be refused now', async () => {
    const xml = processXml([start, xor, a, end], ['S -> X', 'X -> A', 'A -> E']);

    expect([(await compileProcess(xml)).ok, (await processToPublish(xml)).ok]).toEqual([true, false]);
  });

  test('says the place in words', async () => {
    const made = await compileProcess(task('').replace('name="A"', 'name="Thẩm định"'));

    expect(made).toMatchObject({ ok: false, error: [{ name: 'Thẩm định', text: '«Thẩm định»: Công việc chưa có vai trò thực hiện (motcua:role).' }] });
  });

  test('reads the properties of a task', async () => {
    const made = await compileProcess(task(
      'motcua:role="leader" motcua:hours="0,5" motcua:unit="competentUnit" motcua:act="approve" motcua:signature="personal" motcua:citizenLabel="Trình ký"'));
    const begun = made.ok ? begin(made.value, { competentUnit: 'P01' }) : null;

    expect(begun).toMatchObject({ ok: true, value: { effects: [{
      kind: 'task-created', taskId: 't1', node: 'A', role: 'leader', unit: 'P01', agency: 'competent', hours: 0.5, act: 'approve',
      signature: 'personal', citizenLabel: 'Trình ký', form: null, returnTo: [],
    }] } });
  });

  test('takes a file as a standard modeller writes it, with lanes, notes and diagram', async () => {
    const made = await compileProcess(await readFile(path.join(import.meta.dirname, '../../test/modeller.bpmn'), 'utf8'));

    expect(made.ok ? made.value.mainPath : made.error).toEqual(['Activity_receive', 'Activity_appraise', 'Activity_consult', 'Activity_sign']);
  });
});
