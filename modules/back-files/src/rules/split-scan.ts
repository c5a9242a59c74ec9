// SPDX-License-Identifier: EUPL-1.2
import { plainName } from './line.ts';

const mark = 'motcua:dong:';
const notesMark = 'ghi-chu';

/** To which line pages belong, and as which of its scans: a paper that bears notes is scanned twice. */
export type Slot = { readonly line: number; readonly withNotes: boolean };

/** What the QR code on the cover sheet of a line says (tờ đầu). */
export const coverText = (batch: string, { line, withNotes }: Slot): string => `${mark}${batch}:${String(line)}${withNotes ? `:${notesMark}` : ''}`;

/** The line a code names; null when it names none of this batch. */
function slotNamed(code: string, batch: string): Slot | null {
  const [named = '', no = '', notes = notesMark, ...more] = code.slice(mark.length).split(':');
  return named === batch && /^[1-9]\d{0,6}$/u.test(no) && notes === notesMark && more.length === 0 ? { line: Number(no), withNotes: code.endsWith(`:${notesMark}`) } : null;
}

/** Pages of one paper. `slot`: named by the sheet before them; null: none was, or it is of another batch. `isCovered`: a sheet stands before them. `opening`: that sheet, else the first page. */
export type Part<Page> = { readonly slot: Slot | null; readonly isCovered: boolean; readonly opening: Page; readonly pages: readonly Page[] };

/** Parts the pages of a file at the cover sheets between them; the sheets are left out. A sheet without pages behind it leaves a part without pages, so that it is not forgotten. */
export function splitScan<Page extends { readonly code?: string | null | undefined }>(pages: readonly Page[], batch: string): readonly Part<Page>[] {
  const parts: { readonly slot: Slot | null; readonly isCovered: boolean; readonly opening: Page; readonly pages: Page[] }[] = [];
  for (const page of pages) {
    const { code } = page;
    if (code?.startsWith(mark) === true) parts.push({ slot: slotNamed(code, batch), isCovered: true, opening: page, pages: [] });
    else if (parts.at(-1)?.pages.push(page) === undefined) parts.push({ slot: null, isCovered: false, opening: page, pages: [page] });
  }
  return parts;
}

/** What a file may be named after: the whole name, else what stands before the first blank, underscore or bracket. A name that ends in «ghi chu» is of the scan with the notes. */
export function namesInFile(fileName: string): { readonly whole: string; readonly begun: string; readonly withNotes: boolean } {
  const given = fileName.replace(/\.[^.]*$/u, '');
  const name = given.normalize('NFC').replace(/[\s_(-]+ghi[\s_-]*ch[uú]\)?$/iu, '');
  return { whole: plainName(name), begun: plainName(name.split(/[\s_(]/u).find((part) => part !== '') ?? ''), withNotes: name !== given.normalize('NFC') };
}

/** A line a file may be named after; which of its scans it may still be given. */
export type Named = { readonly no: number; readonly names: readonly string[]; readonly takesScan: boolean; readonly takesNotes: boolean };

/** To which line a file belongs by its name: one, or several that may be meant. A line with a scan of its own is not given a second one. */
export function lineByName(fileName: string, lines: readonly Named[]): { readonly slot: Slot | null; readonly candidates: readonly number[] } {
  const { whole, begun, withNotes } = namesInFile(fileName);
  const exact = lines.filter(({ names }) => names.includes(whole));
  const meant = exact.length > 0 ? exact : lines.filter(({ names }) => names.includes(begun));
  const [only, ...others] = meant;
  const isFree = only !== undefined && others.length === 0 && (withNotes ? only.takesNotes : only.takesScan);
  return isFree ? { slot: { line: only.no, withNotes }, candidates: [] } : { slot: null, candidates: meant.map(({ no }) => no) };
}
