// SPDX-License-Identifier: EUPL-1.2
/** Where "now" comes from. Passed in, so that a rule never reads a clock of its own. */
export type Clock = { readonly now: () => Temporal.Instant };

/** The machine's clock: the only place that reads it. Whole milliseconds: PostgreSQL keeps no nanoseconds, and a moment must come back as it was written. */
export const systemClock: Clock = { now: () => Temporal.Now.instant().round({ smallestUnit: 'millisecond', roundingMode: 'floor' }) };

/** A clock that stands still until it is moved: for tests and for the demonstration province's simulated weeks. */
export function fixedClock(start: Temporal.Instant): Clock & { readonly set: (at: Temporal.Instant) => void } {
  let at = start;
  return { now: () => at, set: (next) => { at = next; } };
}
