// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { addWorkingTime } from '@motcua/deadlines';
import { type Clock, officeDay } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import { dossierDb } from '../store/tables.ts';

/** Answer to an online filing; completing what an appraisal asked for; keeping a draft; the share of time left when a dossier is due soon; days an apology comes before the day owed; until when an appraisal may ask for supplements; when an online filing nobody looked at is pointed out; until when an agency confirms a dossier received for it elsewhere; how long a mandate lasts that states no term; how long a filing that was asked to be completed is kept open; how long after it happened an act done on paper may be entered; how old the hand-over record of a filing by post may be; how long before its end a time-stamp on a paper of ours is renewed; how long after its end papers of a dossier may still lie with an agency; how long it is kept who saw a dossier in a list; how long an answer of the business register serves a filing. */
export type PeriodKey = 'answer-online-filing' | 'complete-after-appraisal' | 'keep-draft' | 'due-soon' | 'apology-before-due' | 'return-after-appraisal' | 'alert-intake' | 'acknowledge-transfer' | 'mandate-without-term' | 'enter-later' | 'post-record-age' | 'close-after-intake' | 'renew-stamp' | 'return-originals' | 'keep-list-looks' | 'register-answer-serves';

/** A dated period as it is kept; `procedure` null is the rule for all. */
export type Period = { readonly key: PeriodKey; readonly procedure: string | null; readonly validFrom: string; readonly validUntil?: string | null; readonly value: number; readonly unit: PeriodUnit };
export type PeriodUnit = 'hour' | 'working-hour' | 'working-day' | 'calendar-day' | 'share';

type Asked = { readonly key: PeriodKey; readonly procedure: string | null; readonly at: Temporal.Instant };

/** The dated periods, kept for a minute: a change is seen at the latest then. */
export type PeriodShelf = { readonly of: (db: Db, asked: Asked) => Promise<Period | null> };

const keptMilliseconds = 60_000;

/** Working hours in a working day of a period. */
const hoursOfDay = 8;

/** The row in force: the procedure's own goes before the rule for all, a later one before an earlier one. */
export function inForce(periods: readonly Period[], { key, procedure, at }: Asked): Period | null {
  const day = officeDay(at).toString();
  const fitting = periods.filter((period) => period.key === key && period.validFrom <= day && (period.validUntil ?? day) >= day && (period.procedure === null || period.procedure === procedure));
  const own = fitting.filter((period) => period.procedure !== null);
  return (own.length > 0 ? own : fitting).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}

/** Opens an empty shelf. */
export function periodShelf(clock: Clock): PeriodShelf {
  let kept: { readonly until: number; readonly periods: Promise<readonly Period[]> } | undefined;
  const load = async (db: Db): Promise<readonly Period[]> => {
    const rows = await dossierDb(db).selectFrom('dossiers.period').select(['key', 'procedure_code as procedure', 'valid_from as validFrom', 'valid_until as validUntil', 'value', 'unit']).execute();
    return rows.map((row) => ({ ...row, value: Number(row.value) }));
  };
  return {
    of: async (db, asked) => {
      const now = clock.now().epochMilliseconds;
      if (kept === undefined || kept.until <= now || kept.until - now > keptMilliseconds) {
        const fresh = { until: now + keptMilliseconds, periods: load(db) };
        fresh.periods.catch(() => { if (kept === fresh) kept = undefined; });
        kept = fresh;
      }
      return inForce(await kept.periods, asked);
    },
  };
}

/**
 * When a period that begins at `at` ends, in the working time of `agency` where it is counted in hours.
 *
 * @legal nd-118-2025/d17k2
 * @legal nd-118-2025/d19k5
 * @returns null when no period is in force, or no calendar reaches so far
 */
export async function periodEnd(ctx: DossierContext, db: Db, { agency, ...asked }: Asked & { readonly agency: string }): Promise<Temporal.Instant | null> {
  const period = await ctx.periods.of(db, asked);
  if (period === null) return null;
  if (period.unit === 'calendar-day') return asked.at.add({ hours: Math.round(24 * period.value) });
  if (period.unit === 'hour') return asked.at.add({ minutes: Math.round(60 * period.value) });
  const hours = { 'working-hour': period.value, 'working-day': hoursOfDay * period.value, 'share': null }[period.unit];
  const calendar = hours === null ? null : await ctx.calendars.of(db, agency);
  const end = calendar === null || hours === null ? null : addWorkingTime({ calendar: calendar.compiled, from: asked.at, minutes: Math.round(60 * hours) });
  return end?.ok === true ? end.value : null;
}
