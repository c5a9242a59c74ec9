// SPDX-License-Identifier: EUPL-1.2
import { type ScannedPage, storeDocument } from '@motcua/documents';
import { newId } from '@motcua/kernel';
import type { BackFileContext } from '../model.ts';
import { lineByName, namesInFile, type Part, type Slot, splitScan } from '../rules/split-scan.ts';
import { addPart, isFree, type KeptPage, lastSeq, linesNamed } from '../store/scans.ts';

/** Which file a page lies in. */
export type InFile = { readonly scan: { readonly id: string; readonly fileName: string }; readonly code?: string | null | undefined };

/** Who owns the pictures of the pages of one paper. */
export const partOwner = (part: string): { readonly ownerKind: string; readonly ownerRef: string } => ({ ownerKind: 'back-file-part', ownerRef: part });

type Tx = BackFileContext['db'];

/** To which line pages belong: the one their cover sheet names, else by the name of the file when it holds one paper. */
async function slotFor(tx: Tx, batch: string, { slot, isCovered, opening }: Part<InFile>, isAlone: boolean): Promise<{ readonly slot: Slot | null; readonly candidates: readonly number[] }> {
  if (slot !== null) return await isFree(tx, batch, slot) ? { slot, candidates: [] } : { slot: null, candidates: [slot.line] };
  if (isCovered || !isAlone) return { slot: null, candidates: [] };
  const { fileName } = opening.scan;
  const { whole, begun } = namesInFile(fileName);
  return lineByName(fileName, await linesNamed(tx, batch, [whole, begun].filter((name) => name !== '')));
}

/** Parts a pile of pages at its cover sheets and gives each paper to its line, under the lock of the batch. @param pile - `keep`: makes the pictures of a paper its own. @returns how many papers */
export async function placeParts<Page extends InFile>(tx: Tx, { batch, pages, at, keep }: { readonly batch: string; readonly pages: readonly Page[]; readonly at: Temporal.Instant; readonly keep: (part: string, pages: readonly Page[]) => Promise<readonly KeptPage[]> }): Promise<number> {
  const parts = splitScan(pages, batch);
  for (const part of parts) {
    const [id, scan] = [newId(at), part.opening.scan.id];
    const where = await slotFor(tx, batch, part, parts.length === 1);
    await addPart(tx, { id, batch, scan, seq: await lastSeq(tx, scan) + 1, isCovered: part.isCovered, pages: await keep(id, part.pages), ...where, at });
  }
  return parts.length;
}

/** The disk is full or the store does not answer: nothing of the file is kept, and it is read again later. */
export class Unkept extends Error {}

/** Keeps the pictures of a paper that was just read. @throws Unkept */
export async function keptPages(ctx: BackFileContext, tx: Tx, { part, pages, at }: { readonly part: string; readonly pages: readonly ScannedPage[]; readonly at: Temporal.Instant }): Promise<readonly KeptPage[]> {
  const done: KeptPage[] = [];
  for (const [index, { jpeg, code: _code, ...page }] of pages.entries()) {
    const stored = await storeDocument(tx, ctx.files, { ...partOwner(part), bytes: jpeg, name: `quet-${String(index + 1)}.jpg`, mediaType: 'image/jpeg', purpose: 'scan-page', by: 'Máy', at });
    if (!stored.ok) throw new Unkept(stored.error.text);
    done.push({ ...page, documentId: stored.value.id });
  }
  return done;
}
