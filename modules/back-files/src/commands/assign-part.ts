// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import type { Slot } from '../rules/split-scan.ts';
import { findLine } from '../store/lines.ts';
import { asidePart, assignPart, findPart, partsOfLine, queueAgain, type StoredPart } from '../store/scans.ts';
import { type InBatch, onBatch, workingBatch } from './on-batch.ts';

type Place = InBatch & { readonly part: string };
type Done = Result<{ readonly part: string }, BackFileRefusal>;
type Tx = BackFileContext['db'];

const onPart = (ctx: BackFileContext, place: Place, act: (tx: Tx, part: StoredPart) => Promise<Done>): Promise<Done> => onBatch(ctx, place, async (tx, { id: batch }) => {
  const part = await findPart(tx, batch, place.part);
  if (part === undefined) return refuse({ code: 'back-file-unknown' });
  const line = part.line === null ? undefined : await findLine(tx, batch, part.line);
  // What was signed stays where it is.
  return line?.end === 'digitised' ? refuse({ code: 'back-file-ended', no: line.no }) : act(tx, part);
});

/** Why pages cannot be given to a line; null when they can. */
async function hindrance(tx: Tx, { batch, part, line: no, withNotes }: Place & Slot): Promise<BackFileRefusal | null> {
  const line = await findLine(tx, batch, no);
  if (line === undefined) return { code: 'back-file-unknown' };
  if (line.end !== null) return { code: 'back-file-ended', no };
  if (withNotes && line.paper?.bearsNotes !== true) return { code: 'back-file-no-notes', no };
  const there = await partsOfLine(tx, batch, no);
  const other = withNotes ? there.withNotes : there.scan;
  return other === undefined || other.id === part ? null : { code: 'back-file-has-scan', no, fileName: other.fileName, withNotes };
}

/**
 * Gán bản quét cho một dòng, or take it from its line (null).
 *
 * @error back-file-unknown, back-file-dropped, back-file-ended
 * @error back-file-has-scan - the line has another scan; put that aside first
 * @error back-file-no-notes - the second scan of a paper that bears no notes
 */
export function givePart(ctx: BackFileContext, { slot, ...place }: Place & { readonly slot: Slot | null }): Promise<Done> {
  return onPart(ctx, place, async (tx, { id }) => {
    const hindered = slot === null ? null : await hindrance(tx, { ...place, ...slot });
    if (hindered !== null) return refuse(hindered);
    await assignPart(tx, { id, slot, by: place.officer.name, at: ctx.clock.now() });
    return ok({ part: id });
  });
}

/**
 * Bỏ bản quét: it stays thirty days with the reason and belongs to no line any more.
 *
 * @error back-file-unknown, back-file-dropped, back-file-ended
 */
export function putPartAside(ctx: BackFileContext, { reason, ...place }: Place & { readonly reason: string }): Promise<Done> {
  return onPart(ctx, place, async (tx, { id }) => {
    await asidePart(tx, { id, reason, by: place.officer.name, at: ctx.clock.now() });
    return ok({ part: id });
  });
}

/**
 * Đọc lại một tệp đã hỏng.
 *
 * @error back-file-dropped
 * @error back-file-unknown - there is none that failed
 */
export async function readAgain(ctx: BackFileContext, { scan, ...place }: InBatch & { readonly scan: string }): Promise<Result<{ readonly scan: string }, BackFileRefusal>> {
  const batch = await workingBatch(ctx.db, place);
  if (!batch.ok) return batch;
  return await queueAgain(ctx.db, batch.value.id, scan) ? ok({ scan }) : refuse({ code: 'back-file-unknown' });
}
