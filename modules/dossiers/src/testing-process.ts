// SPDX-License-Identifier: EUPL-1.2
import { after, end, forEach, onEdge, processXml, start, subProcess, userTask } from '@motcua/workflow/testing';

/** Land is looked at where the area is large, or where the table does not know it. */
const landTable = JSON.stringify({
  id: 'dat', name: 'Xem đất', hitPolicy: 'FIRST', inputs: [{ id: 'area', label: 'Diện tích', type: 'number', choices: [], hint: null }], outputs: [{ id: 'land', label: 'Phải xem đất', type: 'boolean' }],
  rules: [{ id: 'r1', when: ['< 500'], then: ['sai'], note: null }, { id: 'r2', when: ['-'], then: ['đúng'], note: null }],
}).replaceAll('<', '&lt;');

/**
 * A process with everything that is published: an appraisal of parallel steps that is reminded of and taken over, opinions of several agencies asked for at once,
 * some of the work by a table and a condition, a wait for money or a clock, and back into what is over.
 */
export const wholeProcess = processXml([
  start, userTask('Receive', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="accept" motcua:form="01"'),
  subProcess('Appraisal', [
    '<bpmn:startEvent id="S1" />', userTask('Look', 'motcua:role="handling-officer" motcua:act="appraise" motcua:hours="8"'), '<bpmn:parallelGateway id="F1" />',
    userTask('Site', 'motcua:role="handling-officer" motcua:act="forward" motcua:hours="4" motcua:returnTo="Look"'), userTask('Ask', 'motcua:role="consulted-officer" motcua:agency="item" motcua:act="consult" motcua:hours="8"', forEach('units', 'item')),
    '<bpmn:parallelGateway id="J1" />', userTask('Report', 'motcua:role="handling-officer" motcua:act="forward" motcua:returnTo="Site,Look"'), '<bpmn:endEvent id="E1" />',
  ], { arrows: ['S1 -> Look', 'Look -> F1', 'F1 -> Site', 'F1 -> Ask', 'Site -> J1', 'Ask -> J1', 'J1 -> Report', 'Report -> E1'] }),
  onEdge('Late', 'Appraisal', { definition: after('P3D'), beside: true }), userTask('Nudge', 'motcua:role="division-head" motcua:act="forward"'), '<bpmn:endEvent id="E3" />',
  onEdge('TooLate', 'Appraisal', { definition: after('P12D') }), userTask('TakeOver', 'motcua:role="division-head" motcua:act="forward" motcua:returnTo="Look"'),
  '<bpmn:exclusiveGateway id="M" />', `<bpmn:businessRuleTask id="D" name="Xem đất"><bpmn:extensionElements><motcua:decisionTable>${landTable}</motcua:decisionTable></bpmn:extensionElements></bpmn:businessRuleTask>`, '<bpmn:inclusiveGateway id="I" default="I_Sum" />', userTask('Land', 'motcua:role="handling-officer" motcua:act="forward"'), userTask('Fire', 'motcua:role="handling-officer" motcua:act="forward"'),
  userTask('Sum', 'motcua:role="handling-officer" motcua:act="forward" motcua:returnTo="Site"'), '<bpmn:inclusiveGateway id="K" />',
  userTask('Approve', 'motcua:role="leader" motcua:act="approve" motcua:signature="personal" motcua:hours="4" motcua:returnTo="Report,Look"'),
  '<bpmn:exclusiveGateway id="O" default="O_P" />', '<bpmn:exclusiveGateway id="P" />', '<bpmn:eventBasedGateway id="G" />',
  '<bpmn:intermediateCatchEvent id="Paid"><bpmn:messageEventDefinition messageRef="Msg" /></bpmn:intermediateCatchEvent>', `<bpmn:intermediateCatchEvent id="Days">${after('P5D')}</bpmn:intermediateCatchEvent>`,
  userTask('Number', 'motcua:role="records-clerk" motcua:act="number" motcua:signature="agency"'), userTask('HandOut', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="return"'), end,
], ['S -> Receive', 'Receive -> Appraisal', 'Appraisal -> M', 'Late -> Nudge', 'Nudge -> E3', 'TooLate -> TakeOver', 'TakeOver -> M', 'M -> D', 'D -> I', 'I -> Land : land = true', 'I -> Fire : fire = true', 'I -> Sum',
  'Land -> K', 'Fire -> K', 'Sum -> K', 'K -> O', 'O -> G : fee = true', 'O -> P', 'G -> Paid', 'G -> Days', 'Paid -> P', 'Days -> P', 'P -> Approve', 'Approve -> Number', 'Number -> HandOut', 'HandOut -> E'],
'<bpmn:message id="Msg" name="paid" />');
