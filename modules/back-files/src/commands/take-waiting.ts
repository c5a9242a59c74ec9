// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { moveDocuments } from '@motcua/documents';
import { forgetWaiting, takeWaitingScan, type TakenScan } from '@motcua/dossiers';
import { newId, ok, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { type Batch, lockBatch, numberOf } from '../store/batches.ts';
import { queueScan, takeOnceMore } from '../store/scans.ts';
import { type InBatch, workingBatch } from './on-batch.ts';
import { type InFile, partOwner, placeParts } from './place-parts.ts';

type Tx = BackFileContext['db'];
/** What became of a waiting scan: `gone`: it does not wait any more; `known`: the batch has this very file. */
export type Fate = { readonly scan: string; readonly fileName: string | null; readonly fate: 'taken' | 'gone' | 'known' };
type Order = InBatch & { readonly scans: readonly string[]; /** The files are one pile, in their order: a scanner that writes a file a page. */ readonly isPile: boolean };
type Page = InFile & TakenScan['pages'][number] & { readonly waiting: TakenScan };

/** Takes one scan from the list of those that wait, unless the batch has its file. */
async function takeOne(ctx: BackFileContext, tx: Tx, { batch, officer, waiting: id, at }: { readonly batch: Batch; readonly officer: InBatch['officer']; readonly waiting: string; readonly at: Temporal.Instant }): Promise<{ readonly fate: Fate; readonly pages: readonly Page[] }> {
  let seen: { readonly fileName: string; readonly scan: string | undefined } | undefined;
  const taken = await takeWaitingScan(ctx, tx, {
    officer, id, agency: batch.agency, words: `Đưa vào lô ${numberOf(batch)}`,
    mayTake: async ({ fileName, sha256 }) => {
      const scan = newId(at);
      const isNew = await queueScan(tx, { id: scan, batch: batch.id, fileName, documentId: null, sha256, by: officer, at });
      seen = { fileName, scan: isNew ? scan : await takeOnceMore(tx, { batch: batch.id, sha256, documentId: null }) };
      return seen.scan !== undefined;
    },
  });
  const fileName = seen?.fileName ?? null;
  if (taken === null || taken === 'left' || seen?.scan === undefined) return { fate: { scan: id, fileName, fate: taken === 'left' ? 'known' : 'gone' }, pages: [] };
  const scan = { id: seen.scan, fileName: taken.fileName };
  return { fate: { scan: id, fileName, fate: 'taken' }, pages: taken.pages.map((page) => ({ ...page, scan, waiting: taken })) };
}

/** Takes scans as one pile, parted at its cover sheets. */
async function takePile(ctx: BackFileContext, batch: Batch, { officer, scans }: Order): Promise<readonly Fate[]> {
  const at = ctx.clock.now();
  return inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, batch.id);
    const taken = [];
    for (const waiting of scans) taken.push(await takeOne(ctx, tx, { batch, officer, waiting, at }));
    await placeParts(tx, { batch: batch.id, pages: taken.flatMap(({ pages }) => pages), at, keep: async (part, pages) => {
      for (const [owner, some] of Map.groupBy(pages, ({ waiting }) => waiting.owner)) await moveDocuments(tx, ctx.files, { ...owner, only: some.map(({ documentId }) => documentId) }, partOwner(part));
      return pages.map(({ documentId, width, height, dpi, turned, words }) => ({ documentId, width, height, dpi, turned, words }));
    } });
    for (const { fate } of taken) if (fate.fate === 'taken') await forgetWaiting(tx, fate.scan);
    return taken.map(({ fate }) => fate);
  });
}

/**
 * Nhận bản quét từ thư mục máy quét: scans that wait at the scanner of the agency of the batch, in the order they are named, parted at cover sheets like files that are given. Each file, or the pile they are together, in a transaction of its own: what is wrong with one keeps no other.
 *
 * @error back-file-unknown, back-file-dropped
 */
export async function takeWaiting(ctx: BackFileContext, order: Order): Promise<Result<{ readonly results: readonly Fate[] }, BackFileRefusal>> {
  const batch = await workingBatch(ctx.db, order);
  if (!batch.ok) return batch;
  const results: Fate[] = [];
  for (const scans of order.isPile ? [order.scans] : order.scans.map((scan) => [scan])) results.push(...await takePile(ctx, batch.value, { ...order, scans }));
  return ok({ results });
}
