// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import { child, children } from '../definition/read-model.ts';
import type { Drawing } from './tree.ts';

type Point = { readonly x: number; readonly y: number };

const numberOf = (element: ModdleElement | null, name: string): number => { const value = element?.get(name); return typeof value === 'number' ? value : 0; };
const pointOf = (element: ModdleElement | null): Point => ({ x: numberOf(element, 'x'), y: numberOf(element, 'y') });

/** The shapes and lines of the picture; none when the file has no picture. */
const drawn = ({ root }: Drawing): readonly ModdleElement[] => children(root, 'diagrams').flatMap((diagram) => { const plane = child(diagram, 'plane'); return plane === null ? [] : children(plane, 'planeElement'); });
const planeOf = ({ root }: Drawing): ModdleElement | null => { const [diagram] = children(root, 'diagrams'); return diagram === undefined ? null : child(diagram, 'plane'); };
const pictureOf = (drawing: Drawing, element: ModdleElement): ModdleElement | null => drawn(drawing).find((each) => child(each, 'bpmnElement') === element) ?? null;
const boundsOf = (drawing: Drawing, element: ModdleElement): ModdleElement | null => { const picture = pictureOf(drawing, element); return picture === null ? null : child(picture, 'bounds'); };

function shift(element: ModdleElement | null, { x, y }: Point): void {
  if (element === null) return;
  const at = pointOf(element);
  element.set('x', at.x + x);
  element.set('y', at.y + y);
}

/** Puts two shapes in each other's place, with what hangs on them; the lines stay where they are. */
export function swapPlaces(drawing: Drawing, [one, other]: readonly [ModdleElement, ModdleElement], hanging: (host: ModdleElement) => readonly { readonly event: ModdleElement; readonly flows: readonly ModdleElement[] }[]): void {
  const [first, second] = [boundsOf(drawing, one), boundsOf(drawing, other)];
  if (first === null || second === null) return;
  const by = { x: numberOf(second, 'x') - numberOf(first, 'x'), y: numberOf(second, 'y') - numberOf(first, 'y') };
  for (const [host, bounds, way] of [[one, first, 1], [other, second, -1]] as const) {
    const move = { x: by.x * way, y: by.y * way };
    shift(bounds, move);
    for (const { event, flows } of hanging(host)) {
      shift(boundsOf(drawing, event), move);
      for (const flow of flows) shift(waypoints(drawing, flow)[0] ?? null, move);
    }
  }
}

const waypoints = (drawing: Drawing, flow: ModdleElement): readonly ModdleElement[] => { const picture = pictureOf(drawing, flow); return picture === null ? [] : children(picture, 'waypoint'); };

const gap = 50;

/** What is drawn around a shape grows with it. */
function widen(drawing: Drawing, inside: ModdleElement, by: number): void {
  for (let around = inside.$parent; around?.$instanceOf('bpmn:SubProcess') === true; around = around.$parent) {
    const own = boundsOf(drawing, around);
    own?.set('width', numberOf(own, 'width') + by);
  }
}

/** Makes room for a new shape behind one: everything to its right moves on. */
export function drawBehind(drawing: Drawing, { before, added, flow, onward }: { readonly before: ModdleElement; readonly added: ModdleElement; readonly flow: ModdleElement; readonly onward: ModdleElement }): void {
  const [plane, bounds] = [planeOf(drawing), boundsOf(drawing, before)];
  if (plane === null || bounds === null) return;
  const [width, height] = [100, 80];
  const right = numberOf(bounds, 'x') + numberOf(bounds, 'width');
  const by = { x: width + gap, y: 0 };
  widen(drawing, before, by.x);
  for (const picture of drawn(drawing)) {
    const own = child(picture, 'bounds');
    if (own !== null && numberOf(own, 'x') >= right) shift(own, by);
    const label = child(picture, 'label');
    const labelled = label === null ? null : child(label, 'bounds');
    if (labelled !== null && numberOf(labelled, 'x') >= right) shift(labelled, by);
    for (const point of children(picture, 'waypoint')) if (numberOf(point, 'x') > right) shift(point, by);
  }
  const middle = numberOf(bounds, 'y') + numberOf(bounds, 'height') / 2;
  const at = { x: right + gap, y: middle - height / 2 };
  const { $model: model } = plane;
  const make = (type: string, properties: Readonly<Record<string, unknown>>): ModdleElement => model.create(type, properties);
  const shape = make('bpmndi:BPMNShape', { id: `${String(added.get('id'))}_di`, bpmnElement: added, bounds: make('dc:Bounds', { ...at, width, height }) });
  const points = waypoints(drawing, flow);
  const onwardPoints = [{ x: at.x + width, y: middle }, ...points.slice(-1).map(pointOf)];
  const line = make('bpmndi:BPMNEdge', { id: `${String(onward.get('id'))}_di`, bpmnElement: onward, waypoint: onwardPoints.map((point) => make('dc:Point', point)) });
  pictureOf(drawing, flow)?.set('waypoint', [make('dc:Point', { x: right, y: middle }), make('dc:Point', { x: at.x, y: middle })]);
  for (const picture of [shape, line]) picture.$parent = plane;
  plane.set('planeElement', [...children(plane, 'planeElement'), shape, line]);
}

/** Takes shapes and lines out of the picture; the lines that led to the shape end where its way out ended. */
export function eraseShape(drawing: Drawing, { taken, incoming, onward }: { readonly taken: readonly ModdleElement[]; readonly incoming: readonly ModdleElement[]; readonly onward: ModdleElement }): void {
  const last = waypoints(drawing, onward).at(-1);
  if (last !== undefined) for (const flow of incoming) { const end = waypoints(drawing, flow).at(-1); end?.set('x', pointOf(last).x); end?.set('y', pointOf(last).y); }
  const plane = planeOf(drawing);
  plane?.set('planeElement', children(plane, 'planeElement').filter((picture) => { const element = child(picture, 'bpmnElement'); return element === null || !taken.includes(element); }));
}
