// SPDX-License-Identifier: EUPL-1.2
import { DecisionTable } from '@motcua/decisions/contract';
import type { ModdleElement } from 'bpmn-moddle';
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

/** A table as it is edited: what is written, or an empty one. */
export function decisionTable(written: string): DecisionTable {
  try {
    const read = DecisionTable.safeParse(JSON.parse(written));
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
