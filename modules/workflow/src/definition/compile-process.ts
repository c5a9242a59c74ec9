// SPDX-License-Identifier: EUPL-1.2
import { cleanText, ok, refuse, type Result } from '@motcua/kernel';
import type { ProcessDefinition, PublicationFault } from '../model.ts';
import { readOpened } from './calls.ts';
import { compileWide } from './compile-wide.ts';
import { fault } from './fault.ts';
import { localFaults } from './local-faults.ts';
import { readNodes } from './nodes.ts';
import { readTree, text } from './read-model.ts';
import { mainPathOf, shapeFaults, shapeOf } from './shape.ts';
import { soundnessFaults } from './soundness.ts';
import { standardFaults } from './standard-rules.ts';

const maxNodes = 1000;

/**
 * Reads a BPMN 2.0 model (quy trình điện tử) with its task properties in http://motcua.vn/bpmn. Whatever the text is, nothing is thrown.
 *
 * @returns the definition, or every fault found, each with the element and a Vietnamese sentence that says what to do
 */
export async function compileProcess(xml: string): Promise<Result<ProcessDefinition, readonly PublicationFault[]>> {
  const process = await readOpened(xml);
  if (!process.ok) return process;
  const faults: PublicationFault[] = [];
  const nodes = readNodes(process.value, faults);
  if (nodes.size > maxNodes) return refuse([fault('too-large', null, `${nodes.size}`)]);
  // A model of steps, choices, forks and clocks alone is read as it always was; what uses more is read as scopes.
  if (faults.some(({ code }) => code === 'unsupported-element')) return compileWide(process.value);
  faults.push(...localFaults(nodes));
  const start = [...nodes.values()].find(({ kind }) => kind === 'start');
  if (faults.length > 0 || start === undefined) return refuse(faults);
  const shape = shapeOf(nodes, start.id);
  faults.push(...shapeFaults(nodes, shape));
  if (faults.length === 0) faults.push(...soundnessFaults(nodes, start.id));
  if (faults.length > 0) return refuse(faults);
  return ok({
    processId: text(process.value, 'id'), name: cleanText(text(process.value, 'name')), start: start.id, nodes,
    after: shape.after, mainPath: mainPathOf(nodes, start.id, shape),
  });
}

/** Reads a model that is to be published: one that breaks a constraint of the standard is refused too, where one published before still runs. */
export async function processToPublish(xml: string): ReturnType<typeof compileProcess> {
  const made = await compileProcess(xml);
  const tree = made.ok ? await readTree(xml) : null;
  const faults = tree?.ok === true ? standardFaults(tree.value) : [];
  return faults.length > 0 ? refuse(faults) : made;
}
