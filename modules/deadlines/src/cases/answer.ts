// SPDX-License-Identifier: EUPL-1.2
import { compileCalendar } from '../calendar/compile.ts';
import { gap } from '../calendar/lookup.ts';
import { dayMinutes, dayText, instantText, parseDay, parseInstant, zoneMinutes } from '../calendar/minutes.ts';
import type { DeadlineAnswer, DeadlineCase, DeadlineError, OfficeCalendar, WorkingCalendar } from '../model.ts';
import { inMinutes, originOf } from '../rules/engine.ts';
import { explainReplay } from '../rules/explain.ts';
import { receiptRules } from '../rules/receipt.ts';
import { replayClock, stopped } from '../rules/replay.ts';
import { readCase } from './read-case.ts';

function failed(id: string | null, error: DeadlineError): DeadlineAnswer {
  return { id, returnAt: null, stoppedSince: null, error, explanation: [] };
}

type Asked = Omit<DeadlineCase, 'calendar'> & { readonly calendar: WorkingCalendar | OfficeCalendar };

/** Answers a case that is valid already. A calendar out of the store refuses a receipt before its first day; one of the contract knows no first day. */
export function computeDeadline(asked: Asked): DeadlineAnswer {
  const { id, limit, mode, rules, events } = asked;
  if (events.filter(({ type }) => type === 'extended').length > 1) return failed(id, 'extension-used');
  const received = parseInstant(asked.receivedAt);
  const firstDay = Math.floor((received + zoneMinutes) / dayMinutes);
  if ('coveredFrom' in asked.calendar && firstDay < parseDay(asked.calendar.coveredFrom)) return failed(id, 'calendar-gap');
  const calendar = compileCalendar(asked.calendar, dayText(firstDay));
  const origin = originOf(calendar);
  const replay = replayClock({
    calendar, receipt: receiptRules(rules), onSupplement: rules.onSupplement,
    count: { value: limit.value, unit: limit.unit, mode, firstDayCounted: rules.firstDayCounted, hoursPerDay: rules.hoursPerDay },
    origin, received, events: inMinutes(events),
  });
  if (replay.owed === gap) return failed(id, 'calendar-gap');
  return {
    id,
    returnAt: replay.owed === stopped ? null : instantText(replay.owed + origin),
    stoppedSince: replay.owed === stopped ? instantText(replay.stoppedSince + origin) : null,
    error: null,
    explanation: explainReplay(calendar, replay),
  };
}

/** What the contract states of a calendar, and names of days for the words; nothing else that came with it counts. */
function onlyStated(calendar: WorkingCalendar): WorkingCalendar {
  const { shifts, daysOff, extraWorkingDays, outages, coveredUntil } = calendar;
  return { shifts, daysOff, extraWorkingDays, outages, coveredUntil, ...('dayNames' in calendar ? { dayNames: calendar.dayNames } : {}) };
}

/**
 * Answers one parsed JSON case of the contract docs/deadline-cases.md; anything may come in, nothing is thrown.
 *
 * @error bad-case - with `field`, the first row of the contract's table that is missing, of another type, out of range or order
 * @error extension-used - a second extension
 * @error calendar-gap - a day had to be looked up for which the calendar is not published
 */
export function answerCase(input: unknown): DeadlineAnswer {
  const read = readCase(input);
  return read.ok ? computeDeadline({ ...read.value, calendar: onlyStated(read.value.calendar) }) : { ...failed(read.id, 'bad-case'), field: read.field };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Answers one line of `motcua deadline`: JSON text in, JSON text out. */
export function answerLine(line: string): string {
  return JSON.stringify(answerCase(parsed(line)));
}
