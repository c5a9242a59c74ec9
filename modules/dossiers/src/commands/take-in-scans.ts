// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Db, inTransaction } from '@motcua/db-kit';
import { type ScannedPage, scanPages, storeDocument } from '@motcua/documents';
import { newId } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import { type Glance, isScanName, isWhole } from '../rules/dropped-files.ts';
import type { StoredScan } from '../store/scans.ts';
import { type DroppedFile, type StoredWaiting, keepWaiting, takenInAs } from '../store/waiting-scans.ts';

const mostBytes = 60 * 1024 * 1024;
/** Where files lie that could not be read, in the folder of their station. */
const brokenFolder = 'hong';

type Station = { readonly agency: string; readonly station: string; readonly folder: string };

async function foldersIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory() && !one.name.startsWith('.') && one.name !== brokenFolder).map(({ name }) => name);
}

/** The folders of the stations: one per agency by its code, in it one per station if there are several. */
async function stationsIn(db: Db, root: string): Promise<readonly Station[]> {
  const found: Station[] = [];
  for (const agency of await foldersIn(root)) {
    if (await findAgency(db, agency) === undefined) continue;
    const folder = path.join(root, agency);
    found.push({ agency, station: '', folder }, ...(await foldersIn(folder)).map((station) => ({ agency, station, folder: path.join(folder, station) })));
  }
  return found;
}

type Waits = { readonly station: Station; readonly name: string; readonly file: string; readonly glance: Glance };

async function filesIn(station: Station): Promise<readonly Waits[]> {
  const files = (await readdir(station.folder, { withFileTypes: true })).filter((one) => one.isFile() && isScanName(one.name));
  return Promise.all(files.map(async ({ name }) => {
    const file = path.join(station.folder, name);
    const { size, mtimeMs } = await stat(file);
    return { station, name: name.normalize('NFC'), file, glance: { size, changedAt: mtimeMs } };
  }));
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part instanceof Uint8Array ? part : String(part));
  return hash.digest('hex');
}

type Read = { readonly fault: StoredWaiting['fault']; readonly pages: readonly ScannedPage[] };

/** Looks through a file and reads its pages in a process of its own. Null: the virus scanner does not answer, so the file waits. */
async function readFrom(ctx: DossierContext, { file, glance: { size } }: Waits): Promise<Read | null> {
  if (size > mostBytes) return { fault: 'too-large', pages: [] };
  const looked = await ctx.files.antivirus?.scan(file);
  if (looked?.verdict === 'infected') return { fault: 'infected', pages: [] };
  if (looked !== undefined && looked.verdict !== 'clean') return null;
  const read = await scanPages([file], { codes: true });
  return !read.ok || read.value.length === 0 ? { fault: 'unreadable', pages: [] } : { fault: null, pages: read.value };
}

class Unkept extends Error {}

/** Keeps the pages of a file, never the file itself, unless it was taken in meanwhile. @returns why it had none @throws Unkept */
async function keep(ctx: DossierContext, tx: Db, { dropped, read }: { readonly dropped: DroppedFile; readonly read: Read }): Promise<StoredWaiting['fault']> {
  const earlier = await takenInAs(tx, dropped);
  if (earlier !== undefined) return earlier.fault;
  const at = ctx.clock.now();
  const id = newId(at);
  const pages: Omit<StoredScan['pages'][number], 'no'>[] = [];
  for (const [index, { jpeg, ...page }] of read.pages.entries()) {
    const stored = await storeDocument(tx, ctx.files, { ownerKind: 'scan-waiting', ownerRef: id, bytes: jpeg, name: `quet-${String(index + 1)}.jpg`, mediaType: 'image/jpeg', purpose: 'scan-page', by: 'Máy quét', at });
    // The disk is full or the store does not answer: the file stays where it is and is tried again.
    if (!stored.ok) throw new Unkept(stored.error.text);
    pages.push({ ...page, documentId: stored.value.id });
  }
  await keepWaiting(tx, { id, file: dropped, fault: read.fault, pages, at });
  return read.fault;
}

/** Takes one file in, once, and only then lets it leave the folder. @returns whether it left */
async function takeIn(ctx: DossierContext, waits: Waits): Promise<boolean> {
  const { station: { agency, station, folder }, name, file, glance } = waits;
  const sha256 = await digestOf(file);
  const dropped: DroppedFile = { agency, station, name, fileAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(glance.changedAt)), sha256 };
  const known = await inTransaction(ctx.db, (tx) => takenInAs(tx, dropped));
  const read = known === undefined ? await readFrom(ctx, waits) : { fault: known.fault, pages: [] };
  const still = await stat(file);
  if (read === null || still.size !== glance.size || still.mtimeMs !== glance.changedAt) return false;
  const fault = known === undefined ? await inTransaction(ctx.db, (tx) => keep(ctx, tx, { dropped, read })) : known.fault;
  if (fault === null) {
    await rm(file, { force: true });
    return true;
  }
  await mkdir(path.join(folder, brokenFolder), { recursive: true });
  await rename(file, path.join(folder, brokenFolder, `${sha256.slice(0, 8)}-${name}`));
  return true;
}

/**
 * Nhận bản quét từ thư mục: watches the folders of the stations by looking at them again and again, which works on shared disks too. Files still being written wait; each is taken in once.
 *
 * @param root - folder with one folder per agency, by its code
 * @returns one look: how many files left the folders; throws what went wrong after every file had its turn
 */
export function scanWatch(ctx: DossierContext, root: string): () => Promise<number> {
  let before: ReadonlyMap<string, Glance> = new Map();
  return async () => {
    const files = (await Promise.all((await stationsIn(ctx.db, root)).map(filesIn))).flat();
    const seen = before;
    before = new Map(files.map(({ file, glance }) => [file, glance]));
    const faults: unknown[] = [];
    let taken = 0;
    for (const waits of files.filter(({ file, glance }) => isWhole(glance, seen.get(file)))) {
      try { taken += await takeIn(ctx, waits) ? 1 : 0; } catch (fault) { faults.push(fault); }
    }
    if (faults.length > 0) throw new AggregateError(faults, `${String(faults.length)} tệp quét chưa nhận được`);
    return taken;
  };
}
