// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';
import { unaryTest } from 'feelin';
import { type Input, most } from '../contract.ts';

// What a cell may hold: values, comparisons, intervals, lists and not(…). No names, functions, loops: a cell can neither run long nor reach anything.
const token = /\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true\b|false\b|not\s*\(|<=|>=|<|>|\.\.|[[\](),])/uy;

/** The literal values a cell names. */
export function literals(cell: string): readonly (string | number)[] {
  return [...cell.matchAll(/"(?<text>(?:[^"\\]|\\.)*)"|(?<number>-?\d+(?:\.\d+)?)/gu)].map(({ groups }) => (groups?.['text'] === undefined ? Number(groups?.['number']) : groups['text'].replace(/\\(.)/gu, '$1')));
}

const isAnything = (cell: string): boolean => ['', '-'].includes(cell.trim());

/** Where a cell stops being readable; null when it is readable to its end. */
function unreadableFrom(cell: string): string | null {
  token.lastIndex = 0;
  const end = cell.trimEnd().length;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    if (!token.test(cell)) return cell.slice(from, from + 20).trim();
  }
  return null;
}

/** Whether a cell holds for a value. */
export type CellTest = (value: string | number | boolean) => boolean;

function run(cell: string, value: string | number | boolean): boolean | null {
  try {
    const { value: holds } = unaryTest(cell, { '?': value });
    return typeof holds === 'boolean' ? holds : null;
  } catch {
    return null;
  }
}

/**
 * Reads a cell (S-FEEL unary test): «-», «"a"», «"a","b"», «not("a")», «< 5», «[1..10]», «true».
 *
 * @error what cannot be read, in words
 */
export function readCell(cell: string, { type, choices }: Pick<Input, 'type' | 'choices'>): Result<CellTest, string> {
  if (isAnything(cell)) return ok(() => true);
  if (cell.length > most.cell) return refuse(`Ô dài quá ${most.cell} chữ.`);
  const stray = unreadableFrom(cell);
  if (stray !== null) return refuse(`Không đọc được từ «${stray}». Viết giá trị trong dấu ngoặc kép, nhiều giá trị cách nhau dấu phẩy, hoặc «-» khi không xét.`);
  const sample = type === 'number' ? 1 : type === 'boolean' ? true : choices[0]?.value ?? '';
  if (run(cell, sample) === null) return refuse('Ô viết chưa đúng: thiếu dấu ngoặc, hoặc so sánh chữ với số.');
  const known = new Map<string | number | boolean, boolean>();
  return ok((value) => {
    const held = known.get(value) ?? run(cell, value) === true;
    if (known.size < 2000) known.set(value, held);
    return held;
  });
}
