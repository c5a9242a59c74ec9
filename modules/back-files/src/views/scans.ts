// SPDX-License-Identifier: EUPL-1.2
import { readDocument } from '@motcua/documents';
import type { Officer } from '@motcua/kernel';
import type { BackFileScans } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { findBatch } from '../store/batches.ts';
import { findPart, openFiles, pagesOfPart, unmatchedParts } from '../store/scans.ts';

/** Tệp quét của lô: what waits or failed, and what belongs to no line yet; undefined when the batch is not within reach. */
export async function scansOf(ctx: BackFileContext, { officer, id }: { readonly officer: Officer; readonly id: string }): Promise<BackFileScans | undefined> {
  if (await findBatch(ctx.db, id, backFileDesks(officer)) === undefined) return undefined;
  const [files, parts] = await Promise.all([openFiles(ctx.db, id), unmatchedParts(ctx.db, id)]);
  return {
    files: files.flatMap(({ id: file, fileName, state, fault, tries }) => (state === 'read' ? [] : [{ id: file, fileName, state, fault, tries }])),
    parts: parts.map(({ id: part, fileName, seq, pages, candidates }) => ({ id: part, fileName, seq, pages, candidates: [...candidates] })),
  };
}

/** The picture of a page; undefined when there is none within reach. */
export async function pagePicture(ctx: BackFileContext, { officer, id, part, page }: { readonly officer: Officer; readonly id: string; readonly part: string; readonly page: number }): Promise<Uint8Array | undefined> {
  if (await findBatch(ctx.db, id, backFileDesks(officer)) === undefined || await findPart(ctx.db, id, part) === undefined) return undefined;
  const kept = (await pagesOfPart(ctx.db, part))[page - 1];
  return kept === undefined ? undefined : (await readDocument(ctx.db, ctx.files, kept.documentId))?.bytes;
}
