// SPDX-License-Identifier: EUPL-1.2
import { type ColumnType, type Db, type Instant, sql } from '@motcua/db-kit';
import type { KeptPaper, VaultChange, VaultEntry, VaultOrigin, VaultOwner } from '../model.ts';
import { vaultCode } from '../rules/state.ts';

type Tables = {
  'vault.entry': {
    id: string; code: string; owner_kind: VaultOwner['kind']; owner_ref: string; kind: string; name: string; origin: VaultOrigin; document_id: string; dossier_id: string | null; dossier_code: string | null;
    agency: string | null; issuer: string | null; number: string | null; issued_on: string | null; valid_until: string | null; by_name: string; at: Instant; source: string | null; source_agency: string | null;
  };
  'vault.change': { entry_id: string; seq: ColumnType<number, never, never>; type: VaultChange['type']; reason: string; number: string | null; replaced_by: string | null; dossier_id: string | null; by_name: string; at: Instant };
};
const vaultDb = (db: Db) => db.$extendTables<Tables>();
const entryColumns = ['id', 'code', 'owner_kind', 'owner_ref', 'kind', 'name', 'origin', 'document_id', 'dossier_id', 'dossier_code', 'agency', 'issuer', 'number', 'issued_on', 'valid_until', 'by_name', 'at', 'source', 'source_agency'] as const;

type EntryRow = Omit<Tables['vault.entry'], 'at'> & { readonly at: Temporal.Instant };
const entryOf = (row: EntryRow): VaultEntry => ({
  id: row.id, code: row.code, owner: { kind: row.owner_kind, ref: row.owner_ref }, kind: row.kind, name: row.name, origin: row.origin, documentId: row.document_id,
  dossier: row.dossier_id === null || row.dossier_code === null ? null : { id: row.dossier_id, code: row.dossier_code }, agency: row.agency, ...(row.issuer === null ? {} : { issuer: row.issuer }), number: row.number,
  issuedOn: row.issued_on, validUntil: row.valid_until, by: row.by_name, at: row.at.toString(),
  ...(row.source === null || row.source_agency === null ? {} : { source: { agency: row.source_agency, words: row.source } }),
});

type ChangeRow = Omit<Tables['vault.change'], 'at' | 'seq'> & { readonly at: Temporal.Instant };
const changeOf = (row: ChangeRow): VaultChange => ({ entry: row.entry_id, type: row.type, reason: row.reason, number: row.number, replacedBy: row.replaced_by, dossierId: row.dossier_id, by: row.by_name, at: row.at.toString() });

/** Most papers of one vault that are shown at once. */
const most = 500;

/** The papers of one owner, or those of some ids, newest first, each with what happened to it. Served by entry_by_owner and the primary keys. */
async function kept(db: Db, by: VaultOwner | readonly string[]): Promise<readonly KeptPaper[]> {
  const all = vaultDb(db).selectFrom('vault.entry').select(entryColumns).orderBy('at', 'desc').orderBy('code').limit(most);
  const rows = await ('ref' in by ? all.where('owner_ref', '=', by.ref).where('owner_kind', '=', by.kind) : all.where('id', 'in', [...by])).execute();
  if (rows.length === 0) return [];
  const changes = await vaultDb(db).selectFrom('vault.change').select(['entry_id', 'type', 'reason', 'number', 'replaced_by', 'dossier_id', 'by_name', 'at']).where('entry_id', 'in', rows.map(({ id }) => id)).orderBy('seq').execute();
  const byEntry = Map.groupBy(changes.map(changeOf), ({ entry }) => entry);
  // What its owner took out again is in nobody's vault any more; its lines stay.
  return rows.map((row) => ({ ...entryOf(row), changes: byEntry.get(row.id) ?? [] })).filter(({ changes: lines }) => lines.every(({ type }) => type !== 'withdrawn'));
}

/** The papers of a vault, newest first, each with what happened to it. */
export const papersOf = (db: Db, owner: VaultOwner): Promise<readonly KeptPaper[]> => kept(db, owner);

/** Some papers by their ids; those that are not there are left out. */
export const papersById = async (db: Db, ids: readonly string[]): Promise<readonly KeptPaper[]> => (ids.length === 0 ? [] : kept(db, ids));

/**
 * The code the next paper of a kind gets in a vault. Nobody else numbers that kind there until the transaction ends.
 *
 * @param entering - papers that enter with it and are not stored yet
 * @legal tt-01-2023-vpcp/code
 */
export async function nextCode(tx: Db, owner: VaultOwner, kind: string, entering: readonly Pick<VaultEntry, 'owner' | 'kind'>[]): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vault:${owner.ref}.${kind}`}, 0))`.execute(tx);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from vault.entry where owner_ref = ${owner.ref} and kind = ${kind} and origin <> 'own-upload'`.execute(tx);
  const alongside = entering.filter((entry) => entry.kind === kind && entry.owner.ref === owner.ref).length;
  return vaultCode(owner.ref, kind, (rows[0]?.n ?? 0) + alongside + 1);
}

/** The code the next paper gets that the owner of a vault uploads himself: «TTL» says so wherever the code is read. */
export async function nextUploadCode(tx: Db, owner: VaultOwner): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vault:${owner.ref}.upload`}, 0))`.execute(tx);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from vault.entry where owner_ref = ${owner.ref} and origin = 'own-upload'`.execute(tx);
  return `${owner.ref}.TTL.${String((rows[0]?.n ?? 0) + 1)}`;
}

