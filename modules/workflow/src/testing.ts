// SPDX-License-Identifier: EUPL-1.2
import { editXml } from './drawing/edit.ts';
import type { TableEdit } from './drawing/model.ts';

/** Builders of small models for tests: nodes and arrows as short lines. */

/** A user task; say only what matters. */
export function userTask(id: string, attributes = 'motcua:role="handling-officer"', inside = ''): string {
  return `<bpmn:userTask id="${id}" name="${id}" ${attributes}>${inside}</bpmn:userTask>`;
}

/** Flows out of arrows: `A -> B`, with a condition `A -> B : thieu = true`. Their ids are `A_B`. */
function flowsXml(arrows: readonly string[]): readonly string[] {
  return arrows.map((arrow) => {
    const [ends = '', condition] = arrow.split(' : ');
    const [from = '', to = ''] = ends.split('->').map((end) => end.trim());
    const inside = condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`;
    return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`;
  });
}

/** A sub-process out of nodes and arrows; `more`: what stands in it beside, as what repeats it. */
export const subProcess = (id: string, nodes: readonly string[], { arrows, more = '' }: { readonly arrows: readonly string[]; readonly more?: string }): string =>
  `<bpmn:subProcess id="${id}" name="${id}">${more}${[...nodes, ...flowsXml(arrows)].join('\n')}</bpmn:subProcess>`;

/** An event on the edge of an activity. */
export const onEdge = (id: string, host: string, { definition, beside = false }: { readonly definition: string; readonly beside?: boolean }): string =>
  `<bpmn:boundaryEvent id="${id}" name="${id}" attachedToRef="${host}"${beside ? ' cancelActivity="false"' : ''}>${definition}</bpmn:boundaryEvent>`;

/** One instance for each item of a list. */
export const forEach = (list: string, as: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics motcua:each='${list}' motcua:as="${as}"><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">count(${list.replaceAll('"', '&quot;')})</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;

/** A process out of nodes and arrows; `root`: what stands beside it, as messages. */
export function processXml(nodes: readonly string[], arrows: readonly string[], root = ''): string {
  const flows = flowsXml(arrows);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:motcua="http://motcua.vn/bpmn" id="Definitions_1" targetNamespace="http://motcua.vn/processes">${root}
<bpmn:process id="Process_1" name="Quy trình thử" isExecutable="true">${[...nodes, ...flows].join('\n')}</bpmn:process></bpmn:definitions>`;
}

/** Start S, tasks in order, end E. */
export function lineXml(...tasks: readonly string[]): string {
  const ids = ['S', ...tasks, 'E'];
  return processXml(
    ['<bpmn:startEvent id="S" />', ...tasks.map((id) => userTask(id)), '<bpmn:endEvent id="E" />'],
    ids.slice(1).map((to, at) => `${ids[at] ?? ''} -> ${to}`));
}

export const start = '<bpmn:startEvent id="S" />';
export const end = '<bpmn:endEvent id="E" />';
/** A timer's definition inside an event. */
export const after = (duration: string): string =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`;

/** A model after edits, one after another; each must be done. */
export async function edited(xml: string, ...edits: readonly TableEdit[]): Promise<string> {
  let now = xml;
  for (const edit of edits) {
    const done = await editXml(now, edit);
    if (!done.ok) throw new Error(done.error);
    now = done.value.xml;
  }
  return now;
}
