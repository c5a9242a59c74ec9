// SPDX-License-Identifier: EUPL-1.2
import type { ProcessNode, PublicationFault } from '../model.ts';
import { fault } from './fault.ts';

type Nodes = ReadonlyMap<string, ProcessNode>;
type Reached = { readonly node: string; readonly flow: string };
type Arrivals = ReadonlyMap<string, number>;
/** Where tokens wait, and which branches have arrived at joins (keys: flow ids). */
type Situation = { readonly waiting: readonly string[]; readonly arrived: Arrivals };
type Running = Situation & { readonly moving: readonly Reached[] };
type Watch = { multiplied: ProcessNode | null };

/** More situations than this are not looked at: the model is taken as it is. */
const limit = 20_000;
/** More tokens than this at one place mean that branches multiply. */
const crowd = 16;

const key = ({ waiting, arrived }: Situation): string => JSON.stringify([[...waiting].sort(), [...arrived].sort()]);

function crowded(nodes: Nodes, situation: Situation): ProcessNode | null {
  const counts = new Map<string, number>();
  for (const id of situation.waiting) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) if (count > crowd) return nodes.get(id) ?? null;
  const flow = [...situation.arrived].find(([, count]) => count > crowd)?.[0];
  return flow === undefined ? null : [...nodes.values()].find(({ incoming }) => incoming.includes(flow)) ?? null;
}

function arriveAt(node: ProcessNode, flow: string, before: Arrivals): { readonly arrived: Arrivals; readonly fires: boolean } {
  if (node.incoming.length < 2) return { arrived: before, fires: true };
  const arrived = new Map(before).set(flow, (before.get(flow) ?? 0) + 1);
  if (node.incoming.some((id) => !arrived.has(id))) return { arrived, fires: false };
  for (const id of node.incoming) {
    const left = (arrived.get(id) ?? 1) - 1;
    if (left === 0) arrived.delete(id);
    else arrived.set(id, left);
  }
  return { arrived, fires: true };
}

/** Puts one token on a node: the situations that can follow, one per choice. */
function place(node: ProcessNode, { flow }: Reached, from: Running): readonly Running[] {
  const on = node.out.map(({ id, to }) => ({ node: to, flow: id }));
  switch (node.kind) {
    case 'end':
      return [from];
    case 'terminate':
      return [{ waiting: [], arrived: new Map(), moving: [] }];
    case 'user-task': case 'timer':
      return [{ ...from, waiting: [...from.waiting, node.id] }];
    case 'exclusive':
      return on.map((one) => ({ ...from, moving: [...from.moving, one] }));
    case 'parallel': {
      const { arrived, fires } = arriveAt(node, flow, from.arrived);
      return [{ ...from, arrived, moving: fires ? [...from.moving, ...on] : from.moving }];
    }
    case 'start': case 'boundary-timer':
      return [{ ...from, moving: [...from.moving, ...on] }];
    // Published models have none of these: nodes.ts refuses them.
    case 'task': case 'decision': case 'activity': case 'inclusive': case 'complex': case 'event-based': case 'catch': case 'throw': case 'boundary': case 'link':
      return [];
  }
}

/** Ladders of choices meet again and again: what differs only by the way taken is looked at once. */
function runningKey(nodes: Nodes, running: Running): string {
  const moving = running.moving.map(({ node, flow }) => (nodes.get(node)?.kind === 'parallel' ? flow : node));
  return `${moving.join(' ')} | ${key(running)}`;
}

function settled(nodes: Nodes, begun: Running, watch: Watch): readonly Situation[] {
  const out = new Map<string, Situation>();
  const seen = new Set<string>();
  const open: Running[] = [begun];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const token = next.moving.at(-1);
    watch.multiplied ??= crowded(nodes, next);
    if (watch.multiplied !== null || seen.size > limit) return [];
    const at = runningKey(nodes, next);
    if (seen.has(at)) continue;
    seen.add(at);
    const node = token === undefined ? undefined : nodes.get(token.node);
    if (token === undefined || node === undefined) out.set(key(next), next);
    else open.push(...place(node, token, { ...next, moving: next.moving.slice(0, -1) }));
  }
  return [...out.values()];
}

/** The ways on from a situation. Tokens do not disturb each other, so it is enough to move the first one in every way it can. */
function movesOf(nodes: Nodes, { waiting, arrived }: Situation): readonly Running[] {
  const [id, ...rest] = waiting;
  const node = id === undefined ? undefined : nodes.get(id);
  if (node === undefined) return [];
  const on = (from: ProcessNode): readonly Reached[] => from.out.map((flow) => ({ node: flow.to, flow: flow.id }));
  const done: Running = { waiting: rest, arrived, moving: on(node) };
  const timers = node.boundary.map((each) => nodes.get(each)).filter((each) => each !== undefined);
  return [done, ...timers.map((timer): Running =>
    ({ waiting: rest, arrived, moving: timer.interrupting ? on(timer) : [...on(timer), ...on(node)] }))];
}

/** Joins that wait although nobody is asked any more. */
function stuckAt(nodes: Nodes, { waiting, arrived }: Situation): readonly ProcessNode[] {
  return waiting.length > 0 ? [] : [...nodes.values()].filter(({ incoming }) => incoming.some((flow) => arrived.has(flow)));
}

/** Follows every choice from the start: situations in which nobody is asked any more and a join still waits are faults. */
export function soundnessFaults(nodes: Nodes, start: string): readonly PublicationFault[] {
  const watch: Watch = { multiplied: null };
  const seen = new Set<string>();
  const stuck = new Map<string, ProcessNode>();
  const open: Running[] = [{ waiting: [], arrived: new Map(), moving: [{ node: start, flow: '' }] }];
  for (let next = open.pop(); next !== undefined && seen.size < limit; next = open.pop()) {
    for (const situation of settled(nodes, next, watch)) {
      if (seen.has(key(situation))) continue;
      seen.add(key(situation));
      open.push(...movesOf(nodes, situation));
      for (const node of stuckAt(nodes, situation)) stuck.set(node.id, node);
    }
    if (watch.multiplied !== null) return [fault('branches-multiply', watch.multiplied)];
  }
  return [...stuck.values()].map((node) => fault('join-never-fires', node));
}
