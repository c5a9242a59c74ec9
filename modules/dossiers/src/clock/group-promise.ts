// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok } from '@motcua/kernel';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { DossierClock, LinkedChild } from '../model.ts';

/** A part of a linked group as its promise sees it: what it waits for, and when it would be owed if it were accepted at a moment. */
export type PromisedPart = {
  readonly node: string; readonly name: string; readonly after: readonly string[]; readonly child: LinkedChild | undefined;
  readonly owedFrom: (start: Temporal.Instant) => Result<{ readonly owedAt: Temporal.Instant; readonly limit: string }, LifecycleRefusal>;
};

type Finish = { readonly from: Temporal.Instant; readonly to: Temporal.Instant; readonly text: string; readonly name: string; readonly before: Finish | null };
type Finished = Result<Finish, LifecycleRefusal>;

/** The promise along the shape of a group: what its parts say, before its own waits and extension. */
export type AlongShape = Pick<DossierClock, 'owedAt' | 'stoppedSince' | 'explanation'>;

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(one, other) >= 0 ? one : other);
const latest = (all: readonly Finish[]): Finish | null => all.reduce<Finish | null>((last, one) => (last === null || Temporal.Instant.compare(one.to, last.to) > 0 ? one : last), null);

/** All of them, or the first refusal. */
function every(all: readonly Finished[]): Result<readonly Finish[], LifecycleRefusal> {
  const finishes: Finish[] = [];
  for (const one of all) {
    if (!one.ok) return one;
    finishes.push(one.value);
  }
  return ok(finishes);
}

/** When one part would be done, given what it needs. */
function finishOf({ child, name, owedFrom }: PromisedPart, needs: Finish | null, { startedAt, now }: { readonly startedAt: Temporal.Instant; readonly now: Temporal.Instant }): Finished {
  const ready = needs?.to ?? startedAt;
  const begun = child === undefined ? later(ready, now) : Temporal.Instant.from(child.startedAt);
  const told = child?.finishedAt ?? child?.owedAt ?? null;
  if (told !== null) return ok({ from: begun, to: Temporal.Instant.from(told), text: child?.finishedAt == null ? 'đang giải quyết' : 'đã xong', name, before: needs });
  const owed = owedFrom(later(begun, ready));
  return owed.ok ? ok({ from: begun, to: owed.value.owedAt, text: owed.value.limit, name, before: needs }) : owed;
}

/**
 * When each part of a linked group would be done: the last of `parts` ends the group. In the order of the parts.
 *
 * @error calendar-gap - a part would run past the days for which a calendar is published
 */
export function finishesOf(parts: readonly PromisedPart[], moments: { readonly startedAt: Temporal.Instant; readonly now: Temporal.Instant }): Result<readonly Finish[], LifecycleRefusal> {
  const known = new Map<string, Finished>();
  const found = (part: PromisedPart): Finished => {
    const before = known.get(part.node);
    if (before !== undefined) return before;
    const needs = every(parts.filter(({ node }) => part.after.includes(node)).map(found));
    const finish = needs.ok ? finishOf(part, latest(needs.value), moments) : needs;
    known.set(part.node, finish);
    return finish;
  };
  return every(parts.map(found));
}

/**
 * When a whole linked group is owed: along a chain the limits add up, of parts side by side the latest counts. A finished part counts by when it
 * finished, a running one by its own return day, one still to come from when what it needs is there. While a part stands still, so does the group.
 *
 * @param startedAt - acceptance of the group; nothing begins before `now` that has not begun
 * @error calendar-gap - a part would run past the days for which a calendar is published
 */
export function groupPromise(parts: readonly PromisedPart[], moments: { readonly startedAt: Temporal.Instant; readonly now: Temporal.Instant }): Result<AlongShape, LifecycleRefusal> {
  const still = parts.flatMap(({ child }) => (child?.end === null && child.stoppedSince !== null ? [child.stoppedSince] : [])).toSorted()[0];
  if (still !== undefined) return ok({ owedAt: null, stoppedSince: still, explanation: [] });
  const finishes = finishesOf(parts, moments);
  if (!finishes.ok) return finishes;
  const lines: DossierClock['explanation'][number][] = [];
  const end = latest(finishes.value);
  for (let step = end; step !== null; step = step.before) {
    lines.unshift({ from: step.from.toString(), to: step.to.toString(), counted: true, rule: 'linked-part', text: `${step.name}: ${step.text}`, source: 'nd-118-2025/d20' });
  }
  return ok({ owedAt: end?.to.toString() ?? null, stoppedSince: null, explanation: lines });
}
