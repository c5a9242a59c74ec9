// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { RevocationUnknown } from '../signing/revocation-client.ts';
import { type StampProofs, stampEnd, withFurtherStamp } from '../signing/renew-stamp.ts';
import { TimestampRefused } from '../signing/timestamp-client.ts';
import type { DocumentStore, StagedFile } from './file-store.ts';
import { freshKey, openedFileKey, openedOwnerKey, sealedFileKey } from './keys.ts';
import type { DocumentTables } from './tables.ts';

/** What a renewal of time-stamps came to. `remaining`: files that are due still; `hindrance`: why, for people, null when none are. */
export type StampRound = { readonly renewed: number; readonly remaining: number; readonly hindrance: string | null };

type Round = {
  readonly at: Temporal.Instant;
  /** Stamps that end before this moment are renewed. */
  readonly endingBefore: Temporal.Instant;
  /** Undefined: no authority is set. */
  readonly proofs: StampProofs | undefined;
  /** Asked before each file; true ends the round, the rest is for the next. */
  readonly isStopped?: () => boolean;
};

type Holder = { readonly ownerKind: string; readonly ownerRef: string; readonly fileKey: Buffer; readonly ownerKey: Buffer; readonly generation: number };
type Content = { readonly sha256: string; readonly bytes: Uint8Array; readonly key: Uint8Array; readonly holders: readonly Holder[] };

const atOnce = 200;

/** A content as any of its owners can open it; null when nobody can any more. */
async function contentOf(db: Db, store: DocumentStore, sha256: string): Promise<Content | null> {
  const tables = db.$extendTables<DocumentTables>();
  const file = await tables.selectFrom('documents.file').select(['size', 'stored']).where('sha256', '=', sha256).executeTakeFirst();
  const holders = await tables.selectFrom('documents.file_key as k').innerJoin('documents.owner_key as o', (join) => join.onRef('o.owner_kind', '=', 'k.owner_kind').onRef('o.owner_ref', '=', 'k.owner_ref'))
    .select(['k.owner_kind as ownerKind', 'k.owner_ref as ownerRef', 'k.sealed_key as fileKey', 'o.sealed_key as ownerKey', 'o.storage_generation as generation']).where('k.sha256', '=', sha256).execute();
  const [first] = holders;
  if (file?.stored == null || first === undefined) return null;
  const ownerKey = openedOwnerKey(await store.keys.storageKey(db, first.generation), first, first.ownerKey);
  const key = openedFileKey(ownerKey, sha256, first, first.fileKey);
  return { sha256, bytes: await store.read({ sha256, size: Number(file.size), sealed: { stored: file.stored, key } }), key, holders };
}

/** Looks at papers of our own that were never looked at. Files people handed in are theirs: nothing is added to them. */
async function look(db: Db, store: DocumentStore, isStopped: () => boolean): Promise<void> {
  for (let found = atOnce; found === atOnce && !isStopped();) {
    const { rows } = await sql<{ sha256: string }>`
      select f.sha256 from documents.file f
      where f.media_type = 'application/pdf' and f.pages is null and f.stored is not null
        and exists (select 1 from documents.file_key k where k.sha256 = f.sha256) and not exists (select 1 from documents.stamp_end s where s.sha256 = f.sha256)
      order by f.sha256 limit ${atOnce}`.execute(db);
    found = rows.length;
    for (const { sha256 } of rows) {
      const content = await contentOf(db, store, sha256);
      const until = content === null ? null : await stampEnd(content.bytes);
      await db.$extendTables<DocumentTables>().insertInto('documents.stamp_end').values({ sha256, until: until?.toString() ?? null, newer: null }).onConflict((conflict) => conflict.doNothing()).execute();
    }
  }
}

type Giving = { readonly holder: Pick<Holder, 'ownerKind' | 'ownerRef' | 'ownerKey' | 'generation'>; readonly sha256: string; readonly key: Uint8Array };

