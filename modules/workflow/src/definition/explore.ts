// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel';
import type { ProcessDefinition, ProcessNode, ProcessRefusal, ProcessState, PublicationFault, Step, Trigger } from '../model.ts';
import { awaitedMessages } from '../rules/progress.ts';
import { type Choices, isJoinOf, isWork, nodeOf } from '../rules/marking.ts';
import { returnTo } from '../rules/return-to.ts';
import { begin, complete, deliver, fireTimer } from '../rules/steps.ts';
import { fault } from './fault.ts';

/** More situations than this are not looked through: the model is refused with a word about it. */
const mostSituations = 4000;
/** More ways than this are not looked through. */
const mostWays = 20_000;
/** More tokens than this at one place mean that branches multiply. */
const crowd = 16;

type Outcome = Result<Step, ProcessRefusal>;
type Situation = { readonly state: ProcessState; readonly next: Set<number> };
type Search = {
  readonly definition: ProcessDefinition; readonly places: Situation[]; readonly known: Map<string, number>; readonly visited: Set<string>; readonly faults: Map<string, PublicationFault>;
  readonly isDisturbed: boolean; ways: number;
};

/** A situation without the names of its tokens and without variables: what can happen from it is the same. */
function keyOf({ tokens, joins, ended }: ProcessState): string {
  const all = Object.entries(tokens);
  const told = (scope: string | undefined): string => {
    const inside = all.filter(([, token]) => token.scope === scope).map(([place, { node, loop, timers, caught }]) =>
      `${node} ${loop === undefined ? '' : `${loop.total}.${loop.begun}.${loop.done}`} ${Object.values(timers).sort().join()} ${caught?.join() ?? ''}(${told(place)})`);
    const arrived = Object.entries(joins).filter(([key]) => isJoinOf(key, scope)).map(([key, counts]) => `${key.split('@')[0] ?? ''}${JSON.stringify(Object.entries(counts).sort())}`);
    return [...inside.sort(), ...arrived.sort()].join('|');
  };
  return ended ? 'ended' : told(undefined);
}

/** Whether one token's way can take another's away: then every order of moves is looked at, else the first token's is enough. */
function disturbs({ nodes }: ProcessDefinition): boolean {
  return [...nodes.values()].some(({ kind, more, host, interrupting }) => kind === 'terminate' || kind === 'throw' || (more?.loop?.kind === 'many' && more.loop.until !== null)
    || (host !== null && interrupting && nodes.get(host)?.kind === 'activity') || more?.triggers.some((trigger) => trigger.kind === 'signal' || trigger.kind === 'message') === true);
}

/** Every way a move can go: each choice it meets is taken in turn. */
function* outcomes(search: Search, move: (choices: Choices) => Outcome): Generator<Outcome> {
  const taken: { at: number; of: number }[] = [];
  for (;;) {
    search.ways += 1;
    if (search.ways > mostWays) return;
    let asked = 0;
    const among = (of: number): number => {
      const known = taken[asked] ?? { at: 0, of };
      taken[asked] = known;
      asked += 1;
      return known.at;
    };
    yield move({ among, visited: search.visited });
    taken.length = asked;
    while (taken.length > 0 && (taken.at(-1)?.at ?? 0) + 1 >= (taken.at(-1)?.of ?? 0)) taken.pop();
    const last = taken.at(-1);
    if (last === undefined) return;
    last.at += 1;
  }
}

type Move = (choices: Choices) => Outcome;

/** The ways back from a task: none of them may end where nobody is asked. */
const backFrom = (definition: ProcessDefinition, state: ProcessState, taskId: string): readonly Move[] =>
  (nodeOf(definition, state.tokens[taskId]?.node ?? '').task?.returnTo ?? []).map((to) => (choices: Choices) => returnTo(definition, state, { taskId, to, choices }));

/** What can happen next to a situation. */
function movesOf({ definition, isDisturbed }: Search, state: ProcessState): readonly Move[] {
  const byToken = Object.entries(state.tokens).map(([taskId, token]): readonly Move[] => [
    ...(isWork(nodeOf(definition, token.node), token) ? [(choices: Choices) => complete(definition, state, { taskId, variables: {}, choices }), ...backFrom(definition, state, taskId)] : []),
    ...Object.keys(token.timers).map((timerId) => (choices: Choices) => fireTimer(definition, state, { timerId, choices })),
  ]).filter((moves) => moves.length > 0);
  const messages = awaitedMessages(definition, state).map((name) => (choices: Choices) => deliver(definition, state, { kind: 'message' satisfies Trigger['kind'], name, choices }));
  return [...(isDisturbed ? byToken.flat() : byToken[0] ?? []), ...messages];
}

