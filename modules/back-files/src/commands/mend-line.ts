// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { type Officer, ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { type Cells, paperKeyOf, readLine } from '../rules/line.ts';
import { lineOf } from '../rules/merge-lines.ts';
import { findBatch, lockBatch } from '../store/batches.ts';
import { endLine, findLine, lineAbout, mendLines, type StoredLine } from '../store/lines.ts';
import { assignPart, partOfLine } from '../store/scans.ts';
import { groundNow } from '../views/ground.ts';

type Place = { readonly batch: string; readonly no: number; readonly officer: Officer };
type Done = Result<{ readonly no: number }, BackFileRefusal>;

/** Does something to a line that has not ended. */
async function onLine(ctx: BackFileContext, { batch, no, officer }: Place, act: (tx: BackFileContext['db'], line: StoredLine) => Promise<Done>): Promise<Done> {
  if (await findBatch(ctx.db, batch, backFileDesks(officer)) === undefined) return refuse({ code: 'back-file-unknown' });
  return inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, batch);
    const line = await findLine(tx, batch, no);
    if (line === undefined) return refuse({ code: 'back-file-unknown' });
    return line.end === null ? act(tx, line) : refuse({ code: 'back-file-ended', no });
  });
}

/**
 * Sửa một dòng: what is still wrong is refused with its fields, so nothing half mended is kept.
 *
 * @error back-file-unknown, back-file-ended, back-file-cells
 * @error back-file-changed - somebody mended it since it was shown
 */
export async function mendLine(ctx: BackFileContext, { cells, version, ...place }: Place & { readonly cells: Cells; readonly version: number }): Promise<Done> {
  const ground = await groundNow(ctx);
  return onLine(ctx, place, async (tx, line) => {
    if (line.version !== version) return refuse({ code: 'back-file-changed', who: line.byName });
    const { paper } = readLine(cells, ground);
    const key = paper === null ? null : paperKeyOf(paper);
    const other = key === null ? undefined : await lineAbout(tx, { batch: place.batch, paperKey: key, not: place.no });
    const read = lineOf({ row: line.row, digest: line.digest, cells }, place.no, { ground, taken: new Map(key === null || other === undefined ? [] : [[key, other]]) });
    if (read.paper === null) return refuse({ code: 'back-file-cells', faults: read.faults });
    await mendLines(tx, [read], { batch: place.batch, by: place.officer, at: ctx.clock.now() });
    return ok({ no: place.no });
  });
}

/**
 * Bỏ một dòng ra: it stays with the reason, and takes no part any more.
 *
 * @error back-file-unknown, back-file-ended
 */
export function putAside(ctx: BackFileContext, { reason, ...place }: Place & { readonly reason: string }): Promise<Done> {
  return onLine(ctx, place, async (tx) => {
    // Its scan is of another line, or of none: it is listed again.
    const part = await partOfLine(tx, place.batch, place.no);
    if (part !== undefined) await assignPart(tx, { id: part.id, line: null, by: place.officer.name });
    await endLine(tx, { batch: place.batch, no: place.no, way: 'aside', reason, entry: null, code: null, pages: null }, { by: place.officer, at: ctx.clock.now() });
    return ok({ no: place.no });
  });
}