async function giveKey(db: Db, store: DocumentStore, { holder, sha256, key }: Giving): Promise<void> {
  const ownerKey = openedOwnerKey(await store.keys.storageKey(db, holder.generation), holder, holder.ownerKey);
  await db.$extendTables<DocumentTables>().insertInto('documents.file_key').values({ sha256, owner_kind: holder.ownerKind, owner_ref: holder.ownerRef, sealed_key: sealedFileKey(ownerKey, sha256, holder, key) })
    .onConflict((conflict) => conflict.doNothing()).execute();
}

/** Gives the newest version of a content to owners who took an earlier one in after it was renewed. */
async function share(db: Db, store: DocumentStore): Promise<void> {
  const { rows } = await sql<{ newer: string; ownerKind: string; ownerRef: string; ownerKey: Buffer; generation: number }>`
    select newest.newer, k.owner_kind as "ownerKind", k.owner_ref as "ownerRef", o.sealed_key as "ownerKey", o.storage_generation as generation
    from (select distinct on (sha256) sha256, newer from documents.renewal order by sha256, version desc) newest
    join documents.file_key k on k.sha256 = newest.sha256 join documents.owner_key o on o.owner_kind = k.owner_kind and o.owner_ref = k.owner_ref
    where not exists (select 1 from documents.file_key have where have.sha256 = newest.newer and have.owner_kind = k.owner_kind and have.owner_ref = k.owner_ref)
    order by newest.newer limit 10000`.execute(db);
  for (const { newer, ...holder } of rows) {
    const content = await contentOf(db, store, newer);
    if (content !== null) await giveKey(db, store, { holder, sha256: newer, key: content.key });
  }
}

type Renewed = { readonly before: Content; readonly file: StagedFile; readonly stored: string; readonly key: Uint8Array; readonly until: Temporal.Instant; readonly at: Temporal.Instant };

/** Says that a version follows another, for everybody who can open that one; false when somebody else was faster. */
async function enter(db: Db, store: DocumentStore, { before, file, stored, key, until, at }: Renewed): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const tables = tx.$extendTables<DocumentTables>();
    await tables.insertInto('documents.file').values({ sha256: file.sha256, size: file.size, media_type: 'application/pdf', stored, pages: null, scanned_at: null }).execute();
    const taken = await tables.updateTable('documents.stamp_end').set({ newer: file.sha256 }).where('sha256', '=', before.sha256).where('newer', 'is', null).executeTakeFirst();
    if (Number(taken.numUpdatedRows) === 0) return false;
    await tables.insertInto('documents.stamp_end').values({ sha256: file.sha256, until: until.toString(), newer: null }).execute();
    for (const holder of before.holders) await giveKey(tx, store, { holder, sha256: file.sha256, key });
    // Every content this one is a version of, and itself, gets a newer version.
    await sql`insert into documents.renewal (sha256, version, newer, at)
      select sha256, version + 1, ${file.sha256}, ${at.toString()}::timestamptz from documents.renewal where newer = ${before.sha256}
      union all select ${before.sha256}, 2, ${file.sha256}, ${at.toString()}::timestamptz`.execute(tx);
    return true;
  });
}

async function keepVersion(db: Db, store: DocumentStore, { before, pdf, until, at }: { readonly before: Content; readonly pdf: Uint8Array; readonly until: Temporal.Instant; readonly at: Temporal.Instant }): Promise<boolean> {
  if (!Buffer.from(pdf).subarray(0, before.bytes.byteLength).equals(before.bytes)) throw new Error('a renewed file does not begin with the one before');
  const staged = await store.stage(pdf, Number.MAX_SAFE_INTEGER);
  if (staged.outcome !== 'staged') throw new Error(`the store could not take a renewed file: ${staged.outcome}`);
  try {
    const key = freshKey();
    const kept = await store.keep(staged.file, key);
    if (kept.outcome !== 'kept') throw new Error(`the store could not keep a renewed file: ${kept.outcome}`);
    const entered = await enter(db, store, { before, file: staged.file, stored: kept.stored, key, until, at });
    if (!entered) await store.blobs.remove(kept.stored);
    return entered;
  } finally {
    await staged.file.discard();
  }
}

