// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { describeProcess } from '../drawing/describe.ts';
import type { TableEdit } from '../drawing/model.ts';
import { readTable } from '../drawing/table.ts';
import { activeTasks, begin, compileProcess, complete, returnTo, type ProcessDefinition } from '../index.ts';
import { after, edited, end, onEdge, processXml, start, userTask } from '../testing.ts';
import { calledIn, isCalledOnly } from './calls.ts';
import { processToPublish } from './compile-process.ts';

const step = (id: string, more = ''): string => userTask(id, `motcua:role="handling-officer" motcua:hours="4" ${more}`);
const call = (id: string, to = '', inside = ''): string => `<bpmn:callActivity id="${id}" name="${id}"${to === '' ? '' : ` calledElement="${to}"`}>${inside}</bpmn:callActivity>`;

/** Two steps others call, the second of which may go back to the first. */
const shared = processXml([start, step('Look'), step('Write', 'motcua:returnTo="Look"'), end], ['S -> Look', 'Look -> Write', 'Write -> E']);
const caller = processXml([start, step('Receive', 'motcua:act="accept"'), call('First'), step('Middle'), call('Second'), onEdge('Late', 'Second', { definition: after('P2D') }), step('Nudge'), end],
  ['S -> Receive', 'Receive -> First', 'First -> Middle', 'Middle -> Second', 'Second -> E', 'Late -> Nudge', 'Nudge -> E']);

const taking = (id: string, xml: string, version = 1): TableEdit => ({ kind: 'set-called', id, key: 'tham-dinh', version, name: 'Thẩm định chung', xml });
const both = (): Promise<string> => edited(caller, taking('First', shared), taking('Second', shared));

