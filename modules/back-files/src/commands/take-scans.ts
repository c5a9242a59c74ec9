// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { inTransaction } from '@motcua/db-kit';
import { acceptUpload, cleanFileName, isQuarantined, readDocument, type ScannedPage, scanManyPapers, storeDocument, type UploadRefusal, uploadRuleOn } from '@motcua/documents';
import { newId, type Officer, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { lineByName, namesInFile, type Part, splitScan } from '../rules/split-scan.ts';
import { findBatch, lockBatch } from '../store/batches.ts';
import { addPart, claimScan, isFree, type KeptPage, lastSeq, linesNamed, queueOnceMore, queueScan, type ScanFault, settleScan, type StoredFile } from '../store/scans.ts';

/** Who owns the pictures of a batch until its papers are in vaults. */
const ownerOf = (batch: string): { readonly ownerKind: string; readonly ownerRef: string } => ({ ownerKind: 'back-file', ownerRef: batch });

const mostBytes = 60 * 1024 * 1024;
/** What is read in nine minutes also on a slow machine. */
const mostPages = 200;

type Given = { readonly batch: string; readonly officer: Officer; readonly file: { readonly content: Readable; readonly name: string; readonly declaredType: string } };

/**
 * Đưa tệp quét vào lô: looked through like every upload, kept, and put in the line of those to be read. A file the batch has already is not taken twice.
 *
 * @error back-file-unknown
 * @error upload-refused - with the words of what the file is refused for; nothing was kept
 */
export async function giveScan(ctx: BackFileContext, { batch, officer, file }: Given): Promise<Result<{ readonly isNew: boolean }, BackFileRefusal | { readonly code: 'upload-refused'; readonly refusal: UploadRefusal }>> {
  if (await findBatch(ctx.db, batch, backFileDesks(officer)) === undefined) return refuse({ code: 'back-file-unknown' });
  const at = ctx.clock.now();
  const usual = uploadRuleOn(officeDay(at));
  const rule = { ...usual, maxBytes: mostBytes, mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'], limits: { ...usual.limits, maxPages: mostPages } };
  const taken = await acceptUpload(ctx.db, ctx.files, { ...ownerOf(batch), ...file, purpose: 'scan', by: officer.name, at, rule });
  if (!taken.ok) return refuse({ code: 'upload-refused', refusal: taken.error });
  const isNew = await queueScan(ctx.db, { id: newId(at), batch, fileName: cleanFileName(file.name), documentId: taken.value.id, sha256: taken.value.sha256, by: officer, at });
  return ok({ isNew: isNew || await queueOnceMore(ctx.db, batch, taken.value.sha256) });
}

class Unkept extends Error {}

async function kept(ctx: BackFileContext, tx: BackFileContext['db'], { batch, pages, at }: { readonly batch: string; readonly pages: readonly ScannedPage[]; readonly at: Temporal.Instant }): Promise<readonly KeptPage[]> {
  const done: KeptPage[] = [];
  for (const [index, { jpeg, code: _code, ...page }] of pages.entries()) {
    const stored = await storeDocument(tx, ctx.files, { ...ownerOf(batch), bytes: jpeg, name: `quet-${String(index + 1)}.jpg`, mediaType: 'image/jpeg', purpose: 'scan-page', by: 'Máy', at });
    // The disk is full or the store does not answer: nothing of the file is kept, and it is read again later.
    if (!stored.ok) throw new Unkept(stored.error.text);
    done.push({ ...page, documentId: stored.value.id });
  }
  return done;
}

/** To which line pages belong: the one their cover sheet names, else by the name of the file when it holds one paper. */
async function lineFor(tx: BackFileContext['db'], { batch, fileName }: StoredFile, { line, isCovered }: Part<unknown>, isAlone: boolean): Promise<{ readonly line: number | null; readonly candidates: readonly number[] }> {
  if (line !== null) return await isFree(tx, batch, line) ? { line, candidates: [] } : { line: null, candidates: [line] };
  if (isCovered || !isAlone) return { line: null, candidates: [] };
  const { whole, begun } = namesInFile(fileName);
  return lineByName(fileName, await linesNamed(tx, batch, [whole, begun].filter((name) => name !== '')));
}

async function keepParts(ctx: BackFileContext, scan: StoredFile, pages: readonly ScannedPage[]): Promise<void> {
  const at = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, scan.batch);
    const parts = splitScan(pages, scan.batch);
    const before = await lastSeq(tx, scan.id);
    for (const [index, part] of parts.entries()) {
      const where = await lineFor(tx, scan, part, parts.length === 1);
      await addPart(tx, { id: newId(at), batch: scan.batch, scan: scan.id, seq: before + index + 1, part: { ...part, pages: await kept(ctx, tx, { batch: scan.batch, pages: part.pages, at }) }, ...where, at });
    }
    await settleScan(tx, { id: scan.id, state: 'read', fault: null });
  });
}

const mostTries = 3;

/** Why a file cannot be read now; null: it was read and its pages are kept. */
async function readOne(ctx: BackFileContext, scan: StoredFile): Promise<ScanFault | null> {
  if (await isQuarantined(ctx.db, scan.documentId)) return 'quarantined';
  const document = await readDocument(ctx.db, ctx.files, scan.documentId).catch(() => undefined);
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
