// SPDX-License-Identifier: EUPL-1.2
import { layoutProcess } from 'bpmn-auto-layout';
import type { InternalProcedure } from './model.ts';
import { attribute, attributesOf, body, decisionSource, stepSource } from './source.ts';
import { type DrawnStep, drawnSteps, notesOn } from './steps-of.ts';

function attributes(step: DrawnStep): string {
  const { id, name, role, unit, agency, hours, budget, citizenLabel, form, signature, act, returnTo, source } = step;
  const own: readonly (readonly [string, string | null])[] = [
    ['role', role], ['unit', unit], ['agency', agency], ['hours', hours === null ? null : String(hours)], ['budget', budget], ['citizenLabel', citizenLabel],
    ['form', form], ['signature', signature], ['act', act], ['returnTo', returnTo.length === 0 ? null : returnTo.join(',')], ['actor', source.actor], ['output', source.output],
  ];
  return `id="${id}" name="${attribute(name)}" ${attributesOf(own, 'motcua:')}`;
}

function modelOf(procedure: InternalProcedure, steps: readonly DrawnStep[]): string {
  const { id, name, circumstance, procedureCodes } = procedure;
  const nodes = ['Start', ...steps.map((step) => step.id), 'End'];
  const incoming = (at: number): string => `<bpmn:incoming>Flow_${at}</bpmn:incoming>`;
  const outgoing = (at: number): string => `<bpmn:outgoing>Flow_${at + 1}</bpmn:outgoing>`;
  const flows = nodes.slice(1).map((to, at) => `    <bpmn:sequenceFlow id="Flow_${at + 1}" sourceRef="${nodes[at] ?? ''}" targetRef="${to}" />`);
  const title = circumstance === null ? name : `${name} (${circumstance})`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="http://motcua.vn/bpmn"',
    `  id="Definitions_1" targetNamespace="http://motcua.vn/processes">`,
    `  <bpmn:process id="Process_${id.replace(/[^\w-]/gu, '_')}" name="${attribute(title)}" isExecutable="true"${procedureCodes.length === 0 ? '' : ` motcua:procedures="${attribute(procedureCodes.join(','))}"`}>`,
    decisionSource(procedure),
    `    <bpmn:startEvent id="Start" name="Nhận hồ sơ">${outgoing(0)}</bpmn:startEvent>`,
    ...steps.map((step, at) => `    <bpmn:userTask ${attributes(step)}><bpmn:documentation>${body(step.content)}</bpmn:documentation>${stepSource(step.source)}`
      + `${incoming(at + 1)}${outgoing(at + 1)}</bpmn:userTask>`),
    `    <bpmn:endEvent id="End" name="Kết thúc">${incoming(steps.length + 1)}</bpmn:endEvent>`,
    ...flows, '  </bpmn:process>', '</bpmn:definitions>',
  ].join('\n');
}

export type DrawnProcedure = {
  readonly xml: string;
  /** What was assumed or left open. */
  readonly notes: readonly string[];
  /** Where the decision disagrees with itself. */
  readonly contradictions: readonly string[];
};

/**
 * Turns an internal procedure (quy trình nội bộ) into an executable BPMN model with its diagram: the steps in order, each a user task.
 * «Không đạt → trả lại» is the list of earlier steps a task may be sent back to.
 *
 * @legal nd-118-2025/internal-procedures
 */
export async function fromInternalProcedure(procedure: InternalProcedure): Promise<DrawnProcedure> {
  const xml = await layoutProcess(modelOf(procedure, drawnSteps(procedure)));
  return { xml, ...notesOn(procedure) };
}
