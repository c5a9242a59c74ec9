// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { moveDocuments } from '@motcua/documents';
import { type Officer, ok, refuse } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { WaitingScans } from '../contract.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import { mayDo, scanDesks } from '../permissions.ts';
import { paperNamed } from '../rules/dropped-files.ts';
import { addScanPages, beginScan } from '../store/scans.ts';
import { endWaiting, findWaiting, waitingAt } from '../store/waiting-scans.ts';
import { readable } from '../views/one.ts';
import type { Outcome } from './perform.ts';

const mostShown = 200;

/** A colleague gave it to a paper in this very moment: nothing of ours is kept. */
class GivenAway extends Error {}

/** Bản quét chờ: what the scanners of one's agencies sent and nobody gave to a paper yet. */
export async function waitingScans(db: Db, officer: Officer): Promise<WaitingScans> {
  const rows = await waitingAt(db, scanDesks(officer));
  const shown = rows.slice(0, mostShown);
  const nameOf = await agencyNames(db, new Set(shown.map(({ agency }) => agency)));
  return { scans: shown.map(({ at, fileName, ...row }) => ({ ...row, fileName, agencyName: nameOf(row.agency), at: at.toString(), named: paperNamed(fileName) })), more: rows.length > mostShown };
}

type Given = { readonly officer: Officer; readonly id: string };

/** A scan that waits at a desk of this officer; another's is answered like one that does not exist. */
async function ownWaiting(db: Db, { officer, id }: Given): Promise<Awaited<ReturnType<typeof findWaiting>>> {
  const found = await findWaiting(db, id);
  return found !== undefined && scanDesks(officer).includes(found.agency) ? found : undefined;
}

/**
 * Gán bản quét cho giấy: the pages become a scan of a paper of a dossier, to be compared and signed there like one that was uploaded.
 *
 * @error scan-unknown - it does not wait here any more, or could not be read; secret-paper; fields-to-mend - the dossier has no such paper
 */
export async function assignScan(ctx: DossierContext, { officer, id, code, paperNo }: Given & { readonly code: string; readonly paperNo: number }): Promise<Outcome<{ readonly code: string; readonly paperNo: number; readonly scan: string }>> {
  const found = await readable(ctx.db, officer, code.toUpperCase());
  if (!found.ok) return found;
  const { dossier } = found.value;
  if (!mayDo(officer, 'digitise', { dossier })) return refuse({ code: 'not-permitted', act: 'digitise' });
  const paper = dossier.papers.find(({ no }) => no === paperNo);
  if (paper === undefined) return refuse({ code: 'fields-to-mend', fields: [{ path: 'paperNo', label: 'Giấy tờ', text: 'Hồ sơ không có giấy với số này.' }] });
  if (isSecret(dossier, paperNo)) return refuse({ code: 'secret-paper', name: paper.name });
  const given = inTransaction(ctx.db, async (tx): Promise<Outcome<{ readonly code: string; readonly paperNo: number; readonly scan: string }>> => {
    const waits = await ownWaiting(tx, { officer, id });
    if (waits === undefined || waits.pages.length === 0) return refuse({ code: 'scan-unknown' });
    const at = ctx.clock.now();
    const scan = await beginScan(tx, { dossierId: dossier.id, of: { paperNo }, byId: officer.id, at });
    if (!await endWaiting(tx, { id, scan, reason: null, by: officer, at })) throw new GivenAway();
    await addScanPages(tx, { id: scan, scanned: 0 }, waits.pages);
    await moveDocuments(tx, ctx.files, { ownerKind: 'scan-waiting', ownerRef: id }, { ownerKind: 'scan', ownerRef: scan });
    return ok({ code: dossier.code, paperNo, scan });
  });
  return given.catch((fault: unknown) => {
    if (fault instanceof GivenAway) return refuse({ code: 'scan-unknown' });
    throw fault;
  });
}

/**
 * Bỏ bản quét: it leaves the list with the reason; its pages stay kept thirty days.
 *
 * @error scan-unknown - it does not wait here any more
 */
export async function removeScan(ctx: DossierContext, { officer, id, reason }: Given & { readonly reason: string }): Promise<Outcome<null>> {
  const waits = await ownWaiting(ctx.db, { officer, id });
  if (waits === undefined || !await endWaiting(ctx.db, { id, scan: null, reason, by: officer, at: ctx.clock.now() })) return refuse({ code: 'scan-unknown' });
  return ok(null);
}

/** A waiting scan that is taken over: the name and digest of its file, its pages in order, and who owns their pictures. */
export type TakenScan = { readonly fileName: string; readonly sha256: string; readonly pages: NonNullable<Awaited<ReturnType<typeof findWaiting>>>['pages']; readonly owner: { readonly ownerKind: string; readonly ownerRef: string } };

/**
 * Đưa bản quét chờ sang nơi khác (a batch of old papers), in the caller's transaction, who moves the pictures and then calls `forgetWaiting`: it leaves the list with where it went.
 *
 * @param asked - `agency`: at whose scanner it waits; `mayTake`: asked before it leaves
 * @returns null: it does not wait there any more, or could not be read
 */
export async function takeWaitingScan(ctx: Pick<DossierContext, 'clock'>, tx: Db, { officer, id, agency, words, mayTake }: Given & { readonly agency: string; readonly words: string; readonly mayTake: (scan: TakenScan) => Promise<boolean> }): Promise<TakenScan | 'left' | null> {
  const waits = await ownWaiting(tx, { officer, id });
  if (waits?.agency !== agency || waits.pages.length === 0) return null;
  const scan = { fileName: waits.fileName, sha256: waits.sha256, pages: waits.pages, owner: { ownerKind: 'scan-waiting', ownerRef: id } };
  if (!await mayTake(scan)) return 'left';
  return await endWaiting(tx, { id, scan: null, reason: words, by: officer, at: ctx.clock.now() }) ? scan : null;
}

/** The pages of a waiting scan as documents, and the agency at whose desk it waits, for who may assign it. */
export async function waitingPages(ctx: DossierContext, asked: Given): Promise<{ readonly agency: string; readonly pages: readonly string[] } | undefined> {
  const waits = await ownWaiting(ctx.db, asked);
  return waits === undefined ? undefined : { agency: waits.agency, pages: waits.pages.map(({ documentId }) => documentId) };
}
