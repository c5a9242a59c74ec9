// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { processToPublish } from '../definition/compile-process.ts';
import { editXml } from '../drawing/edit.ts';
import type { TableEdit } from '../drawing/model.ts';
import { newProcessXml } from '../drawing/new-process.ts';
import { readTable } from '../drawing/table.ts';
import { mergeProcesses } from './merge.ts';

const Content = z.object({ name: z.string(), xml: z.string() });
const merge = mergeProcesses((content) => Content.parse(content));
const base = newProcessXml('QT-THU');

async function edited(...edits: readonly TableEdit[]): Promise<string> {
  let xml = base;
  for (const edit of edits) {
    const done = await editXml(xml, edit);
    if (!done.ok) throw new Error(done.error);
    ({ xml } = done.value);
  }
  return xml;
}

const named = (xml: string): { readonly name: string; readonly xml: string } => ({ name: 'Quy trình', xml });
const set = (id: string, property: 'name' | 'hours' | 'content', value: string): TableEdit => ({ kind: 'set', id, property, value });

async function merged(mine: string, theirs: string, takeTheirs: readonly string[] = []) {
  const { content, collisions } = await merge({ base: named(base), mine: named(mine), theirs: named(theirs) }, takeTheirs);
  const { xml } = Content.parse(content);
  const table = await readTable(xml);
  const steps = table.ok ? table.value.rows.filter((row) => row.kind === 'step') : [];
  return { xml, collisions, steps, names: steps.map(({ name }) => name) };
}

const namesOf = async (xml: string): Promise<readonly string[]> => { const table = await readTable(xml); return table.ok ? table.value.rows.map(({ name }) => name) : []; };
const shapesIn = (xml: string): readonly string[] => [...xml.matchAll(/bpmnElement="([^"]+)"/gu)].map(([, id]) => id ?? '').sort();

describe('hai người cùng soạn một quy trình (two writers of one process)', () => {
  test('keeps both when they change different steps, and different things of one step', async () => {
    const { collisions, steps } = await merged(await edited(set('Step_2', 'hours', '20'), set('Step_3', 'name', 'Ký')), await edited(set('Step_2', 'content', 'Xem hồ sơ.'), set('Step_4', 'hours', '2')));

    expect(collisions).toEqual([]);
    expect(steps.slice(1, 4).map(({ name, hours, content }) => [name, hours, content])).toEqual([[expect.any(String), '20', 'Xem hồ sơ.'], ['Ký', expect.any(String), expect.any(String)], [expect.any(String), '2', expect.any(String)]]);
  });

  test('asks only about what both changed, names the step and takes whichever is chosen', async () => {
    const [mine, theirs] = [await edited(set('Step_2', 'hours', '20'), set('Step_3', 'name', 'Ký')), await edited(set('Step_2', 'hours', '30'), set('Step_4', 'hours', '2'))];
    const asked = await merged(mine, theirs);
    const taken = await merged(mine, theirs, asked.collisions.map(({ path }) => path));

    expect(asked.collisions).toEqual([{ path: 'Step_2.hours', place: 'Bước «Thẩm định hồ sơ»: giờ làm việc', mine: '20', theirs: '30' }]);
    expect([asked, taken].map(({ steps }) => [steps[1]?.hours, steps[2]?.name, steps[3]?.hours])).toEqual([['20', 'Ký', '2'], ['30', 'Ký', '2']]);
  });

  test('keeps steps both added at different places, though they got the same id, and draws both', async () => {
    const { collisions, names, xml } = await merged(await edited({ kind: 'add', after: 'Step_1', name: 'Của tôi' }), await edited({ kind: 'add', after: 'Step_3', name: 'Của người kia' }));
    const before = await namesOf(base);

    expect(collisions).toEqual([]);
    expect(names).toEqual([before[0], 'Của tôi', before[1], before[2], 'Của người kia', ...before.slice(3)]);
    expect(await processToPublish(xml)).toMatchObject({ ok: true });
    expect([...new Set(shapesIn(xml))]).toEqual(shapesIn(xml));
    expect([...xml.matchAll(/<bpmn:(?:userTask|sequenceFlow) id="([^"]+)"/gu)].map(([, id]) => id).filter((id) => !shapesIn(xml).includes(id ?? ''))).toEqual([]);
  });

  test('takes away what one removed and the other left alone, and asks when the other changed it', async () => {
    const removed = await edited({ kind: 'remove', id: 'Step_2' });
    const clean = await merged(await edited(set('Step_3', 'name', 'Ký')), removed);
    const asked = await merged(removed, await edited(set('Step_2', 'hours', '30')));

    expect([clean.collisions, clean.names.includes('Ký'), clean.names.length]).toEqual([[], true, (await namesOf(base)).length - 1]);
    expect(await processToPublish(clean.xml)).toMatchObject({ ok: true });
    expect(asked.collisions).toEqual([{ path: 'Step_2', place: 'Bước «Thẩm định hồ sơ»', mine: undefined, theirs: 'giữ lại, đã sửa' }]);
  });

  test.each(['', '<x', 'không phải XML'])('asks about the whole file when one of them is no process: %s', async (broken) => {
    const { collisions } = await merge({ base: named(base), mine: named(await edited(set('Step_2', 'hours', '20'))), theirs: named(broken) }, []);

    expect(collisions.map(({ path }) => path)).toEqual(['xml']);
  });
});
