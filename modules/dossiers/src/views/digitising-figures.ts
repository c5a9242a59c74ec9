// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, officeDay, officeZone } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { enteredWithoutDossier } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { DigitisingFigures } from '../contract/digitising.ts';
import { digitisingReaders } from '../permissions.ts';
import type { DigitisingDuty } from '../rules/must-digitise.ts';

/** Whose dossiers are counted, and from when. */
type Scope = { readonly whole: boolean; readonly agencies: readonly string[]; readonly from: string };

const scoped = ({ whole, agencies }: Scope) => sql<boolean>`(${whole} or d.receiving_agency = any(${agencies}))`;

/** Results issued since then, and those that are a signed file. Served by event_issued. */
async function resultsIn(db: Db, scope: Scope): Promise<{ readonly must: number; readonly done: number }> {
  const { rows: [row] } = await sql<{ must: number; done: number }>`select count(*)::int as must, count(e.data ->> 'documentId')::int as done from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where e.type = 'issued' and e.at >= ${scope.from} and ${scoped(scope)}`.execute(db);
  return row ?? { must: 0, done: 0 };
}

/** Papers made while dossiers were solved that were digitised since then. Served by event_working_paper. */
async function workingIn(db: Db, scope: Scope): Promise<DigitisingFigures['working']> {
  const { rows } = await sql<DigitisingFigures['working'][number]>`select e.data ->> 'kind' as kind, count(*)::int as count from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where e.type = 'working-paper-digitised' and e.at >= ${scope.from} and ${scoped(scope)} group by 1 order by 1`.execute(db);
  return rows;
}

type Row = { readonly agency: string; readonly class: DigitisingDuty['class']; readonly must: number; readonly done: number; readonly left: string[] };

/** Papers that must be digitised, by agency and class. Served by event_to_digitise. */
async function askedFor(db: Db, scope: Scope): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with asked as (
      select e.dossier_id, d.code, d.receiving_agency as agency, (paper ->> 'no')::int as no, paper ->> 'class' as class from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id, jsonb_array_elements(e.data -> 'toDigitise') paper
      where e.type = 'accepted' and (e.data -> 'toDigitise') is not null and e.at >= ${scope.from} and ${scoped(scope)}
    ), seen as (
      select a.*, exists (select from dossiers.event s where s.dossier_id = a.dossier_id and s.type = 'paper-digitised' and (s.data -> 'digitised' ->> 'no')::int = a.no) as is_done from asked a
    )
    select agency, class, count(*)::int as must, count(*) filter (where is_done)::int as done, coalesce(array_agg(distinct code order by code) filter (where not is_done), '{}') as left from seen group by agency, class order by agency, class`.execute(db);
  return rows;
}

const summed = (rows: readonly Row[]): { readonly must: number; readonly done: number } => ({ must: rows.reduce((sum, { must }) => sum + must, 0), done: rows.reduce((sum, { done }) => sum + done, 0) });

/**
 * Còn bao nhiêu giấy chưa số hóa: of the dossiers accepted in a year by the agencies an officer works at, papers that must be digitised, those that are, and the dossiers with some left; the results issued, and those that are digital; opinions and minutes digitised. Counted from the ledger.
 *
 * @legal nd-118-2025/d19k2
 */
export async function digitisingFigures(ctx: DossierContext, db: Db, officer: Officer): Promise<DigitisingFigures> {
  const now = ctx.clock.now();
  const from = officeDay(now).with({ month: 1, day: 1 });
  const scope = {
    whole: officer.postings.some(({ role }) => role === 'province-leader' || role === 'procedure-controller'), from: from.toZonedDateTime(officeZone).toInstant().toString(),
    agencies: [...new Set(officer.postings.filter(({ role }) => digitisingReaders.includes(role)).map(({ agency }) => agency))],
  };
  const rows = await askedFor(db, scope);
  const results = await resultsIn(db, scope);
  const backFiles = await enteredWithoutDossier(db, { agencies: scope.whole ? null : scope.agencies, from: scope.from });
  const nameOf = await agencyNames(db, new Set(rows.map(({ agency }) => agency)));
  const lines = [...Map.groupBy(rows, ({ agency }) => agency)].map(([agency, some]) => ({ agency, agencyName: nameOf(agency), ...summed(some), left: [...new Set(some.flatMap(({ left }) => left))].toSorted().slice(0, 200) }));
  const classes = [...Map.groupBy(rows, (row) => row.class)].map(([digitisingClass, some]) => ({ class: digitisingClass, ...summed(some) }));
  return { from: from.toString(), asOf: now.toString(), ...summed(rows), classes: [...classes, ...results.must === 0 ? [] : [{ class: 'own-result' as const, ...results }]], working: await workingIn(db, scope), backFiles: backFiles.reduce((sum, { count }) => sum + count, 0), lines };
}
