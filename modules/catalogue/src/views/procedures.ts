// SPDX-License-Identifier: EUPL-1.2
import { type Db, type RawBuilder, sql } from '@motcua/db-kit';
import { foldedWords } from '@motcua/kernel';
import type { ProcedureRow } from '../contract.ts';
import type { Procedure, PublishedTime } from '../model.ts';
import { catalogueDb } from '../store/tables.ts';

/** What a search of procedures asks for. */
export type ProcedureSearch = {
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
      from catalogue.procedure p
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

/** A version of a procedure with its dates. */
export type PublishedProcedure = { readonly procedure: Procedure; readonly version: number; readonly validFrom: string; readonly validUntil: string | null; readonly missing: readonly string[] };

/** The procedure of a code, in its version in force or in the version asked for; undefined when there is none. */
export async function findProcedure(db: Db, code: string, version?: number): Promise<PublishedProcedure | undefined> {
  const from = catalogueDb(db).selectFrom('catalogue.procedure as p').innerJoin('catalogue.procedure_version as v', 'v.code', 'p.code')
    .select(['v.content', 'v.version', 'v.valid_from', 'v.valid_until', 'p.missing_parts']).where('p.code', '=', code);
  const row = await (version === undefined ? from.whereRef('v.version', '=', 'p.version') : from.where('v.version', '=', version)).executeTakeFirst();
  return row && { procedure: row.content, version: row.version, validFrom: row.valid_from, validUntil: row.valid_until, missing: row.missing_parts };
}

/** The fields (lĩnh vực) with how many procedures each has, most first. */
export async function fieldsInUse(db: Db): Promise<readonly { readonly code: string; readonly name: string; readonly procedures: number }[]> {
  const { rows } = await sql<{ code: string; name: string; procedures: number }>`
    select field_code as code, min(field_name) as name, count(*)::int as procedures
    from catalogue.procedure where field_code is not null group by field_code order by count(*) desc, field_code`.execute(db);
  return rows;
}

/** The life events (sự kiện trong đời) with how many procedures each has, most first. */
export async function lifeEventsInUse(db: Db): Promise<readonly { readonly name: string; readonly procedures: number }[]> {
  const { rows } = await sql<{ name: string; procedures: number }>`
    select event as name, count(*)::int as procedures from catalogue.procedure, unnest(life_events) event group by event order by count(*) desc, event`.execute(db);
  return rows;
}

/** Which of some codes are no procedure of the catalogue. */
export async function unknownProcedures(db: Db, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const rows = await catalogueDb(db).selectFrom('catalogue.procedure').select('code').where('code', 'in', codes).execute();
  const known = new Set(rows.map(({ code }) => code));
  return codes.filter((code) => !known.has(code));
}