async function compiled(xml: string): Promise<ProcessDefinition> {
  const made = await processToPublish(xml);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

/** Finishes what is open, first come first, and names what was done. */
async function walk(xml: string): Promise<readonly string[]> {
  const definition = await compiled(xml);
  const begun = begin(definition, {});
  if (!begun.ok) throw new Error(begun.error.code);
  let { state } = begun.value;
  const done: string[] = [];
  while (!state.ended) {
    const [task] = activeTasks(definition, state);
    if (task === undefined) return [...done, 'waits'];
    done.push(task.node);
    const next = complete(definition, state, { taskId: task.taskId, variables: {} });
    if (!next.ok) return [...done, next.error.code];
    state = next.value.state;
  }
  return done;
}

describe('lời gọi quy trình khác (a call of another published process)', () => {
  test('does the steps of the called process in its place, each call by itself', async () => {
    expect(await walk(await both())).toEqual(['Receive', 'First-tham-dinh_v1_Look', 'First-tham-dinh_v1_Write', 'Middle', 'Second-tham-dinh_v1_Look', 'Second-tham-dinh_v1_Write']);
  });

  test('lets a step inside be sent back inside, and knows where the dossier stands', async () => {
    const definition = await compiled(await both());
    const begun = begin(definition, {});
    let state = begun.ok ? begun.value.state : null;
    for (const node of ['Receive', 'First-tham-dinh_v1_Look']) {
      const task = state === null ? undefined : activeTasks(definition, state).find((each) => each.node === node);
      const next = state === null || task === undefined ? null : complete(definition, state, { taskId: task.taskId, variables: {} });
      state = next?.ok === true ? next.value.state : null;
    }
    const [write] = state === null ? [] : activeTasks(definition, state);
    const back = state === null || write === undefined ? null : returnTo(definition, state, { taskId: write.taskId, to: 'First-tham-dinh_v1_Look' });

    expect(back?.ok === true ? activeTasks(definition, back.value.state).map(({ node }) => node) : []).toEqual(['First-tham-dinh_v1_Look']);
    expect(definition.mainPath).toHaveLength(6);
  });

  test('calls a process that calls another, with the messages each waits for', async () => {
    const wait = '<bpmn:intermediateCatchEvent id="Paid" name="Paid"><bpmn:messageEventDefinition messageRef="M" /></bpmn:intermediateCatchEvent>';
    const inner = processXml([start, step('Ask'), wait, end], ['S -> Ask', 'Ask -> Paid', 'Paid -> E'], '<bpmn:message id="M" name="paid" />');
    const middle = await edited(processXml([start, call('Deep'), step('Sum'), end], ['S -> Deep', 'Deep -> Sum', 'Sum -> E']), { kind: 'set-called', id: 'Deep', key: 'le-phi', version: 3, name: 'Thu lệ phí', xml: inner });
    const outer = await edited(processXml([start, call('Outer'), end], ['S -> Outer', 'Outer -> E']), { kind: 'set-called', id: 'Outer', key: 'giua', version: 2, name: 'Giữa', xml: middle });

    expect(await walk(outer)).toEqual(['Outer-giua_v2_Deep-giua_v2_le-phi_v3_Ask', 'waits']);
    expect((await calledIn(outer)).map(({ key, version }) => `${key} ${String(version)}`).toSorted()).toEqual(['giua 2', 'le-phi 3']);
  });

  test('shows one row as it is drawn, and every step where the process is read as a whole', async () => {
    const xml = await both();
    const [drawn, whole] = [await readTable(xml), await readTable(xml, 'whole')];

    expect(drawn.ok ? drawn.value.rows.map((row) => (row.kind === 'step' ? row.id : row.text)) : []).toEqual([
      'Receive', 'Gọi quy trình «Thẩm định chung»: bản 1, 2 bước. Xong quy trình ấy thì tới bước 2 «Middle».', 'Middle', 'Gọi quy trình «Thẩm định chung»: bản 1, 2 bước. Xong quy trình ấy thì tới kết thúc.',
      'Quá 2 ngày ở quy trình được gọi «Thẩm định chung»: chuyển sang bước 3 «Nudge».', 'Nudge',
    ]);
    expect(whole.ok ? whole.value.rows.filter(({ kind }) => kind === 'step').map(({ name }) => name) : []).toEqual(['Receive', 'Look', 'Write', 'Middle', 'Look', 'Write', 'Nudge']);
    expect(JSON.stringify(await describeProcess(xml))).toContain('Write');
  });

  test('takes a newer version for every call of the older one, and drops the older from the file', async () => {
    const newer = processXml([start, step('Look'), step('Measure'), step('Write'), end], ['S -> Look', 'Look -> Measure', 'Measure -> Write', 'Write -> E']);
    const xml = await edited(await both(), taking('Second', newer, 2));

    expect(await calledIn(xml)).toEqual([{ key: 'tham-dinh', version: 2, name: 'Quy trình thử' }]);
    expect(await walk(xml)).toHaveLength(8);
  });

  test.each([
    ['nothing chosen', caller, 'call-unknown'],
    ['a process that is not in the file', processXml([start, call('C', 'Nowhere'), end], ['S -> C', 'C -> E']), 'call-unknown'],
    ['itself', processXml([start, step('A'), call('C', 'Process_1'), end], ['S -> A', 'A -> C', 'C -> E']), 'call-in-circle'],
  ])('is refused when it leads to %s, by its name', async (_what, xml, code) => {
    const made = await compileProcess(xml);

    expect(made.ok ? [] : [...new Set(made.error.map((each) => each.code))]).toEqual([code]);
    expect(made.ok || made.error.every(({ name }) => name !== null)).toBe(true);
  });

  test('refuses calls that multiply without end in sight', async () => {
    const many = Array.from({ length: 60 }, (_, at) => call(`C${String(at)}`));
    const ids = ['S', ...many.map((_, at) => `C${String(at)}`), 'E'];
    const wide = processXml([start, ...many, end], ids.slice(1).map((to, at) => `${ids[at] ?? ''} -> ${to}`));
    const made = await compileProcess(await edited(wide, taking('C0', shared)).then((xml) => xml.replaceAll(/(<bpmn:callActivity id="C\d+" name="C\d+")(?! calledElement)/gu, '$1 calledElement="tham-dinh_v1_Process_1"')));

    expect(made.ok ? [] : made.error.map(({ code }) => code)).toEqual(['too-large']);
  });

  test('refuses calls that double with every process they pass, without following them all', async () => {
    const depth = 30;
    const doubling = Array.from({ length: depth }, (_, at) => `<bpmn:process id="P${String(at)}"><bpmn:startEvent id="S${String(at)}" />${at === depth - 1 ? '' : ['a', 'b'].map((one) => `<bpmn:callActivity id="C${one}${String(at)}" name="C" calledElement="P${String(at + 1)}" />`).join('')}</bpmn:process>`).join('');
    const made = await compileProcess(processXml([start, end], ['S -> E']).replace(/<bpmn:process[\s\S]*<\/bpmn:process>/u, doubling));

    expect(made.ok ? [] : made.error.map(({ code }) => code)).toEqual(['too-large']);
  });

  test('leaves a file with two processes that do not call each other refused as before', async () => {
    const two = shared.replace('</bpmn:definitions>', '<bpmn:process id="Other"><bpmn:startEvent id="S9" /></bpmn:process></bpmn:definitions>');
    const made = await compileProcess(two);

    expect(made.ok ? [] : made.error.map(({ code }) => code)).toEqual(['several-processes']);
  });

  test('may lead to a process that is there only to be called', async () => {
    const marked = await edited(shared, { kind: 'set-process', property: 'calledOnly', value: 'true' });

    expect([await isCalledOnly(shared), await isCalledOnly(marked)]).toEqual([false, true]);
  });
});
