// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, mainProcess, readTree, text } from '../definition/read-model.ts';
import { everything } from '../definition/tree.ts';
import type { Drawing } from './tree.ts';

const processesOf = (root: ModdleElement): readonly ModdleElement[] => children(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
const processOf = (root: ModdleElement, call: ModdleElement): ModdleElement | null => processesOf(root).find((each) => text(each, 'id') === text(call, 'calledElement')) ?? null;
const callsIn = (scope: ModdleElement): readonly ModdleElement[] => everything(scope).filter(({ $type }) => $type === 'bpmn:CallActivity');

/** The published process a call leads to; null while none was chosen. */
export function calledBy({ root }: Drawing, call: ModdleElement): { readonly key: string; readonly version: number } | null {
  const called = processOf(root, call);
  return called === null ? null : { key: text(called, 'motcua:from'), version: Number(text(called, 'motcua:version')) };
}

/** How many steps a call does, those of calls inside it counted. */
export function stepsCalled({ root }: Drawing, call: ModdleElement, depth = 0): number {
  const called = processOf(root, call);
  if (called === null || depth > 20) return 0;
  return everything(called).filter(({ $type }) => $type === 'bpmn:UserTask').length + callsIn(called).reduce((sum, inner) => sum + stepsCalled({ root, process: called }, inner, depth + 1), 0);
}

/** Names in the file, so that no two processes of one file share one. */
function renamed(processes: readonly ModdleElement[], mark: string): void {
  const ids = new Map(processes.map((process) => [text(process, 'id'), `${mark}_${text(process, 'id')}`]));
  for (const process of processes) {
    process.set('id', ids.get(text(process, 'id')));
    for (const each of everything(process)) {
      if (text(each, 'id') !== '') each.set('id', `${mark}_${text(each, 'id')}`);
      if (each.$type === 'bpmn:CallActivity') each.set('calledElement', ids.get(text(each, 'calledElement')));
      const back = each.$type === 'bpmn:UserTask' ? text(each, 'motcua:returnTo') : '';
      if (back !== '') each.set('motcua:returnTo', back.split(',').map((id) => `${mark}_${id.trim()}`).join(','));
    }
  }
}

/** Processes nobody calls any more leave the file. */
function dropUncalled(root: ModdleElement, main: ModdleElement): void {
  const needed = new Set<ModdleElement>([main]);
  for (const process of needed) for (const call of callsIn(process)) { const called = processOf(root, call); if (called !== null) needed.add(called); }
  root.set('rootElements', children(root, 'rootElements').filter((each) => each.$type !== 'bpmn:Process' || needed.has(each)));
}

/** What a file says once for all its processes: messages, signals, errors, escalations. One that both files say is kept from this one. */
function takeShared(root: ModdleElement, from: ModdleElement): void {
  const own = new Map(children(root, 'rootElements').map((each) => [text(each, 'id'), each] as const));
  const shared = children(from, 'rootElements').filter(({ $type }) => ['bpmn:Message', 'bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation'].includes($type));
  const added = shared.filter((each) => !own.has(text(each, 'id')));
  for (const each of added) each.$parent = root;
  root.set('rootElements', [...added, ...children(root, 'rootElements')]);
  for (const definition of processesOf(from).flatMap(everything)) {
    for (const name of ['messageRef', 'signalRef', 'errorRef', 'escalationRef']) {
      const said = definition.$descriptor.properties.some((property) => property.name.replace('bpmn:', '') === name) ? child(definition, name) : null;
      const known = said === null ? undefined : own.get(text(said, 'id'));
      if (known !== undefined) definition.set(name, known);
    }
  }
}

/**
 * Lets a call lead to a published process: its file is taken into this one, with what it calls itself, in the place of an earlier version.
 *
 * @returns the call; null when there is no such call, or the other file holds no process
 */
export async function setCalled(drawing: Drawing, { id, key, version, name, xml }: { readonly id: string; readonly key: string; readonly version: number; readonly name: string; readonly xml: string }): Promise<ModdleElement | null> {
  const call = callsIn(drawing.process).find((each) => text(each, 'id') === id);
  const other = await readTree(xml);
  const taken = other.ok ? mainProcess(other.value) : null;
  if (call === undefined || !other.ok || taken === null) return null;
  const mark = `${key.replace(/[^\w-]/gu, '_')}_v${String(version)}`;
  const { root } = drawing;
  const before = processOf(root, call);
  renamed(processesOf(other.value), /^[A-Za-z_]/u.test(mark) ? mark : `q_${mark}`);
  taken.set('motcua:from', key);
  taken.set('motcua:version', String(version));
  const isThere = processesOf(root).some((each) => text(each, 'id') === text(taken, 'id'));
  if (!isThere) {
    takeShared(root, other.value);
    for (const each of processesOf(other.value)) { each.$parent = root; each.set('isExecutable', false); }
    root.set('rootElements', [...children(root, 'rootElements'), ...processesOf(other.value)]);
  }
  // Every call of the version before goes on with this one.
  for (const each of before === null || text(before, 'motcua:from') !== key ? [call] : callsIn(drawing.process).filter((one) => text(one, 'calledElement') === text(before, 'id'))) {
    each.set('calledElement', text(taken, 'id'));
    if (text(each, 'name') === '' || each === call) each.set('name', name);
  }
  dropUncalled(root, drawing.process);
  return call;
}
