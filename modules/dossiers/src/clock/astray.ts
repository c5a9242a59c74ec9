// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';

/** By how much clocks may differ before acts are refused: servers beside each other are seconds apart, a clock set wrongly is hours or days off. */
const tolerance = { minutes: 15 };

/**
 * When an act on a dossier happens (đồng hồ máy lệch): now, or the moment of its last event where the clock is a little behind it, so that no event stands before the one it follows.
 *
 * @param last - when the last event of the dossier happened; null: it has none
 * @param other - what a second clock says; null: there is none
 * @error clock-astray - the clock is far behind the last event, or far from the second clock: an instant written now would move deadlines, so nothing is
 */
export function momentOfAct(now: Temporal.Instant, { last, other }: { readonly last: Temporal.Instant | null; readonly other: Temporal.Instant | null }): Result<Temporal.Instant, LifecycleRefusal> {
  const isFar = (one: Temporal.Instant, two: Temporal.Instant): boolean => Temporal.Instant.compare(one.add(tolerance), two) < 0;
  if (other !== null && (isFar(now, other) || isFar(other, now))) return refuse({ code: 'clock-astray', now: now.toString(), other: other.toString() });
  if (last === null || Temporal.Instant.compare(now, last) >= 0) return ok(now);
  return isFar(now, last) ? refuse({ code: 'clock-astray', now: now.toString(), other: last.toString() }) : ok(last);
}
