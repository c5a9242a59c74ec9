// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement, ModdleProperty } from 'bpmn-moddle';
import { child, children, isElement, text } from '../definition/read-model.ts';
import { type Drawing, flowsAt, nodesOf } from './tree.ts';

/** Two people changed one thing of one element otherwise. `element`: as it stands in mine, or in theirs when it is gone from mine. */
export type DrawingCollision = { readonly path: string; readonly element: ModdleElement; readonly property: string | null; readonly mine: unknown; readonly theirs: unknown };

type Sides = { readonly base: Drawing | null; readonly mine: Drawing; readonly theirs: Drawing };
type Index = ReadonlyMap<string, ModdleElement>;

/** Lists whose members stand for themselves, by their ids. */
const holders: ReadonlySet<string> = new Set(['flowElements', 'rootElements', 'artifacts', 'planeElement', 'diagrams']);
/** Told again by the flows themselves. */
const derived: ReadonlySet<string> = new Set(['incoming', 'outgoing', 'id']);
const bare = (name: string): string => name.replace(/^(?:bpmn|bpmndi|dc|di):/u, '');

const told = (element: ModdleElement): readonly ModdleProperty[] => element.$descriptor.properties.filter(({ name }) => !holders.has(bare(name)) && !derived.has(bare(name)));

/** A value so that two that say the same are the same text. */
function signature(value: unknown, isReference: boolean): string {
  if (Array.isArray(value)) return `[${value.map((each) => signature(each, isReference)).join()}]`;
  if (!isElement(value)) return JSON.stringify(value ?? null);
  if (isReference) return `#${text(value, 'id')}`;
  return `${value.$type}{${value.$descriptor.properties.map(({ name, isReference: refers }) => `${name}=${signature(value.get(name), refers === true)}`).join(';')}}`;
}

const signatureOf = (element: ModdleElement | undefined, { name, isReference }: ModdleProperty): string => (element === undefined ? 'null' : signature(element.get(name), isReference === true));
const wholeSignature = (element: ModdleElement): string => told(element).map((property) => signatureOf(element, property)).join(';');

/** Everything that stands for itself, by id: what is drawn of the process, and its shapes and lines by what they show. */
function indexOf(drawing: Drawing | null, part: 'model' | 'picture'): Index {
  const found = new Map<string, ModdleElement>();
  const open: ModdleElement[] = drawing === null ? [] : [drawing.root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const isPicture = next.$instanceOf('bpmndi:BPMNShape') || next.$instanceOf('bpmndi:BPMNEdge');
    const shown = isPicture ? child(next, 'bpmnElement') : null;
    if (part === 'picture' && shown !== null) found.set(text(shown, 'id'), next);
    if (part === 'model' && text(next, 'id') !== '' && !next.$type.startsWith('bpmndi:')) found.set(text(next, 'id'), next);
    for (const name of ['flowElements', 'rootElements', 'artifacts']) if (has(next, name)) open.push(...children(next, name));
    if (part === 'picture' && has(next, 'diagrams')) open.push(...children(next, 'diagrams').flatMap((diagram) => { const plane = child(diagram, 'plane'); return plane === null ? [] : children(plane, 'planeElement'); }));
  }
  return found;
}

const has = (element: ModdleElement, name: string): boolean => element.$descriptor.properties.some((property) => bare(property.name) === name);

type Going = { readonly takeTheirs: ReadonlySet<string>; readonly collisions: DrawingCollision[] };
type Three = { readonly base: ModdleElement | undefined; readonly mine: ModdleElement; readonly theirs: ModdleElement };

/** What two people said of one element, thing by thing. */
function mergeElement(id: string, { base, mine, theirs }: Three, going: Going): void {
  for (const property of told(mine)) {
    const { name } = property;
    const [before, own, other] = [signatureOf(base, property), signatureOf(mine, property), signatureOf(theirs, property)];
    if (own === other || before === other) continue;
    const path = `${id}.${bare(name)}`;
    if (before !== own) going.collisions.push({ path, element: mine, property: bare(name), mine: mine.get(name), theirs: theirs.get(name) });
    if (before !== own && !going.takeTheirs.has(path)) continue;
    const value: unknown = theirs.get(name);
    for (const each of Array.isArray(value) ? value : [value]) if (isElement(each) && property.isReference !== true) each.$parent = mine;
    mine.set(name, value);
  }
}

/** The list an element stands in. */
function holderOf(element: ModdleElement): string | null {
  const parent = element.$parent;
  return parent === undefined ? null : ['flowElements', 'rootElements', 'artifacts', 'planeElement'].find((name) => has(parent, name) && children(parent, name).includes(element)) ?? null;
}

function putInto(place: ModdleElement, list: string, element: ModdleElement): void {
  element.$parent = place;
  place.set(list, [...children(place, list), element]);
}

function takeOut(element: ModdleElement): void {
  const [place, list] = [element.$parent, holderOf(element)];
  if (place !== undefined && list !== null) place.set(list, children(place, list).filter((each) => each !== element));
}

