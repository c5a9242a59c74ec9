// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { readDocument, storeDocument } from '@motcua/documents';
import { newId, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import type { ArchiveContext, ArchiveRefusal } from '../model.ts';
import { packageOf } from '../package/package-of.ts';
import { verifyPackage } from '../package/verify-package.ts';
import { digestOf } from '../package/write-package.ts';
import { retentionWords } from '../rules/retention.ts';
import { archiveDb } from '../store/tables.ts';

/** Who acts. */
export type Clerk = { readonly id: string; readonly name: string };
type Outcome<Value> = Result<Value, ArchiveRefusal>;

/** What is undone with the transaction. */
class Refused extends Error { readonly refusal: ArchiveRefusal; constructor(refusal: ArchiveRefusal) { super(refusal.code); this.refusal = refusal; } }

async function acted<Value>(db: Db, act: (tx: Db) => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return ok(await inTransaction(db, act));
  } catch (fault) {
    if (fault instanceof Refused) return refuse(fault.refusal);
    throw fault;
  }
}

/** Who signed a package, as a check keeps it. */
export const signedBy = (signer: string | null): string => (signer === null ? '' : `Ký số bởi ${signer}`);

/** The package as it lies in the store, believed only after it was read again. */
async function readBack({ files }: ArchiveContext, tx: Db, { document, dossier, at }: { readonly document: string; readonly dossier: string; readonly at: Temporal.Instant }): Promise<{ readonly bytes: Uint8Array; readonly signer: string | null }> {
  const kept = await readDocument(tx, files, document);
  const report = kept === undefined ? undefined : verifyPackage(kept.bytes, { trust: { roots: [] }, at });
  if (kept === undefined || report?.verdict !== 'intact' || report.code !== dossier) throw new Refused({ code: 'package-broken', dossier, text: report?.faults[0]?.text ?? 'Không đọc lại được gói.' });
  return { bytes: kept.bytes, signer: report.signer };
}

/** Batches of an agency come and change one after another. */
const inTurn = async (tx: Db, agency: string): Promise<void> => { await sql`select pg_advisory_xact_lock(hashtextextended('archive.batch ' || ${agency}, 0))`.execute(tx); };

async function enter(ctx: ArchiveContext, tx: Db, { batch, dossier, by, at }: { readonly batch: string; readonly dossier: string; readonly by: Clerk; readonly at: Temporal.Instant }): Promise<void> {
  const packed = await packageOf({ ...ctx, db: tx }, { id: dossier, at, by: by.name });
  if (!packed.ok) throw new Refused(packed.error);
  const { id, code, procedure, endedOn, retention, lines, bytes } = packed.value;
  const there = await archiveDb(tx).selectFrom('archive.item').select('dossier_id').where('dossier_id', '=', id).executeTakeFirst();
  if (there !== undefined) throw new Refused({ code: 'handed-in-already', dossier: code });
  const stored = await storeDocument(tx, ctx.files, { ownerKind: 'archive', ownerRef: id, bytes, name: `${code}.zip`, mediaType: 'application/zip', purpose: 'archive-package', by: by.name, at });
  if (!stored.ok) throw new Refused({ code: 'archive-storage' });
  await readBack(ctx, tx, { document: stored.value.id, dossier: code, at });
  await archiveDb(tx).insertInto('archive.item').values({
    batch_id: batch, dossier_id: id, code, procedure_code: procedure.code, procedure_name: procedure.name, ended_on: endedOn, kept_until: retention.keptUntil, retention: retentionWords(retention), source: retention.source, documents: lines.length, document_id: stored.value.id, sha256: digestOf(bytes), size: BigInt(bytes.length),
  }).execute();
}

/**
 * Nộp lưu: packs closed dossiers of an agency, reads each package back, and writes the record the giving side signs by making it. All or none.
 *
 * @param asked.dossiers - ids
 * @param asked.key - of the press: the same again answers the same
 * @error not-closed, handed-in-already, no-retention-rule; package-broken - what was written does not read back, or nobody could sign it; archive-storage
 */
