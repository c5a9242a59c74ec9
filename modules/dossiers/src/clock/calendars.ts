// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type CompiledCalendar, type OfficeCalendar, compileCalendar, officeCalendar } from '@motcua/deadlines';
import { type Clock, officeDay } from '@motcua/kernel';
import { agencyLine } from '@motcua/organisation';

/** The calendar an agency works by, ready to count with. */
export type AgencyCalendar = { readonly calendar: OfficeCalendar; readonly compiled: CompiledCalendar };

/** The calendars of agencies, kept for a minute: a change of calendar is seen at the latest then. */
export type CalendarShelf = { readonly of: (db: Db, agency: string) => Promise<AgencyCalendar | null>; readonly clear: () => void };

/** Years a calendar reaches back, where they are published: an old dossier is counted with its holidays too. */
const yearsBack = 15;

const keptMilliseconds = 60_000;

/** The nation's days off come last in the line of scopes an agency's calendar is made from. */
const nation = 'VN';

/** The scopes an agency's calendar is made from, its own first: itself, those above it, the nation. */
export async function calendarScopes(db: Db, agency: string): Promise<readonly [string, ...string[]]> {
  const line = (await agencyLine(db, agency)).map(({ code }) => code).filter((code) => code !== agency);
  return [agency, ...line, nation];
}

/** The calendar an agency works by as it stands in the database; null when its year or its hours are not published. */
export async function agencyCalendar(db: Db, agency: string, now: Temporal.Instant): Promise<AgencyCalendar | null> {
  const day = officeDay(now);
  const calendar = await officeCalendar(db, await calendarScopes(db, agency), { from: day.subtract({ years: yearsBack }).toString(), until: day.add({ years: 2 }).toString(), around: day.toString() });
  return calendar === null ? null : { calendar, compiled: compileCalendar(calendar) };
}

/** Opens an empty shelf. Calendars reach as far back as years are published, and two years ahead of the day they are asked on. */
export function calendarShelf(clock: Clock): CalendarShelf {
  const kept = new Map<string, { readonly until: number; readonly calendar: Promise<AgencyCalendar | null> }>();
  return {
    of: (db, agency) => {
      const now = clock.now().epochMilliseconds;
      const known = kept.get(agency);
      if (known !== undefined && known.until > now && known.until - now <= keptMilliseconds) return known.calendar;
      const calendar = agencyCalendar(db, agency, clock.now());
      kept.set(agency, { until: now + keptMilliseconds, calendar });
      calendar.catch(() => { kept.delete(agency); });
      return calendar;
    },
    clear: () => { kept.clear(); },
  };
}
