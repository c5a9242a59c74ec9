// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';

/** A numbered sheet (tờ giấy bảo an): the letters of its series and its number. */
export type Sheet = { readonly series: string; readonly number: number };

/** Sheets of one series from a first to a last number. */
export type SheetRun = { readonly series: string; readonly first: number; readonly last: number; /** How many figures the number was typed with. */ readonly digits: number };

// A series that holds figures is parted from its number by a blank; one of letters alone need not be.
const written = /^(?:([A-ZĐ][A-ZĐ0-9]{0,9})\s+|([A-ZĐ]{1,6})[.-]?)(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?$/u;

/** Most sheets one line speaks of. */
const mostInRun = 10_000;

function runOf(text: string): SheetRun | null {
  const found = written.exec(text.normalize('NFC').trim().toUpperCase().replace(/\s+ĐẾN\s+/u, '-'));
  const [, parted, joined = '', first = '', last = first] = found ?? [];
  const run = { series: parted ?? joined, first: Number(first), last: Number(last), digits: first.length };
  return found !== null && run.first > 0 && run.last >= run.first && run.last - run.first < mostInRun ? run : null;
}

/**
 * Sheets as people write them: «AB 0000017», «AB 0000017-0000020», several parted by commas, semicolons or lines.
 *
 * @error the piece that cannot be read, or the sheet that is named twice
 */
export function readSheets(text: string): Result<readonly SheetRun[], string> {
  const pieces = text.split(/[,;\n]/u).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const runs: SheetRun[] = [];
  for (const piece of pieces) {
    const run = runOf(piece);
    if (run === null) return refuse(piece);
    if (runs.some(({ series, first, last }) => series === run.series && first <= run.last && run.first <= last)) return refuse(piece);
    runs.push(run);
  }
  return ok(runs);
}

/** Every sheet of some runs. */
export const sheetsOf = (runs: readonly SheetRun[]): readonly Sheet[] => runs.flatMap(({ series, first, last }) => Array.from({ length: last - first + 1 }, (_, at) => ({ series, number: first + at })));

/** A sheet as it is written on paper: AB 0000017. */
export const writtenSheet = ({ series, number }: Sheet, digits: number): string => `${series} ${String(number).padStart(digits, '0')}`;

/** Numbers as runs of neighbours: 3, 4, 5, 9 is 3–5 and 9. @param numbers - rising */
export function asRuns(numbers: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = runs.at(-1);
    if (open?.last === number - 1) open.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}

/** What became of a sheet, as its log says. `holder` null: in the store. */
export type SheetState = Sheet & { readonly agency: string; readonly digits: number; readonly holder: { readonly id: string; readonly name: string } | null; readonly used: boolean; readonly spoiled: boolean };

/** Who would print on it: an officer of an agency; who keeps its store takes from the store too. */
export type Printer = { readonly id: string; readonly agency: string; readonly keepsStore: boolean };

/** Why a sheet cannot be printed on, in words that say what to do; null when it can. `undefined`: nobody received such a sheet. */
export function sheetFault(state: SheetState | undefined, sheet: string, printer: Printer): string | null {
  if (state?.agency !== printer.agency) return `Cơ quan chưa nhận tờ ${sheet}. Xem lại số trên tờ giấy, hoặc ghi nhận phôi trước.`;
  if (state.spoiled) return `Tờ ${sheet} đã ghi là hỏng. Dùng tờ khác.`;
  if (state.used) return `Tờ ${sheet} đã dùng cho một bản in khác. Dùng tờ khác.`;
  if (state.holder === null) return printer.keepsStore ? null : `Tờ ${sheet} còn trong kho, chưa giao cho ông/bà. Nhờ người giữ kho giao tờ này.`;
  return state.holder.id === printer.id ? null : `Tờ ${sheet} do ${state.holder.name} giữ. Dùng tờ mình giữ, hoặc nhờ người giữ kho giao lại.`;
}