export function handIn(ctx: ArchiveContext, { agency, by, dossiers, key }: { readonly agency: string; readonly by: Clerk; readonly dossiers: readonly string[]; readonly key?: string }): Promise<Outcome<{ readonly id: string; readonly no: number; readonly year: number }>> {
  const at = ctx.clock.now();
  const { year } = officeDay(at);
  return acted(ctx.db, async (tx) => {
    await inTurn(tx, agency);
    const known = key === undefined ? undefined : await archiveDb(tx).selectFrom('archive.batch').select(['id', 'no', 'year']).where('id', '=', key).executeTakeFirst();
    if (known !== undefined) return known;
    const last = await archiveDb(tx).selectFrom('archive.batch').select(({ fn }) => fn.max('no').as('no')).where('agency', '=', agency).where('year', '=', year).executeTakeFirst();
    const [id, no] = [key ?? newId(at), (last?.no ?? 0) + 1];
    await archiveDb(tx).insertInto('archive.batch').values({ id, agency, year, no, by_id: by.id, by_name: by.name, at }).execute();
    for (const dossier of dossiers) await enter(ctx, tx, { batch: id, dossier, by, at });
    return { id, no, year };
  });
}

type Given = { readonly agency: string; readonly by_id: string; readonly by_name: string };

/** A batch nobody received and its giver did not take back. Batches of an agency change one after another. @throws batch-unknown */
async function standing(tx: Db, id: string): Promise<Given> {
  const batch = await archiveDb(tx).selectFrom('archive.batch').select(['agency', 'by_id', 'by_name']).where('id', '=', id).executeTakeFirst();
  if (batch === undefined) throw new Refused({ code: 'batch-unknown' });
  await inTurn(tx, batch.agency);
  const ends = await Promise.all((['archive.batch_receipt', 'archive.batch_withdrawal'] as const).map((table) => archiveDb(tx).selectFrom(table).select('batch_id').where('batch_id', '=', id).executeTakeFirst()));
  if (ends.some((end) => end !== undefined)) throw new Refused({ code: 'batch-unknown' });
  return batch;
}

/**
 * Rút biên bản nộp lưu: who gave takes a batch back before anybody received it, with the reason. What stood in it is kept, its dossiers are due again.
 *
 * @error batch-unknown - none of that id, received or taken back already; archive-not-giver
 */
export function withdrawBatch({ db, clock }: ArchiveContext, { id, by, reason }: { readonly id: string; readonly by: Clerk; readonly reason: string }): Promise<Outcome<{ readonly id: string }>> {
  return acted(db, async (tx) => {
    const { by_id: giver, by_name: who } = await standing(tx, id);
    if (giver !== by.id) throw new Refused({ code: 'archive-not-giver', who });
    const tables = archiveDb(tx);
    await tables.insertInto('archive.batch_withdrawal').values({ batch_id: id, reason, by_id: by.id, by_name: by.name, at: clock.now() }).execute();
    const columns = ['batch_id', 'dossier_id', 'code', 'procedure_name', 'ended_on', 'kept_until', 'retention', 'documents', 'document_id', 'sha256', 'size'] as const;
    await tables.insertInto('archive.withdrawn_item').columns(columns).expression(tables.selectFrom('archive.item').select(columns).where('batch_id', '=', id)).execute();
    await tables.deleteFrom('archive.item').where('batch_id', '=', id).execute();
    return { id };
  });
}

/**
 * Nhận hồ sơ nộp lưu: the receiving side reads every package again and signs the record. Never who gave.
 *
 * @error batch-unknown - none of that id, received or taken back already; archive-second-person; package-broken
 */
export function receiveBatch(ctx: ArchiveContext, { id, by }: { readonly id: string; readonly by: Clerk }): Promise<Outcome<{ readonly received: number }>> {
  const at = ctx.clock.now();
  return acted(ctx.db, async (tx) => {
    const batch = await standing(tx, id);
    if (batch.by_id === by.id) throw new Refused({ code: 'archive-second-person' });
    const items = await archiveDb(tx).selectFrom('archive.item').select(['dossier_id', 'code', 'document_id', 'sha256']).where('batch_id', '=', id).orderBy('code').execute();
    for (const { dossier_id: dossier, code, document_id: document, sha256 } of items) {
      const { bytes, signer } = await readBack(ctx, tx, { document, dossier: code, at });
      if (digestOf(bytes) !== sha256) throw new Refused({ code: 'package-broken', dossier: code, text: 'Gói khác với gói ghi trong biên bản.' });
      await archiveDb(tx).insertInto('archive.package_check').values({ run_id: null, dossier_id: dossier, at, verdict: 'intact', text: signedBy(signer) }).execute();
    }
    await archiveDb(tx).insertInto('archive.batch_receipt').values({ batch_id: id, by_id: by.id, by_name: by.name, at }).execute();
    return { received: items.length };
  });
}
