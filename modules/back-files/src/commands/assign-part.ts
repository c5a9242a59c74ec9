// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { type Officer, ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { findBatch, lockBatch } from '../store/batches.ts';
import { findLine } from '../store/lines.ts';
import { asidePart, assignPart, findPart, partOfLine, queueAgain, type StoredPart } from '../store/scans.ts';

type Place = { readonly batch: string; readonly part: string; readonly officer: Officer };
type Done = Result<{ readonly part: string }, BackFileRefusal>;

async function onPart(ctx: BackFileContext, { batch, part: id, officer }: Place, act: (tx: BackFileContext['db'], part: StoredPart) => Promise<Done>): Promise<Done> {
  if (await findBatch(ctx.db, batch, backFileDesks(officer)) === undefined) return refuse({ code: 'back-file-unknown' });
  return inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, batch);
    const part = await findPart(tx, batch, id);
    if (part === undefined) return refuse({ code: 'back-file-unknown' });
    const line = part.line === null ? undefined : await findLine(tx, batch, part.line);
    // What was signed stays where it is.
    return line?.end === 'digitised' ? refuse({ code: 'back-file-ended', no: line.no }) : act(tx, part);
  });
}

/**
 * Gán bản quét cho một dòng, or take it from its line (null).
 *
 * @error back-file-unknown, back-file-ended
 * @error back-file-has-scan - the line has another scan; put that aside first
 */
export function givePart(ctx: BackFileContext, { no, ...place }: Place & { readonly no: number | null }): Promise<Done> {
  return onPart(ctx, place, async (tx, { id }) => {
    if (no !== null) {
      const line = await findLine(tx, place.batch, no);
      if (line === undefined) return refuse({ code: 'back-file-unknown' });
      if (line.end !== null) return refuse({ code: 'back-file-ended', no });
      const other = await partOfLine(tx, place.batch, no);
      if (other !== undefined && other.id !== id) return refuse({ code: 'back-file-has-scan', no, fileName: other.fileName });
    }
    await assignPart(tx, { id, line: no, by: place.officer.name });
    return ok({ part: id });
  });
}

/**
 * Bỏ bản quét: it stays with the reason and belongs to no line any more.
 *
 * @error back-file-unknown, back-file-ended
 */
export function putPartAside(ctx: BackFileContext, { reason, ...place }: Place & { readonly reason: string }): Promise<Done> {
  return onPart(ctx, place, async (tx, { id }) => {
    await asidePart(tx, { id, reason, by: place.officer.name });
    return ok({ part: id });
  });
}

/**
 * Đọc lại một tệp đã hỏng.
 *
 * @error back-file-unknown - there is none that failed
 */
export async function readAgain(ctx: BackFileContext, { batch, scan, officer }: { readonly batch: string; readonly scan: string; readonly officer: Officer }): Promise<Result<{ readonly scan: string }, BackFileRefusal>> {
  const isDone = await findBatch(ctx.db, batch, backFileDesks(officer)) !== undefined && await queueAgain(ctx.db, batch, scan);
  return isDone ? ok({ scan }) : refuse({ code: 'back-file-unknown' });
}
