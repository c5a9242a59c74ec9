// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel/result';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import descriptor from '../../resources/motcua.json' with { type: 'json' };
import type { PublicationFault } from '../model.ts';
import { fault } from './fault.ts';

const namespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const maxCharacters = 4_000_000;

/** Whether a value is an element of the model. */
export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string' && 'get' in value;
}

/** A property as text; '' when it is absent. */
export function text(element: ModdleElement, name: string): string {
  const value = element.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A property as an element; null when it is absent. */
export function child(element: ModdleElement, name: string): ModdleElement | null {
  const value = element.get(name);
  return isElement(value) ? value : null;
}

/** A property as a list of elements. */
export function children(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value: unknown = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 200);

/** The whole file as a tree. */
export async function readTree(xml: string): Promise<Result<ModdleElement, readonly PublicationFault[]>> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ motcua: descriptor }).fromXML(xml);
    // The text is decoded already, whatever the file says about its encoding.
    const broken = warnings.filter(({ message }) => !message.startsWith('unsupported document encoding')).map(({ message }) => fault(message.startsWith('unresolved reference') ? 'flow-broken' : 'xml-broken', null, firstLine(message)));
    return broken.length > 0 ? refuse(broken) : ok(rootElement);
  } catch (error) {
    return refuse([fault('xml-broken', null, error instanceof Error ? firstLine(error.message) : '')]);
  }
}

function collaborationFaults(root: ModdleElement): readonly PublicationFault[] {
  return children(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Collaboration').flatMap((collaboration) =>
    children(collaboration, 'messageFlows').map((flow) => fault('unsupported-element', { id: text(flow, 'id'), name: text(flow, 'name') }, 'Message Flow')));
}

const callsOf = (element: ModdleElement): readonly string[] => children(element, 'flowElements').flatMap((each) =>
  (each.$type === 'bpmn:CallActivity' ? [text(each, 'calledElement')] : each.$instanceOf('bpmn:SubProcess') ? callsOf(each) : []));

/** The process of a file that no other calls; null when there is none, or several. */
export function mainProcess(root: ModdleElement): ModdleElement | null {
  const processes = children(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const called = new Set(processes.flatMap((process) => callsOf(process).filter((id) => id !== text(process, 'id'))));
  const uncalled = processes.filter((process) => !called.has(text(process, 'id')));
  return uncalled.length === 1 ? uncalled[0] ?? null : null;
}

/** The process of a BPMN 2.0 file as it is drawn; processes it calls may stand beside it. */
export async function readModel(xml: string): Promise<Result<ModdleElement, readonly PublicationFault[]>> {
  if (xml.length > maxCharacters) return refuse([fault('too-large', null)]);
  if (!xml.includes(namespace)) return refuse([fault(/<\s*[\w:]+/u.test(xml) ? 'wrong-namespace' : 'xml-broken', null)]);
  const root = await readTree(xml);
  if (!root.ok) return root;
  if (!children(root.value, 'rootElements').some(({ $type }) => $type === 'bpmn:Process')) return refuse([fault('no-process', null)]);
  const process = mainProcess(root.value);
  if (process === null) return refuse([fault('several-processes', null)]);
  const misplaced = collaborationFaults(root.value);
  return misplaced.length > 0 ? refuse(misplaced) : ok(process);
}
