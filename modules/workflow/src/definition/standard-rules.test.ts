// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { after, end, processXml, start } from '../testing.ts';
import { readTree } from './read-model.ts';
import { standardFaults } from './standard-rules.ts';

const task = (id: string, attributes = '', inside = ''): string => `<bpmn:task id="${id}" ${attributes}>${inside}</bpmn:task>`;
const edge = (inside: string, attributes = ''): string => `<bpmn:boundaryEvent id="B" attachedToRef="A" ${attributes}>${inside}</bpmn:boundaryEvent>`;
const line = ['S -> A', 'A -> E'];
const catching = (inside: string): string => processXml([start, `<bpmn:intermediateCatchEvent id="A">${inside}</bpmn:intermediateCatchEvent>`, end], line);
const throwing = (inside: string): string => processXml([start, `<bpmn:intermediateThrowEvent id="A">${inside}</bpmn:intermediateThrowEvent>`, end], line);
const edged = (inside: string, attributes = ''): string => processXml([start, task('A'), edge(inside, attributes), end, '<bpmn:endEvent id="E2" />'], [...line, 'B -> E2']);
const inside = (body: string, attributes = ''): string => processXml([start, `<bpmn:subProcess id="A" ${attributes}>${body}</bpmn:subProcess>`, end], line);
const flow = (from: string, to: string): string => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;

const places = async (xml: string): Promise<readonly (string | null)[]> => {
  const tree = await readTree(xml);
  if (!tree.ok) throw new Error(JSON.stringify(tree.error));
  return standardFaults(tree.value).map(({ element }) => element);
};

describe('các ràng buộc của BPMN 2.0', () => {
  test.each([
    ['a plain line', processXml([start, task('A'), end], line)],
    ['an event on the edge', edged(after('PT1H'))],
    ['a sub-process with a start of its own', inside(`<bpmn:startEvent id="S1" />${task('A1')}<bpmn:endEvent id="E1" />${flow('S1', 'A1')}${flow('A1', 'E1')}`)],
  ])('hold for %s', async (_what, xml) => {
    expect(await places(xml)).toEqual([]);
  });

  test.each([
    ['a quantity below one', 'A', processXml([start, task('A', 'startQuantity="0"'), end], line)],
    ['a node no flow leads to', 'C', processXml([start, task('A'), task('C'), end], [...line, 'C -> E'])],
    ['a node no flow leaves', 'C', processXml([start, task('A'), task('C'), end], [...line, 'A -> C'])],
    ['a condition on the only way out', 'A_E', processXml([start, task('A'), end], ['S -> A', 'A -> E : x = 1'])],
    ['a diverging gateway with one way out', 'G', processXml([start, '<bpmn:parallelGateway id="G" gatewayDirection="Diverging" />', end], ['S -> G', 'G -> E'])],
    ['an error on the edge that does not interrupt', 'B', edged('<bpmn:errorEventDefinition />', 'cancelActivity="false"')],
    ['a cancel on the edge of what is no transaction', 'B', edged('<bpmn:cancelEventDefinition />')],
    ['an event on the edge that says nothing', 'B', edged('')],
    ['a catching event that compensates', 'A', catching('<bpmn:compensateEventDefinition />')],
    ['a throwing event with a timer', 'A', throwing(after('PT1H'))],
    ['an escalation without a code', 'A', throwing('<bpmn:escalationEventDefinition />')],
    ['a link that leads nowhere', 'A', throwing('<bpmn:linkEventDefinition name="L" />')],
    ['a timer with two times', 'A', catching('<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R2/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>')],
    ['a timer nobody can read', 'A', catching(after('tomorrow'))],
    ['a message that is not named', 'A', catching('<bpmn:messageEventDefinition />')],
    ['a condition that is a number', 'A', catching('<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">23</bpmn:condition></bpmn:conditionalEventDefinition>')],
    ['an end inside a sub-process without a start', 'A', inside(`${task('A1')}<bpmn:endEvent id="E1" />${flow('A1', 'E1')}`)],
    ['a start inside a sub-process with a timer', 'S1', inside(`<bpmn:startEvent id="S1">${after('PT1H')}</bpmn:startEvent><bpmn:endEvent id="E1" />${flow('S1', 'E1')}`)],
    ['an event sub-process that stands in the flow', 'A', inside(`<bpmn:startEvent id="S1">${after('PT1H')}</bpmn:startEvent><bpmn:endEvent id="E1" />${flow('S1', 'E1')}`, 'triggeredByEvent="true"')],
    ['a negative number of instances', 'A', processXml([start, task('A', '', '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">-1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>'), end], line)],
    ['a flow across the edge of a sub-process', 'A_E', processXml([start, `<bpmn:subProcess id="P">${task('A')}</bpmn:subProcess>`, end], ['S -> P', 'P -> E', 'A -> E'])],
  ])('are broken by %s, which is named', async (_what, element, xml) => {
    expect(await places(xml)).toContain(element);
  });
});
