// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { type Cells, paperKeyOf, readLine } from '../rules/line.ts';
import { lineOf } from '../rules/merge-lines.ts';
import type { Batch } from '../store/batches.ts';
import { endLine, findLine, lineAbout, mendLines, type StoredLine } from '../store/lines.ts';
import { assignPart, partsOfLine } from '../store/scans.ts';
import { groundNow } from '../views/ground.ts';
import { type InBatch, onBatch } from './on-batch.ts';

type Place = InBatch & { readonly no: number };
type Done = Result<{ readonly no: number }, BackFileRefusal>;

/** Does something to a line that has not ended. */
export const onLine = (ctx: BackFileContext, { no, ...place }: Place, act: (tx: BackFileContext['db'], line: StoredLine, batch: Batch) => Promise<Done>): Promise<Done> => onBatch(ctx, place, async (tx, batch) => {
  const line = await findLine(tx, batch.id, no);
  if (line === undefined) return refuse({ code: 'back-file-unknown' });
  return line.end === null ? act(tx, line, batch) : refuse({ code: 'back-file-ended', no });
});

/**
 * Sửa một dòng: what is still wrong is refused with its fields, so nothing half mended is kept.
 *
 * @error back-file-unknown, back-file-dropped, back-file-ended, back-file-cells
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
 * @error back-file-unknown, back-file-dropped, back-file-ended
 */
export function putAside(ctx: BackFileContext, { reason, ...place }: Place & { readonly reason: string }): Promise<Done> {
  return onLine(ctx, place, async (tx) => {
    // Its scan is of another line, or of none: it is listed again.
    for (const { id } of (await partsOfLine(tx, place.batch, place.no)).all) await assignPart(tx, { id, slot: null, by: place.officer.name, at: ctx.clock.now() });
    await endLine(tx, { batch: place.batch, no: place.no, way: 'aside', reason, entry: null, code: null, pages: null }, { by: place.officer, at: ctx.clock.now() });
    return ok({ no: place.no });
  });
}
