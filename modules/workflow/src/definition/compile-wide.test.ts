// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { activeTasks, begin, complete, compileProcess, deliver, fireTimer, moveVersion, plannedHours, plannedSteps, progress, questionsBehind, returnTo, type ProcessDefinition, type ProcessState, type Variables } from '../index.ts';
import { after, end, forEach, onEdge, processXml, start, subProcess, userTask } from '../testing.ts';
import { decisionTable } from '../drawing/decision.ts';
import { editXml } from '../drawing/edit.ts';
import { processToPublish } from './compile-process.ts';

const step = (id: string, more = ''): string => userTask(id, `motcua:role="handling-officer" motcua:hours="8" ${more}`);
const inner = (id: string, more = ''): string => userTask(id, `motcua:role="handling-officer" motcua:hours="4" ${more}`);

/** Receipt, an appraisal of two steps beside each other late after three days, an inclusive choice of opinions, approval that may go back into the appraisal. */
const whole = processXml([
  start, step('Receive', 'motcua:act="accept"'),
  subProcess('Appraisal', ['<bpmn:startEvent id="S1" />', '<bpmn:parallelGateway id="F1" />', inner('Site'), inner('Papers'), '<bpmn:parallelGateway id="J1" />', inner('Report', 'motcua:returnTo="Site,Receive"'), '<bpmn:endEvent id="E1" />'],
    { arrows: ['S1 -> F1', 'F1 -> Site', 'F1 -> Papers', 'Site -> J1', 'Papers -> J1', 'J1 -> Report', 'Report -> E1'] }),
  onEdge('Late', 'Appraisal', { definition: after('P3D'), beside: true }), userTask('Nudge', 'motcua:role="division-head"'), '<bpmn:endEvent id="E3" />',
  onEdge('TooLate', 'Appraisal', { definition: after('P9D') }), userTask('TakeOver', 'motcua:role="division-head" motcua:returnTo="Papers"'),
  '<bpmn:exclusiveGateway id="M" />', '<bpmn:inclusiveGateway id="I" default="I_Sum" />', step('Land'), step('Fire'), step('Sum'), '<bpmn:inclusiveGateway id="K" />',
  userTask('Approve', 'motcua:role="leader" motcua:act="approve" motcua:hours="2" motcua:returnTo="Report,Sum"'), end,
], ['S -> Receive', 'Receive -> Appraisal', 'Appraisal -> M', 'Late -> Nudge', 'Nudge -> E3', 'TooLate -> TakeOver', 'TakeOver -> M', 'M -> I', 'I -> Land : land = true', 'I -> Fire : fire = true', 'I -> Sum',
  'Land -> K', 'Fire -> K', 'Sum -> K', 'K -> Approve', 'Approve -> E']);

