// SPDX-License-Identifier: EUPL-1.2
import { type Answers, decide } from '@motcua/decisions';
import type { DecisionTable } from '@motcua/decisions/contract';
import type { JsonValue, ProcessNode, ProcessRefusal, Variables } from '../model.ts';
import { goOn, type Marking, variablesAt } from './marking.ts';

/** Whether a variable is what an input asks for: a text is no number, whatever a cell compares it with. */
const isAnswer = (value: JsonValue | undefined, type: DecisionTable['inputs'][number]['type']): value is string | number | boolean => typeof value === type && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean');

const yes: ReadonlySet<string> = new Set(['true', 'đúng', 'có']);

/** What an output is written as, as the conditions read it. */
function valueOf({ type }: DecisionTable['outputs'][number], said: string): JsonValue {
  if (type === 'boolean') return yes.has(said.trim().toLowerCase());
  const number = Number(said.replace(',', '.'));
  return type === 'number' && said.trim() !== '' && Number.isFinite(number) ? number : said;
}

/** What a table answers to some variables, by the names of its outputs; null when no rule holds, or several of a table that has one answer. */
function decided(table: DecisionTable, variables: Variables): Variables | null {
  const answers: Answers = Object.fromEntries(table.inputs.flatMap(({ id, type }) => { const value = Object.hasOwn(variables, id) ? variables[id] : undefined; return isAnswer(value, type) ? [[id, value] as const] : []; }));
  const hits = decide(table, answers);
  const [hit] = hits.ok ? hits.value : [];
  return hit === undefined ? null : Object.fromEntries(table.outputs.map((output) => [output.id, valueOf(output, hit.says[output.id] ?? '')]));
}

/** A token comes to a table: its answer becomes variables, and the process goes on. Looked through before publication, it may answer anything. */
export function passDecision(marking: Marking, { node, scope }: { readonly node: ProcessNode; readonly scope: string | undefined }): ProcessRefusal | null {
  const table = node.more?.decision;
  if (table === undefined || marking.choices !== undefined) return goOn(marking, node, scope);
  const answer = decided(table, variablesAt(marking, scope));
  if (answer === null) return { code: 'no-path', node: node.id, name: node.name };
  marking.variables = { ...marking.variables, ...answer };
  return goOn(marking, node, scope);
}
