// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { agencyNames } from '@motcua/organisation';
import { publishedKeys } from '@motcua/workflow';
import type { ProcessCoverage } from '../contract.ts';

type Row = { code: string; name: string; process: string; own: boolean; agencies: number; first: string[] };

const perPage = 50;
const inForce = (day: string) => sql`(select distinct on (procedure_code, agency_code) procedure_code, agency_code, process_key, own from catalogue.handling where valid_from <= ${day} order by procedure_code, agency_code, valid_from desc)`;

/** Keys of processes in use that have no published version. */
async function unpublishedKeys(db: Db, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`select distinct process_key as key from ${inForce(day)} h`.execute(db);
  const known = await publishedKeys(db, rows.map(({ key }) => key));
  return rows.map(({ key }) => key).filter((key) => !known.has(key));
}

/**
 * Which procedures have an internal procedure of their own at which agencies: published by a decision, a general model, or none at all.
 * The rows are those without one of their own, by code and process.
 *
 * @legal nd-118-2025/internal-procedures
 */
export async function processCoverage(db: Db, { day, after }: { readonly day: string; readonly after?: string | undefined }): Promise<ProcessCoverage> {
  const missing = await unpublishedKeys(db, day);
  const { rows: [count = { pairs: 0, published: 0, missing: 0 }] } = await sql<{ pairs: number; published: number; missing: number }>`
    select count(*)::int as pairs, (count(*) filter (where not own and not (process_key = any(${[...missing]}))))::int as published, (count(*) filter (where process_key = any(${[...missing]})))::int as missing
    from ${inForce(day)} h`.execute(db);
  const [code = '', process = ''] = (after ?? '').split('~');
  const { rows } = await sql<Row>`
    select h.procedure_code as code, p.name, h.process_key as process, bool_or(h.own) as own, count(*)::int as agencies, (array_agg(h.agency_code order by h.agency_code))[1:3] as first
    from ${inForce(day)} h join catalogue.in_force(${day}) p on p.code = h.procedure_code
    where (h.own or h.process_key = any(${[...missing]})) and (h.procedure_code, h.process_key) > (${code}, ${process})
    group by h.procedure_code, p.name, h.process_key order by h.procedure_code, h.process_key limit ${perPage + 1}`.execute(db);
  const shown = rows.slice(0, perPage);
  const nameOf = await agencyNames(db, shown.flatMap(({ first }) => first));
  const last = shown.at(-1);
  return {
    ...count, model: count.pairs - count.published - count.missing,
    rows: shown.map((row) => ({ code: row.code, name: row.name, process: row.process, state: missing.includes(row.process) ? 'missing' : 'model', agencies: row.agencies, first: row.first.map(nameOf) })),
    next: rows.length > perPage && last !== undefined ? `${last.code}~${last.process}` : null,
  };
}
