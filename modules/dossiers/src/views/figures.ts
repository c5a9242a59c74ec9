// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, officeDay, officeZone } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { Figures } from '../contract.ts';
import { grants } from '../permissions.ts';
import { searchDossiers } from './lists.ts';

type Row = Omit<Figures['agencies'][number], 'name'> & { readonly finishedToday: number };

/**
 * The live figures of what an officer leads, each told by the same condition as the list it opens.
 * A linked group counts once, as the dossier that leads it. Open dossiers by the partial index dossier_open_by_owed, today's results by dossier_by_decided.
 */
export async function figuresToday(ctx: DossierContext, db: Db, officer: Officer): Promise<Figures> {
  const now = ctx.clock.now();
  const at = now.toString();
  const dayStart = officeDay(now).toZonedDateTime(officeZone).toInstant().toString();
  const whole = officer.postings.some(({ role }) => role === 'province-leader');
  const allowed = grants.figures.flatMap((grant) => ('roles' in grant ? grant.roles : []));
  const agencies = officer.postings.filter(({ role }) => allowed.includes(role)).map(({ agency }) => agency);
  const mine = whole ? sql`true` : sql`d.solving_agency = any(${[...new Set(agencies)]})`;
  const { rows } = await sql<Row>`
    select code, sum(received)::int as "receivedToday", sum(in_progress)::int as "inProgress", sum(due_soon)::int as "dueSoon", sum(overdue)::int as "overdue",
      sum(finished)::int as "finishedToday", sum(early)::int as "early", sum(on_time)::int as "onTime", sum(late)::int as "late"
    from (
      select d.solving_agency as code, 0 as received, count(*) filter (where d.accepted_at is not null) as in_progress,
        count(*) filter (where d.due_soon_at <= ${at} and d.owed_at >= ${at}) as due_soon, count(*) filter (where d.owed_at < ${at}) as overdue, 0 as finished, 0 as early, 0 as on_time, 0 as late
      from dossiers.dossier d where d.ended_at is null and d.decided_at is null and d.parent_id is null and ${mine} group by d.solving_agency
      union all
      select d.solving_agency, count(*), 0, 0, 0, 0, 0, 0, 0 from dossiers.dossier d where d.accepted_at >= ${dayStart} and d.parent_id is null and ${mine} group by d.solving_agency
      union all
      select d.solving_agency, 0, 0, 0, 0, count(*), count(*) filter (where d.outcome = 'early'), count(*) filter (where d.outcome = 'on-time'), count(*) filter (where d.outcome = 'late')
      from dossiers.dossier d where d.decided_at >= ${dayStart} and d.parent_id is null and ${mine} group by d.solving_agency) parts
    group by code order by code`.execute(db);
  const nameOf = await agencyNames(db, rows.map(({ code }) => code));
  const named = rows.map(({ finishedToday: _finished, ...row }) => ({ ...row, name: nameOf(row.code) }));
  const sum = (key: Exclude<keyof Row, 'code'>): number => rows.reduce((total, row) => total + row[key], 0);
  const soon = await searchDossiers(ctx, db, officer, { standing: 'due-soon' });
  return {
    asOf: at, agencies: named, breaksTomorrow: soon.dossiers.slice(0, 20),
    total: {
      receivedToday: sum('receivedToday'), inProgress: sum('inProgress'), dueSoon: sum('dueSoon'), overdue: sum('overdue'),
      finishedToday: sum('finishedToday'), early: sum('early'), onTime: sum('onTime'), late: sum('late'),
    },
  };
}
