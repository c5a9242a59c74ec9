// SPDX-License-Identifier: EUPL-1.2
import { compileCalendar } from '../calendar/compile.ts';
import { gap } from '../calendar/lookup.ts';
import { dayMinutes, dayText, instantText, parseInstant, zoneMinutes } from '../calendar/minutes.ts';
import type { DeadlineAnswer, DeadlineCase, DeadlineError } from '../model.ts';
import { inMinutes, originOf } from '../rules/engine.ts';
import { explainReplay } from '../rules/explain.ts';
import { receiptRules } from '../rules/receipt.ts';
import { replayClock, stopped } from '../rules/replay.ts';
import { readCase } from './read-case.ts';

function failed(id: string | null, error: DeadlineError): DeadlineAnswer {
  return { id, returnAt: null, stoppedSince: null, error, explanation: [] };
}

/** Answers a case that is valid already. */
export function computeDeadline(asked: DeadlineCase): DeadlineAnswer {
  const { id, limit, mode, rules, events } = asked;
  if (events.filter(({ type }) => type === 'extended').length > 1) return failed(id, 'extension-used');
  const received = parseInstant(asked.receivedAt);
  const calendar = compileCalendar(asked.calendar, dayText(Math.floor((received + zoneMinutes) / dayMinutes)));
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

/**
 * Answers one parsed JSON case of the contract docs/deadline-cases.md; anything may come in, nothing is thrown.
 *
 * @error bad-case - with `field`, the first row of the contract's table that is missing, of another type, out of range or order
 * @error extension-used - a second extension
 * @error calendar-gap - a day had to be looked up for which the calendar is not published
 */
export function answerCase(input: unknown): DeadlineAnswer {
  const read = readCase(input);
  return read.ok ? computeDeadline(read.value) : { ...failed(read.id, 'bad-case'), field: read.field };
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
