// SPDX-License-Identifier: EUPL-1.2
import { type CellFault, type CellName, type Cells, type Ground, type OldPaper, cellNames, namesOf, paperKeyOf, readLine } from './line.ts';

/** A line as a file gives it. `row`: line of the file; `digest`: of its cells. */
export type GivenLine = { readonly row: number; readonly digest: string; readonly cells: Cells };

/** What is known of a line that is there. */
export type KnownLine = { readonly no: number; readonly row: number; readonly digest: string; readonly cells: Cells; readonly paperKey: string | null; readonly isBad: boolean; readonly end: 'aside' | 'held' | 'digitised' | null };

/** A line to write. */
export type LineToWrite = { readonly no: number; readonly row: number; readonly digest: string; readonly cells: Cells; readonly paper: OldPaper | null; readonly faults: readonly CellFault[]; readonly paperKey: string | null; readonly names: readonly string[] };

/** What giving a file comes to: new lines, bad lines it mends, and how many were there already. */
export type Merged = { readonly added: readonly LineToWrite[]; readonly mended: readonly LineToWrite[]; readonly known: number };

/** The field that tells two papers apart, named when they are one. */
const tellingField = ({ number }: Pick<OldPaper, 'number'>): CellName => (number === null ? 'issuedOn' : 'number');

/** A line read, with what is wrong beside another line about the same paper. @param taken - lines there are by their paper */
export function lineOf({ row, digest, cells }: GivenLine, no: number, { ground, taken }: { readonly ground: Ground; readonly taken: ReadonlyMap<string, number> }): LineToWrite {
  const { paper, faults } = readLine(cells, ground);
  const key = paper === null ? null : paperKeyOf(paper);
  const other = key === null ? undefined : taken.get(key);
  if (paper === null || other === undefined || other === no) return { no, row, digest, cells, paper, faults, paperKey: key, names: namesOf(cells) };
  return { no, row, digest, cells, paper: null, faults: [{ field: tellingField(paper), text: `Trùng giấy với dòng ${String(other)}: cùng chủ giấy, loại giấy và số. Sửa dòng sai, hoặc bỏ dòng này ra.` }], paperKey: null, names: namesOf(cells) };
}

/** A bad line and a line of the same row that says mostly the same: the line was mended in the file. */
const isMended = (old: KnownLine, given: GivenLine): boolean => old.isBad && old.end === null && old.row === given.row && cellNames.filter((name) => given.cells[name] !== '' && given.cells[name] === old.cells[name]).length >= 2;

/** A line that was mended here and in the file alike. */
const saysTheSame = ({ row, cells }: KnownLine, given: GivenLine): boolean => row === given.row && cellNames.every((name) => given.cells[name] === cells[name]);

/**
 * Gives a file of lines to a batch: a line given before is not taken again, a bad line that was mended in the file is mended, every other is added.
 */
export function mergeLines(known: readonly KnownLine[], given: readonly GivenLine[], ground: Ground): Merged {
  const unmatched = new Map<string, number>();
  for (const { digest } of known) unmatched.set(digest, (unmatched.get(digest) ?? 0) + 1);
  const taken = new Map(known.flatMap(({ no, paperKey, end }) => (paperKey === null || end === 'aside' ? [] : [[paperKey, no] as const])));
  const byRow = new Map(known.map((line) => [line.row, line]));
  const [added, mended]: [LineToWrite[], LineToWrite[]] = [[], []];
  let last = known.reduce((most, { no }) => Math.max(most, no), 0);
  let same = 0;
  for (const line of given) {
    const times = unmatched.get(line.digest) ?? 0;
    if (times > 0) {
      unmatched.set(line.digest, times - 1);
      same += 1;
      continue;
    }
    const old = byRow.get(line.row);
    if (old !== undefined && saysTheSame(old, line)) {
      same += 1;
      continue;
    }
    const isMending = old !== undefined && isMended(old, line);
    if (isMending) byRow.delete(line.row);
    else last += 1;
    const read = lineOf(line, isMending ? old.no : last, { ground, taken });
    if (read.paperKey !== null) taken.set(read.paperKey, read.no);
    (isMending ? mended : added).push(read);
  }
  return { added, mended, known: same };
}