type Step = { readonly outcome: 'renewed' | 'gone'; readonly why: null } | { readonly outcome: 'left' | 'stop'; readonly why: string };

async function renewOne(db: Db, store: DocumentStore, { sha256, until, at, proofs }: { readonly sha256: string; readonly until: Temporal.Instant; readonly at: Temporal.Instant; readonly proofs: StampProofs }): Promise<Step> {
  const before = await contentOf(db, store, sha256);
  if (before === null) return { outcome: 'gone', why: null };
  try {
    const pdf = await withFurtherStamp(before.bytes, proofs, at);
    const end = await stampEnd(pdf);
    if (end === null || Temporal.Instant.compare(end, until) <= 0) return { outcome: 'stop', why: `Máy chủ dấu thời gian vẫn dùng chứng thư hết hạn ngày ${until.toString().slice(0, 10)}; đóng thêm dấu không kéo dài được.` };
    return { outcome: await keepVersion(db, store, { before, pdf, until: end, at }) ? 'renewed' : 'gone', why: null };
  } catch (fault) {
    if (fault instanceof TimestampRefused) return { outcome: 'stop', why: fault.message };
    if (fault instanceof RevocationUnknown) return { outcome: 'left', why: fault.message };
    throw fault;
  }
}

const noAuthority = 'Chưa đặt máy chủ dấu thời gian (MOTCUA_TSA).';

async function renewDue(db: Db, store: DocumentStore, { at, endingBefore, proofs, isStopped = () => false }: Round): Promise<StampRound> {
  const due = await db.$extendTables<DocumentTables>().selectFrom('documents.stamp_end as s').select(['s.sha256', 's.until']).where('s.newer', 'is', null).where('s.until', '<', endingBefore)
    .where((q) => q.exists(q.selectFrom('documents.file_key as k').select('k.sha256').whereRef('k.sha256', '=', 's.sha256'))).orderBy('s.until').execute();
  if (proofs === undefined) return { renewed: 0, remaining: due.length, hindrance: due.length === 0 ? null : noAuthority };
  let [renewed, gone] = [0, 0];
  let hindrance: string | null = null;
  for (const { sha256, until } of due) {
    if (until === null || isStopped()) break;
    const step = await renewOne(db, store, { sha256, until, at, proofs });
    if (step.outcome === 'renewed') renewed += 1;
    else if (step.outcome === 'gone') gone += 1;
    hindrance = step.why ?? hindrance;
    if (step.outcome === 'stop') break;
  }
  return { renewed, remaining: due.length - renewed - gone, hindrance };
}

/**
 * Gia hạn dấu thời gian: papers of our own whose outermost time-stamp ends soon get another one behind their end. The version before stays, and is found by its hash like the new one.
 * Goes on with the next file where an issuer is silent; stops where the time-stamp authority is, and says so: what remains is for the next round.
 */
export async function renewStamps(db: Db, store: DocumentStore, round: Round): Promise<StampRound> {
  await look(db, store, round.isStopped ?? (() => false));
  const done = await renewDue(db, store, round);
  await share(db, store);
  await db.$extendTables<DocumentTables>().insertInto('documents.stamp_round').values({ at: round.at.toString(), ...done }).onConflict((conflict) => conflict.doNothing()).execute();
  return done;
}

/** What the last round came to; undefined before the first. */
export async function lastStampRound(db: Db): Promise<(StampRound & { readonly at: Temporal.Instant }) | undefined> {
  return db.$extendTables<DocumentTables>().selectFrom('documents.stamp_round').select(['at', 'renewed', 'remaining', 'hindrance']).orderBy('at', 'desc').limit(1).executeTakeFirst();
}