/** An element that one of the two no longer has, or never had: null when it stays as mine has it. */
function onlyOne(id: string, at: { readonly base: ModdleElement | undefined; readonly mine: ModdleElement | undefined; readonly theirs: ModdleElement | undefined }, going: Going): 'add' | 'remove' | null {
  const kept = at.mine ?? at.theirs;
  if (kept === undefined) return null;
  if (at.base === undefined) return at.mine === undefined ? 'add' : null;
  if (wholeSignature(at.base) === wholeSignature(kept)) return at.mine === undefined ? null : 'remove';
  going.collisions.push({ path: id, element: kept, property: null, mine: at.mine, theirs: at.theirs });
  if (!going.takeTheirs.has(id)) return null;
  return at.mine === undefined ? 'add' : 'remove';
}

function mergeIndexes({ base, mine, theirs }: Readonly<Record<keyof Sides, Index>>, going: Going, placeFor: (added: ModdleElement) => ModdleElement | null): void {
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const at = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    if (at.mine !== undefined && at.theirs !== undefined) { mergeElement(id, { base: at.base, mine: at.mine, theirs: at.theirs }, going); continue; }
    const what = onlyOne(id, at, going);
    if (what === 'remove' && at.mine !== undefined) takeOut(at.mine);
    const list = what === 'add' && at.theirs !== undefined ? holderOf(at.theirs) : null;
    const place = list === null || at.theirs === undefined ? null : placeFor(at.theirs);
    if (place !== null && list !== null && at.theirs !== undefined) {
      // What stands inside comes by itself.
      if (has(at.theirs, 'flowElements')) at.theirs.set('flowElements', []);
      putInto(place, list, at.theirs);
    }
  }
}

/** References lead to what stands in mine now; answers whether one leads nowhere. */
function resolveAnew(elements: Index, all: Index): boolean {
  let isWhole = true;
  const found = (value: unknown): unknown => {
    if (!isElement(value)) return value;
    const known = all.get(text(value, 'id'));
    if (known === undefined) isWhole = false;
    return known;
  };
  for (const element of elements.values()) {
    for (const { name } of told(element).filter(({ isReference }) => isReference === true)) {
      const value: unknown = element.get(name);
      if (value === undefined) continue;
      element.set(name, Array.isArray(value) ? value.map(found).filter((each) => each !== undefined) : found(value));
    }
  }
  return isWhole;
}

function listFlowsAnew(drawing: Drawing): void {
  const nodes = nodesOf(drawing);
  if (nodes.every((node) => children(node, 'incoming').length + children(node, 'outgoing').length === 0)) return;
  for (const node of nodes) {
    node.set('incoming', [...flowsAt(drawing, node, 'targetRef')]);
    node.set('outgoing', [...flowsAt(drawing, node, 'sourceRef')]);
  }
}

/** Two who each drew something new gave it the same id by chance: theirs gets another. */
function renameAdded({ base, mine, theirs }: Readonly<Record<keyof Sides, Index>>): void {
  const taken = new Set([...mine.keys(), ...theirs.keys()]);
  for (const [id, element] of theirs) {
    if (base.has(id) || !mine.has(id) || element.$type === 'bpmn:Message') continue;
    let at = 2;
    while (taken.has(`${id}_${String(at)}`)) at += 1;
    taken.add(`${id}_${String(at)}`);
    element.set('id', `${id}_${String(at)}`);
  }
}

/**
 * Brings together what two people drew of the same process: each step, flow and event by its id and thing by thing, shapes and lines by what they show. `mine` is changed.
 * Where both changed one thing mine stands, unless it is among `takeTheirs`; places of shapes are never asked about.
 *
 * @returns the collisions; null when what is left would have a line that leads nowhere
 */
export function mergeDrawings({ base, mine, theirs }: Sides, takeTheirs: readonly string[]): readonly DrawingCollision[] | null {
  const going: Going = { takeTheirs: new Set(takeTheirs), collisions: [] };
  if (base !== null) renameAdded({ base: indexOf(base, 'model'), mine: indexOf(mine, 'model'), theirs: indexOf(theirs, 'model') });
  const model = { base: indexOf(base, 'model'), mine: indexOf(mine, 'model'), theirs: indexOf(theirs, 'model') };
  const picture = { base: indexOf(base, 'picture'), mine: indexOf(mine, 'picture'), theirs: indexOf(theirs, 'picture') };
  mergeIndexes(model, going, (added) => (added.$parent === undefined ? null : model.mine.get(text(added.$parent, 'id')) ?? (added.$parent.$type === 'bpmn:Definitions' ? mine.root : model.theirs.get(text(added.$parent, 'id')) ?? null)));
  const [diagram] = children(mine.root, 'diagrams');
  mergeIndexes(picture, { takeTheirs: new Set(), collisions: [] }, (added) => {
    // A shape drawn by the other may bear the id of one of mine.
    added.set('id', `${text(child(added, 'bpmnElement') ?? added, 'id')}_di`);
    return diagram === undefined ? null : child(diagram, 'plane');
  });
  const all = indexOf(mine, 'model');
  for (const [shown, shape] of indexOf(mine, 'picture')) if (!all.has(shown)) takeOut(shape);
  const isWhole = resolveAnew(all, all);
  resolveAnew(indexOf(mine, 'picture'), all);
  listFlowsAnew(mine);
  return isWhole ? going.collisions : null;
}