/** Puts papers into vaults, in the caller's transaction. */
export async function enterPapers(tx: Db, entries: readonly VaultEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await vaultDb(tx).insertInto('vault.entry').values(entries.map((entry) => ({
    id: entry.id, code: entry.code, owner_kind: entry.owner.kind, owner_ref: entry.owner.ref, kind: entry.kind, name: entry.name, origin: entry.origin, document_id: entry.documentId,
    dossier_id: entry.dossier?.id ?? null, dossier_code: entry.dossier?.code ?? null, agency: entry.agency, issuer: entry.issuer ?? null, number: entry.number, issued_on: entry.issuedOn, valid_until: entry.validUntil, by_name: entry.by, at: entry.at, source: entry.source?.words ?? null, source_agency: entry.source?.agency ?? null,
  }))).execute();
}

/** Writes down what happened to papers, in the caller's transaction. */
export async function recordChanges(tx: Db, changes: readonly VaultChange[]): Promise<void> {
  if (changes.length === 0) return;
  await vaultDb(tx).insertInto('vault.change').values(changes.map((change) => ({
    entry_id: change.entry, type: change.type, reason: change.reason, number: change.number, replaced_by: change.replacedBy, dossier_id: change.dossierId, by_name: change.by, at: change.at,
  }))).execute();
}

/** What a dossier left in vaults: the papers its result became, and what its ledger says happened to papers. In the order they were written. */
export async function leftBy(db: Db, dossierId: string): Promise<{ readonly entries: readonly VaultEntry[]; readonly changes: readonly VaultChange[] }> {
  const entries = await vaultDb(db).selectFrom('vault.entry').select(entryColumns).where('dossier_id', '=', dossierId).orderBy('at').orderBy('code').execute();
  const changes = await vaultDb(db).selectFrom('vault.change').select(['entry_id', 'type', 'reason', 'number', 'replaced_by', 'dossier_id', 'by_name', 'at']).where('dossier_id', '=', dossierId).orderBy('at').orderBy('seq').execute();
  return { entries: entries.map(entryOf), changes: changes.map(changeOf) };
}

/** What owners say is wrong with the papers a dossier became, oldest first. Served by entry_by_dossier. */
export async function disputesOf(db: Db, dossierId: string): Promise<readonly { readonly at: string; readonly who: string; readonly text: string }[]> {
  const rows = await vaultDb(db).selectFrom('vault.change as c').innerJoin('vault.entry as e', 'e.id', 'c.entry_id').select(['c.at', 'c.by_name', 'c.reason'])
    .where('e.dossier_id', '=', dossierId).where('c.type', '=', 'disputed').orderBy('c.seq').execute();
  return rows.map(({ at, by_name: who, reason: text }) => ({ at: at.toString(), who, text }));
}

/** A paper that may be in a vault already. */
type Sought = { readonly owner: string; readonly kind: string; readonly number: string };
/** What a vault holds of it. */
type Held = { readonly id: string; readonly code: string; readonly name: string; readonly at: string };

const plainNumber = (number: string): string => number.toLowerCase().replace(/\s+/gu, '');

/** Which of some papers vaults hold already: same owner, kind and number, and not replaced, revoked or taken out. One question for all of them. Served by entry_by_owner. */
export async function heldAlready(db: Db, sought: readonly Sought[]): Promise<(owner: string, kind: string, number: string | null) => Held | undefined> {
  if (sought.length === 0) return () => undefined;
  const { rows } = await sql<{ id: string; code: string; name: string; at: Temporal.Instant; owner: string; kind: string; number: string }>`
    select e.id, e.code, e.name, e.at, e.owner_ref as owner, e.kind, e.number from vault.entry e where e.owner_ref = any(${[...new Set(sought.map(({ owner }) => owner))]}::text[]) and e.number is not null and e.origin <> 'own-upload'
      and not exists (select from vault.change c where c.entry_id = e.id and c.type <> 'disputed') order by e.at`.execute(db);
  const byPaper = new Map(rows.map(({ owner, kind, number, at, ...held }) => [`${owner}|${kind}|${plainNumber(number)}`, { ...held, at: at.toString() }]));
  return (owner, kind, number) => (number === null ? undefined : byPaper.get(`${owner}|${kind}|${plainNumber(number)}`));
}

/** Papers entered without a dossier from some agencies since a day, by agency; null: every agency. Served by entry_by_source. @param from - ISO 8601 */
export async function enteredWithoutDossier(db: Db, { agencies, from }: { readonly agencies: readonly string[] | null; readonly from: string }): Promise<readonly { readonly agency: string; readonly count: number }[]> {
  const { rows } = await sql<{ agency: string; count: number }>`select source_agency as agency, count(*)::int as count from vault.entry where source_agency is not null and at >= ${from}::timestamptz ${agencies === null ? sql`` : sql`and source_agency = any(${[...agencies]}::text[])`} group by 1 order by 1`.execute(db);
  return rows;
}
