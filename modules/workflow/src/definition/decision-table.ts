// SPDX-License-Identifier: EUPL-1.2
import { lintTable } from '@motcua/decisions';
import { DecisionTable } from '@motcua/decisions/contract';
import type { ModdleElement } from 'bpmn-moddle';
import type { PublicationFault } from '../model.ts';
import { fault } from './fault.ts';
import { tableText } from '../drawing/decision.ts';
import { placeOf } from './tree.ts';

function parsed(written: string): unknown {
  try { return JSON.parse(written); } catch { return null; }
}

/** The table a business rule task holds; null when it holds none that can be read. */
export function tableOf(task: ModdleElement): DecisionTable | null {
  const read = DecisionTable.safeParse(parsed(tableText(task)));
  return read.success ? read.data : null;
}

/** What is wrong with the table of a business rule task, by its rows. */
export function decisionFaults(task: ModdleElement): readonly PublicationFault[] {
  const table = tableOf(task);
  if (table === null) return [fault('decision-invalid', placeOf(task), 'chưa có bảng, hoặc bảng không đọc được')];
  if (table.hitPolicy === 'COLLECT') return [fault('decision-invalid', placeOf(task), 'bảng trong quy trình chỉ cho một câu trả lời')];
  if (table.rules.length === 0) return [fault('decision-invalid', placeOf(task), 'bảng chưa có dòng nào')];
  return lintTable(table).filter(({ blocks }) => blocks).slice(0, 5).map(({ text }) => fault('decision-invalid', placeOf(task), text));
}
