// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, sql } from '@motcua/db-kit';
import { fold } from '@motcua/kernel';
import type { Procedure } from '../model.ts';
import { missingParts } from '../rules/completeness.ts';
import { catalogueDb } from './tables.ts';

/** The newest version kept of a procedure, whether or not it has begun. */
export type NewestVersion = { readonly code: string; readonly version: number; readonly digest: string; readonly validFrom: string; readonly validUntil: string | null; readonly openStart: boolean };

/** What tells one content from another. */
export const digestOf = (procedure: Procedure): string => createHash('sha256').update(JSON.stringify(procedure)).digest('hex');

/** What lists and search need of one version. */
function searchRowOf(procedure: Procedure, version: number) {
  return {
    code: procedure.code, version, name: procedure.name,
    folded: fold([procedure.name, procedure.keywords ?? '', procedure.lifeEvents.join(' '), procedure.field?.name ?? '', procedure.code].join(' ')),
    field_code: procedure.field?.code ?? null, field_name: procedure.field?.name ?? null, levels: procedure.levels, online_level: procedure.onlineLevel,
    applicant_kinds: procedure.applicantKinds.map(({ name }) => name), life_events: procedure.lifeEvents,
    competent_codes: procedure.competentAgencies.flatMap(({ code }) => code ?? []), missing_parts: [...missingParts(procedure)],
    paper_count: procedure.papers.reduce((sum, group) => sum + group.papers.length, 0),
  };
}

/** The newest version of each of some procedures. */
export async function newestVersions(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, NewestVersion>> {
  const { rows } = await sql<NewestVersion>`select distinct on (code) code, version, digest, valid_from as "validFrom", valid_until as "validUntil", open_start as "openStart"
    from catalogue.procedure_version where code = any (${codes}) order by code, version desc`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

/** A version of a procedure as it is stored. */
export type StoredVersion = {
  readonly procedure: Procedure; readonly version: number; readonly validFrom: string; readonly openStart: boolean;
  readonly at: Temporal.Instant; readonly source: string; readonly publishedBy: string | null;
};

const dateOrNull = (text: string | null): string | null => (text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : null);

/** Stores versions with what search needs of them. */
export async function insertVersions(tx: Db, versions: readonly StoredVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const into = catalogueDb(tx);
  await into.insertInto('catalogue.procedure_version').values(versions.map(({ procedure, version, validFrom, openStart, at, source, publishedBy }) => ({
    code: procedure.code, version, content: JSON.stringify(procedure), digest: digestOf(procedure), decision_number: procedure.decision.number, decision_date: dateOrNull(procedure.decision.date),
    valid_from: validFrom, valid_until: null, open_start: openStart, published_by: publishedBy, imported_at: at, source,
  }))).execute();
  await into.insertInto('catalogue.procedure').values(versions.map(({ procedure, version }) => searchRowOf(procedure, version))).execute();
}

/** The newest version that counts on some day: one taken over before it began counts on none. */
export async function newestCounting(db: Db, code: string): Promise<NewestVersion | undefined> {
  const { rows: [row] } = await sql<NewestVersion>`select code, version, digest, valid_from as "validFrom", valid_until as "validUntil", open_start as "openStart"
    from catalogue.procedure_version where code = ${code} and (open_start or valid_until is null or valid_until > valid_from) order by version desc limit 1`.execute(db);
  return row;
}

/** The version that counts on a day; undefined when none does. */
export async function countingOn(db: Db, code: string, day: string): Promise<number | undefined> {
  const { rows: [row] } = await sql<{ version: number }>`select version from catalogue.procedure_version where code = ${code} and (open_start or valid_from <= ${day}) and (valid_until is null or valid_until > ${day})`.execute(db);
  return row?.version;
}

/** Ends a version that has no end yet: `until` is the first day on which it counts no more. */
export async function endVersion(tx: Db, { code, version, until }: { readonly code: string; readonly version: number; readonly until: string }): Promise<boolean> {
  const row = await catalogueDb(tx).updateTable('catalogue.procedure_version').set({ valid_until: until }).where('code', '=', code).where('version', '=', version).where('valid_until', 'is', null).returning('code').executeTakeFirst();
  return row !== undefined;
}

/** Ends by a day every version that would count on it or later. One that has not begun by then ends on its own first day: it counts on none. */
export async function endVersionsBy(tx: Db, code: string, day: string): Promise<void> {
  await sql`update catalogue.procedure_version set valid_until = case when open_start then ${day}::date else greatest(valid_from, ${day}::date) end
    where code = ${code} and (valid_until is null or valid_until > ${day})`.execute(tx);
}
