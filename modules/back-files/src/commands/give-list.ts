// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { type Officer, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import { readList } from '../list/read-list.ts';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { mergeLines } from '../rules/merge-lines.ts';
import { addBatch, findBatch } from '../store/batches.ts';
import { addLines, knownLines, mendLines } from '../store/lines.ts';
import { groundNow } from '../views/ground.ts';
import { onBatch } from './on-batch.ts';

/**
 * Mở lô hồ sơ cũ: old papers of an agency that are digitised together.
 *
 * @param asked - `key`: becomes the id; the same key again opens nothing
 * @error back-file-not-yours - the officer digitises for another agency
 */
export async function openBatch(ctx: BackFileContext, { key, agency, title, officer }: { readonly key: string; readonly agency: string; readonly title: string; readonly officer: Officer }): Promise<Result<{ readonly id: string }, BackFileRefusal>> {
  if (!backFileDesks(officer).includes(agency)) return refuse({ code: 'back-file-not-yours' });
  const at = ctx.clock.now();
  await inTransaction(ctx.db, (tx) => addBatch(tx, { id: key, agency, year: officeDay(at).year, title, by: officer, at }));
  return await findBatch(ctx.db, key, [agency]) === undefined ? refuse({ code: 'back-file-not-yours' }) : ok({ id: key });
}

/** What giving a list came to, in lines. */
export type Given = { readonly good: number; readonly bad: number; readonly mended: number; readonly known: number };

/**
 * Đưa danh sách vào lô: good lines are taken, bad ones kept with what is to mend; lines given before are not taken again.
 *
 * @error back-file-unknown, back-file-dropped
 * @error back-file-list - the file gives no lines; nothing was taken
 */
export async function giveList(ctx: BackFileContext, { batch, bytes, officer }: { readonly batch: string; readonly bytes: Uint8Array; readonly officer: Officer }): Promise<Result<Given, BackFileRefusal>> {
  const read = readList(bytes);
  if (!read.ok) return refuse({ code: 'back-file-list', ...read.error });
  const ground = await groundNow(ctx);
  return onBatch(ctx, { batch, officer }, async (tx) => {
    const { added, mended, known } = mergeLines(await knownLines(tx, batch), read.value, ground);
    const writing = { batch, by: officer, at: ctx.clock.now() };
    await addLines(tx, added, writing);
    await mendLines(tx, mended, writing);
    const bad = [...added, ...mended].filter(({ paper }) => paper === null).length;
    return ok({ good: added.length + mended.length - bad, bad, mended: mended.length, known });
  });
}
