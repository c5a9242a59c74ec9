// SPDX-License-Identifier: EUPL-1.2
import type { DossierClock, LinkedChild } from '../model.ts';

/** A part of a linked group as its promise sees it: what it waits for, and when it would be owed if it were accepted at a moment. */
export type PromisedPart = {
  readonly node: string; readonly name: string; readonly after: readonly string[]; readonly child: LinkedChild | undefined;
  readonly owedFrom: (start: Temporal.Instant) => { readonly owedAt: Temporal.Instant; readonly limit: string };
};

type Finish = { readonly from: Temporal.Instant; readonly to: Temporal.Instant; readonly text: string; readonly name: string; readonly before: Finish | null };

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(one, other) >= 0 ? one : other);
const latest = (all: readonly Finish[]): Finish | null => all.reduce<Finish | null>((last, one) => (last === null || Temporal.Instant.compare(one.to, last.to) > 0 ? one : last), null);

/** When each part of a linked group would be done: the last of `parts` ends the group. In the order of the parts. */
export function finishesOf(parts: readonly PromisedPart[], { startedAt, now }: { readonly startedAt: Temporal.Instant; readonly now: Temporal.Instant }): readonly Finish[] {
  const known = new Map<string, Finish>();
  const finishOf = (part: PromisedPart): Finish => {
    const before = known.get(part.node);
    if (before !== undefined) return before;
    const needs = latest(parts.filter(({ node }) => part.after.includes(node)).map(finishOf));
    const ready = needs?.to ?? startedAt;
    const { child, name } = part;
    const begun = child === undefined ? later(ready, now) : Temporal.Instant.from(child.startedAt);
    const told = child?.finishedAt ?? child?.owedAt ?? null;
    const counted = told === null ? part.owedFrom(later(begun, ready)) : { owedAt: Temporal.Instant.from(told), limit: child?.finishedAt == null ? 'đang giải quyết' : 'đã xong' };
    const finish: Finish = { from: begun, to: counted.owedAt, text: counted.limit, name, before: needs };
    known.set(part.node, finish);
    return finish;
  };
  return parts.map(finishOf);
}

/**
 * When a whole linked group is owed: along a chain the limits add up, of parts side by side the latest counts. A finished part counts by when it
 * finished, a running one by its own return day, one still to come from when what it needs is there. While a part stands still, so does the group.
 *
 * @param startedAt - acceptance of the group; nothing begins before `now` that has not begun
 */
export function groupPromise(parts: readonly PromisedPart[], { startedAt, now }: { readonly startedAt: Temporal.Instant; readonly now: Temporal.Instant }): Pick<DossierClock, 'owedAt' | 'stoppedSince' | 'explanation'> {
  const still = parts.flatMap(({ child }) => (child?.end === null && child.stoppedSince !== null ? [child.stoppedSince] : [])).toSorted()[0];
  if (still !== undefined) return { owedAt: null, stoppedSince: still, explanation: [] };
  const lines: DossierClock['explanation'][number][] = [];
  const end = latest(finishesOf(parts, { startedAt, now }));
  for (let step = end; step !== null; step = step.before) {
    lines.unshift({ from: step.from.toString(), to: step.to.toString(), counted: true, rule: 'linked-part', text: `${step.name}: ${step.text}`, source: 'nd-118-2025/d20' });
  }
  return { owedAt: end?.to.toString() ?? null, stoppedSince: null, explanation: lines };
}
