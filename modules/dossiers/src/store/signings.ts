// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';

/** `keeping`: the signature is there and the act is being written. */
export type SigningState = 'waiting' | 'keeping' | 'done' | 'failed' | 'cancelled';

/** A signature asked for at a key that is not kept here. Instants are ISO 8601 texts. */
export type Signing = { readonly id: string; readonly code: string; readonly means: string; readonly kind: string; readonly state: SigningState; readonly refusal: LifecycleRefusal | null; readonly endsAt: string; readonly batch: string | null };

type SigningTables = {
  'dossiers.held_number': { dossier_id: string; paper: string; number: string; at: Instant };
  'dossiers.signing': { id: string; dossier_code: string; officer: string; means: string; kind: string; state: SigningState; refusal: Json<LifecycleRefusal> | null; begun_at: Instant; ends_at: Instant; ended_at: Instant | null; batch: string | null };
};

const tables = (db: Db) => db.$extendTables<SigningTables>();

/** A paper of a dossier that carries a number: its result, or another by a name of its own. */
type HeldFor = { readonly dossier: string; readonly paper?: string };

/** The number a paper was printed with though its signature did not come; null when there is none. */
export async function heldNumber(db: Db, { dossier, paper = 'result' }: HeldFor): Promise<string | null> {
  return (await tables(db).selectFrom('dossiers.held_number').select('number').where('dossier_id', '=', dossier).where('paper', '=', paper).executeTakeFirst())?.number ?? null;
}

/** Keeps a number for a paper that was printed with it. */
export async function holdNumber(db: Db, { dossier, paper = 'result', number, at }: HeldFor & { readonly number: string; readonly at: Temporal.Instant }): Promise<void> {
  await tables(db).insertInto('dossiers.held_number').values({ dossier_id: dossier, paper, number, at: at.toString() }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Takes the number that is kept for a paper: from now on it carries it, or nothing does; undefined when none is kept. */
export async function takeHeld(tx: Db, { dossier, paper = 'result' }: HeldFor): Promise<{ readonly number: string; readonly at: Temporal.Instant } | undefined> {
  return tables(tx).deleteFrom('dossiers.held_number').where('dossier_id', '=', dossier).where('paper', '=', paper).returning(['number', 'at']).executeTakeFirst();
}

/** Whether somebody is being waited for on a dossier. */
export async function isAwaited(db: Db, code: string): Promise<boolean> {
  return await tables(db).selectFrom('dossiers.signing').select('id').where('dossier_code', '=', code).where('state', 'in', ['waiting', 'keeping']).limit(1).executeTakeFirst() !== undefined;
}

/** Begins to wait for signatures that one confirmation gives together. */
export async function beginWaiting(db: Db, { batch, items, officer, means, kind, at, endsAt }: {
  readonly batch: string; readonly items: readonly { readonly id: string; readonly code: string }[]; readonly officer: string; readonly means: string; readonly kind: string; readonly at: Temporal.Instant; readonly endsAt: Temporal.Instant;
}): Promise<void> {
  await tables(db).insertInto('dossiers.signing').values(items.map(({ id, code }) => ({ id, dossier_code: code, officer, means, kind, state: 'waiting' as const, refusal: null, begun_at: at.toString(), ends_at: endsAt.toString(), ended_at: null, batch }))).execute();
}

/** Moves a signing on from one state, if it still stands there. */
export async function moveSigning(db: Db, { id, from, to, refusal = null, at }: { readonly id: string; readonly from: SigningState; readonly to: SigningState; readonly refusal?: LifecycleRefusal | null; readonly at: Temporal.Instant }): Promise<boolean> {
  const { numUpdatedRows } = await tables(db).updateTable('dossiers.signing').set({ state: to, refusal: refusal === null ? null : JSON.stringify(refusal), ended_at: to === 'keeping' ? null : at.toString() }).where('id', '=', id).where('state', '=', from).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A signing of an officer, or all of a batch by their dossiers; none for others' and unknown ones. */
export async function signingsOf(db: Db, { officer, ...by }: { readonly officer: string } & ({ readonly id: string } | { readonly batch: string })): Promise<readonly Signing[]> {
  const own = tables(db).selectFrom('dossiers.signing').selectAll().where('officer', '=', officer).orderBy('dossier_code').limit(500);
  const rows = await ('id' in by ? own.where('id', '=', by.id) : own.where('batch', '=', by.batch)).execute();
  return rows.map((row) => ({ id: row.id, code: row.dossier_code, means: row.means, kind: row.kind, state: row.state, refusal: row.refusal, endsAt: row.ends_at.toString(), batch: row.batch }));
}

/** The means an officer signed with last; null when none elsewhere. */
export async function lastMeansOf(db: Db, officer: string): Promise<string | null> {
  return (await tables(db).selectFrom('dossiers.signing').select('means').where('officer', '=', officer).orderBy('begun_at', 'desc').limit(1).executeTakeFirst())?.means ?? null;
}
