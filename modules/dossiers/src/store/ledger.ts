// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { enterPapers, recordChanges } from '@motcua/vault';
import type { DossierEvent, Fact } from '../events.ts';
import { apply } from '../lifecycle/apply.ts';
import type { Doer, Dossier } from '../model.ts';
import { hashOf } from './chain.ts';
import { rowsOf } from './rows.ts';
import { dossierDb } from './tables.ts';

/** A dossier with the hash its next event builds on, and its last doer. */
export type Loaded = { readonly dossier: Dossier; readonly hash: Buffer; readonly last: { readonly by: Doer; readonly at: string } };

type EventRow = { readonly dossier_id: string; readonly seq: number; readonly at: Temporal.Instant; readonly type: string; readonly actor: Doer; readonly data: unknown; readonly hash: Buffer };

const isEvent = (value: unknown): value is DossierEvent =>
  typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'object' && value.data !== null;

// The ledger holds only what `append` wrote, and the hash chain shows when somebody else did: its JSON is read back as the fact it was.
export const factOf = (row: Pick<EventRow, 'dossier_id' | 'seq' | 'at' | 'type' | 'actor' | 'data'>): DossierEvent => {
  const event: unknown = { dossierId: row.dossier_id, seq: row.seq, at: row.at.toString(), type: row.type, by: row.actor, data: row.data };
  if (!isEvent(event)) throw new Error(`ledger of ${row.dossier_id}, line ${row.seq}: no event`);
  return event;
};

/** The events of a dossier in order, as rows. Served by the primary key. */
export async function eventRows(db: Db, id: string): Promise<readonly (EventRow & { readonly previous_hash: Buffer | null })[]> {
  return dossierDb(db).selectFrom('dossiers.event').select(['dossier_id', 'seq', 'at', 'type', 'actor', 'data', 'previous_hash', 'hash'])
    .where('dossier_id', '=', id).orderBy('seq').execute();
}

/** The dossier made from its events; undefined when the id has none. */
export function folded(rows: readonly EventRow[]): Loaded | undefined {
  let dossier: Dossier | undefined;
  for (const row of rows) dossier = apply(dossier, factOf(row));
  const last = rows.at(-1);
  return dossier === undefined || last === undefined ? undefined : { dossier, hash: last.hash, last: { by: last.actor, at: last.at.toString() } };
}

/** Many dossiers made from their events, in the order of the ids, in one question. */
export async function foldedEach(db: Db, ids: readonly string[]): Promise<readonly Dossier[]> {
  if (ids.length === 0) return [];
  const rows = await dossierDb(db).selectFrom('dossiers.event').select(['dossier_id', 'seq', 'at', 'type', 'actor', 'data', 'hash']).where('dossier_id', 'in', ids).orderBy('dossier_id').orderBy('seq').execute();
  const byId = Map.groupBy(rows, (row) => row.dossier_id);
  return ids.flatMap((id) => folded(byId.get(id) ?? [])?.dossier ?? []);
}

/** A dossier by its code; with `lock`, nobody else acts on it until the transaction ends. */
export async function load(db: Db, code: string, lock = false): Promise<Loaded | undefined> {
  const found = dossierDb(db).selectFrom('dossiers.dossier').select('id').where('code', '=', code);
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
  return row === undefined ? undefined : folded(await eventRows(db, row.id));
}

/** The events of a dossier in order, as facts. */
export async function eventsOf(db: Db, id: string): Promise<readonly DossierEvent[]> {
  return (await eventRows(db, id)).map(factOf);
}

/** What went into vaults since. */
async function projectVault(tx: Db, before: Dossier['vault'], after: Dossier['vault']): Promise<void> {
  if (after === undefined || after === before) return;
  await enterPapers(tx, after.entries.slice(before?.entries.length ?? 0));
  await recordChanges(tx, after.changes.slice(before?.changes.length ?? 0));
}

async function project(tx: Db, before: Dossier | undefined, after: Dossier): Promise<void> {
  const into = dossierDb(tx);
  const { dossier, tasks, sealUses } = rowsOf(after);
  if (before === undefined) await into.insertInto('dossiers.dossier').values(dossier).execute();
  else await into.updateTable('dossiers.dossier').set(dossier).where('id', '=', after.id).execute();
  const stamped = sealUses.slice(before?.sealUses.length ?? 0);
  if (stamped.length > 0) await into.insertInto('dossiers.seal_use').values([...stamped]).execute();
  await projectVault(tx, before?.vault, after.vault);
  if (before?.tasks === after.tasks && before.children === after.children) return;
  if ((before?.tasks.length ?? 0) > 0) await into.deleteFrom('dossiers.task').where('dossier_id', '=', after.id).execute();
  if (tasks.length > 0) await into.insertInto('dossiers.task').values([...tasks]).execute();
}

/**
 * Appends facts to the ledger and brings the projections up to date, in the caller's transaction.
 * The primary key (dossier, seq) refuses a second writer who saw the same version.
 */
export async function append(tx: Db, before: Loaded | undefined, written: { readonly id: string; readonly facts: readonly Fact[]; readonly at: Temporal.Instant; readonly by: Doer }): Promise<Dossier> {
  let dossier = before?.dossier;
  let hash = before?.hash ?? null;
  const rows = [];
  for (const fact of written.facts) {
    const event: DossierEvent = { ...fact, dossierId: written.id, seq: (dossier?.version ?? 0) + 1, at: written.at.toString(), by: written.by };
    const next = hashOf(hash, event);
    rows.push({ dossier_id: event.dossierId, seq: event.seq, at: written.at, type: event.type, actor: JSON.stringify(event.by), data: JSON.stringify(event.data), previous_hash: hash, hash: next });
    dossier = apply(dossier, event);
    hash = next;
  }
  if (dossier === undefined) throw new Error('nothing to append');
  await dossierDb(tx).insertInto('dossiers.event').values(rows).execute();
  await project(tx, before?.dossier, dossier);
  const { code, status, agencies } = dossier;
  await sql`select pg_notify('motcua_dossier', ${JSON.stringify({ code, status, agencies: [...new Set(Object.values(agencies))], at: written.at.toString() })})`.execute(tx);
  return dossier;
}

/** Several dossiers made from their events, in one question, in the order of their ids; with `lock`, nobody else acts on them until the transaction ends. */
export async function loadMany(db: Db, ids: readonly string[], lock: boolean): Promise<readonly Loaded[]> {
  if (ids.length === 0) return [];
  if (lock) await dossierDb(db).selectFrom('dossiers.dossier').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  const rows = await dossierDb(db).selectFrom('dossiers.event').select(['dossier_id', 'seq', 'at', 'type', 'actor', 'data', 'previous_hash', 'hash'])
    .where('dossier_id', 'in', ids).orderBy('dossier_id').orderBy('seq').execute();
  const byId = Map.groupBy(rows, (row) => row.dossier_id);
  return [...byId.values()].flatMap((events) => folded(events) ?? []);
}
