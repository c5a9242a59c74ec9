// SPDX-License-Identifier: EUPL-1.2
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const limitUnits = ['working-day', 'working-hour', 'calendar-day', 'month'] as const;

/** Thời hạn giải quyết: whole units, 1 or more. */
export type TimeLimit = { readonly value: number; readonly unit: (typeof limitUnits)[number] };

export type CountingMode = 'by-day' | 'by-hour';

/** A stretch of office hours, local times «07:30» and «11:30». */
export type Shift = readonly [from: string, to: string];
export type Shifts = Readonly<Record<Weekday, readonly Shift[]>>;

/** Working calendar of one office, as it travels (contract deadline-cases). Dates are «2026-11-24», outages pairs of ISO instants. */
export type WorkingCalendar = {
  readonly shifts: Shifts;
  readonly daysOff: readonly string[];
  readonly extraWorkingDays: readonly { readonly date: string; readonly as: Weekday }[];
  readonly outages: readonly (readonly [string, string])[];
  readonly coveredUntil: string;
};

/** A calendar out of the store: with names of its days, office hours that change on a day, and the first day it knows. */
export type OfficeCalendar = WorkingCalendar & {
  readonly coveredFrom: string;
  readonly dayNames: Readonly<Record<string, string>>;
  readonly laterShifts: readonly { readonly from: string; readonly shifts: Shifts; readonly cutoff: string | null }[];
  /** Cut-off hour the office declared for itself («15:00»): it counts where the rule of the procedure names none. */
  readonly cutoff: string | null;
  /** First day whose holidays are only projected, no notice published yet; null: none. Dates past it may move when it comes. */
  readonly projectedFrom: string | null;
};

/** How a procedure's clock runs: chosen by data, with its legal basis kept where the rule is chosen. */
export type CountingRules = {
  readonly firstDayCounted: boolean;
  readonly cutoff: string | null;
  readonly hoursPerDay: number;
  readonly onSupplement: 'restart' | 'pause';
  /** Minutes before the day's last closing in which a receipt counts as received on the next working day (giờ làm việc cuối cùng); absent: none. */
  readonly lastMinutes?: number;
  /** Local time of a working day before which no receipt of it counts («08:00»); absent or null: none but the opening. */
  readonly countsFrom?: string | null;
};

export const startingPoints = ['acceptance', 'filing', 'solving-agency', 'hand-over-record'] as const;

/** A moment from which a term may run: acceptance (form 01), filing, receipt by the agency that solves, the signed hand-over record of the post. */
export type StartingPoint = (typeof startingPoints)[number];

/** From which moment the term of a procedure runs: at the own counter or online, filed from elsewhere, and by post. */
export type StartRules = { readonly start: StartingPoint; readonly startElsewhere: StartingPoint; readonly startByPost: StartingPoint };

/** What a clock may wait for: a supplement, a financial duty (nghĩa vụ tài chính), somebody's identity confirmed (xác nhận định danh). */
export type WaitKind = 'supplement' | 'payment' | 'identity';

export const notCountable = ['payment', 'identity', 'outage'] as const;

/** What a rule may leave out of the count beside the supplement: a financial duty, an identity to confirm, a declared outage. */
export type NotCountable = (typeof notCountable)[number];

type Moving = 'supplement-requested' | 'supplemented' | 'payment-requested' | 'paid' | 'identity-requested' | 'identity-confirmed';

/** What moves the clock, at an instant (ISO text in a case). */
export type ClockEvent =
  | { readonly at: string; readonly type: Moving }
  | { readonly at: string; readonly type: 'extended'; readonly value: number };

/** The same with `at` in whole minutes since 1970-01-01T00:00Z: what the engine reads. */
export type MinuteEvent =
  | { readonly at: number; readonly type: Moving }
  | { readonly at: number; readonly type: 'extended'; readonly value: number };

/** One question to the engine; see docs/deadline-cases.md. */
export type DeadlineCase = {
  readonly id: string;
  readonly receivedAt: string;
  readonly limit: TimeLimit;
  readonly mode: CountingMode;
  readonly calendar: WorkingCalendar;
  readonly rules: CountingRules;
  readonly events: readonly ClockEvent[];
};

export const explanationRules = [
  'received-on-day-off', 'received-after-hours', 'received-after-cutoff', 'received-in-last-hour', 'received-before-opening', 'first-day-not-counted',
  'working-day', 'working-time', 'calendar-day', 'month-term', 'outside-hours', 'weekly-rest', 'day-off', 'outage',
  'paused-for-supplement', 'paused-for-payment', 'paused-for-identity', 'restarted', 'waiting-for-supplement', 'rolled-to-working-day', 'closing-in-pause',
  'extended', 'missed', 'stopped', 'promise-kept',
] as const;
export type ExplanationRule = (typeof explanationRules)[number];

/** A stretch of time counted or not, and why; `from` and `to` are ISO instants, `text` is Vietnamese for people. */
export type ExplanationItem = {
  readonly from: string;
  readonly to: string;
  readonly counted: boolean;
  readonly rule: ExplanationRule;
  readonly text: string;
};

export type DeadlineError = 'bad-case' | 'extension-used' | 'calendar-gap';

/** The answer to a case: with an error both instants are null; `field` names the first bad row of the contract's table. */
export type DeadlineAnswer = {
  readonly id: string | null;
  readonly returnAt: string | null;
  readonly stoppedSince: string | null;
  readonly error: DeadlineError | null;
  readonly field?: string;
  readonly explanation: readonly ExplanationItem[];
};

/** The calendar is not published for a day that had to be looked up; never guessed. */
export type CalendarGap = { readonly code: 'calendar-gap' };

/** How a clock stands now. Minutes are working minutes of the office. */
export type Standing =
  | { readonly state: 'running' | 'due-soon'; readonly remainingMinutes: number }
  | { readonly state: 'overdue'; readonly overdueMinutes: number }
  | { readonly state: 'paused'; readonly since: Temporal.Instant }
  | { readonly state: 'early' | 'on-time'; readonly remainingMinutes: number }
  | { readonly state: 'late'; readonly overdueMinutes: number };
