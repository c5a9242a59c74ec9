// SPDX-License-Identifier: EUPL-1.2
import { identityKindsOn } from '@motcua/dossiers';
import { type Officer, officeDay } from '@motcua/kernel';
import type { BackFileScans } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { findBatch } from '../store/batches.ts';
import { keptDays } from '../store/let-go.ts';
import { findLine, notesCopyOf } from '../store/lines.ts';
import { findPart, openFiles, pagesOfPart, unmatchedParts } from '../store/scans.ts';

type InBatch = { readonly officer: Officer; readonly id: string };

/** Tệp quét của lô: what waits or failed, and what belongs to no line yet; undefined when the batch is not within reach. */
export async function scansOf(ctx: BackFileContext, { officer, id }: InBatch): Promise<BackFileScans | undefined> {
  if (await findBatch(ctx.db, id, backFileDesks(officer)) === undefined) return undefined;
  const [files, parts] = await Promise.all([openFiles(ctx.db, id), unmatchedParts(ctx.db, id)]);
  return {
    files: files.flatMap(({ id: file, fileName, state, fault, tries }) => (state === 'read' ? [] : [{ id: file, fileName, state, fault, tries }])),
    parts: parts.map(({ id: part, fileName, seq, pages, candidates, keptSince }) => ({ id: part, fileName, seq, pages, candidates: [...candidates], keptUntil: keptSince.add({ hours: keptDays * 24 }).toString() })),
  };
}

/** What an officer may open of a batch: documents, whose paper it is as the line says, and what alone a copy may be used for; `only` null: it bears no mark. */
export type Openable = { readonly agency: string; readonly owners: readonly string[]; readonly documents: readonly string[]; readonly only: string | null };

/** Whose paper it is, and whether it may be an identity paper: nobody has said what pages without a line are. */
async function about(ctx: BackFileContext, { id, no }: InBatch & { readonly no: number | null }): Promise<Pick<Openable, 'owners' | 'only'>> {
  const line = no === null ? undefined : await findLine(ctx.db, id, no);
  if (line?.paper == null) return { owners: [], only: 'Chỉ để số hóa hồ sơ cũ' };
  const isIdentity = (await identityKindsOn(ctx.db, officeDay(ctx.clock.now()).toString())).has(line.paper.kind);
  return { owners: [line.paper.owner.ref], only: isIdentity ? 'Chỉ để số hóa hồ sơ cũ' : null };
}

/** The pages of a scan; undefined when there is none within reach. */
export async function scanPagesOf(ctx: BackFileContext, { part: partId, ...asked }: InBatch & { readonly part: string }): Promise<Openable | undefined> {
  const batch = await findBatch(ctx.db, asked.id, backFileDesks(asked.officer));
  const part = batch === undefined ? undefined : await findPart(ctx.db, asked.id, partId);
  if (batch === undefined || part === undefined) return undefined;
  return { agency: batch.agency, ...await about(ctx, { ...asked, no: part.line }), documents: (await pagesOfPart(ctx.db, part.id)).map(({ documentId }) => documentId) };
}

/** The signed copy with the notes of a paper that bears some; undefined when there is none within reach. */
export async function notesCopy(ctx: BackFileContext, { no, ...asked }: InBatch & { readonly no: number }): Promise<Openable | undefined> {
  const batch = await findBatch(ctx.db, asked.id, backFileDesks(asked.officer));
  const document = batch === undefined ? undefined : await notesCopyOf(ctx.db, asked.id, no);
  return batch === undefined || document === undefined ? undefined : { agency: batch.agency, ...await about(ctx, { ...asked, no }), documents: [document] };
}
