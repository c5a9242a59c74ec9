// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition } from '../model.ts';
import { plannedSteps } from '../rules/linked-shape.ts';

/** The hours of a process along its longest way: steps one after the other, branches beside each other, a shared budget once. */
export function plannedHours(definition: ProcessDefinition): number {
  const steps = plannedSteps(definition);
  const pots = new Map<string, number>();
  for (const { budget, hours } of steps) if (budget !== null) pots.set(budget, Math.max(pots.get(budget) ?? 0, hours ?? 0));
  const done = new Map<string, number>();
  const potEnds = new Map<string, number>();
  for (const { node, budget, hours, after } of steps) {
    const from = Math.max(0, ...after.map((one) => done.get(one) ?? 0));
    const shared = budget === null ? undefined : potEnds.get(budget);
    const ends = shared === undefined ? from + (budget === null ? hours ?? 0 : pots.get(budget) ?? 0) : Math.max(from, shared);
    if (budget !== null) potEnds.set(budget, ends);
    done.set(node, ends);
  }
  return Math.max(0, ...done.values());
}
