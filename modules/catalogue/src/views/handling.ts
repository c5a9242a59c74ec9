// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { catalogueDb } from '../store/tables.ts';

/** How an agency handles a procedure on a day. */
export type Handling = {
  readonly procedureCode: string; readonly agency: string; readonly processKey: string; readonly eformKey: string;
  readonly unit: string | null; readonly resultSymbol: string; readonly ownModel: boolean;
};

const columns = sql<Handling>`distinct on (procedure_code, agency_code) procedure_code as "procedureCode", agency_code as agency, process_key as "processKey",
  eform_key as "eformKey", unit_code as unit, result_symbol as "resultSymbol", own as "ownModel"`;

/** How `agency` handles the procedure on `day`; undefined when it does not. */
export async function findHandling(db: Db, asked: { readonly procedure: string; readonly agency: string; readonly day: string }): Promise<Handling | undefined> {
  const { rows } = await sql<Handling>`select ${columns} from catalogue.handling
    where procedure_code = ${asked.procedure} and agency_code = ${asked.agency} and valid_from <= ${asked.day}
    order by procedure_code, agency_code, valid_from desc`.execute(db);
  return rows[0];
}

/** The agencies that handle a procedure on `day`. */
export async function handlingsOf(db: Db, procedure: string, day: string): Promise<readonly Handling[]> {
  const { rows } = await sql<Handling>`select ${columns} from catalogue.handling
    where procedure_code = ${procedure} and valid_from <= ${day} order by procedure_code, agency_code, valid_from desc`.execute(db);
  return rows;
}

/** The procedures an agency handles on `day`, by code. */
export async function handledAt(db: Db, agency: string, day: string): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select distinct h.procedure_code as code, p.name from catalogue.handling h join catalogue.in_force(${day}) p on p.code = h.procedure_code
    where h.agency_code = ${agency} and h.valid_from <= ${day} order by h.procedure_code`.execute(db);
  return rows;
}

/** The agencies that handle each of some procedures on `day`. */
export async function handledBy(db: Db, procedures: readonly string[], day: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ code: string; agencies: string[] }>`select procedure_code as code, array_agg(distinct agency_code order by agency_code) as agencies from catalogue.handling
    where procedure_code = any (${[...new Set(procedures)]}) and valid_from <= ${day} group by procedure_code`.execute(db);
  return new Map(rows.map(({ code, agencies }) => [code, agencies]));
}

/** How many procedures each agency handles on `day`. */
export async function handledCounts(db: Db, day: string): Promise<readonly { readonly agency: string; readonly procedures: number }[]> {
  const { rows } = await sql<{ agency: string; procedures: number }>`select agency_code as agency, count(distinct procedure_code)::int as procedures from catalogue.handling where valid_from <= ${day} group by agency_code order by agency_code`.execute(db);
  return rows;
}

/** Sets how agencies handle procedures from a day on. */
export async function setHandling(db: Db, handlings: readonly (Handling & { readonly validFrom: string })[]): Promise<void> {
  for (let at = 0; at < handlings.length; at += 500) {
    await catalogueDb(db).insertInto('catalogue.handling').values(handlings.slice(at, at + 500).map((handling) => ({
      procedure_code: handling.procedureCode, agency_code: handling.agency, valid_from: handling.validFrom, process_key: handling.processKey,
      eform_key: handling.eformKey, unit_code: handling.unit, result_symbol: handling.resultSymbol, own: handling.ownModel,
    }))).execute();
  }
}

/** Whether citizens file this procedure on our own portal on `day`; else they file on the national portal. */
export async function filesOnOwnPortal(db: Db, asked: { readonly scope: string; readonly procedure: string; readonly day: string }): Promise<boolean> {
  const row = await catalogueDb(db).selectFrom('catalogue.filing_setting').select('own_portal').where('scope', '=', asked.scope).where('valid_from', '<=', asked.day)
    .where((where) => where.or([where('procedure_code', '=', asked.procedure), where('procedure_code', 'is', null)]))
    .orderBy(sql`procedure_code is null`).orderBy('valid_from', 'desc').limit(1).executeTakeFirst();
  return row?.own_portal ?? false;
}

/** Sets from which day citizens file on our own portal: for all procedures (null) or one. */
export async function setFiling(db: Db, setting: { readonly scope: string; readonly procedure: string | null; readonly validFrom: string; readonly ownPortal: boolean; readonly legal: string }): Promise<void> {
  await catalogueDb(db).insertInto('catalogue.filing_setting').values({
    scope: setting.scope, procedure_code: setting.procedure, valid_from: setting.validFrom, own_portal: setting.ownPortal, legal: setting.legal,
  }).execute();
}

/** Codes of the procedures some agency handles, or handled, with a process or an e-form. */
export async function proceduresUsing(db: Db, { kind, key }: { readonly kind: string; readonly key: string }): Promise<readonly string[]> {
  if (kind !== 'process' && kind !== 'eform') return [];
  const rows = await catalogueDb(db).selectFrom('catalogue.handling').select('procedure_code').distinct().where(kind === 'process' ? 'process_key' : 'eform_key', '=', key).execute();
  return rows.map(({ procedure_code: code }) => code);
}

/** What one agency handles on a day: how many procedures, with which processes and e-forms, and how many by a general model. */
export type HandledHere = { readonly agency: string; readonly procedures: number; readonly processes: readonly string[]; readonly eforms: readonly string[]; readonly generalModels: number; readonly codes: readonly string[] };

/** What every agency handles on a day, in one question. */
export async function handledEverywhere(db: Db, day: string): Promise<readonly HandledHere[]> {
  const { rows } = await sql<HandledHere>`
    select agency_code as agency, count(*)::int as procedures, array_agg(distinct process_key) as processes, array_agg(distinct eform_key) as eforms, (count(*) filter (where own))::int as "generalModels", array_agg(procedure_code) as codes
    from (select distinct on (procedure_code, agency_code) procedure_code, agency_code, process_key, eform_key, own from catalogue.handling where valid_from <= ${day} order by procedure_code, agency_code, valid_from desc) h
    group by agency_code order by agency_code`.execute(db);
  return rows;
}
