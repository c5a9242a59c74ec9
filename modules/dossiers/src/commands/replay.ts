// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { leftBy } from '@motcua/vault';
import type { Dossier } from '../model.ts';
import { canonical, hashOf } from '../store/chain.ts';
import { redactionOf } from './redact.ts';
import { eventRows, factOf, folded } from '../store/ledger.ts';
import { rowsOf } from '../store/rows.ts';
import { dossierDb } from '../store/tables.ts';

/** One place where a projection differs from the ledger, or the chain of hashes breaks. */
export type Difference = { readonly dossier: string; readonly where: string; readonly ledger: string; readonly live: string };

const plain = (row: object): string => canonical(JSON.parse(JSON.stringify(row)));

const moment = (value: unknown): unknown => (typeof value === 'string' || value instanceof Temporal.Instant ? Temporal.Instant.from(value).toString() : value);

const instants = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([key, value]: [string, unknown]) => [key, key.endsWith('_at') || key === 'stopped_since' ? moment(value) : value]));

/** Where the vaults differ from what the ledger of a dossier put there. */
async function vaultDifferences(db: Db, { id, vault }: Dossier): Promise<readonly Difference[]> {
  const [kept, left] = [vault ?? { entries: [], changes: [] }, await leftBy(db, id)];
  return (['entries', 'changes'] as const).flatMap((part) => {
    const [ledger, live] = [kept[part].map(plain).toSorted().join(), left[part].map(plain).toSorted().join()];
    return ledger === live ? [] : [{ dossier: id, where: `vault.${part}`, ledger, live }];
  });
}

/** Every line of a ledger whose hash does not follow from what it says and the line before it. */
async function chainDifferences(db: Db, id: string, rows: Awaited<ReturnType<typeof eventRows>>): Promise<{ readonly differences: readonly Difference[]; readonly isDestroyed: boolean }> {
  const held = await sql<{ seq: number; sha256: Buffer }>`select seq, sha256 from dossiers.redaction where dossier_id = ${id}`.execute(db);
  const redactions = new Map(held.rows.map(({ seq, sha256 }) => [seq, sha256]));
  const differences: Difference[] = [];
  let previous: Buffer | null = null;
  for (const row of rows) {
    const redaction = redactions.get(row.seq);
    // What was destroyed cannot be hashed again: the line still links, and what is left of it is held by its own hash.
    const expected: Buffer = redaction === undefined || !redaction.equals(redactionOf(row)) ? hashOf(previous, factOf(row)) : row.hash;
    if (!expected.equals(row.hash) || !(row.previous_hash ?? Buffer.alloc(0)).equals(previous ?? Buffer.alloc(0))) {
      differences.push({ dossier: id, where: `sổ sự kiện, dòng ${row.seq}: chuỗi băm đứt`, ledger: row.hash.toString('hex'), live: expected.toString('hex') });
    }
    previous = row.hash;
  }
  return { differences, isDestroyed: redactions.size > 0 };
}

async function compare(db: Db, id: string): Promise<readonly Difference[]> {
  const rows = await eventRows(db, id);
  const chain = await chainDifferences(db, id, rows);
  const differences = [...chain.differences];
  const loaded = folded(rows);
  const live = await dossierDb(db).selectFrom('dossiers.dossier').selectAll().where('id', '=', id).executeTakeFirst();
  const liveTasks = await dossierDb(db).selectFrom('dossiers.task').selectAll().where('dossier_id', '=', id).orderBy('task_id').execute();
  if (loaded === undefined || live === undefined) return [...differences, { dossier: id, where: 'hồ sơ', ledger: loaded === undefined ? 'không có' : 'có', live: live === undefined ? 'không có' : 'có' }];
  const rebuilt = rowsOf(loaded.dossier);
  if (plain(instants(rebuilt.dossier)) !== plain(instants(live))) differences.push({ dossier: id, where: 'dossiers.dossier', ledger: plain(instants(rebuilt.dossier)), live: plain(instants(live)) });
  const tasks = rebuilt.tasks.toSorted((a, b) => (a.task_id < b.task_id ? -1 : 1)).map((row) => plain(instants(row))).join();
  const open = liveTasks.map((row) => plain(instants(row))).join();
  if (tasks !== open) differences.push({ dossier: id, where: 'dossiers.task', ledger: tasks, live: open });
  const stamped = await dossierDb(db).selectFrom('dossiers.seal_use').selectAll().where('dossier_id', '=', id).orderBy('seq').execute();
  const [uses, used] = [rebuilt.sealUses.map((row) => plain(instants(row))).join(), stamped.map((row) => plain(instants(row))).join()];
  if (uses !== used) differences.push({ dossier: id, where: 'dossiers.seal_use', ledger: uses, live: used });
  // What a destroyed dossier left in a vault is its owner's: nothing of it stands in the ledger any more.
  return chain.isDestroyed ? differences : [...differences, ...await vaultDifferences(db, loaded.dossier)];
}

/**
 * Rebuilds every projection from the ledger beside the live one and lists where they differ, and every break of a hash chain.
 *
 * @param found - called with each difference as it is met
 * @returns how many dossiers and events were read
 */
export async function replay(db: Db, found: (difference: Difference) => void, progress?: (done: number) => void): Promise<{ readonly dossiers: number; readonly differences: number }> {
  let [after, dossiers, differences] = ['00000000-0000-0000-0000-000000000000', 0, 0];
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from (select distinct dossier_id as id from dossiers.event where dossier_id > ${after}::uuid union select id from dossiers.dossier where id > ${after}::uuid) ids order by id limit 500`.execute(db);
    for (const { id } of rows) {
      for (const difference of await compare(db, id)) { found(difference); differences += 1; }
      dossiers += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return { dossiers, differences };
    after = last.id;
    progress?.(dossiers);
  }
}
