// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { foldedWords } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { z } from 'zod';
import type { ControlPage, ControlProcedure, ControlQuery, ControlRow } from '../contract/control.ts';
import { abolitionOf, procedureVersions } from './procedures.ts';

const pageSize = 50;

type Standing = ControlRow['standing'];
type Asked = z.infer<typeof ControlQuery>;

/** How a version stands on a day. */
const standingSql = (day: string) => sql<Standing>`case when v.valid_until is not null and (v.valid_until <= ${day} or (v.valid_until = v.valid_from and not v.open_start)) then 'over' when v.valid_from > ${day} and not v.open_start then 'coming' else 'in-force' end`;

function conditions({ q, field, level, missing, here, standing, after }: Asked, day: string) {
  return [
    sql`true`, ...foldedWords(q ?? '').map((word) => sql`p.folded like ${`%${word}%`}`),
    ...(field === undefined ? [] : [sql`p.field_code = ${field}`]), ...(level === undefined ? [] : [sql`p.levels @> array[${level}]`]),
    ...(missing === undefined ? [] : [missing === 'any' ? sql`p.missing_parts <> '{}'` : sql`p.missing_parts @> array[${missing}]`]),
    ...(here === true ? [sql`exists (select from catalogue.handling h where h.procedure_code = p.code)`] : []),
    ...(standing === undefined ? [] : [sql`${standingSql(day)} = ${standing}`]), ...(after === undefined ? [] : [sql`p.code > ${after}`]),
  ];
}

/** One page of the catalogue for those who keep it: the newest version of each procedure by code, with what is missing and how it stands on `day`. */
export async function controlledProcedures(db: Db, asked: Asked, day: string): Promise<z.infer<typeof ControlPage>> {
  const { rows } = await sql<ControlRow>`
    select p.code, p.name, p.field_name as field, p.version, ${standingSql(day)} as standing, v.valid_from as "validFrom", v.valid_until as "validUntil", p.missing_parts as missing, p.paper_count as papers,
      (select count(distinct h.agency_code)::int from catalogue.handling h where h.procedure_code = p.code and h.valid_from <= ${day}) as agencies
    from catalogue.procedure p join catalogue.procedure_version v on v.code = p.code and v.version = p.version
    where ${sql.join(conditions(asked, day), sql` and `)} and not exists (select from catalogue.procedure_version later where later.code = p.code and later.version > p.version)
    order by p.code limit ${pageSize + 1}`.execute(db);
  const { rows: [counted] } = await sql<{ incomplete: number }>`select count(*)::int as incomplete from catalogue.in_force(${day}) where missing_parts <> '{}'`.execute(db);
  return { procedures: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]?.code ?? null : null, incomplete: counted?.incomplete ?? 0 };
}

type Dated = { agency: string; process: string; eform: string; unit: string | null; resultSymbol: string; validFrom: string; until: string | null };

const standingOf = (day: string, { validFrom, until }: Pick<Dated, 'validFrom' | 'until'>): Standing => (until !== null && until <= day ? 'over' : validFrom > day ? 'coming' : 'in-force');

async function handlingRows(db: Db, code: string, day: string): Promise<ControlProcedure['handlings']> {
  const { rows } = await sql<Dated>`select agency_code as agency, process_key as process, eform_key as eform, unit_code as unit, result_symbol as "resultSymbol", valid_from as "validFrom",
    lead(valid_from) over (partition by agency_code order by valid_from) as until from catalogue.handling where procedure_code = ${code} order by agency_code, valid_from desc`.execute(db);
  const nameOf = await agencyNames(db, rows.map(({ agency }) => agency));
  return rows.map(({ until, ...row }) => ({ ...row, agencyName: nameOf(row.agency), standing: standingOf(day, { ...row, until }) }));
}

/** Everything kept about one procedure; undefined when no version has the code. */
export async function controlledProcedure(db: Db, code: string, { day, mayEnterHandling }: { readonly day: string; readonly mayEnterHandling: boolean }): Promise<ControlProcedure | undefined> {
  const versions = await procedureVersions(db, code);
  const [newest] = versions;
  if (newest === undefined) return undefined;
  const { rows: companions } = await sql<{ kind: 'fees' | 'guide' | 'checklist'; version: number; validFrom: string }>`select distinct on (kind) kind, version, valid_from as "validFrom" from catalogue.companion where code = ${code} order by kind, version desc`.execute(db);
  // A name that does not count yet is not what the procedure is called today.
  const shown = versions.find(({ validFrom, validUntil, openStart }) => (openStart || validFrom <= day) && (validUntil === null || validUntil > day)) ?? newest;
  return {
    code, name: shown.procedure.name, field: shown.procedure.field?.name ?? null, missing: [...shown.missing], today: day, mayEnterHandling,
    versions: await Promise.all(versions.map(async ({ version, validFrom, validUntil, openStart, procedure }) => ({
      version, validFrom, validUntil, decision: procedure.decision, standing: validUntil !== null && (validUntil <= day || (validUntil === validFrom && !openStart)) ? 'over' as const : validFrom > day && !openStart ? 'coming' as const : 'in-force' as const,
      abolishedBy: validUntil === null ? null : await abolitionOf(db, code, version),
    }))),
    companions: (['fees', 'guide', 'checklist'] as const).map((kind) => { const found = companions.find((each) => each.kind === kind); return { kind, version: found?.version ?? null, validFrom: found?.validFrom ?? null }; }),
    handlings: await handlingRows(db, code, day),
  };
}
