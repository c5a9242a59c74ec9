// SPDX-License-Identifier: EUPL-1.2
/** Builders of small models for tests: nodes and arrows as short lines. */

/** A user task; say only what matters. */
export function userTask(id: string, attributes = 'motcua:role="handling-officer"', inside = ''): string {
  return `<bpmn:userTask id="${id}" name="${id}" ${attributes}>${inside}</bpmn:userTask>`;
}

/** A process out of nodes and arrows: `A -> B`, with a condition `A -> B : thieu = true`. Flow ids are `A_B`. */
export function processXml(nodes: readonly string[], arrows: readonly string[]): string {
  const flows = arrows.map((arrow) => {
    const [ends = '', condition] = arrow.split(' : ');
    const [from = '', to = ''] = ends.split('->').map((end) => end.trim());
    const inside = condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`;
    return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:motcua="http://motcua.vn/bpmn" id="Definitions_1" targetNamespace="http://motcua.vn/processes">
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
