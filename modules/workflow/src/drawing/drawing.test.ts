// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { processToPublish } from '../definition/compile-process.ts';
import { fromInternalProcedure } from '../internal/from-internal-procedure.ts';
import { readInternalProcedure } from '../internal/model.ts';
import { after, edited, end, forEach, lineXml, onEdge, processXml, start, subProcess, userTask } from '../testing.ts';
import { editXml } from './edit.ts';
import type { ProcessTable, StepRow, TableEdit } from './model.ts';
import { readTable } from './table.ts';

async function tableIn(xml: string): Promise<ProcessTable> {
  const table = await readTable(xml);
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  return table.value;
}

const steps = ({ rows }: ProcessTable): readonly StepRow[] => rows.filter((row) => row.kind === 'step');
const order = async (xml: string): Promise<string> => steps(await tableIn(xml)).map(({ id }) => id).join(' ');

const ladder = processXml(
  [start, userTask('A'), '<bpmn:exclusiveGateway id="G" default="G_C" />', userTask('B'), userTask('C'), '<bpmn:exclusiveGateway id="J" />', userTask('D'), end],
  ['S -> A', 'A -> G', 'G -> B : dat = true', 'G -> C', 'B -> J', 'C -> J', 'J -> D', 'D -> E']);

const shapesOf = (xml: string): readonly string[] => [...xml.matchAll(/<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"/gu)].map(([, id]) => id ?? '').sort();
const nodesOf = (xml: string): readonly string[] => [...xml.matchAll(/<bpmn:(?:startEvent|endEvent|userTask) id="([^"]+)"/gu)].map(([, id]) => id ?? '').sort();

describe('bảng bước (the step table of a process)', () => {
  test('shows steps in their order, and in words what only the diagram can express', async () => {
    const { rows } = await tableIn(ladder);

    expect(rows.map((row) => (row.kind === 'step' ? `${row.no} ${row.id}` : row.text))).toEqual([
      '1 A', 'Rẽ nhánh: nếu dat = true thì tới bước 2 «B»; còn lại thì tới bước 3 «C».', '2 B', '3 C', '4 D',
    ]);
  });

  test('tells of parallel branches and of clocks on a step', async () => {
    const xml = processXml([start, '<bpmn:parallelGateway id="F" />', userTask('A'), userTask('B'), '<bpmn:parallelGateway id="J" />', userTask('C'), `<bpmn:boundaryEvent id="T" attachedToRef="C" cancelActivity="false">${after('P2DT4H')}</bpmn:boundaryEvent>`, userTask('N'), end],
      ['S -> F', 'F -> A', 'F -> B', 'A -> J', 'B -> J', 'J -> C', 'C -> E', 'T -> N', 'N -> E']);

    expect((await tableIn(xml)).rows.filter((row) => row.kind === 'branch').map(({ text }) => text)).toEqual([
      'Làm song song: bước 1 «A» và bước 2 «B».', 'Chờ đủ các nhánh song song rồi đi tiếp tới bước 3 «C».', 'Quá 2 ngày 4 giờ ở bước 3 «C»: mở thêm bước 4 «N».',
    ]);
  });

  test('shows a sub-process as a group of rows, and tells what is chosen, raced for and done for each', async () => {
    const xml = processXml([
      start, userTask('A'), subProcess('P', ['<bpmn:startEvent id="S1" />', userTask('B'), userTask('C', 'motcua:role="leader"', forEach('units', 'item')), '<bpmn:endEvent id="E1" />'], { arrows: ['S1 -> B', 'B -> C', 'C -> E1'] }),
      onEdge('T', 'P', { definition: after('P3D'), beside: true }), userTask('N'), '<bpmn:endEvent id="E2" />', '<bpmn:inclusiveGateway id="I" default="I_Y" />', userTask('X'), userTask('Y'), '<bpmn:inclusiveGateway id="J" />',
      '<bpmn:eventBasedGateway id="G" />', '<bpmn:intermediateCatchEvent id="M"><bpmn:messageEventDefinition messageRef="Msg" /></bpmn:intermediateCatchEvent>', `<bpmn:intermediateCatchEvent id="W">${after('P5D')}</bpmn:intermediateCatchEvent>`, '<bpmn:exclusiveGateway id="Z" />', end,
    ], ['S -> A', 'A -> P', 'T -> N', 'N -> E2', 'P -> I', 'I -> X : dat = true', 'I -> Y', 'X -> J', 'Y -> J', 'J -> G', 'G -> M', 'G -> W', 'M -> Z', 'W -> Z', 'Z -> E'], '<bpmn:message id="Msg" name="paid" />');
    const { rows } = await tableIn(xml);

    expect(rows.map((row) => `${'  '.repeat(row.depth)}${row.kind === 'step' ? `${row.no} ${row.id}${row.each === '' ? '' : ` each ${row.each}`}` : row.text}`)).toEqual([
      '1 A', 'Nhóm bước «P»: bước 2 đến 3. Xong cả nhóm thì tới chỗ chọn hoặc nhập một số nhánh.', '  2 B', '  3 C each units', 'Chọn một số việc: khi dat = true thì làm bước 4 «X»; không điều kiện nào đúng thì tới bước 5 «Y».', '4 X', '5 Y',
      'Chờ xong các việc đã chọn rồi đi tiếp tới chỗ chờ việc đến trước.', 'Chờ việc nào đến trước thì đi theo việc ấy:', 'Chờ đến khi đã nộp tiền rồi đi tiếp tới kết thúc.', 'Chờ 5 ngày rồi đi tiếp tới kết thúc.', 'Quá 3 ngày ở nhóm bước «P»: mở thêm bước 6 «N».', '6 N',
    ]);
    const changed = await edited(xml, { kind: 'add', after: 'B', name: 'Mới' }, { kind: 'set', id: 'B', property: 'each', value: 'donVi' }, { kind: 'set', id: 'C', property: 'each', value: '' }, { kind: 'set-message', id: 'M', message: 'supplemented' }, { kind: 'set-way', flow: 'I_X', condition: 'dat = false', isDefault: false });
    const after2 = await tableIn(changed);
    expect(steps(after2).map(({ name, depth, each }) => `${name} ${String(depth)} ${each}`.trim())).toEqual(['A 0', 'B 1 donVi', 'Mới 1', 'C 1', 'X 0', 'Y 0', 'N 0']);
    expect(after2.rows.filter((row) => row.kind === 'branch').map(({ message, ways }) => message + ways.map(({ condition }) => condition).join('')).filter((each) => each !== '')).toEqual(['dat = false', 'supplemented']);
    expect(await processToPublish(changed)).toMatchObject({ ok: true });
  });

  test('moves a step, drops what it could be sent back to and no longer stands before it, and says so', async () => {
    const xml = processXml([start, userTask('A'), userTask('B', 'motcua:role="leader" motcua:returnTo="A"'), end], ['S -> A', 'A -> B', 'B -> E']);

    const done = await editXml(xml, { kind: 'move', id: 'A', by: 1 });

    expect(done).toMatchObject({ ok: true, value: { focus: 'A', notes: [{ code: 'return-dropped', at: 'B', to: 'A' }] } });
    expect(done.ok && await order(done.value.xml)).toBe('B A');
  });

  test('adds, duplicates and removes', async () => {
    const xml = await edited(lineXml('A', 'B'), { kind: 'add', after: 'A', name: 'Mới' }, { kind: 'duplicate', id: 'B', name: 'B lần hai' }, { kind: 'remove', id: 'A' });

    expect(steps(await tableIn(xml)).map(({ name, role }) => [name, role])).toEqual([['Mới', 'handling-officer'], ['B', 'handling-officer'], ['B lần hai', 'handling-officer']]);
    expect((await processToPublish(xml)).ok).toBe(true);
  });

  test.each<[TableEdit, string]>([
    [{ kind: 'move', id: 'A', by: -1 }, 'at-the-edge'], [{ kind: 'move', id: 'D', by: 1 }, 'at-the-edge'], [{ kind: 'move', id: 'A', by: 1 }, 'in-a-branch'], [{ kind: 'move', id: 'B', by: 1 }, 'in-a-branch'],
    [{ kind: 'remove', id: 'X' }, 'no-such-element'], [{ kind: 'set', id: 'G', property: 'hours', value: '3' }, 'no-such-element'],
  ])('refuses %j and says why', async (edit, code) => {
    expect(await editXml(ladder, edit)).toEqual({ ok: false, error: code });
  });

  test('keeps its last step, and reads what is no model as such', async () => {
    expect(await editXml(lineXml('A'), { kind: 'remove', id: 'A' })).toEqual({ ok: false, error: 'last-step' });
    expect(await editXml('<x', { kind: 'remove', id: 'A' })).toEqual({ ok: false, error: 'not-readable' });
  });

  test('writes every property, conditions of branches and clocks, and reads them again', async () => {
    const xml = await edited(ladder,
      { kind: 'set', id: 'B', property: 'hours', value: '16' }, { kind: 'set', id: 'B', property: 'actor', value: 'Phòng Kinh tế & Hạ tầng' }, { kind: 'set', id: 'B', property: 'content', value: '- Một\n- Hai <ba>' },
      { kind: 'set', id: 'B', property: 'output', value: 'Dự thảo "giấy phép"' }, { kind: 'set-way', flow: 'G_B', condition: 'dat = false', isDefault: false }, { kind: 'set-process', property: 'procedures', value: '1.001612' });
    const table = await tableIn(xml);

    expect(steps(table).find(({ id }) => id === 'B')).toMatchObject({ hours: '16', actor: 'Phòng Kinh tế & Hạ tầng', content: '- Một\n- Hai <ba>', output: 'Dự thảo "giấy phép"' });
    expect(table.procedures).toBe('1.001612');
    expect(table.rows.find(({ id }) => id === 'G')).toMatchObject({ ways: [{ flow: 'G_B', condition: 'dat = false', isDefault: false }, { flow: 'G_C', isDefault: true }] });
  });

  test('has one usual way out of a branching: naming another takes its condition away', async () => {
    const { rows } = await tableIn(await edited(ladder, { kind: 'set-way', flow: 'G_B', condition: 'dat = true', isDefault: true }, { kind: 'set-way', flow: 'G_C', condition: 'dat = false', isDefault: false }));

    expect(rows.find(({ id }) => id === 'G')).toMatchObject({ ways: [{ condition: '', isDefault: true }, { condition: 'dat = false', isDefault: false }] });
  });
});

describe('the step table over the published procedures (quy trình nội bộ của tỉnh)', () => {
  let models: readonly string[];
  beforeAll(async () => {
    const records = JSON.parse(await readFile(path.join(import.meta.dirname, '../../../../data/internal-procedures/internal-procedures.json'), 'utf8')) as readonly unknown[];
    models = await Promise.all(records.map(async (record) => { const read = readInternalProcedure(record); return read.ok ? (await fromInternalProcedure(read.value)).xml : ''; }));
  });

  test('shows all 487 steps with who does them and what', async () => {
    const rows = (await Promise.all(models.map(tableIn))).flatMap(steps);

    expect(rows.length).toBe(487);
    expect(rows.filter(({ actor, content }) => actor === '' || content === '')).toEqual([]);
  });

  test('keeps file, picture and publication whole whatever is edited', async () => {
    const edit = (ids: readonly string[]): fc.Arbitrary<TableEdit> => fc.oneof(
      fc.record({ kind: fc.constant('move' as const), id: fc.constantFrom(...ids), by: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({ kind: fc.constant('add' as const), after: fc.constantFrom('Start', ...ids), name: fc.constant('Bước mới') }),
      fc.record({ kind: fc.constant('duplicate' as const), id: fc.constantFrom(...ids), name: fc.constant('Bản sao') }),
      fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom(...ids) }),
    );
    const model = fc.constantFrom(...models.slice(0, 5)).chain((xml) => fc.tuple(fc.constant(xml), fc.array(edit(nodesOf(xml).filter((id) => id.startsWith('Step_'))), { minLength: 1, maxLength: 6 })));

    await fc.assert(fc.asyncProperty(model, async ([xml, edits]) => {
      let now = xml;
      for (const each of edits) { const done = await editXml(now, each); if (done.ok) now = done.value.xml; }
      expect(await processToPublish(now)).toMatchObject({ ok: true });
      expect(shapesOf(now)).toEqual(nodesOf(now));
    }), { numRuns: 40 });
  });
});
