// SPDX-License-Identifier: EUPL-1.2
import type { ProcessNode, PublicationFault } from '../model.ts';
import { fault } from './fault.ts';

type Nodes = ReadonlyMap<string, ProcessNode>;

/** What a process looks like as a graph; flows that go back are known. */
export type Shape = {
  readonly reached: ReadonlySet<string>;
  /** Forward order: a node stands after all that lead to it without going back. */
  readonly order: readonly string[];
  readonly after: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Of a node only where it leads to. */
export type Leading = ReadonlyMap<string, { readonly out: readonly { readonly to: string }[]; readonly boundary: readonly string[] }>;

/** Where a token may appear next: along flows, and at the timers on a task. */
function nextOf(nodes: Leading, id: string): readonly string[] {
  const node = nodes.get(id);
  return node === undefined ? [] : [...node.out.map(({ to }) => to), ...node.boundary];
}

/** Walks from the start in depth; a flow to a node still open goes back. */
export function shapeOf(nodes: Leading, start: string): Shape {
  const state = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, string[]>();
  const finished: string[] = [];
  const stack: { readonly id: string; readonly left: string[] }[] = [];
  const enter = (id: string): void => {
    state.set(id, 'open');
    forward.set(id, []);
    // The last one first, so that in the forward order the first drawn stands first.
    stack.push({ id, left: [...nextOf(nodes, id)] });
  };
  enter(start);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.left.pop();
    if (next === undefined) {
      state.set(top.id, 'done');
      finished.push(top.id);
      stack.pop();
    } else if (state.get(next) !== 'open') {
      forward.get(top.id)?.push(next);
      if (!state.has(next)) enter(next);
    }
  }
  const after = new Map<string, Set<string>>();
  for (const id of finished) {
    after.set(id, new Set((forward.get(id) ?? []).flatMap((next) => [next, ...(after.get(next) ?? [])])));
  }
  return { reached: new Set(finished), order: finished.toReversed(), after };
}

function endless(nodes: Nodes): ProcessNode | null {
  const automatic = (id: string): boolean => { const kind = nodes.get(id)?.kind; return kind === 'exclusive' || kind === 'parallel'; };
  // Gateways whose every way on within gateways has been followed are taken off; what is left lies on a cycle or leads to one.
  const left = new Map([...nodes.keys()].filter(automatic).map((id) => [id, new Set(nextOf(nodes, id).filter(automatic))] as const));
  for (let taken = true; taken;) {
    taken = false;
    for (const [id, next] of left) {
      if ([...next].some((each) => left.has(each))) continue;
      left.delete(id);
      taken = true;
    }
  }
  const [first] = left.keys();
  return first === undefined ? null : nodes.get(first) ?? null;
}

function canEnd(nodes: Nodes): ReadonlySet<string> {
  const ends = new Set([...nodes.values()].filter(({ kind }) => kind === 'end' || kind === 'terminate').map(({ id }) => id));
  for (let grown = true; grown;) {
    grown = false;
    for (const id of nodes.keys()) {
      if (ends.has(id) || !nextOf(nodes, id).some((next) => ends.has(next))) continue;
      ends.add(id);
      grown = true;
    }
  }
  return ends;
}

/** Steps back that do not go back. */
export function wrongReturns(nodes: Nodes, after: Shape['after']): readonly PublicationFault[] {
  return [...nodes.values()].flatMap((node) => (node.task?.returnTo ?? [])
    .filter((to) => nodes.get(to)?.kind !== 'user-task' || !(after.get(to)?.has(node.id) ?? false))
    .map((to) => fault('return-target-invalid', node, to)));
}

/** What is wrong with the graph as a whole, and steps back that do not go back. */
export function shapeFaults(nodes: Nodes, { reached, after }: Shape): readonly PublicationFault[] {
  const all = [...nodes.values()];
  const cycle = endless(nodes);
  const ending = canEnd(nodes);
  return [
    ...all.filter(({ id }) => !reached.has(id)).map((node) => fault('unreachable-node', node)),
    ...all.filter(({ id }) => reached.has(id) && !ending.has(id)).map((node) => fault('dead-end', node)),
    ...(cycle === null ? [] : [fault('cycle-without-task', cycle)]),
    ...wrongReturns(nodes, after),
  ];
}

/** User tasks on the main path: every branch of a fork, and of a choice the branch with most tasks ahead. */
export function mainPathOf(nodes: Nodes, start: string, { order, after }: Shape): readonly string[] {
  const tasksAhead = (id: string): number =>
    [id, ...(after.get(id) ?? [])].filter((each) => nodes.get(each)?.kind === 'user-task').length;
  const place = new Map(order.map((id, index) => [id, index]));
  const on = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (node === undefined || on.has(id)) continue;
    on.add(id);
    const ahead = node.out.map(({ to }) => to).filter((to) => (place.get(to) ?? 0) > (place.get(node.id) ?? 0));
    const [longest] = ahead.toSorted((a, b) => tasksAhead(b) - tasksAhead(a));
    if (node.kind === 'exclusive') open.push(...(longest === undefined ? [] : [longest]));
    else open.push(...ahead);
  }
  return order.filter((id) => on.has(id) && nodes.get(id)?.kind === 'user-task');
}