function crowdedAt(definition: ProcessDefinition, { tokens, joins }: ProcessState): ProcessNode | null {
  const counts = new Map<string, number>();
  for (const { node, scope } of Object.values(tokens)) counts.set(`${node} ${scope ?? ''}`, (counts.get(`${node} ${scope ?? ''}`) ?? 0) + 1);
  const place = [...counts].find(([, count]) => count > crowd)?.[0] ?? Object.entries(joins).find(([, arrived]) => Object.values(arrived).some((count) => count > crowd))?.[0];
  return place === undefined ? null : definition.nodes.get(place.split(/[ @]/u)[0] ?? '') ?? null;
}

const addFault = (search: Search, code: PublicationFault['code'], id: string): void => { search.faults.set(`${code} ${id}`, fault(code, nodeOf(search.definition, id))); };

/** Keeps the situation a move leads to; what the engine refuses is a fault of the model. */
function arrive(search: Search, from: Situation | null, outcome: Outcome): void {
  if (!outcome.ok) {
    const { error } = outcome;
    if (error.code === 'step-limit') addFault(search, 'cycle-without-task', error.node);
    else if (error.code === 'stuck-at-join') addFault(search, 'join-never-fires', error.node);
    return;
  }
  const { state, effects } = outcome.value;
  for (const effect of effects) if (effect.kind === 'failed') addFault(search, 'error-not-caught', effect.node);
  const crowded = crowdedAt(search.definition, state);
  if (crowded !== null) { addFault(search, 'branches-multiply', crowded.id); return; }
  const key = keyOf(state);
  const at = search.known.get(key) ?? search.places.push({ state, next: new Set() }) - 1;
  search.known.set(key, at);
  from?.next.add(at);
}

/** Everything that can come next to a situation. */
function lookOn(search: Search, from: Situation): void {
  for (const move of movesOf(search, from.state)) for (const outcome of outcomes(search, move)) arrive(search, from, outcome);
}

/** Situations from which the end can be reached. */
function endingFrom(places: readonly Situation[]): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  for (const [at, { next }] of places.entries()) for (const to of next) before.set(to, [...before.get(to) ?? [], at]);
  const found = new Set<number>();
  const open = places.flatMap(({ state }, at) => (state.ended ? [at] : []));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...before.get(at) ?? []);
  }
  return found;
}

/** What hangs: joins that wait though nobody is asked, places that lead to no end. */
function hanging(search: Search): void {
  const ending = endingFrom(search.places);
  for (const [at, { state, next }] of search.places.entries()) {
    if (ending.has(at)) continue;
    const joins = Object.keys(state.joins).map((key) => key.split('@')[0] ?? '');
    if (next.size === 0 && joins.length > 0) for (const id of joins) addFault(search, 'join-never-fires', id);
    else if (next.size === 0 || joins.length === 0) for (const { node } of Object.values(state.tokens)) addFault(search, 'dead-end', node);
  }
}

/**
 * Plays a model through in the engine itself, every choice and every order that matters: every situation can reach the end, every part is reached, tokens do not multiply.
 *
 * @returns every fault found, or that there is too much to look through
 */
export function explorationFaults(definition: ProcessDefinition): readonly PublicationFault[] {
  const search: Search = { definition, places: [], known: new Map(), visited: new Set(), faults: new Map(), isDisturbed: disturbs(definition), ways: 0 };
  for (const outcome of outcomes(search, (choices) => begin(definition, {}, { choices }))) arrive(search, null, outcome);
  if (search.ways > mostWays) return [fault('too-many-situations', null)];
  for (let at = 0; at < search.places.length && search.faults.size === 0; at += 1) {
    const from = search.places[at];
    if (from !== undefined && !from.state.ended) lookOn(search, from);
    if (search.places.length > mostSituations || search.ways > mostWays) return [fault('too-many-situations', null)];
  }
  if (search.faults.size > 0) return [...search.faults.values()];
  hanging(search);
  const unreached = [...definition.nodes.values()].filter(({ id }) => !search.visited.has(id)).map((node) => fault('unreachable-node', node));
  return [...unreached, ...search.faults.values()];
}
