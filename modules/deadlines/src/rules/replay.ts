// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { gap } from '../calendar/lookup.ts';
import { dayMinutes } from '../calendar/minutes.ts';
import type { CountingRules, MinuteEvent, WaitKind } from '../model.ts';
import { type Count, owedAt, type Pause } from './owed.ts';
import { effectiveReceipt, type ReceiptRules } from './receipt.ts';

/** The clock is stopped: nothing is owed. */
export const stopped = -1;

/** A request and its answer; `to` is null while it is open. */
export type Stop = { readonly from: number; to: number | null; readonly why: WaitKind };

/** A count given up because the supplement began a new one. */
export type GivenUp = { readonly received: number; readonly askedAt: number; readonly suppliedAt: number };

/** What the clock went through; minutes are local, from the calendar's first day. */
export type Replay = {
  /** A minute, `stopped` or `gap`. */
  owed: number;
  stoppedSince: number;
  received: number;
  effective: number;
  readonly receipt: ReceiptRules;
  count: Count;
  pauses: Pause[];
  readonly givenUp: GivenUp[];
  stops: Stop[];
  extendedAt: number | null;
  /** First event that came when the result was owed already: it and all later ones changed nothing. */
  missedAt: number | null;
};

/** `waiting`: how many payments and identities are waited for. */
type Clock = { readonly replay: Replay; pauseFrom: number | null; supplementAt: number | null; waiting: number; lastStop: Pause; lastPause: Pause };

export type Asked = {
  readonly calendar: CompiledCalendar;
  readonly receipt: ReceiptRules;
  readonly onSupplement: CountingRules['onSupplement'];
  readonly count: Count;
  /** Minutes since the epoch at which the calendar's first day begins: `received` and events are counted from the epoch. */
  readonly origin: number;
  readonly received: number;
  readonly events: readonly MinuteEvent[];
};

const running = (clock: Clock): boolean => clock.supplementAt === null && clock.waiting === 0;

function stop(clock: Clock, at: number, why: Stop['why']): void {
  const { replay, lastStop } = clock;
  if (running(clock)) replay.stoppedSince = at <= lastStop[1] ? lastStop[0] : at;
  if (why === 'supplement') clock.supplementAt = at;
  else clock.waiting += 1;
  replay.stops.push({ from: at, to: null, why });
}

function go(clock: Clock, at: number, why: Stop['why']): void {
  const { replay } = clock;
  if (why === 'supplement') clock.supplementAt = null;
  else clock.waiting -= 1;
  const open = replay.stops.find((each) => each.why === why && each.to === null);
  if (open !== undefined) open.to = at;
  if (running(clock)) clock.lastStop = [replay.stoppedSince, at];
}

function beginPause(clock: Clock, at: number): void {
  if (clock.pauseFrom !== null) return;
  // Pauses that touch are one, also across a restart at the minute where they touch.
  const [from, to] = clock.lastPause;
  clock.pauseFrom = to === at ? from : at;
  if (clock.replay.pauses.at(-1)?.[1] === at) clock.replay.pauses.pop();
}

function endPause(clock: Clock, at: number): void {
  if (clock.pauseFrom === null) return;
  clock.lastPause = [clock.pauseFrom, at];
  clock.replay.pauses.push(clock.lastPause);
  clock.pauseFrom = null;
}

function restart(asked: Asked, clock: Clock, at: number): void {
  const { replay } = clock;
  replay.givenUp.push({ received: replay.received, askedAt: clock.supplementAt ?? at, suppliedAt: at });
  go(clock, at, 'supplement');
  replay.received = at;
  replay.effective = effectiveReceipt(asked.calendar, asked.receipt, at);
  replay.pauses = [];
  replay.stops = replay.stops.filter(({ to }) => to === null);
}

type Taking = (asked: Asked, clock: Clock, at: number) => void;

const waitFor = (why: WaitKind): Taking => (_asked, clock, at) => {
  stop(clock, at, why);
  beginPause(clock, at);
};

const arrived = (why: WaitKind): Taking => ({ onSupplement }, clock, at) => {
  go(clock, at, why);
  if (clock.waiting === 0 && (onSupplement === 'restart' || clock.supplementAt === null)) endPause(clock, at);
};

/** What each event does to a clock that is not yet due. */
const taking: Readonly<Record<Exclude<MinuteEvent['type'], 'extended'>, Taking>> = {
  'payment-requested': waitFor('payment'),
  'paid': arrived('payment'),
  'identity-requested': waitFor('identity'),
  'identity-confirmed': arrived('identity'),
  'supplement-requested': ({ onSupplement }, clock, at) => {
    stop(clock, at, 'supplement');
    if (onSupplement === 'pause') beginPause(clock, at);
  },
  'supplemented': (asked, clock, at) => {
    if (asked.onSupplement === 'restart') { restart(asked, clock, at); return; }
    go(clock, at, 'supplement');
    if (clock.waiting === 0) endPause(clock, at);
  },
};

function extend(replay: Replay, value: number, at: number): void {
  replay.count = { ...replay.count, value: replay.count.value + value };
  replay.extendedAt = at;
}

/** Whether an event still moves the clock: not once the result is owed. */
function moves(asked: Asked, clock: Clock, at: number): boolean | typeof gap {
  if (!running(clock)) return true;
  const { count, effective, pauses } = clock.replay;
  const owed = owedAt(asked.calendar, count, { effective, pauses });
  // Owed somewhere past the published days: later than any event within them, unknowable for one after them.
  if (owed === gap) return Math.floor(at / dayMinutes) < asked.calendar.days || gap;
  return at < owed;
}

/** Lets the events take effect in order; what is missed stays missed. */
export function replayClock(asked: Asked): Replay {
  const { calendar, origin, count } = asked;
  const received = asked.received - origin;
  const replay: Replay = {
    owed: gap, stoppedSince: stopped, received, effective: effectiveReceipt(calendar, asked.receipt, received), count, receipt: asked.receipt,
    pauses: [], givenUp: [], stops: [], extendedAt: null, missedAt: null,
  };
  const clock: Clock = { replay, pauseFrom: null, supplementAt: null, waiting: 0, lastStop: [gap, gap], lastPause: [gap, gap] };
  for (const event of asked.events) {
    const at = event.at - origin;
    const effective = moves(asked, clock, at);
    if (effective === gap) return replay;
    if (!effective) { replay.missedAt = at; break; }
    if (event.type === 'extended') extend(replay, event.value, at);
    else taking[event.type](asked, clock, at);
  }
  replay.owed = running(clock) ? owedAt(calendar, replay.count, replay) : stopped;
  return replay;
}
