// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { type Officer, ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { type Batch, endBatch, findBatch, lockBatch } from '../store/batches.ts';

/** Where an officer works. */
export type InBatch = { readonly batch: string; readonly officer: Officer };

/**
 * The batch an officer works on.
 *
 * @error back-file-unknown - it is none of his agencies'
 * @error back-file-dropped - nobody goes on with it
 */
export async function workingBatch(db: BackFileContext['db'], { batch: id, officer }: InBatch): Promise<Result<Batch, BackFileRefusal>> {
  const batch = await findBatch(db, id, backFileDesks(officer));
  if (batch === undefined) return refuse({ code: 'back-file-unknown' });
  return batch.dropped === null ? ok(batch) : refuse({ code: 'back-file-dropped', by: batch.dropped.by, reason: batch.dropped.reason });
}

/** Does something to a batch while nobody else changes it. */
export function onBatch<Done>(ctx: BackFileContext, place: InBatch, act: (tx: BackFileContext['db'], batch: Batch) => Promise<Result<Done, BackFileRefusal>>): Promise<Result<Done, BackFileRefusal>> {
  return inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, place.batch);
    const batch = await workingBatch(tx, place);
    return batch.ok ? act(tx, batch.value) : batch;
  });
}

/**
 * Bỏ lô: nobody goes on with it. What is in vaults stays there; pictures of the others are let go.
 *
 * @error back-file-unknown, back-file-dropped
 */
export const dropBatch = (ctx: BackFileContext, { reason, ...place }: InBatch & { readonly reason: string }): Promise<Result<{ readonly id: string }, BackFileRefusal>> => onBatch(ctx, place, async (tx, { id }) => {
  await endBatch(tx, { id, reason, by: place.officer, at: ctx.clock.now() });
  return ok({ id });
});
