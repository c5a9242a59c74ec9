// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, text } from './read-model.ts';

/** The type of an element without its prefix. */
export const typeOf = ({ $type }: ModdleElement): string => $type.replace(/^bpmn:/u, '');

/** Where an element stands, for a fault: its name, or what it is part of. */
export function placeOf(element: ModdleElement): { readonly id: string; readonly name: string } {
  const id = text(element, 'id');
  const own = element.$descriptor.properties.some(({ name }) => name === 'name' || name.endsWith(':name')) ? text(element, 'name') : '';
  return id === '' && element.$parent !== undefined ? placeOf(element.$parent) : { id, name: own };
}

const isPart = (name: string): boolean => name !== 'bpmn:diagrams' && name !== 'diagrams' && !name.endsWith('extensionElements');

function parts(element: ModdleElement): readonly ModdleElement[] {
  return element.$descriptor.properties.filter(({ isReference, name }) => isReference !== true && isPart(name)).flatMap(({ name }) => {
    const one = child(element, name);
    return one === null ? children(element, name) : [one];
  });
}

/** Every element of a model below the root, without diagrams and foreign extensions. */
export function everything(root: ModdleElement): readonly ModdleElement[] {
  const found: ModdleElement[] = [];
  const open = [...parts(root)].toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...[...parts(next)].toReversed());
  }
  return found;
}

/** Event definitions of an event: its own, then those it refers to. */
export const definitionsOf = (event: ModdleElement): readonly ModdleElement[] =>
  [...children(event, 'eventDefinitions'), ...children(event, 'eventDefinitionRef')];

const scopeTypes = ['bpmn:FlowElementsContainer'];

/** The process or sub-process an element stands in. */
export function scopeOf(element: ModdleElement): ModdleElement | null {
  let at = element.$parent;
  while (at !== undefined && !scopeTypes.some((type) => at?.$instanceOf(type) === true)) at = at.$parent;
  return at ?? null;
}

/** Nodes of a process or sub-process, without its flows. */
export const nodesIn = (scope: ModdleElement): readonly ModdleElement[] =>
  children(scope, 'flowElements').filter((each) => each.$instanceOf('bpmn:FlowNode'));

type Ends = Readonly<Record<'sourceRef' | 'targetRef', ReadonlyMap<ModdleElement, readonly ModdleElement[]>>>;

// A tree is read once and never changed: the flows of a scope are sorted by their ends when first asked for.
const endsOfScope = new WeakMap<ModdleElement, Ends>();

function endsOf(scope: ModdleElement): Ends {
  const known = endsOfScope.get(scope);
  if (known !== undefined) return known;
  const found = { sourceRef: new Map<ModdleElement, ModdleElement[]>(), targetRef: new Map<ModdleElement, ModdleElement[]>() };
  for (const flow of children(scope, 'flowElements').filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
    for (const side of ['sourceRef', 'targetRef'] as const) {
      const node = child(flow, side);
      if (node !== null) found[side].set(node, [...found[side].get(node) ?? [], flow]);
    }
  }
  endsOfScope.set(scope, found);
  return found;
}

/** Sequence flows that start or end at a node, drawn in its own scope. */
export function flowsAt(node: ModdleElement, end: 'sourceRef' | 'targetRef'): readonly ModdleElement[] {
  const scope = scopeOf(node);
  return scope === null ? [] : endsOf(scope)[end].get(node) ?? [];
}
