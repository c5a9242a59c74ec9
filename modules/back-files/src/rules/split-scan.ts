// SPDX-License-Identifier: EUPL-1.2
import { plainName } from './line.ts';

const mark = 'motcua:dong:';

/** What the QR code on the cover sheet of a line says (tờ đầu). */
export const coverText = (batch: string, no: number): string => `${mark}${batch}:${String(no)}`;

/** The line a code names; null when it names none of this batch. */
function lineNamed(code: string, batch: string): number | null {
  const [named = '', no = ''] = code.slice(mark.length).split(':');
  return named === batch && /^[1-9]\d{0,6}$/u.test(no) ? Number(no) : null;
}

/** Pages of one paper. `line`: named by the sheet before them; null: none was, or it is of another batch. `isCovered`: a sheet stands before them. */
export type Part<Page> = { readonly line: number | null; readonly isCovered: boolean; readonly pages: readonly Page[] };

/** Parts the pages of a file at the cover sheets between them; the sheets are left out. A sheet without pages behind it leaves a part without pages, so that it is not forgotten. */
export function splitScan<Page extends { readonly code?: string | null | undefined }>(pages: readonly Page[], batch: string): readonly Part<Page>[] {
  const parts: { readonly line: number | null; readonly isCovered: boolean; readonly pages: Page[] }[] = [];
  for (const page of pages) {
    const { code } = page;
    if (code?.startsWith(mark) === true) parts.push({ line: lineNamed(code, batch), isCovered: true, pages: [] });
    else if (parts.at(-1)?.pages.push(page) === undefined) parts.push({ line: null, isCovered: false, pages: [page] });
  }
  return parts;
}

/** What a file may be named after: the whole name, else what stands before the first blank, underscore or bracket. */
export function namesInFile(fileName: string): { readonly whole: string; readonly begun: string } {
  const name = fileName.replace(/\.[^.]*$/u, '');
  return { whole: plainName(name), begun: plainName(name.split(/[\s_(]/u).find((part) => part !== '') ?? '') };
}

type Named = { readonly no: number; readonly names: readonly string[]; readonly isTaken: boolean };

/** To which line a file belongs by its name: one, or several that may be meant. A line with a scan of its own is not given a second one. */
export function lineByName(fileName: string, lines: readonly Named[]): { readonly line: number | null; readonly candidates: readonly number[] } {
  const { whole, begun } = namesInFile(fileName);
  const exact = lines.filter(({ names }) => names.includes(whole));
  const meant = exact.length > 0 ? exact : lines.filter(({ names }) => names.includes(begun));
  const [only, ...others] = meant;
  return only !== undefined && others.length === 0 && !only.isTaken ? { line: only.no, candidates: [] } : { line: null, candidates: meant.map(({ no }) => no) };
}
