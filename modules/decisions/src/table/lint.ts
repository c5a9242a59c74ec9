// SPDX-License-Identifier: EUPL-1.2
import type { DecisionTable, Input, TableFinding } from '../contract.ts';
import { type CellTest, literals, readCell } from './cells.ts';

type Value = string | number | boolean;

// Looking for overlaps and for combinations without a rule stops here: the table is then said to be too large to be looked through.
const mostSteps = 2_000_000;
// Every cell is tried with every value of its question: letters read for it, and what each reading costs beside. Half a second on a busy machine.
const mostLetters = 500_000;
const lettersOfReading = 40;

/** What looking may still cost. */
type Budget = { steps: number };
const tooMany = (text: string, blocks: boolean): TableFinding => ({ kind: 'too-large', row: 0, column: 0, text, blocks });

/** Values that stand for all others of an input: its choices; of numbers those the cells name and their neighbours. */
function valuesOf({ type, choices }: Input, cells: readonly string[]): readonly Value[] {
  if (type === 'boolean') return [true, false];
  if (type === 'string') return choices.map(({ value }) => value);
  const named = [...new Set(cells.flatMap((cell) => literals(cell).filter((value) => typeof value === 'number')))];
  return named.length === 0 ? [0] : [...new Set(named.flatMap((value) => [value - 1, value, value + 1]))].sort((a, b) => a - b);
}

/** Letters of cells that are read to try every cell with every value; cells written alike are read once. */
function lettersToRead({ inputs, rules }: DecisionTable): number {
  return inputs.reduce((sum, input, column) => {
    const cells = [...new Set(rules.map(({ when }) => when[column] ?? '-'))];
    return sum + valuesOf(input, cells).length * cells.reduce((letters, cell) => letters + lettersOfReading + cell.length, 0);
  }, 0);
}

type Read = { readonly holds: readonly (readonly ReadonlySet<Value>[])[]; readonly values: readonly (readonly Value[])[]; readonly findings: readonly TableFinding[] };

function readAll({ inputs, outputs, rules }: DecisionTable): Read {
  const findings: TableFinding[] = [];
  const values = inputs.map((input, column) => valuesOf(input, rules.map(({ when }) => when[column] ?? '-')));
  const sets = new Map<string, ReadonlySet<Value>>();
  const setOf = (cell: string, column: number, test: CellTest): ReadonlySet<Value> => {
    const key = `${String(column)} ${cell}`;
    const held = sets.get(key) ?? new Set((values[column] ?? []).filter((value) => test(value)));
    sets.set(key, held);
    return held;
  };
  const holds = rules.map(({ when, then }, at) => {
    const row = at + 1;
    if (when.length !== inputs.length || then.length !== outputs.length) findings.push({ kind: 'shape', row, column: 0, text: `Dòng ${row} có số ô khác số cột của bảng.`, blocks: true });
    return inputs.map((input, at2) => {
      const [cell, column] = [when[at2] ?? '-', at2 + 1];
      const read = readCell(cell, input);
      if (!read.ok) findings.push({ kind: 'unreadable', row, column, text: `Dòng ${row}, câu ${column}: ${read.error}`, blocks: true });
      const test: CellTest = read.ok ? read.value : () => false;
      if (input.type === 'string') {
        const strange = literals(cell).find((value) => !input.choices.some((choice) => choice.value === value));
        if (strange !== undefined && read.ok) findings.push({ kind: 'unknown-value', row, column, text: `Dòng ${row}, câu ${column}: «${strange}» không phải là lựa chọn của câu hỏi.`, blocks: true });
      }
      return setOf(cell, at2, test);
    });
  });
  return { holds, values, findings };
}

function meets(one: ReadonlySet<Value>, other: ReadonlySet<Value>, left: Budget): boolean {
  for (const value of one) {
    left.steps -= 1;
    if (other.has(value)) return true;
  }
  return false;
}

/** Pairs of rules that hold for the same answers; with more than a few, the first ones say enough. */
function overlaps({ holds }: Read, left: Budget): readonly TableFinding[] {
  const found: TableFinding[] = [];
  for (let one = 0; one < holds.length && found.length < 20; one += 1) {
    for (let other = one + 1; other < holds.length && found.length < 20; other += 1) {
      if (left.steps < 0) return [...found, tooMany('Bảng quá lớn nên chưa so hết các dòng với nhau. Tách bớt câu hỏi hoặc dòng.', true)];
      if ((holds[one] ?? []).every((set, column) => meets(set, holds[other]?.[column] ?? new Set(), left))) {
        found.push({ kind: 'overlap', row: other + 1, column: 0, text: `Dòng ${one + 1} và dòng ${other + 1} cùng đúng với một câu trả lời. Bảng này chỉ được một dòng đúng.`, blocks: true });
      }
    }
  }
  return found;
}

/** Answers for which no rule holds; null: there are too many combinations to tell. Inputs whose values all rules treat alike are gone through once. */
function uncovered({ holds, values }: Read, left: Budget): readonly Value[] | undefined | null {
  const look = (column: number, open: readonly number[], path: readonly Value[]): readonly Value[] | undefined | null => {
    if (open.length === 0) return path;
    if (column === values.length) return undefined;
    const seen = new Set<string>();
    for (const value of values[column] ?? []) {
      left.steps -= 1 + open.length;
      if (left.steps < 0) return null;
      const still = open.filter((rule) => holds[rule]?.[column]?.has(value) === true);
      const key = still.join();
      if (seen.has(key)) continue;
      seen.add(key);
      const found = look(column + 1, still, [...path, value]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return look(0, holds.map((_, at) => at), []);
}

function gaps(table: DecisionTable, read: Read): readonly TableFinding[] {
  if (table.hitPolicy === 'COLLECT' || table.rules.length === 0) return [];
  const missing = uncovered(read, { steps: mostSteps });
  if (missing === undefined) return [];
  if (missing === null) return [tooMany('Bảng có quá nhiều tổ hợp nên chưa kiểm được chỗ hở. Tách bớt câu hỏi.', false)];
  const words = missing.map((value, column) => { const input = table.inputs[column]; return `${input?.label ?? ''} ${input?.choices.find((choice) => choice.value === value)?.label ?? String(value)}`; }).join('; ');
  return [{ kind: 'gap', row: 0, column: 0, text: `Không dòng nào trả lời khi: ${words === '' ? 'mọi trường hợp' : words}.`, blocks: table.hitPolicy === 'UNIQUE' }];
}

/** Everything found in a table (kiểm tra bảng quyết định): cells that cannot be read, rules that overlap under UNIQUE, answers no rule covers, rules that never hold. */
export function lintTable(table: DecisionTable): readonly TableFinding[] {
  if (lettersToRead(table) > mostLetters) return [tooMany('Bảng có quá nhiều ô và giá trị để kiểm. Bớt số ghi trong các ô, hoặc tách thành nhiều bảng.', true)];
  const read = readAll(table);
  if (read.findings.some(({ kind }) => kind === 'shape' || kind === 'unreadable')) return read.findings;
  const never = read.holds.flatMap((sets, at) => (sets.some((set, column) => set.size === 0 && (read.values[column] ?? []).length > 0)
    ? [{ kind: 'never' as const, row: at + 1, column: 0, text: `Dòng ${at + 1} không bao giờ đúng.`, blocks: false }] : []));
  return [...read.findings, ...never, ...(table.hitPolicy === 'UNIQUE' ? overlaps(read, { steps: mostSteps }) : []), ...gaps(table, read)];
}
