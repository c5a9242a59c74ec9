// SPDX-License-Identifier: EUPL-1.2
import { refuse } from '@motcua/kernel';
import type { ProcessDefinition, ProcessState } from '../model.ts';
import { type Answer, close, taskAt } from './command.ts';
import { cancelToken, type Choices, edgeTimers, inScope, joinKey, type Marking, nextId, nodeOf, openMarking, sendOn } from './marking.ts';

/** The sub-processes a node stands in, the outermost first. */
export function around({ within }: Pick<ProcessDefinition, 'within'>, id: string): readonly string[] {
  const found: string[] = [];
  for (let at = within?.get(id); at !== undefined; at = within?.get(at)) found.unshift(at);
  return found;
}

/** The scopes a place stands in, the outermost first; what repeats is none of its own. */
function scopesOf(marking: Marking, place: string): readonly string[] {
  const found: string[] = [];
  for (let at = marking.tokens[place]?.scope; at !== undefined; at = marking.tokens[at]?.scope) if (marking.tokens[at]?.loop === undefined) found.unshift(at);
  return found;
}

function standsIn(marking: Marking, place: string | undefined, scope: string | undefined): boolean {
  if (scope === undefined) return true;
  for (let at = place; at !== undefined; at = marking.tokens[at]?.scope) if (at === scope) return true;
  return false;
}

type Way = { readonly base: string | undefined; readonly closed: readonly string[] };

/** How far the sub-processes around a node are open where the task stands, and those behind that are to be opened again. */
function wayTo(definition: ProcessDefinition, marking: Marking, { taskId, to }: { readonly taskId: string; readonly to: string }): Way {
  const [open, wanted] = [scopesOf(marking, taskId), around(definition, to)];
  const shared = wanted.findIndex((activity, at) => marking.tokens[open[at] ?? '']?.node !== activity);
  const count = shared === -1 ? wanted.length : shared;
  return { base: open[count - 1], closed: wanted.slice(count) };
}

/** Takes back what stands behind the target and still waits, within the scope that stays. */
function takeBack(definition: ProcessDefinition, marking: Marking, { base, later }: { readonly base: string | undefined; readonly later: ReadonlySet<string> }): void {
  for (const [place, token] of Object.entries(marking.tokens)) {
    if (place !== base && later.has(token.node) && standsIn(marking, token.scope, base) && !standsIn(marking, base, place)) cancelToken(definition, marking, place);
  }
}

function forgetArrivals(definition: ProcessDefinition, marking: Marking, { base, later }: { readonly base: string | undefined; readonly later: ReadonlySet<string> }): void {
  const sources = new Map([...definition.nodes.values()].flatMap(({ id, out }) => out.map((flow) => [flow.id, id] as const)));
  for (const [join, arrived] of Object.entries(marking.joins)) {
    if (base !== undefined && !standsIn(marking, join.split('@')[1], base)) continue;
    const kept = Object.entries(arrived).filter(([flow]) => !later.has(sources.get(flow) ?? ''));
    if (kept.length === 0) Reflect.deleteProperty(marking.joins, join);
    else marking.joins[join] = Object.fromEntries(kept);
  }
}

/** Whether what waits now can still bring a token to a node. An open sub-process is told by what stands inside it. */
const mayReach = ({ after, nodes }: ProcessDefinition, marking: Marking, id: string): boolean =>
  Object.values(marking.tokens).some(({ node }) => nodes.get(node)?.kind !== 'activity' && (node === id || after.get(node)?.has(id) === true));

/**
 * Joins behind the target that the task had passed: the branches the target does not lead to were done and stay done, so their arrivals count again.
 * Without that a step in one of several branches could not be gone back to: its join would wait for ever.
 */
function recallArrivals(definition: ProcessDefinition, marking: Marking, { from, to, scope }: { readonly from: string; readonly to: string; readonly scope: string | undefined }): void {
  const [later, sources] = [definition.after.get(to) ?? new Set<string>(), new Map([...definition.nodes.values()].flatMap(({ id, out }) => out.map((flow) => [flow.id, id] as const)))];
  const open = [...scope === undefined ? [] : [...scopesOf(marking, scope), scope]];
  for (const { id, kind, incoming } of definition.nodes.values()) {
    const isPassed = kind === 'parallel' && incoming.length > 1 && later.has(id) && definition.after.get(id)?.has(from) === true;
    const depth = around(definition, id).length;
    if (!isPassed || around(definition, id).some((activity, at) => around(definition, to)[at] !== activity)) continue;
    const key = joinKey(id, open[depth - 1]);
    const others = incoming.filter((flow) => { const source = sources.get(flow) ?? ''; return source !== to && !later.has(source) && marking.joins[key]?.[flow] === undefined && !mayReach(definition, marking, source); });
    if (others.length > 0) marking.joins[key] = { ...marking.joins[key], ...Object.fromEntries(others.map((flow) => [flow, 1])) };
  }
}

/** Opens the sub-processes around the target again, without beginning what stands at their start. */
function openAgain(definition: ProcessDefinition, marking: Marking, { base, closed }: Way): string | undefined {
  return closed.reduce<string | undefined>((scope, activity) => {
    const [node, place] = [nodeOf(definition, activity), nextId(marking, 's')];
    marking.tokens[place] = { node: activity, timers: edgeTimers(definition, marking, { node, place }), ...inScope(scope) };
    return place;
  }, base);
}

/**
 * Sends a task back to an earlier one (trả lại bước trước). What came after that step and still waits, also in parallel branches
 * opened since, is taken back; branches the step does not lead to stay. A sub-process that is over is opened again at the step; of a repeated one
 * only the instance the task stands in goes back.
 *
 * @error return-not-allowed - the task does not list the step among those it may be sent back to
 */
export function returnTo(
  definition: ProcessDefinition, state: ProcessState, { taskId, to, choices }: { readonly taskId: string; readonly to: string; readonly choices?: Choices },
): Answer {
  const from = taskAt(definition, state, taskId);
  if (!from.ok) return from;
  const allowed = nodeOf(definition, from.value).task?.returnTo ?? [];
  if (!allowed.includes(to)) return refuse({ code: 'return-not-allowed', node: from.value, to });
  const marking = openMarking(state, to, choices);
  const way = wayTo(definition, marking, { taskId, to });
  const later = new Set([to, ...way.closed, ...definition.after.get(to) ?? []]);
  cancelToken(definition, marking, taskId);
  takeBack(definition, marking, { base: way.base, later });
  forgetArrivals(definition, marking, { base: way.base, later });
  const scope = openAgain(definition, marking, way);
  recallArrivals(definition, marking, { from: from.value, to, scope });
  sendOn(marking, [{ node: to, flow: '', scope }]);
  return close(definition, marking, null);
}
