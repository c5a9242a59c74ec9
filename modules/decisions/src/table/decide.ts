// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';
import type { Answers, DecisionTable, Rule } from '../contract.ts';
import { type CellTest, readCell } from './cells.ts';

/** A rule that holds for some answers: what it says, by the id of the output, and its place from 1. */
export type Hit = { readonly row: number; readonly rule: Rule; readonly says: Readonly<Record<string, string>> };

/** Why a table gave no answer. */
export type DecisionRefusal =
  | { readonly code: 'cell-unreadable'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly code: 'several-rules'; readonly rows: readonly number[] };

type Compiled = { readonly tests: readonly (readonly CellTest[])[] };

function compile({ inputs, rules }: DecisionTable): Result<Compiled, DecisionRefusal> {
  const tests: CellTest[][] = [];
  for (const [row, { when }] of rules.entries()) {
    const cells: CellTest[] = [];
    for (const [column, input] of inputs.entries()) {
      const read = readCell(when[column] ?? '-', input);
      if (!read.ok) return refuse({ code: 'cell-unreadable', row: row + 1, column: column + 1, text: read.error });
      cells.push(read.value);
    }
    tests.push(cells);
  }
  return ok({ tests });
}

const isFree = (cell: string | undefined): boolean => ['', '-'].includes((cell ?? '-').trim());

/** A rule that may hold when some questions have no answer; `isCertain`: it looks at none of those. `asks`: the inputs it waits for. */
export type PossibleHit = Hit & { readonly isCertain: boolean; readonly asks: readonly string[] };

const hitOf = ({ outputs }: DecisionTable, rule: Rule, at: number): Hit => ({ row: at + 1, rule, says: Object.fromEntries(outputs.map(({ id }, column) => [id, rule.then[column] ?? ''])) });

/**
 * The rules no answer speaks against: those that hold, and those that wait for an answer not given (tôi không chắc).
 *
 * @error cell-unreadable
 */
export function mayHold(table: DecisionTable, answers: Answers): Result<readonly PossibleHit[], DecisionRefusal> {
  const compiled = compile(table);
  if (!compiled.ok) return compiled;
  return ok(table.rules.flatMap((rule, at): readonly PossibleHit[] => {
    const looked = table.inputs.flatMap((input, column) => (isFree(rule.when[column]) ? [] : [{ id: input.id, answer: answers[input.id], test: compiled.value.tests[at]?.[column] }]));
    if (looked.some(({ answer, test }) => answer !== undefined && test?.(answer) !== true)) return [];
    const asks = looked.filter(({ answer }) => answer === undefined).map(({ id }) => id);
    return [{ ...hitOf(table, rule, at), isCertain: asks.length === 0, asks }];
  }));
}

/**
 * The rules of a table that hold for some answers, by its hit policy: the only one (UNIQUE), the first (FIRST), all (COLLECT).
 * An input without an answer holds only where the rule does not look at it.
 *
 * @error cell-unreadable - a cell that cannot be read; several-rules - two rules of a UNIQUE table hold
 */
export function decide(table: DecisionTable, answers: Answers): Result<readonly Hit[], DecisionRefusal> {
  const compiled = compile(table);
  if (!compiled.ok) return compiled;
  const hits = table.rules.flatMap((rule, at): readonly Hit[] => {
    const holds = table.inputs.every(({ id }, column) => {
      const answer = answers[id];
      return isFree(rule.when[column]) || (answer !== undefined && compiled.value.tests[at]?.[column]?.(answer) === true);
    });
    return holds ? [hitOf(table, rule, at)] : [];
  });
  if (table.hitPolicy === 'UNIQUE' && hits.length > 1) return refuse({ code: 'several-rules', rows: hits.map(({ row }) => row) });
  return ok(table.hitPolicy === 'FIRST' ? hits.slice(0, 1) : hits);
}
