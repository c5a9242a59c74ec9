// SPDX-License-Identifier: EUPL-1.2
import type { ReturnInterval } from './components/return-day.tsx';

/** A stretch of a day as the picture draws it; `from` and `to` are shares (0–1) of the hours the picture shows. */
export type DayPart = { readonly kind: 'counted' | 'paused'; readonly from: number; readonly to: number };

/** One day of the picture; `inside`: between the start and the return day. */
export type PictureDay = { readonly date: string; readonly inside: boolean; readonly starts: boolean; readonly owed: boolean; readonly today: boolean; readonly parts: readonly DayPart[] };

type Asked = { readonly startedAt: string; readonly owedAt: string; readonly now: string; readonly intervals: readonly ReturnInterval[] };

// Browsers have no Temporal yet; Viet Nam is seven hours ahead without changes of clock.
const minute = 60_000;
const day = 1440;
const local = (instant: string): number => Math.floor(Date.parse(instant) / minute) + 420;
const dateOf = (number: number): string => new Date(number * day * minute).toISOString().slice(0, 10);
const mondayOf = (number: number): number => number - ((((number + 3) % 7) + 7) % 7);

type Stretch = { readonly kind: 'counted' | 'paused'; readonly from: number; readonly to: number };

const stretchesOf = (intervals: readonly ReturnInterval[]): readonly Stretch[] => intervals.flatMap(({ kind, from, to, parts = [{ from, to }] }) =>
  (kind === 'free' ? [] : parts.map((part) => ({ kind, from: local(part.from), to: local(part.to) }))));

/** The hours the picture shows of each day: from the first counted hour to the last, whole hours; the whole day where days are counted. */
function hoursShown(stretches: readonly Stretch[]): { readonly opens: number; readonly closes: number } {
  const counted = stretches.filter(({ kind, from, to }) => kind === 'counted' && to > from);
  if (counted.some(({ from, to }) => Math.floor(from / day) !== Math.floor((to - 1) / day)) || counted.length === 0) return { opens: 0, closes: day };
  const opens = Math.min(...counted.map(({ from }) => from % day));
  const closes = Math.max(...counted.map(({ to }) => ((to - 1) % day) + 1));
  return { opens: Math.floor(opens / 60) * 60, closes: Math.ceil(closes / 60) * 60 };
}

/**
 * The days from the start of a term to its return day as weeks, Monday first, each with what is counted of it.
 * Draws nothing that the intervals do not say; null when it would be longer than `most` weeks.
 */
export function weeksOf({ startedAt, owedAt, now, intervals }: Asked, most = 14): readonly (readonly PictureDay[])[] | null {
  const stretches = stretchesOf(intervals);
  const { opens, closes } = hoursShown(stretches);
  const [first, last, today] = [startedAt, owedAt, now].map((instant) => Math.floor(local(instant) / day));
  if (first === undefined || last === undefined || !(last >= first)) return null;
  const weeks = (mondayOf(last) - mondayOf(first)) / 7 + 1;
  if (weeks > most) return null;
  const share = (at: number): number => Math.min(1, Math.max(0, (at - opens) / (closes - opens)));
  const dayAt = (number: number): PictureDay => ({
    date: dateOf(number), inside: number >= first && number <= last, starts: number === first, owed: number === last, today: number === today,
    parts: stretches.flatMap(({ kind, from, to }) => {
      const [begin, end] = [share(from - number * day), share(to - number * day)];
      return begin < end ? [{ kind, from: begin, to: end }] : [];
    }),
  });
  return Array.from({ length: weeks }, (_week, week) => Array.from({ length: 7 }, (_day, at) => dayAt(mondayOf(first) + week * 7 + at)));
}
