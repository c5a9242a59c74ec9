// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { destroyOwner } from '@motcua/documents';
import { redactDossier } from '@motcua/dossiers';
import { newId, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import type { ArchiveContext, ArchiveRefusal } from '../model.ts';
import { archiveDb } from '../store/tables.ts';
import type { Clerk } from './hand-in.ts';

type Outcome<Value> = Result<Value, ArchiveRefusal>;

/** A dossier in the archive whose retention is over and that nobody proposed to destroy. */
export type Destroyable = { readonly dossier: string; readonly code: string; readonly agency: string; readonly procedure: string; readonly endedOn: string; readonly keptUntil: string };

/** Hồ sơ hết thời hạn bảo quản: received by the archive, kept long enough, in no proposal that still stands; the oldest first. */
export async function destroyable(db: Db, { agencies, day, limit }: { readonly agencies: readonly string[] | null; readonly day: string; readonly limit: number }): Promise<readonly Destroyable[]> {
  const rows = await archiveDb(db).selectFrom('archive.item as i').innerJoin('archive.batch as b', 'b.id', 'i.batch_id').innerJoin('archive.batch_receipt as r', 'r.batch_id', 'i.batch_id')
    .select(['i.dossier_id as dossier', 'i.code', 'b.agency', 'i.procedure_name as procedure', 'i.ended_on as endedOn', 'i.kept_until as keptUntil'])
    .where('i.kept_until', '<', day).where((where) => where.not(where.exists(where.selectFrom('archive.destruction_item as d').leftJoin('archive.destruction_refusal as x', 'x.destruction_id', 'd.destruction_id').select('d.dossier_id').whereRef('d.dossier_id', '=', 'i.dossier_id').where('x.destruction_id', 'is', null)))).$if(agencies !== null, (query) => query.where('b.agency', 'in', agencies ?? [])).orderBy('i.kept_until').orderBy('i.code').limit(limit).execute();
  return rows.flatMap(({ keptUntil, ...row }) => (keptUntil === null ? [] : [{ ...row, keptUntil }]));
}

/** Proposals and what becomes of them come one after another: no dossier stands in two, none is both decided and refused. */
const inTurn = async (tx: Db): Promise<void> => { await sql`select pg_advisory_xact_lock(hashtextextended('archive.destruction', 0))`.execute(tx); };

/**
 * Đề nghị hủy hồ sơ hết thời hạn bảo quản.
 *
 * @param asked.noComplaint - how the proposer made sure that nobody complains or sues
 * @param asked.key - of the press: the same again answers the same
 * @error retention-not-over - kept longer, for ever, not received by the archive, or proposed already
 */
export async function proposeDestruction(ctx: ArchiveContext, asked: { readonly agency: string; readonly by: Clerk; readonly noComplaint: string; readonly dossiers: readonly { readonly id: string; readonly code: string }[]; readonly key?: string }): Promise<Outcome<{ readonly id: string }>> {
  const at = ctx.clock.now();
  return inTransaction(ctx.db, async (tx): Promise<Outcome<{ readonly id: string }>> => {
    await inTurn(tx);
    const known = asked.key === undefined ? undefined : await archiveDb(tx).selectFrom('archive.destruction').select('id').where('id', '=', asked.key).executeTakeFirst();
    if (known !== undefined) return ok(known);
    const may = new Set((await destroyable(tx, { agencies: [asked.agency], day: officeDay(at).toString(), limit: 10_000 })).map(({ dossier }) => dossier));
    const not = asked.dossiers.find((dossier) => !may.has(dossier.id));
    if (not !== undefined) return refuse({ code: 'retention-not-over', dossier: not.code });
    const id = asked.key ?? newId(at);
    await archiveDb(tx).insertInto('archive.destruction').values({ id, agency: asked.agency, no_complaint: asked.noComplaint, by_id: asked.by.id, by_name: asked.by.name, at }).execute();
    await archiveDb(tx).insertInto('archive.destruction_item').values(asked.dossiers.map((dossier) => ({ destruction_id: id, dossier_id: dossier.id }))).execute();
    return ok({ id });
  });
}

/** A proposal nobody decided, refused or took back. */
const standing = (tx: Db, id: string): Promise<{ readonly by_id: string } | undefined> => archiveDb(tx).selectFrom('archive.destruction as d').leftJoin('archive.destruction_approval as a', 'a.destruction_id', 'd.id').leftJoin('archive.destruction_refusal as x', 'x.destruction_id', 'd.id')
  .select('d.by_id').where('d.id', '=', id).where('a.destruction_id', 'is', null).where('x.destruction_id', 'is', null).executeTakeFirst();

/**
 * Không hủy: another person refuses the proposal, or who made it takes it back; its dossiers may be proposed anew.
 *
 * @param asked.isWithdrawal - by who proposed
 * @error destruction-unknown - none of that id, or no longer standing; archive-second-person - refused by who proposed, or taken back by another
 */
export async function refuseDestruction(ctx: ArchiveContext, { id, by, reason, isWithdrawal }: { readonly id: string; readonly by: Clerk; readonly reason: string; readonly isWithdrawal: boolean }): Promise<Outcome<{ readonly id: string }>> {
  return inTransaction(ctx.db, async (tx): Promise<Outcome<{ readonly id: string }>> => {
    await inTurn(tx);
    const proposed = await standing(tx, id);
    if (proposed === undefined) return refuse({ code: 'destruction-unknown' });
    if ((proposed.by_id === by.id) !== isWithdrawal) return refuse({ code: 'archive-second-person' });
    await archiveDb(tx).insertInto('archive.destruction_refusal').values({ destruction_id: id, withdrawn: isWithdrawal, reason, by_id: by.id, by_name: by.name, at: ctx.clock.now() }).execute();
    return ok({ id });
  });
}

/**
 * Quyết định hủy, by another person than the proposer. Nothing is gone until the owner's maintenance run.
 *
 * @error destruction-unknown - none of that id, or approved already; archive-second-person
 */
export async function approveDestruction(ctx: ArchiveContext, { id, by, decision }: { readonly id: string; readonly by: Clerk; readonly decision: { readonly number: string; readonly date: string } }): Promise<Outcome<{ readonly id: string }>> {
  return inTransaction(ctx.db, async (tx): Promise<Outcome<{ readonly id: string }>> => {
    await inTurn(tx);
    const proposed = await standing(tx, id);
    if (proposed === undefined) return refuse({ code: 'destruction-unknown' });
    if (proposed.by_id === by.id) return refuse({ code: 'archive-second-person' });
    await archiveDb(tx).insertInto('archive.destruction_approval').values({ destruction_id: id, decision_number: decision.number, decision_date: decision.date, by_id: by.id, by_name: by.name, at: ctx.clock.now() }).execute();
    return ok({ id });
  });
}

/** Fields of the projection that stay out of a tombstone: they named somebody. */
const unnamed = new Set(['applicant_name', 'personal_id', 'owner_id', 'folded']);

/**
 * Hủy thật những gì đã có quyết định: keys of files destroyed, ledger and projections emptied of personal content, a tombstone left; each dossier in a transaction of its own, once.
 * Needs the database's owner. Answers the codes.
 */
export async function destroyApproved(ownerDb: Db, at: Temporal.Instant): Promise<readonly string[]> {
  const due = await archiveDb(ownerDb).selectFrom('archive.destruction_item as d').innerJoin('archive.destruction_approval as a', 'a.destruction_id', 'd.destruction_id').innerJoin('archive.item as i', 'i.dossier_id', 'd.dossier_id')
    .leftJoin('archive.tombstone as t', 't.dossier_id', 'd.dossier_id').select(['d.destruction_id as destruction', 'd.dossier_id as dossier', 'i.code', 'i.sha256', 'a.decision_number as decision']).where('t.dossier_id', 'is', null).orderBy('i.code').execute();
  for (const { destruction, dossier, code, sha256, decision } of due) {
    await inTransaction(ownerDb, async (tx) => {
      const left = await redactDossier(tx, { id: dossier, why: decision, at });
      if (left === undefined) throw new Error(`${code}: no closed dossier`);
      for (const ownerKind of ['dossier', 'archive']) await destroyOwner(tx, { ownerKind, ownerRef: dossier });
      const row = Object.fromEntries(Object.entries(left.row).filter(([name]) => !unnamed.has(name)));
      await archiveDb(tx).insertInto('archive.tombstone').values({ dossier_id: dossier, code, row: JSON.stringify(row), events: left.events, last_hash: left.lastHash, package_sha256: sha256, destruction_id: destruction, destroyed_at: at }).execute();
    });
  }
  return due.map(({ code }) => code);
}
