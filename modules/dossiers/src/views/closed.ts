// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { DossierEvent } from '../events.ts';
import type { Dossier } from '../model.ts';
import { hashOf } from '../store/chain.ts';
import { eventRows, factOf, folded } from '../store/ledger.ts';

/** A closed dossier as an archive lists it. Instants are ISO 8601 texts. */
export type ClosedDossier = { readonly id: string; readonly code: string; readonly procedure: string; readonly procedureName: string; readonly agency: string; readonly status: string; readonly endedAt: string };

/** Closed dossiers of some agencies (null: all) by when they ended, the oldest first, after a known one. */
export async function closedDossiers(db: Db, { agencies, endedBefore, after, limit }: { readonly agencies: readonly string[] | null; readonly endedBefore: Temporal.Instant; readonly after?: ClosedDossier; readonly limit: number }): Promise<readonly ClosedDossier[]> {
  const { rows } = await sql<Omit<ClosedDossier, 'endedAt'> & { readonly endedAt: Temporal.Instant }>`
    select id, code, procedure_code as procedure, procedure_name as "procedureName", solving_agency as agency, status, ended_at as "endedAt" from dossiers.dossier
    where ended_at < ${endedBefore.toString()} and ${agencies === null ? sql`true` : sql`solving_agency = any(${[...agencies]})`} and ${after === undefined ? sql`true` : sql`(ended_at, code) > (${after.endedAt}::timestamptz, ${after.code})`}
    order by ended_at, code limit ${limit}`.execute(db);
  return rows.map(({ endedAt, ...row }) => ({ ...row, endedAt: endedAt.toString() }));
}

/** Closed dossiers by their codes, in no order; open and unknown ones are left out. */
export async function closedByCode(db: Db, codes: readonly string[]): Promise<readonly ClosedDossier[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<Omit<ClosedDossier, 'endedAt'> & { readonly endedAt: Temporal.Instant }>`
    select id, code, procedure_code as procedure, procedure_name as "procedureName", solving_agency as agency, status, ended_at as "endedAt" from dossiers.dossier where code = any(${[...codes]}) and ended_at is not null`.execute(db);
  return rows.map(({ endedAt, ...row }) => ({ ...row, endedAt: endedAt.toString() }));
}

/** The agency that solves a dossier still open; null when none of that code is. */
export async function openAt(db: Db, code: string): Promise<string | null> {
  const { rows } = await sql<{ readonly agency: string }>`select solving_agency as agency from dossiers.dossier where code = ${code} and ended_at is null`.execute(db);
  return rows[0]?.agency ?? null;
}

/** One line of the ledger with its hashes, hexadecimal. */
export type SealedEvent = DossierEvent & { readonly previousHash: string | null; readonly hash: string };

/** A dossier as its ledger makes it, with every line and its hashes. */
export async function sealedLedger(db: Db, id: string): Promise<{ readonly dossier: Dossier; readonly events: readonly SealedEvent[] } | undefined> {
  const rows = await eventRows(db, id);
  const loaded = folded(rows);
  return loaded === undefined ? undefined : { dossier: loaded.dossier, events: rows.map((row) => ({ ...factOf(row), previousHash: row.previous_hash?.toString('hex') ?? null, hash: row.hash.toString('hex') })) };
}

/** The first line of a ledger whose hash does not follow from what it says and the line before it; null when the chain holds. Needs nothing but the lines. */
export function chainBreak(events: readonly SealedEvent[]): number | null {
  let previous: Buffer | null = null;
  for (const { previousHash, hash, ...event } of events) {
    const expected = hashOf(previous, event);
    if (expected.toString('hex') !== hash || (previous?.toString('hex') ?? null) !== previousHash) return event.seq;
    previous = expected;
  }
  return null;
}
