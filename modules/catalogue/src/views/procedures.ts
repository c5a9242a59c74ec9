// SPDX-License-Identifier: EUPL-1.2
import { type Db, type RawBuilder, sql } from '@motcua/db-kit';
import { foldedWords } from '@motcua/kernel';
import type { ProcedureRow } from '../contract.ts';
import type { Procedure, PublishedTime } from '../model.ts';
import { catalogueDb } from '../store/tables.ts';

/** What a search of procedures asks for. */
export type ProcedureSearch = {
  /** The day asked about: only what counts on it is found. */
  readonly day: string;
  readonly text?: string | undefined;
  readonly field?: string | undefined;
  readonly level?: string | undefined;
  /** Code of an agency that handles it. */
  readonly agency?: string | undefined;
  readonly lifeEvent?: string | undefined;
  readonly applicant?: string | undefined;
  readonly onlineOnly?: boolean | undefined;
  readonly handledOnly?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
};

type Row = { code: string; name: string; field_name: string | null; levels: string[]; online_level: string; methods: Procedure['methods']; handled: boolean; rank: number };

const timeOf = (methods: Procedure['methods']): PublishedTime | null => methods.find(({ channel }) => channel === 'DIRECT')?.time ?? methods[0]?.time ?? null;

const feeOf = (methods: Procedure['methods']): number | null => {
  const amounts = methods.flatMap(({ fees }) => fees.flatMap(({ amount, currency }) => (amount === null || currency === 'USD' ? [] : [amount])));
  return amounts.length === 0 ? null : Math.max(...amounts);
};

const conditionsOf = (asked: ProcedureSearch): readonly RawBuilder<unknown>[] => [
  ...foldedWords(asked.text ?? '').map((word) => sql`p.folded like ${`%${word}%`}`),
  ...(asked.field === undefined ? [] : [sql`p.field_code = ${asked.field}`]),
  ...(asked.level === undefined ? [] : [sql`p.levels @> array[${asked.level}]`]),
  ...(asked.agency === undefined ? [] : [sql`exists (select from catalogue.handling h where h.procedure_code = p.code and h.agency_code = ${asked.agency} and h.valid_from <= ${asked.day})`]),
  ...(asked.lifeEvent === undefined ? [] : [sql`p.life_events @> array[${asked.lifeEvent}]`]),
  ...(asked.applicant === undefined ? [] : [sql`p.applicant_kinds @> array[${asked.applicant}]`]),
  ...(asked.onlineOnly === true ? [sql`p.online_level = 'FULL'`] : []),
  ...(asked.handledOnly === true ? [sql`exists (select from catalogue.handling h where h.procedure_code = p.code)`] : []),
];

/**
 * One page of procedures in force that hold every word, without tone marks; those handled here first, then shorter names.
 * Keyset (rank, code); served by the trigram index procedure_by_folded.
 */
export async function searchProcedures(db: Db, asked: ProcedureSearch): Promise<{ readonly procedures: readonly ProcedureRow[]; readonly next: string | null }> {
  const limit = asked.limit ?? 20;
  const conditions = conditionsOf(asked);
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const [rank, code] = asked.after === undefined ? [] : asked.after.split('~');
  const beyond = rank === undefined || code === undefined || !/^\d+$/u.test(rank) ? sql`true` : sql`(f.rank, f.code) > (${Number(rank)}, ${code})`;
  const { rows } = await sql<Row>`
    with found as (
      select p.code, p.version, p.name, p.field_name, p.levels, p.online_level, h.handled,
        case when h.handled then 0 else 100000 end + length(p.name) as rank
      from catalogue.in_force(${asked.day}) p
      cross join lateral (select exists (select from catalogue.handling x where x.procedure_code = p.code) as handled) h
      where ${where}),
    page as (select * from found f where ${beyond} order by f.rank, f.code limit ${limit + 1})
    select page.code, page.name, page.field_name, page.levels, page.online_level, page.handled, page.rank, v.content -> 'methods' as methods
    from page join catalogue.procedure_version v using (code, version) order by page.rank, page.code`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    procedures: shown.map((row) => ({
      code: row.code, name: row.name, field: row.field_name, levels: row.levels, onlineLevel: row.online_level,
      time: timeOf(row.methods), fee: feeOf(row.methods), handledHere: row.handled,
    })),
    next: rows.length > limit && last !== undefined ? `${last.rank}~${last.code}` : null,
  };
}

