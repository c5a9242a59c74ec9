// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { addWorkingTime } from '@motcua/deadlines';
import { type Actor, officeDay, officeMinuteText, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { BackDate, DossierActName } from '../contract.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import type { Doer } from '../model.ts';
import { holdersOf } from '../permissions.ts';
import type { Outcome } from './perform.ts';

/** Acts that are done on paper while the system does not answer, and written down afterwards. What is signed digitally is signed when it is signed. */
const doneOnPaper: ReadonlySet<DossierActName | 'intake'> = new Set<DossierActName | 'intake'>(['intake', 'accept', 'supplement', 'pay', 'return']);

type Entry = {
  readonly actor: Actor; readonly act: DossierActName | 'intake'; readonly backDate: BackDate; readonly now: Temporal.Instant;
  /** The shop or agency in whose name it is entered later. */
  readonly agencies: readonly string[];
  /** The last thing the ledger knows of the dossier; null: nothing yet. */
  readonly last: Temporal.Instant | null;
};

const wrong = (path: 'at' | 'reason', text: string): Outcome<never> => {
  const field: FieldRefusal = { path: `backDate.${path}`, label: path === 'at' ? 'Lúc việc đã xảy ra' : 'Lý do ghi sau', text };
  return refuse({ code: 'fields-to-mend', fields: [field] });
};

const mayBackDate = (actor: Actor, agencies: readonly string[]): boolean =>
  actor.kind === 'officer' && actor.postings.some(({ role, agency }) => holdersOf('back-date').roles.includes(role) && agencies.includes(agency));

/** Nothing older is entered later, whatever period and calendar say: a guard against slips of the pen. */
const mostDays = 366;

/** Whether a period of working time after the moment is over: too long ago to be entered. */
async function tooLongAgo(ctx: DossierContext, tx: Db, { at, now, agency }: { readonly at: Temporal.Instant; readonly now: Temporal.Instant; readonly agency: string }): Promise<boolean> {
  if (Temporal.Instant.compare(at, now.subtract({ hours: 24 * mostDays })) < 0) return true;
  const period = await ctx.periods.of(tx, { key: 'enter-later', procedure: null, at: now });
  const calendar = await ctx.calendars.of(tx, agency);
  if (period === null || calendar === null) return false;
  const until = addWorkingTime({ calendar: calendar.compiled, from: at, minutes: Math.round(period.value * 60) });
  // Before the first day of the calendar nothing can be counted any more.
  return until.ok ? Temporal.Instant.compare(until.value, now) < 0 : Temporal.PlainDate.compare(officeDay(at), calendar.calendar.coveredFrom) < 0;
}

/**
 * When an act counts as done, and by whom it is entered: now, or, when it was done on paper while the system was down, the moment it really happened (ghi sau việc đã làm).
 * The ledger keeps both moments and the reason; nothing is entered before what it follows.
 *
 * @error back-date-not-yours - only a head of the shop or a leader of the agency answers for such an entry
 * @error fields-to-mend - a moment to come, one before the last act of the dossier, or too long ago
 */
export async function entered(ctx: DossierContext, tx: Db, { actor, act, backDate, now, agencies, last }: Entry, by: Doer): Promise<Outcome<{ readonly at: Temporal.Instant; readonly by: Doer }>> {
  if (backDate == null) return ok({ at: now, by });
  if (!doneOnPaper.has(act) || !mayBackDate(actor, agencies)) return refuse({ code: 'back-date-not-yours' });
  const at = Temporal.Instant.from(backDate.at);
  if (Temporal.Instant.compare(at, now) > 0) return wrong('at', 'Việc chưa thể xảy ra sau lúc này. Ghi đúng ngày, giờ trên giấy.');
  if (last !== null && Temporal.Instant.compare(at, last) < 0) return wrong('at', `Việc trước đó của hồ sơ ghi lúc ${officeMinuteText(last)}. Ghi giờ sau lúc đó.`);
  if (await tooLongAgo(ctx, tx, { at, now, agency: agencies[0] ?? '' })) return wrong('at', 'Việc đã quá lâu nên không ghi sau được. Ghi theo lúc này, nêu lúc đã xảy ra trong lý do, và báo người quản trị.');
  return ok({ at, by: { ...by, enteredLater: { at: now.toString(), reason: backDate.reason } } });
}
