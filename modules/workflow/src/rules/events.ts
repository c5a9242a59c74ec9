// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition, ProcessNode, ProcessRefusal, Token, Trigger } from '../model.ts';
import { cancelToken, emptyScope, goOn, holds, type Marking, nodeOf, takeToken } from './marking.ts';
import { beginUndoing, openListener } from './scopes.ts';

type Met = { readonly place: string; readonly node: ProcessNode; readonly index: number };
type Asked = (trigger: Trigger) => boolean;

/** Nodes whose triggers a place listens to: its own, those behind an event-based gateway, those on its edge. */
function listening(definition: ProcessDefinition, token: Token): readonly ProcessNode[] {
  const node = nodeOf(definition, token.node);
  const edge = node.boundary.map((id) => nodeOf(definition, id)).filter(({ kind }) => kind === 'boundary');
  if (node.kind === 'event-based') return node.out.map(({ to }) => nodeOf(definition, to));
  return node.kind === 'catch' || token.isListening === true ? [node, ...edge] : edge;
}

function metAt(definition: ProcessDefinition, place: string, at: { readonly token: Token; readonly asked: Asked }): readonly Met[] {
  return listening(definition, at.token).flatMap((node) => (node.more?.triggers ?? []).flatMap((trigger, index) => (at.asked(trigger) ? [{ place, node, index }] : [])));
}

/** What has come at one place. A place that waits for all its triggers goes on with the last of them. */
export function meet(definition: ProcessDefinition, marking: Marking, { place, node, index }: Met): ProcessRefusal | null {
  const token = marking.tokens[place];
  if (token === undefined) return null;
  if (token.isListening === true) return openListener(definition, marking, { place });
  if (node.kind === 'boundary' || node.kind === 'boundary-timer') {
    if (node.interrupting) cancelToken(definition, marking, place);
    return goOn(marking, node, token.scope);
  }
  const caught = [...new Set([...token.caught ?? [], `${index}`])];
  if (node.more?.isParallel === true && caught.length < node.more.triggers.length) {
    marking.tokens[place] = { ...token, caught };
    return null;
  }
  takeToken(marking, place);
  return goOn(marking, node, token.scope);
}

/** A message or signal comes: a signal to all who listen, a message to the first. Answers whether anybody listened. */
export function comeIn(definition: ProcessDefinition, marking: Marking, trigger: Trigger): { readonly isHeard: boolean; readonly refusal: ProcessRefusal | null } {
  const asked: Asked = ({ kind, name }) => kind === trigger.kind && name === trigger.name;
  const all = Object.entries(marking.tokens).flatMap(([place, token]) => metAt(definition, place, { token, asked }));
  for (const met of trigger.kind === 'message' ? all.slice(0, 1) : all) {
    const refusal = meet(definition, marking, met);
    if (refusal !== null) return { isHeard: true, refusal };
  }
  return { isHeard: all.length > 0, refusal: null };
}

/** Conditions that have begun to hold since they were last looked at; answers whether one did. */
export function lookAtConditions(definition: ProcessDefinition, marking: Marking): ProcessRefusal | boolean {
  const asked: Asked = ({ kind }) => kind === 'condition';
  for (const [place, token] of Object.entries(marking.tokens)) {
    for (const met of metAt(definition, place, { token, asked })) {
      const mark = `${met.node.id} ${met.index}`;
      const isNow = holds(met.node.more?.triggers[met.index]?.name ?? '', marking.variables);
      const wasSo = token.caught?.includes(mark) === true;
      if (isNow === wasSo) continue;
      const others = (token.caught ?? []).filter((each) => each !== mark);
      marking.tokens[place] = { ...token, caught: isNow ? [...others, mark] : others };
      return isNow ? meet(definition, marking, met) ?? true : true;
    }
  }
  return false;
}

const catches = (trigger: Trigger): Asked => ({ kind, name }) => kind === trigger.kind && (name === '' || name === trigger.name);

/** An error or escalation rises from scope to scope; answers whether it was caught. `place` is where it begins. */
export function rise(definition: ProcessDefinition, marking: Marking, { place, trigger }: { readonly place: string; readonly trigger: Trigger }): ProcessRefusal | boolean {
  let at: string | undefined = place;
  while (at !== undefined) {
    const token: Token | undefined = marking.tokens[at];
    if (token === undefined) return false;
    const edge = metAt(definition, at, { token, asked: catches(trigger) }).find(({ node }) => node.kind === 'boundary');
    if (edge !== undefined) return meet(definition, marking, edge) ?? true;
    const scope: string | undefined = token.scope;
    const listener = Object.entries(marking.tokens).filter(([, each]) => each.isListening === true && each.scope === scope)
      .flatMap(([id, each]) => metAt(definition, id, { token: each, asked: catches(trigger) }))[0];
    if (listener !== undefined) return meet(definition, marking, listener) ?? true;
    at = scope;
  }
  return false;
}

/** An error nobody catches ends the process. */
export function fail(definition: ProcessDefinition, marking: Marking, at: { readonly node: string; readonly code: string }): void {
  emptyScope(definition, marking, undefined);
  marking.reached.splice(0);
  marking.throwing.splice(0);
  marking.ended = true;
  marking.effects.push({ kind: 'failed', ...at });
}

function throwOne(definition: ProcessDefinition, marking: Marking, at: { readonly place: string; readonly node: ProcessNode; readonly trigger: Trigger }): ProcessRefusal | null {
  const { place, node, trigger } = at;
  const token = marking.tokens[place];
  if (token === undefined || marking.ended) return null;
  switch (trigger.kind) {
    case 'message': case 'signal':
      marking.effects.push({ kind: trigger.kind === 'message' ? 'message-sent' : 'signal-sent', node: node.id, name: trigger.name });
      return trigger.kind === 'signal' ? comeIn(definition, marking, trigger).refusal : null;
    case 'error': case 'escalation': {
      const risen = rise(definition, marking, { place, trigger });
      if (risen === false && trigger.kind === 'error') fail(definition, marking, { node: node.id, code: trigger.name });
      return typeof risen === 'boolean' ? null : risen;
    }
    case 'compensation':
      beginUndoing(marking, { place, activity: trigger.name });
      return null;
    case 'cancel': {
      for (const [other, each] of Object.entries(marking.tokens)) if (other !== place && each.scope === token.scope) cancelToken(definition, marking, other);
      beginUndoing(marking, { place, activity: '' });
      return null;
    }
    case 'condition':
      return null;
  }
}

/** Throws what the next event that waits to throw has to throw; answers whether there was one. */
export function throwNext(definition: ProcessDefinition, marking: Marking): ProcessRefusal | boolean {
  const place = marking.throwing.shift();
  const token = place === undefined ? undefined : marking.tokens[place];
  if (place === undefined) return false;
  if (token === undefined) return true;
  const node = nodeOf(definition, token.node);
  for (const trigger of node.more?.triggers ?? []) {
    const refusal = throwOne(definition, marking, { place, node, trigger });
    if (refusal !== null) return refusal;
  }
  const after = marking.tokens[place];
  if (after === undefined || after.undoing !== undefined) return true;
  takeToken(marking, place);
  return node.out.length === 0 ? true : goOn(marking, node, after.scope) ?? true;
}