async function compiled(xml: string): Promise<ProcessDefinition> {
  const made = await processToPublish(xml);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

/** A run that is told by the names of its steps. */
function running(definition: ProcessDefinition) {
  const begun = begin(definition, {});
  if (!begun.ok) throw new Error(begun.error.code);
  let { state } = begun.value;
  const open = (): readonly string[] => activeTasks(definition, state).map(({ node }) => node).toSorted();
  const idOf = (node: string, at = 0): string => activeTasks(definition, state).filter((task) => task.node === node)[at]?.taskId ?? '';
  const keep = (outcome: ReturnType<typeof complete>): readonly string[] => {
    if (!outcome.ok) return [outcome.error.code];
    state = outcome.value.state;
    return state.ended ? ['ended'] : open();
  };
  return {
    open, state: (): ProcessState => state, tasks: () => activeTasks(definition, state),
    done: (node: string, variables: Variables = {}, at = 0) => keep(complete(definition, state, { taskId: idOf(node, at), variables })),
    back: (node: string, to: string) => keep(returnTo(definition, state, { taskId: idOf(node), to })),
    fire: (node: string) => keep(fireTimer(definition, state, { timerId: Object.values(state.tokens).flatMap(({ timers }) => Object.entries(timers)).find(([, id]) => id === node)?.[0] ?? '' })),
    told: (name: string) => keep(deliver(definition, state, { kind: 'message', name })),
  };
}

describe('công bố quy trình có quy trình con, cổng bao gồm, sự kiện bên mép (what more is published)', () => {
  test('runs a sub-process, an inclusive choice and comes to its end', async () => {
    const run = running(await compiled(whole));

    expect([run.open(), run.done('Receive'), run.done('Site'), run.done('Papers'), run.done('Report', { land: true, fire: true }), run.done('Fire'), run.done('Land'), run.done('Approve')])
      .toEqual([['Receive'], ['Papers', 'Site'], ['Papers'], ['Report'], ['Fire', 'Land'], ['Land'], ['Approve'], ['ended']]);
  });

  test('takes the usual way of an inclusive gateway when no condition holds', async () => {
    const run = running(await compiled(whole));
    for (const node of ['Receive', 'Site', 'Papers', 'Report']) run.done(node);

    expect(run.open()).toEqual(['Sum']);
  });

  test('counts its main path, its hours and how far a dossier is', async () => {
    const definition = await compiled(whole);
    const run = running(definition);
    const seen = ['', 'Receive', 'Site', 'Papers', 'Report'].map((node) => { if (node !== '') run.done(node); return progress(definition, run.state()).done; });

    expect(definition.mainPath).toEqual(['Receive', 'Site', 'Papers', 'Report', 'Land', 'Fire', 'Sum', 'Approve']);
    expect(plannedHours(definition)).toBe(8 + 4 + 4 + 8 + 2);
    expect(plannedSteps(definition).find(({ node }) => node === 'Report')?.after.toSorted()).toEqual(['Papers', 'Site']);
    expect(seen).toEqual([0, 1, 2, 3, 6]);
  });

  test('opens a step beside when it is late, and takes the whole sub-process away when it is too late', async () => {
    const run = running(await compiled(whole));
    run.done('Receive');

    expect([run.fire('Late'), run.done('Nudge'), run.fire('TooLate'), run.done('TakeOver', { fire: true })]).toEqual([['Nudge', 'Papers', 'Site'], ['Papers', 'Site'], ['TakeOver'], ['Fire']]);
  });

  test.each([
    ['from inside to a step beside it', ['Receive', 'Site', 'Papers'], ['Report', 'Site'], ['Site']],
    ['out of it to a step before it', ['Receive', 'Site', 'Papers'], ['Report', 'Receive'], ['Receive']],
    ['into it when it is over, at that step alone', ['Receive', 'Site', 'Papers', 'Report', 'Sum'], ['Approve', 'Report'], ['Report']],
  ] as const)('goes back %s', async (_what, before, [from, to], expected) => {
    const run = running(await compiled(whole));
    for (const node of before) run.done(node);

    expect(run.back(from, to)).toEqual(expected);
    // And on to the end again, whatever was taken back.
    for (let count = 0; count < 20 && !run.state().ended; count += 1) run.done(run.open()[0] ?? '');
    expect(run.state()).toMatchObject({ ended: true, tokens: {}, joins: {} });
  });

  test('goes back into a sub-process that was taken away, and its clocks run again', async () => {
    const run = running(await compiled(whole));
    run.done('Receive');
    run.fire('TooLate');

    expect([run.back('TakeOver', 'Papers'), run.fire('TooLate')]).toEqual([['Papers'], ['TakeOver']]);
  });

  test('moves a waiting instance to another version where its scopes are the same, and not where they are not', async () => {
    const [from, renamed, flat] = await Promise.all([compiled(whole), compiled(whole.replaceAll('name="Site"', 'name="Kiểm tra thực địa"')), compiled(whole.replaceAll('Appraisal', 'Other'))]);
    const run = running(from);
    run.done('Receive');

    expect(moveVersion({ from, to: renamed }, run.state())).toMatchObject({ ok: true, value: [{ node: 'Site', to: 'Kiểm tra thực địa' }, { node: 'Papers' }] });
    expect(moveVersion({ from, to: flat }, run.state())).toMatchObject({ ok: false, error: [{ code: 'step-gone', node: 'Appraisal' }, { code: 'timer-changed', node: 'Late' }, { code: 'timer-changed', node: 'TooLate' }, { code: 'step-changed', node: 'Site' }, { code: 'step-changed', node: 'Papers' }] });
  });
});

const asked = (more: string): string => processXml([
  start, step('Receive'), userTask('Ask', 'motcua:role="consulted-officer" motcua:agency="place" motcua:act="consult"', forEach('units', 'place')), step('Sum', 'motcua:returnTo="Ask,Receive"'), end, more,
], ['S -> Receive', 'Receive -> Ask', 'Ask -> Sum', 'Sum -> E']);

describe('một việc cho từng đơn vị (one step for each of a list)', () => {
  test('asks each once, each at its own place, and goes on when all have answered', async () => {
    const run = running(await compiled(asked('')));
    run.done('Receive', { units: 'Y99.01, Y99.02,Y99.01,Y99.03' });
    const places = run.tasks().map(({ agency }) => agency);

    expect([places, run.done('Ask', {}, 1), run.tasks().map(({ agency }) => agency), run.done('Ask'), run.done('Ask'), run.done('Sum')])
      .toEqual([['Y99.01', 'Y99.02', 'Y99.03'], ['Ask', 'Ask'], ['Y99.01', 'Y99.03'], ['Ask'], ['Sum'], ['ended']]);
  });

  test('asks them all again when it is sent back, and nobody else', async () => {
    const run = running(await compiled(asked('')));
    run.done('Receive', { units: '["A","B"]' });
    run.done('Receive');
    while (run.open().includes('Ask')) run.done('Ask');

    expect(run.back('Sum', 'Ask').length).toBeGreaterThan(0);
    expect(run.back('Ask', 'Receive')).toEqual(['return-not-allowed']);
  });

  test('goes on at once when the list is empty, and refuses a step whose list is none', async () => {
    const [one, other] = [running(await compiled(asked(''))), running(await compiled(asked('')))];

    expect([one.done('Receive', { units: '' }), other.done('Receive')]).toEqual([['Sum'], ['no-path']]);
    expect(other.open()).toEqual(['Receive']);
  });
});

const waiting = processXml([
  start, step('Receive'), '<bpmn:eventBasedGateway id="G" />', '<bpmn:intermediateCatchEvent id="Paid"><bpmn:messageEventDefinition messageRef="Msg" /></bpmn:intermediateCatchEvent>',
  `<bpmn:intermediateCatchEvent id="Days">${after('P5D')}</bpmn:intermediateCatchEvent>`, step('Number'), step('Remind'), '<bpmn:exclusiveGateway id="M" />', end,
], ['S -> Receive', 'Receive -> G', 'G -> Paid', 'G -> Days', 'Paid -> Number', 'Days -> Remind', 'Number -> M', 'Remind -> M', 'M -> E'], '<bpmn:message id="Msg" name="paid" />');

describe('chờ tin hoặc hẹn giờ (a message or a clock, whichever comes first)', () => {
  test('goes on with what comes first, and what comes later finds nobody', async () => {
    const [paid, late] = [running(await compiled(waiting)), running(await compiled(waiting))];
    paid.done('Receive');
    late.done('Receive');

    expect([paid.told('supplemented'), paid.told('paid'), paid.told('paid'), late.fire('Days'), late.told('paid')]).toEqual([[], ['Number'], ['Number'], ['Remind'], ['Remind']]);
  });
});

const table = (more: object = {}): string => JSON.stringify({
  id: 'cap', name: 'Cấp giải quyết', hitPolicy: 'UNIQUE', inputs: [{ id: 'dienTich', label: 'Diện tích', type: 'number', choices: [], hint: null }, { id: 'datO', label: 'Là đất ở', type: 'boolean', choices: [], hint: null }],
  outputs: [{ id: 'cap', label: 'Cấp', type: 'string' }, { id: 'khaoSat', label: 'Phải khảo sát', type: 'boolean' }],
  rules: [{ id: 'r1', when: ['>= 500', '-'], then: ['tinh', 'true'], note: null }, { id: 'r2', when: ['< 500', 'true'], then: ['xa', 'false'], note: null }, { id: 'r3', when: ['< 500', 'false'], then: ['xa', 'true'], note: null }], ...more,
});
const deciding = (written: string): string => processXml([
  start, step('Receive'), `<bpmn:businessRuleTask id="D" name="Cấp giải quyết"><bpmn:extensionElements><motcua:decisionTable>${written.replaceAll('<', '&lt;')}</motcua:decisionTable></bpmn:extensionElements></bpmn:businessRuleTask>`,
  '<bpmn:inclusiveGateway id="I" default="I_Xa" />', step('Tinh'), step('Xa'), step('Site'), '<bpmn:inclusiveGateway id="K" />', end,
], ['S -> Receive', 'Receive -> D', 'D -> I', 'I -> Tinh : cap = "tinh"', 'I -> Site : khaoSat = true', 'I -> Xa', 'Tinh -> K', 'Site -> K', 'Xa -> K', 'K -> E']);

describe('bảng quyết định trong quy trình (a decision table that answers by itself)', () => {
  test.each([
    [{ dienTich: 800, datO: true }, ['Site', 'Tinh']], [{ dienTich: 100, datO: true }, ['Xa']], [{ dienTich: 100, datO: false }, ['Site']],
  ] as const)('leads by its answer to %j', async (variables, expected) => {
    const run = running(await compiled(deciding(table())));

    expect(run.done('Receive', variables)).toEqual(expected);
    expect(run.state().variables).toMatchObject({ khaoSat: expected.some((node) => node === 'Site') });
  });

  test('asks whoever finishes the step before for what it looks at, and not for what it answers', async () => {
    const definition = await compiled(deciding(table()));

    expect(questionsBehind(definition, 'Receive')).toEqual([{ variable: 'dienTich', kind: 'number', choices: [] }, { variable: 'datO', kind: 'yes-no', choices: [] }]);
  });

  test('refuses a step after which no row holds, and nothing changes', async () => {
    const run = running(await compiled(deciding(table())));

    expect([run.done('Receive', { dienTich: 'nhiều' }), run.open()]).toEqual([['no-path'], ['Receive']]);
  });

  test.each([
    ['is none', 'không phải bảng', 'chưa có bảng'], ['has two rows for one answer', table({ rules: [{ id: 'r1', when: ['-', '-'], then: ['x', 'true'], note: null }, { id: 'r2', when: ['> 5', '-'], then: ['y', 'true'], note: null }] }), 'cùng đúng'],
    ['leaves answers without a row', table({ rules: [{ id: 'r1', when: ['> 5', '-'], then: ['x', 'true'], note: null }] }), 'Không dòng nào'], ['reaches outside', table({ rules: [{ id: 'r1', when: ['count(x) > 1', '-'], then: ['x', 'true'], note: null }] }), 'Không đọc được'],
  ])('is not published when it %s', async (_what, written, words) => {
    const made = await compileProcess(deciding(written));

    expect(made.ok ? [] : made.error.map(({ code, element }) => [code, element])).toContainEqual(['decision-invalid', 'D']);
    expect(made.ok ? '' : made.error.map(({ text }) => text).join(' ')).toContain(words);
  });

  test('keeps what is half written while it is edited', () => {
    const half = table({ inputs: [{ id: '', label: 'Diện tích', type: 'number', choices: [], hint: null }] });

    expect([decisionTable(half).inputs, decisionTable(half).rules.length, decisionTable('').rules, decisionTable('{').outputs.length]).toEqual([[{ id: '', label: 'Diện tích', type: 'number', choices: [], hint: null }], 3, [], 1]);
  });

  test('is edited in the drawing, stands in the step table in words and is merged like everything else', async () => {
    const done = await editXml(deciding('').replace('<motcua:decisionTable></motcua:decisionTable>', ''), { kind: 'set-decision', id: 'D', name: 'Cấp', table: table() });
    if (!done.ok) throw new Error(done.error);

    expect(done.value.table.rows.find(({ id }) => id === 'D')).toMatchObject({ what: 'decision', name: 'Cấp', decision: table(), text: 'Bảng quyết định «Cấp»: xét Diện tích, Là đất ở; cho ra Cấp, Phải khảo sát (3 dòng). Rồi đi tiếp tới chỗ chọn hoặc nhập một số nhánh.' });
    expect(await processToPublish(done.value.xml)).toMatchObject({ ok: true });
  });
});

const refused: readonly (readonly [what: string, code: string, element: string, xml: string])[] = [
  ['a join that waits for a branch which a choice leaves out', 'join-never-fires', 'J', processXml([start, '<bpmn:inclusiveGateway id="I" />', step('A'), step('B'), '<bpmn:parallelGateway id="J" />', end], ['S -> I', 'I -> A : a = 1', 'I -> B : b = 1', 'A -> J', 'B -> J', 'J -> E'])],
  ['an error nobody can throw', 'unreachable-node', 'X', processXml([start, subProcess('P', ['<bpmn:startEvent id="S1" />', inner('A'), '<bpmn:endEvent id="E1" />'], { arrows: ['S1 -> A', 'A -> E1'] }), onEdge('X', 'P', { definition: '<bpmn:errorEventDefinition errorRef="Err" />' }), step('B'), end, '<bpmn:exclusiveGateway id="M" />'], ['S -> P', 'P -> M', 'X -> B', 'B -> M', 'M -> E'], '<bpmn:error id="Err" errorCode="E1" />')],
  ['a way back into something that repeats', 'return-target-invalid', 'Z', processXml([start, subProcess('P', ['<bpmn:startEvent id="S1" />', inner('A'), '<bpmn:endEvent id="E1" />'], { arrows: ['S1 -> A', 'A -> E1'], more: forEach('["A"]', 'unit') }), step('Z', 'motcua:returnTo="A"'), end], ['S -> P', 'P -> Z', 'Z -> E'])],
  ['a sub-process without a start', 'no-start', 'P', processXml([start, subProcess('P', [inner('A'), '<bpmn:endEvent id="E1" />'], { arrows: ['A -> E1'] }), end], ['S -> P', 'P -> E'])],
  ['a call to somebody else', 'call-unknown', 'C', processXml([start, '<bpmn:callActivity id="C" calledElement="other" />', end], ['S -> C', 'C -> E'])],
];

describe('kiểm tra trước khi công bố', () => {
  test.each(refused)('refuses %s', async (_what, code, element, xml) => {
    const made = await compileProcess(xml);

    expect(made.ok ? [] : made.error.map((fault) => [fault.code, fault.element])).toContainEqual([code, element]);
    expect(made.ok ? [] : made.error.map(({ text }) => /\p{L}/u.test(text))).not.toContain(false);
  });
});