/** A version of a procedure with its dates; `validUntil` is the first day it counts no more, `openStart`: days before `validFrom` count as this version. */
export type PublishedProcedure = { readonly procedure: Procedure; readonly version: number; readonly validFrom: string; readonly validUntil: string | null; readonly openStart: boolean; readonly missing: readonly string[] };

type VersionRow = { code: string; content: Procedure; version: number; validFrom: string; validUntil: string | null; openStart: boolean; missing: string[] | null };

const versionRow = sql`v.code, v.content, v.version, v.valid_from as "validFrom", v.valid_until as "validUntil", v.open_start as "openStart", p.missing_parts as missing
  from catalogue.procedure_version v left join catalogue.procedure p on p.code = v.code and p.version = v.version`;

const publishedOf = ({ content, version, validFrom, validUntil, openStart, missing }: VersionRow): PublishedProcedure => ({ procedure: content, version, validFrom, validUntil, openStart, missing: missing ?? [] });

/** The version of a procedure that counts on `day`; undefined when none does: unknown, not begun, or abolished. */
export async function procedureOn(db: Db, code: string, day: string): Promise<PublishedProcedure | undefined> {
  const { rows: [row] } = await sql<VersionRow>`select ${versionRow} where v.code = ${code} and (v.open_start or v.valid_from <= ${day}) and (v.valid_until is null or v.valid_until > ${day})`.execute(db);
  return row && publishedOf(row);
}

/** One version of a procedure, whenever it counted; what a dossier in hand keeps. */
export async function procedureVersion(db: Db, code: string, version: number): Promise<PublishedProcedure | undefined> {
  const { rows: [row] } = await sql<VersionRow>`select ${versionRow} where v.code = ${code} and v.version = ${version}`.execute(db);
  return row && publishedOf(row);
}

/** Every version of a procedure, newest first; none when the code is unknown. */
export async function procedureVersions(db: Db, code: string): Promise<readonly PublishedProcedure[]> {
  const { rows } = await sql<VersionRow>`select ${versionRow} where v.code = ${code} order by v.version desc`.execute(db);
  return rows.map(publishedOf);
}

/** The newest version of a procedure, whether or not it has begun: what the next one is written from. */
export async function newestProcedure(db: Db, code: string): Promise<PublishedProcedure | undefined> {
  return (await procedureVersions(db, code))[0];
}

/** The decision that abolished a version; null when it was replaced or still counts. */
export async function abolitionOf(db: Db, code: string, version: number): Promise<string | null> {
  const row = await catalogueDb(db).selectFrom('catalogue.abolition').select('decision_number').where('code', '=', code).where('version', '=', version).executeTakeFirst();
  return row?.decision_number ?? null;
}

/** The fields (lĩnh vực) with how many procedures each has on `day`, most first. */
export async function fieldsInUse(db: Db, day: string): Promise<readonly { readonly code: string; readonly name: string; readonly procedures: number }[]> {
  const { rows } = await sql<{ code: string; name: string; procedures: number }>`
    select field_code as code, min(field_name) as name, count(*)::int as procedures
    from catalogue.in_force(${day}) where field_code is not null group by field_code order by count(*) desc, field_code`.execute(db);
  return rows;
}

/** The life events (sự kiện trong đời) with how many procedures each has on `day`, most first. */
export async function lifeEventsInUse(db: Db, day: string): Promise<readonly { readonly name: string; readonly procedures: number }[]> {
  const { rows } = await sql<{ name: string; procedures: number }>`
    select event as name, count(*)::int as procedures from catalogue.in_force(${day}), unnest(life_events) event group by event order by count(*) desc, event`.execute(db);
  return rows;
}

/** The field (lĩnh vực) of each procedure by its newest version; one without a field is left out. */
export async function fieldCodes(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await catalogueDb(db).selectFrom('catalogue.procedure').select(['code', 'field_code']).distinctOn('code').where('code', 'in', codes).orderBy('code').orderBy('version', 'desc').execute();
  return new Map(rows.flatMap(({ code, field_code: field }) => (field === null ? [] : [[code, field] as const])));
}

/** Which of some codes no version of the catalogue has. */
export async function unknownProcedures(db: Db, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const rows = await catalogueDb(db).selectFrom('catalogue.procedure').select('code').distinct().where('code', 'in', codes).execute();
  const known = new Set(rows.map(({ code }) => code));
  return codes.filter((code) => !known.has(code));
}
