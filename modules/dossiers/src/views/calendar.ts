// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { sql } from '@motcua/db-kit';
import { calendarYear } from '@motcua/deadlines';
import type { CalendarYear } from '@motcua/deadlines/contract';
import type { Officer } from '@motcua/kernel';
import { agencyNames, findAgency } from '@motcua/organisation';
import { calendarScopes } from '../clock/calendars.ts';
import { mayChangeCalendar } from '../commands/change-calendar.ts';
import type { DossierContext } from '../context.ts';

/** A year of an agency's calendar; undefined when there is no such agency. */
export async function agencyYear(ctx: DossierContext, db: Db, { actor, agency, year }: { readonly actor: Officer; readonly agency: string; readonly year: number }): Promise<CalendarYear | undefined> {
  const found = await findAgency(db, agency);
  if (found === undefined) return undefined;
  return { agency, agencyName: found.name, mayChange: await mayChangeCalendar(ctx, db, actor, agency), ...await calendarYear(db, await calendarScopes(db, agency), year) };
}

type Affected = { readonly code: string; readonly agencyName: string; readonly before: string | null; readonly after: string | null; readonly direction: 'later' | 'kept' };
const pageSize = 100;

/** The dossiers a change of a calendar was counted again for, 100 at a time; served by event_by_calendar_change. */
export async function affectedBy(db: Db, change: string, after: string | undefined): Promise<{ readonly dossiers: readonly Affected[]; readonly next: string | null }> {
  const { rows } = await sql<{ id: string; code: string; agency: string; before: string | null; after: string | null }>`
    select d.id, d.code, d.solving_agency as agency, e.data ->> 'before' as before, e.data -> 'clock' ->> 'owedAt' as after
    from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id
    where e.type = 'clock-recounted' and e.data ->> 'change' = ${change} and e.dossier_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by e.dossier_id limit ${pageSize + 1}`.execute(db);
  const shown = rows.slice(0, pageSize);
  const nameOf = await agencyNames(db, new Set(shown.map(({ agency }) => agency)));
  return {
    dossiers: shown.map((row) => ({ code: row.code, agencyName: nameOf(row.agency), before: row.before, after: row.after, direction: row.before === row.after ? 'kept' : 'later' })),
    next: rows.length > pageSize ? shown.at(-1)?.id ?? null : null,
  };
}
