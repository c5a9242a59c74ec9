// SPDX-License-Identifier: EUPL-1.2
import { type DecisionTable, hitPolicies } from '@motcua/decisions/contract';
import type { ModdleElement } from 'bpmn-moddle';
import { z } from 'zod';
import { child, children } from '../definition/read-model.ts';

const holderIn = (task: ModdleElement): ModdleElement | undefined => {
  const extensions = child(task, 'extensionElements');
  return extensions === null ? undefined : children(extensions, 'values').find(({ $type }) => $type === 'motcua:DecisionTable');
};

/** The table a business rule task holds, as it is written (JSON); '' when it holds none. */
export function tableText(task: ModdleElement): string {
  const written = holderIn(task)?.get('table');
  return typeof written === 'string' ? written.trim() : '';
}

/** Puts a table into a business rule task, in place of the one it held. */
export function putTable(task: ModdleElement, table: string): void {
  const { $model: model } = task;
  const held = holderIn(task);
  if (held !== undefined) { held.set('table', table); return; }
  const extensions = child(task, 'extensionElements') ?? model.create('bpmn:ExtensionElements', { values: [] });
  const holder = model.create('motcua:DecisionTable', { table });
  holder.$parent = extensions;
  extensions.$parent = task;
  extensions.set('values', [...children(extensions, 'values'), holder]);
  task.set('extensionElements', extensions);
}

const text = z.string();
const type = z.enum(['string', 'number', 'boolean']);

/** A table while it is written: half a name is kept as it stands, publication asks for more. */
const Draft = z.object({
  id: text, name: text, hitPolicy: z.enum(hitPolicies), inputs: z.array(z.object({ id: text, label: text, type, choices: z.array(z.object({ value: text, label: text })), hint: text.nullable() })),
  outputs: z.array(z.object({ id: text, label: text, type })), rules: z.array(z.object({ id: text, when: z.array(text), then: z.array(text), note: text.nullable() })),
});

/** A table as it is edited: what is written, or an empty one. */
export function decisionTable(written: string): DecisionTable {
  try {
    const read = Draft.safeParse(JSON.parse(written));
    if (read.success) return read.data;
  } catch { /* Not written yet. */ }
  return { id: 'quyet_dinh', name: '', hitPolicy: 'FIRST', inputs: [], outputs: [{ id: 'ketQua', label: '', type: 'string' }], rules: [] };
}

/** «xét diện tích, loại đất; cho ra cấp» */
export function decisionWords(written: string): string {
  if (written === '') return 'chưa có bảng';
  const { inputs, outputs, rules } = decisionTable(written);
  const named = (list: readonly { readonly id: string; readonly label: string }[]): string => list.map(({ id, label }) => label || id).join(', ');
  return `xét ${named(inputs) || 'chưa có gì'}; cho ra ${named(outputs)} (${String(rules.length)} dòng)`;
}
