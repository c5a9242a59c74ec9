// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { inTransaction } from '@motcua/db-kit';
import { acceptUpload, cleanFileName, isQuarantined, letGo, moveDocuments, readDocument, type ScannedPage, scanManyPapers, type UploadRefusal, uploadRuleOn } from '@motcua/documents';
import { newId, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { lockBatch } from '../store/batches.ts';
import { claimScan, queueScan, type ScanFault, settleScan, type StoredFile, takeOnceMore } from '../store/scans.ts';
import { type InBatch, workingBatch } from './on-batch.ts';
import { keptPages, placeParts, Unkept } from './place-parts.ts';

/** Who owns a file as it was given to a batch. */
const fileOwner = (scan: string): { readonly ownerKind: 'back-file-scan'; readonly ownerRef: string } => ({ ownerKind: 'back-file-scan', ownerRef: scan });

const mostBytes = 60 * 1024 * 1024;
/** What is read in nine minutes also on a slow machine. */
const mostPages = 200;

type Given = InBatch & { readonly file: { readonly content: Readable; readonly name: string; readonly declaredType: string } };

/**
 * Đưa tệp quét vào lô: looked through like every upload, kept, and put in the line of those to be read. A file the batch has already is not taken twice.
 *
 * @error back-file-unknown, back-file-dropped
 * @error upload-refused - with the words of what the file is refused for; nothing was kept
 */
export async function giveScan(ctx: BackFileContext, { file, ...place }: Given): Promise<Result<{ readonly isNew: boolean }, BackFileRefusal | { readonly code: 'upload-refused'; readonly refusal: UploadRefusal }>> {
  const found = await workingBatch(ctx.db, place);
  if (!found.ok) return found;
  const at = ctx.clock.now();
  const [batch, id] = [found.value.id, newId(at)];
  const usual = uploadRuleOn(officeDay(at));
  const rule = { ...usual, maxBytes: mostBytes, mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'], limits: { ...usual.limits, maxPages: mostPages } };
  const taken = await acceptUpload(ctx.db, ctx.files, { ...fileOwner(id), ...file, purpose: 'scan', by: place.officer.name, at, rule });
  if (!taken.ok) return refuse({ code: 'upload-refused', refusal: taken.error });
  const { id: documentId, sha256 } = taken.value;
  return ok({ isNew: await inTransaction(ctx.db, async (tx) => {
    if (await queueScan(tx, { id, batch, fileName: cleanFileName(file.name), documentId, sha256, by: place.officer, at })) return true;
    const again = await takeOnceMore(tx, { batch, sha256, documentId });
    // The batch has this file: what was just kept of it is another's, or nobody's.
    if (again !== undefined) await moveDocuments(tx, ctx.files, fileOwner(id), fileOwner(again));
    await letGo(tx, fileOwner(id));
    return again !== undefined;
  }) });
}

async function keepParts(ctx: BackFileContext, scan: StoredFile, pages: readonly ScannedPage[]): Promise<void> {
  const at = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, scan.batch);
    await placeParts(tx, { batch: scan.batch, pages: pages.map((page) => ({ ...page, scan })), at, keep: (part, some) => keptPages(ctx, tx, { part, pages: some.map(({ scan: _scan, ...page }) => page), at }) });
    await settleScan(tx, { id: scan.id, state: 'read', fault: null });
  });
}

const mostTries = 3;

/** Why a file cannot be read now; null: it was read and its pages are kept. */
async function readOne(ctx: BackFileContext, scan: StoredFile): Promise<ScanFault | null> {
  if (scan.documentId !== null && await isQuarantined(ctx.db, scan.documentId)) return 'quarantined';
  const document = scan.documentId === null ? undefined : await readDocument(ctx.db, ctx.files, scan.documentId).catch(() => undefined);
  if (document === undefined) return 'storage';
  const file = path.join(tmpdir(), `motcua-lo-${randomUUID()}`);
  try {
    await writeFile(file, document.bytes, { mode: 0o600 });
    const read = await scanManyPapers(file);
    if (!read.ok) return 'unreadable';
    if (read.value.length === 0) return 'no-pages';
    await keepParts(ctx, scan, read.value);
    return null;
  } catch (fault) {
    if (fault instanceof Unkept) return 'storage';
    throw fault;
  } finally {
    await rm(file, { force: true });
  }
}

/** A store that does not answer and a virus scanner that is silent are waited for; what cannot be read is given up after some tries. */
const waits: ReadonlySet<ScanFault> = new Set(['storage', 'quarantined']);

/**
 * Đọc các tệp quét đang chờ: one after the other, straightened and read in a process of its own, parted at cover sheets, each part given to its line. Goes on after a stop where it was.
 *
 * @returns how many files were read
 */
export async function readQueuedScans(ctx: BackFileContext, isStopping: () => boolean = () => false): Promise<number> {
  let done = 0;
  while (!isStopping()) {
    const scan = await claimScan(ctx.db, ctx.clock.now());
    if (scan === undefined) return done;
    const fault = await readOne(ctx, scan).catch(async (thrown: unknown) => {
      // Something of ours broke: named after some tries, and told each time.
      if (scan.tries >= mostTries) await settleScan(ctx.db, { id: scan.id, state: 'failed', fault: 'unreadable' });
      throw thrown;
    });
    if (fault === null) done += 1;
    else if (waits.has(fault)) await settleScan(ctx.db, { id: scan.id, state: 'queued', fault });
    else await settleScan(ctx.db, scan.tries < mostTries ? { id: scan.id, state: 'queued', fault, isAtOnce: true } : { id: scan.id, state: 'failed', fault });
  }
  return done;
}
