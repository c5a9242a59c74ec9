// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, officeDay, officeZone } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { ReuseFigures } from '../contract.ts';
import { grants } from '../permissions.ts';

type Row = { readonly agency: string; readonly procedure: string; readonly procedureName: string; readonly notAsked: number; readonly byForm: number; readonly codes: string[] };

const startOf = (day: Temporal.PlainDate): string => day.toZonedDateTime(officeZone).toInstant().toString();

const allowed = grants.figures.flatMap((grant) => ('roles' in grant ? grant.roles : []));

/**
 * Giấy không phải nộp: how many components the vault stood for, a register answered, or the e-form is, by agency and procedure, counted from the founding events of what an officer leads. Served by event_reused and event_answered.
 *
 * @param from - first day, ISO 8601; absent: of this year
 * @param to - last day; absent: today
 */
export async function reuseFigures(ctx: DossierContext, db: Db, officer: Officer, { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): Promise<ReuseFigures> {
  const now = ctx.clock.now();
  const today = officeDay(now);
  const [first, last] = [from === undefined ? today.with({ month: 1, day: 1 }) : Temporal.PlainDate.from(from), to === undefined ? today : Temporal.PlainDate.from(to)];
  const whole = officer.postings.some(({ role }) => role === 'province-leader');
  const mine = [...new Set(officer.postings.filter(({ role }) => allowed.includes(role)).map(({ agency }) => agency))];
  const { rows } = await sql<Row>`
    select e.data -> 'agencies' ->> 'solving' as agency, e.data -> 'procedure' ->> 'code' as procedure, max(e.data -> 'procedure' ->> 'name') as "procedureName",
      sum((select count(*) from jsonb_array_elements(e.data -> 'papers') p where (p -> 'reused') is not null or (p -> 'answered') is not null))::int as "notAsked",
      sum((select count(*) from jsonb_array_elements(e.data -> 'papers') p where p #>> '{answered,register}' = 'form'))::int as "byForm", array_agg(e.data ->> 'code' order by e.at desc) as codes
    from dossiers.event e
    where e.type = 'submitted' and ((e.data -> 'reuse') is not null or jsonb_path_exists(e.data, '$.papers[*].answered')) and e.at >= ${startOf(first)} and e.at < ${startOf(last.add({ days: 1 }))}
      and (${whole} or e.data -> 'agencies' ->> 'solving' = any(${mine}))
    group by 1, 2 order by "notAsked" desc, agency, procedure`.execute(db);
  const nameOf = await agencyNames(db, new Set(rows.map(({ agency }) => agency)));
  return {
    from: first.toString(), to: last.toString(), asOf: now.toString(), notAsked: rows.reduce((sum, { notAsked }) => sum + notAsked, 0), byForm: rows.reduce((sum, { byForm }) => sum + byForm, 0), dossiers: rows.reduce((sum, { codes }) => sum + codes.length, 0),
    lines: rows.map((row) => ({ ...row, codes: row.codes.slice(0, 200), agencyName: nameOf(row.agency) })),
  };
}
