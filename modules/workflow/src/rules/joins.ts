// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition, ProcessNode, ProcessRefusal } from '../model.ts';
import { goOn, holds, joinKey, type Marking, nodeOf, withNames } from './marking.ts';

/** Mark among the arrivals of a complex gateway that has fired and lets the others pass into nothing. */
const fired = '#fired';

/** A token arrives at a parallel join; answers whether all have come, and takes one of each then. */
export function arriveAtParallel(marking: Marking, node: ProcessNode, at: { readonly flow: string; readonly scope: string | undefined }): boolean {
  if (node.incoming.length < 2) return true;
  const key = joinKey(node.id, at.scope);
  const arrived = marking.joins[key] ?? {};
  arrived[at.flow] = (arrived[at.flow] ?? 0) + 1;
  marking.joins[key] = arrived;
  if (node.incoming.some((id) => (arrived[id] ?? 0) === 0)) return false;
  const left = Object.fromEntries(Object.entries(arrived).filter(([, count]) => count > 1).map(([id, count]) => [id, count - 1]));
  if (Object.keys(left).length === 0) Reflect.deleteProperty(marking.joins, key);
  else marking.joins[key] = left;
  return true;
}

/** A token arrives at an activity that begins only with several; answers whether enough have come. */
export function arriveAtQuantity(marking: Marking, node: ProcessNode, at: { readonly flow: string; readonly scope: string | undefined }): boolean {
  const needed = node.more?.startQuantity ?? 1;
  if (needed < 2) return true;
  const key = joinKey(node.id, at.scope);
  const count = (marking.joins[key]?.['#'] ?? 0) + 1;
  if (count < needed) marking.joins[key] = { '#': count };
  else Reflect.deleteProperty(marking.joins, key);
  return count >= needed;
}

/** A token arrives at an inclusive or complex gateway: it waits until the rest is at rest; answers whether it goes on at once. */
export function arriveLoosely(marking: Marking, node: ProcessNode, at: { readonly flow: string; readonly scope: string | undefined }): boolean {
  if (node.incoming.length < 2) return true;
  const key = joinKey(node.id, at.scope);
  const arrived = { ...marking.joins[key], [at.flow]: (marking.joins[key]?.[at.flow] ?? 0) + 1 };
  marking.joins[key] = arrived;
  if (node.kind !== 'complex' || node.more?.activation == null || arrived[fired] !== undefined) return false;
  const activationCount = Object.values(arrived).reduce((sum, count) => sum + count, 0);
  if (!holds(node.more.activation, withNames(marking.variables, { activationCount }))) return false;
  marking.joins[key] = { ...arrived, [fired]: 1 };
  return true;
}

/** Flows from which a node can be reached without passing it. */
function leadingTo(definition: ProcessDefinition, node: ProcessNode, flows: readonly string[]): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const each of definition.nodes.values()) {
    for (const { to } of each.out) before.set(to, [...before.get(to) ?? [], each.id]);
    for (const edge of each.boundary) before.set(edge, [...before.get(edge) ?? [], each.id]);
  }
  const found = new Set<string>();
  const open = [...definition.nodes.values()].filter(({ out }) => out.some(({ id }) => flows.includes(id))).map(({ id }) => id);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || next === node.id) continue;
    found.add(next);
    open.push(...before.get(next) ?? []);
  }
  return found;
}

/** Where tokens stand in a scope: at places that keep it alive, and at other joins. */
function standing(marking: Marking, scope: string | undefined, except: string): readonly string[] {
  const waiting = Object.values(marking.tokens).filter((token) => token.scope === scope && token.isListening !== true).map(({ node }) => node);
  const joined = Object.entries(marking.joins).filter(([key, arrived]) => key !== except && joinKey(key.split('@')[0] ?? '', scope) === key && arrived[fired] === undefined).map(([key]) => key.split('@')[0] ?? '');
  return [...waiting, ...joined];
}

/** Whether a token could still come over a flow on which none has, and not over one on which one waits. */
function mayStillCome(definition: ProcessDefinition, marking: Marking, at: { readonly node: ProcessNode; readonly key: string; readonly scope: string | undefined }): boolean {
  const arrived = marking.joins[at.key] ?? {};
  const empty = leadingTo(definition, at.node, at.node.incoming.filter((flow) => arrived[flow] === undefined));
  const full = leadingTo(definition, at.node, at.node.incoming.filter((flow) => arrived[flow] !== undefined));
  return standing(marking, at.scope, at.key).some((place) => empty.has(place) && !full.has(place));
}

/** Lets the first inclusive or complex gateway fire whose tokens have all come; answers whether one did, or why not. */
export function fireLooseJoin(definition: ProcessDefinition, marking: Marking): ProcessRefusal | boolean {
  for (const [key, arrived] of Object.entries(marking.joins)) {
    const [id = '', scope] = key.split('@');
    const node = nodeOf(definition, id);
    const isLoose = node.kind === 'inclusive' || (node.kind === 'complex' && (arrived[fired] !== undefined || node.more?.activation == null));
    if (!isLoose || mayStillCome(definition, marking, { node, key, scope })) continue;
    const more = Object.fromEntries(Object.entries(arrived).filter(([flow, count]) => flow !== fired && count > 1).map(([flow, count]) => [flow, count - 1]));
    if (Object.keys(more).length === 0) Reflect.deleteProperty(marking.joins, key);
    else marking.joins[key] = more;
    return arrived[fired] !== undefined ? true : goOn(marking, node, scope) ?? true;
  }
  return false;
}
