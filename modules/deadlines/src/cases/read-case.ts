// SPDX-License-Identifier: EUPL-1.2
import { parseDay, parseInstant, parseTime } from '../calendar/minutes.ts';
import { type DeadlineCase, limitUnits, weekdays } from '../model.ts';

// The checks below are the whole proof that a value is a case, so the last one may say so to the compiler.
type Reading = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Reading => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isDay = (value: unknown): value is string => typeof value === 'string' && parseDay(value) === parseDay(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1;

/** Minutes since the epoch; NaN when the value is no instant. */
const minuteIn = (value: unknown): number => (typeof value === 'string' ? parseInstant(value) : Number.NaN);
const timeIn = (value: unknown): number => (typeof value === 'string' ? parseTime(value) : Number.NaN);
const part = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);

function isLimit(limit: unknown): boolean {
  return isObject(limit) && isCount(part(limit, 'value')) && limitUnits.some((unit) => unit === part(limit, 'unit'));
}

function isDayOfShifts(list: unknown): boolean {
  if (!isList(list)) return false;
  let last = 0;
  for (const shift of list) {
    if (!isList(shift) || shift.length !== 2) return false;
    const from = timeIn(shift[0]);
    const to = timeIn(shift[1]);
    if (!(from >= last && from < to)) return false;
    last = to;
  }
  return true;
}

/** Whether a value is a week of shifts: each weekday listed, ascending, not overlapping. */
export function isShifts(shifts: unknown): boolean {
  return isObject(shifts) && weekdays.every((weekday) => isDayOfShifts(part(shifts, weekday)));
}

function isExtraDay(extra: unknown): boolean {
  return isObject(extra) && isDay(part(extra, 'date')) && weekdays.some((weekday) => weekday === part(extra, 'as'));
}

function isOutage(outage: unknown): boolean {
  return isList(outage) && outage.length === 2 && minuteIn(outage[0]) < minuteIn(outage[1]);
}

type Open = { supplement: boolean; payment: boolean; identity: boolean };

function eventFits(event: unknown, open: Open): boolean {
  switch (part(event, 'type')) {
    case 'supplement-requested':
      return !open.supplement && (open.supplement = true);
    case 'supplemented':
      return open.supplement && !(open.supplement = false);
    case 'payment-requested':
      return !open.payment && (open.payment = true);
    case 'paid':
      return open.payment && !(open.payment = false);
    case 'identity-requested':
      return !open.identity && (open.identity = true);
    case 'identity-confirmed':
      return open.identity && !(open.identity = false);
    case 'extended':
      return isCount(part(event, 'value'));
    default:
      return false;
  }
}

function areEvents(events: unknown, receivedAt: unknown): boolean {
  if (!isList(events)) return false;
  let last = minuteIn(receivedAt);
  const open: Open = { supplement: false, payment: false, identity: false };
  for (const event of events) {
    const at = minuteIn(part(event, 'at'));
    if (!(at >= last) || !eventFits(event, open)) return false;
    last = at;
  }
  return true;
}

/** The rows of the contract's table, in its order. */
const rows: readonly (readonly [field: string, holds: (given: Reading) => boolean])[] = [
  ['id', ({ id }) => typeof id === 'string'],
  ['receivedAt', ({ receivedAt }) => !Number.isNaN(minuteIn(receivedAt))],
  ['limit', ({ limit }) => isLimit(limit)],
  ['mode', ({ mode }) => mode === 'by-day' || mode === 'by-hour'],
  ['calendar.shifts', ({ calendar }) => isShifts(part(calendar, 'shifts'))],
  ['calendar.daysOff', ({ calendar }) => everyOf(part(calendar, 'daysOff'), isDay)],
  ['calendar.extraWorkingDays', ({ calendar }) => everyOf(part(calendar, 'extraWorkingDays'), isExtraDay)],
  ['calendar.outages', ({ calendar }) => everyOf(part(calendar, 'outages'), isOutage)],
  ['calendar.coveredUntil', ({ calendar }) => isDay(part(calendar, 'coveredUntil'))],
  ['rules.firstDayCounted', ({ rules }) => typeof part(rules, 'firstDayCounted') === 'boolean'],
  ['rules.cutoff', ({ rules }) => part(rules, 'cutoff') === null || !Number.isNaN(timeIn(part(rules, 'cutoff')))],
  ['rules.hoursPerDay', ({ rules }) => isPositive(part(rules, 'hoursPerDay'))],
  ['rules.onSupplement', ({ rules }) => part(rules, 'onSupplement') === 'restart' || part(rules, 'onSupplement') === 'pause'],
  ['rules.lastMinutes', ({ rules }) => isLastMinutes(part(rules, 'lastMinutes'))],
  ['rules.countsFrom', ({ rules }) => part(rules, 'countsFrom') == null || !Number.isNaN(timeIn(part(rules, 'countsFrom')))],
  ['events', ({ events, receivedAt }) => areEvents(events, receivedAt)],
];

function everyOf(list: unknown, holds: (value: unknown) => boolean): boolean {
  return isList(list) && list.every(holds);
}

/** Absent, or whole minutes of a day. */
function isLastMinutes(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1440);
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function isCase(given: Reading): given is Reading & DeadlineCase {
  return rows.every(([, holds]) => holds(given));
}

export type ReadCase =
  | { readonly ok: true; readonly value: DeadlineCase }
  | { readonly ok: false; readonly id: string | null; readonly field: string };

/** Reads a case out of anything; the first bad row of the contract's table is named. */
export function readCase(input: unknown): ReadCase {
  if (!isObject(input)) return { ok: false, id: null, field: 'id' };
  if (isCase(input)) return { ok: true, value: input };
  const field = rows.find(([, holds]) => !holds(input))?.[0] ?? 'id';
  return { ok: false, id: typeof input['id'] === 'string' ? input['id'] : null, field };
}
