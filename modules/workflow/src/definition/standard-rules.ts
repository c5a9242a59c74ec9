// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import { processMessages, type PublicationFault } from '../model.ts';
import { fault } from './fault.ts';
import { child, children, text } from './read-model.ts';
import { definitionsOf, everything, flowsAt, nodesIn, placeOf, scopeOf, typeOf } from './tree.ts';

type Element = ModdleElement;
/** A constraint of BPMN 2.0: for which elements, what the standard asks, and whether it is broken here. */
type Rule = readonly [types: string, asks: string, isBroken: (element: Element) => boolean];

const into = (node: Element): number => flowsAt(node, 'targetRef').length;
const outOf = (node: Element): number => flowsAt(node, 'sourceRef').length;
const is = (element: Element | null | undefined, ...types: readonly string[]): boolean => types.some((type) => element?.$instanceOf(`bpmn:${type}`) === true);
const kindsOf = (event: Element): readonly string[] => definitionsOf(event).map((each) => typeOf(each).replace('EventDefinition', ''));
const onlyOf = (...allowed: readonly string[]) => (event: Element): boolean => kindsOf(event).some((kind) => !allowed.includes(kind));
const isEventScope = (scope: Element | null): boolean => scope?.get('triggeredByEvent') === true;
const isTop = (event: Element): boolean => is(scopeOf(event), 'Process');
const isLink = (event: Element): boolean => kindsOf(event).includes('Link');
const flag = (element: Element, name: string): boolean => element.get(name) === true;
const count = (element: Element, name: string): number => { const value = element.get(name); return typeof value === 'number' ? value : 1; };
/** What is drawn outside the flow: compensation and event sub-processes. */
const standsAside = (node: Element): boolean => flag(node, 'isForCompensation') || isEventScope(node);
const isFormal = (expression: Element | null): boolean => expression !== null && is(expression, 'FormalExpression') && text(expression, 'body') !== '';
const given = (element: Element, name: string): boolean => child(element, name) !== null;
const isReadable = (read: () => unknown): boolean => { try { read(); return true; } catch { return false; } };
const bodyOf = (element: Element, name: string): string => { const found = child(element, name); return found === null ? '' : text(found, 'body'); };
/** A number or a text can never be a condition. */
const isLiteral = (written: string): boolean => /^(?:-?\d+(?:\.\d+)?|"[^"]*")$/u.test(written);
const direction = (gateway: Element): string => text(gateway, 'gatewayDirection');
const times = ['timeDate', 'timeCycle', 'timeDuration'] as const;
const isCycle = (written: string): boolean => /^R\d*\/P/u.test(written) && isReadable(() => Temporal.Duration.from(written.slice(written.indexOf('/') + 1)));


/** The process an element belongs to; a participant stands for its process. */
function poolOf(end: Element): Element {
  let at = end;
  while (!is(at, 'Process', 'Participant') && at.$parent !== undefined) at = at.$parent;
  return is(at, 'Participant') ? child(at, 'processRef') ?? at : at;
}

/** What may be said about a link: the names it could be met by. */
const linkNames = (event: Element): readonly string[] => definitionsOf(event).flatMap((link) =>
  [text(link, 'name'), text(link, 'id'), ...['target', 'source'].map((side) => { const other = child(link, side); return other === null ? '' : text(other, 'id'); })]).filter((name) => name !== '');
const meetsIn = (event: Element, type: string): boolean => {
  const scope = scopeOf(event);
  return scope !== null && nodesIn(scope).some((other) => is(other, type) && isLink(other) && linkNames(other).some((name) => linkNames(event).includes(name)));
};

/** The targets of an event-based gateway. */
const targetsOf = (gateway: Element): readonly Element[] => flowsAt(gateway, 'sourceRef').map((flow) => child(flow, 'targetRef')).filter((target) => target !== null);
const usesStarts = (scope: Element | null): boolean => scope !== null && nodesIn(scope).some((node) => is(node, 'StartEvent'));
const usesEnds = (scope: Element | null): boolean => scope !== null && nodesIn(scope).some((node) => is(node, 'EndEvent'));
const startsAlone = (node: Element): boolean => is(node, 'StartEvent', 'BoundaryEvent') || standsAside(node) || (is(node, 'CatchEvent') && isLink(node));
const endsAlone = (node: Element): boolean => is(node, 'EndEvent', 'BoundaryEvent') || standsAside(node) || (is(node, 'ThrowEvent') && isLink(node));
const inAdHoc = (node: Element): boolean => is(scopeOf(node), 'AdHocSubProcess');

const listed = (node: Element, side: 'incoming' | 'outgoing'): string => children(node, side).map((flow) => text(flow, 'id')).sort().join(' ');
const drawn = (node: Element, end: 'sourceRef' | 'targetRef'): string => flowsAt(node, end).map((flow) => text(flow, 'id')).sort().join(' ');
const scopeLists = (node: Element): boolean => nodesIn(scopeOf(node) ?? node).some((each) => listed(each, 'incoming') + listed(each, 'outgoing') !== '');

/** A message about the dossier itself: receiving it is no operation of somebody's. */
const isOurs = (message: ModdleElement | null): boolean => message !== null && processMessages.some((known) => known === text(message, 'name'));

const flowRules: readonly Rule[] = [
  ['FlowNode', 'liệt kê đúng mọi đường vào và đường ra, nếu tệp có liệt kê', (node) => scopeLists(node) && (listed(node, 'incoming') !== drawn(node, 'targetRef') || listed(node, 'outgoing') !== drawn(node, 'sourceRef'))],
  ['FlowNode', 'id của mỗi phần tử', (node) => text(node, 'id') === ''],
  ['SequenceFlow', 'hai đầu trong cùng một quy trình hoặc quy trình con', (flow) => {
    const [from, to] = [child(flow, 'sourceRef'), child(flow, 'targetRef')];
    return from === null || to === null || !is(from, 'FlowNode') || !is(to, 'FlowNode') || scopeOf(from) !== scopeOf(to) || scopeOf(from) !== scopeOf(flow);
  }],
  ['SequenceFlow', 'điều kiện chỉ trên đường rời một công việc hay cổng có từ hai đường ra', (flow) => {
    const from = child(flow, 'sourceRef');
    return given(flow, 'conditionExpression') && (from === null || outOf(from) < 2 || is(from, 'Event', 'ParallelGateway', 'EventBasedGateway'));
  }],
  ['Activity', 'đường mặc định rời chính phần tử này', (node) => { const flow = child(node, 'default'); return flow !== null && child(flow, 'sourceRef') !== node; }],
  ['Gateway', 'đường mặc định rời chính phần tử này', (node) => { const named = is(node, 'ExclusiveGateway', 'InclusiveGateway', 'ComplexGateway') ? child(node, 'default') : null; return named !== null && child(named, 'sourceRef') !== node; }],
  ['FlowNode', 'đường vào, khi quy trình có điểm bắt đầu', (node) => !startsAlone(node) && !inAdHoc(node) && usesStarts(scopeOf(node)) && into(node) === 0],
  ['FlowNode', 'đường ra, khi quy trình có điểm kết thúc', (node) => !endsAlone(node) && !inAdHoc(node) && usesEnds(scopeOf(node)) && outOf(node) === 0],
  ['FlowElementsContainer', 'cả điểm bắt đầu và điểm kết thúc, hoặc không có cả hai', (scope) => !is(scope, 'AdHocSubProcess') && usesStarts(scope) !== usesEnds(scope) && nodesIn(scope).every((node) => !is(node, 'ReceiveTask'))],
  ['Gateway', 'hướng Diverging: một đường vào, từ hai đường ra', (gate) => direction(gate) === 'Diverging' && (into(gate) > 1 || outOf(gate) < 2)],
  ['Gateway', 'hướng Converging: từ hai đường vào, một đường ra', (gate) => direction(gate) === 'Converging' && (into(gate) < 2 || outOf(gate) > 1)],
  ['Gateway', 'hướng Mixed: từ hai đường vào, từ hai đường ra', (gate) => direction(gate) === 'Mixed' && (into(gate) < 2 || outOf(gate) < 2)],
  ['Gateway', 'một cổng phải rẽ hoặc nhập: từ hai đường vào hay từ hai đường ra', (gate) => into(gate) < 2 && outOf(gate) < 2],
  ['EventBasedGateway', 'từ hai đường ra, không có điều kiện', (gate) => outOf(gate) < 2 || flowsAt(gate, 'sourceRef').some((flow) => given(flow, 'conditionExpression'))],
  ['EventBasedGateway', 'đi tới sự kiện chờ (tin, tín hiệu, hẹn giờ, điều kiện) hoặc việc nhận tin', (gate) => targetsOf(gate).some((to) => into(to) > 1 || !(is(to, 'ReceiveTask') || (is(to, 'IntermediateCatchEvent') && !isLink(to))))],
  ['EventBasedGateway', 'không dùng lẫn việc nhận tin và sự kiện chờ tin', (gate) => targetsOf(gate).some((to) => is(to, 'ReceiveTask')) && targetsOf(gate).some((to) => is(to, 'CatchEvent') && kindsOf(to).includes('Message'))],
  ['EventBasedGateway', 'cổng mở quy trình chỉ chờ tin và không có đường vào', (gate) => flag(gate, 'instantiate') && (into(gate) > 0 || targetsOf(gate).some((to) => !is(to, 'ReceiveTask') && kindsOf(to).some((kind) => kind !== 'Message')))],
];

const eventRules: readonly Rule[] = [
  ['StartEvent', 'không có đường vào, có đường ra', (event) => into(event) > 0 || outOf(event) === 0],
  ['EndEvent', 'có đường vào, không có đường ra', (event) => outOf(event) > 0 || into(event) === 0],
  ['StartEvent', 'điểm bắt đầu của quy trình: không kèm gì, tin, hẹn giờ, điều kiện hoặc tín hiệu', (event) => isTop(event) && onlyOf('Message', 'Timer', 'Conditional', 'Signal')(event)],
  ['StartEvent', 'điểm bắt đầu của quy trình con không kèm sự kiện', (event) => !isTop(event) && !isEventScope(scopeOf(event)) && kindsOf(event).length > 0],
  ['StartEvent', 'quy trình con theo sự kiện bắt đầu bằng một sự kiện được phép', (event) => isEventScope(scopeOf(event)) && (kindsOf(event).length === 0 || onlyOf('Message', 'Timer', 'Escalation', 'Error', 'Compensate', 'Conditional', 'Signal')(event))],
  ['StartEvent', 'sự kiện lỗi hay bù trừ luôn ngắt', (event) => isEventScope(scopeOf(event)) && event.get('isInterrupting') === false && kindsOf(event).some((kind) => kind === 'Error' || kind === 'Compensate')],
  ['EndEvent', 'điểm kết thúc: tin, lỗi, leo thang, hủy, bù trừ, tín hiệu hoặc dừng hẳn', onlyOf('Message', 'Error', 'Escalation', 'Cancel', 'Compensate', 'Signal', 'Terminate')],
  ['EndEvent', 'hủy chỉ trong giao dịch', (event) => kindsOf(event).includes('Cancel') && !is(scopeOf(event), 'Transaction')],
  ['BoundaryEvent', 'sự kiện bên lề có đúng loại cho phép', (event) => kindsOf(event).length === 0 || onlyOf('Message', 'Timer', 'Error', 'Escalation', 'Cancel', 'Compensate', 'Conditional', 'Signal')(event)],
  ['BoundaryEvent', 'lỗi, hủy và bù trừ bên lề luôn ngắt', (event) => event.get('cancelActivity') === false && kindsOf(event).some((kind) => ['Error', 'Cancel', 'Compensate'].includes(kind))],
  ['BoundaryEvent', 'hủy bên lề chỉ gắn vào giao dịch', (event) => kindsOf(event).includes('Cancel') && !is(child(event, 'attachedToRef'), 'Transaction')],
  ['BoundaryEvent', 'không có đường vào; gắn vào một công việc cùng tầng', (event) => { const host = child(event, 'attachedToRef'); return into(event) > 0 || !is(host, 'Activity') || host === null || scopeOf(host) !== scopeOf(event); }],
  ['BoundaryEvent', 'có đường ra, trừ bù trừ thì nối bằng liên kết tới việc bù trừ', (event) => (kindsOf(event).includes('Compensate') ? outOf(event) > 0 || compensationOf(event) === null : outOf(event) === 0)],
  ['IntermediateCatchEvent', 'sự kiện chờ: tin, hẹn giờ, điều kiện, liên kết hoặc tín hiệu', (event) => kindsOf(event).length === 0 || onlyOf('Message', 'Timer', 'Conditional', 'Link', 'Signal')(event)],
  ['IntermediateThrowEvent', 'sự kiện phát: tin, leo thang, liên kết, bù trừ hoặc tín hiệu', onlyOf('Message', 'Escalation', 'Link', 'Compensate', 'Signal')],
  ['IntermediateCatchEvent', 'có đường vào và đường ra', (event) => outOf(event) === 0 || (isLink(event) ? into(event) > 0 : into(event) === 0)],
  ['IntermediateThrowEvent', 'có đường vào và đường ra', (event) => into(event) === 0 || (isLink(event) ? outOf(event) > 0 : outOf(event) === 0)],
  ['IntermediateThrowEvent', 'liên kết gặp đích cùng tầng', (event) => isLink(event) && !meetsIn(event, 'IntermediateCatchEvent')],
  ['IntermediateCatchEvent', 'liên kết gặp nguồn cùng tầng', (event) => isLink(event) && !meetsIn(event, 'IntermediateThrowEvent')],
  ['ThrowEvent', 'leo thang có mã; lỗi có mã', (event) => definitionsOf(event).some((each) =>
    (is(each, 'EscalationEventDefinition') && codeOf(each, 'escalation') === '') || (is(each, 'ErrorEventDefinition') && codeOf(each, 'error') === ''))],
  ['Event', 'sự kiện tin nói rõ tin và phép gọi', (event) => definitionsOf(event).some((each) => is(each, 'MessageEventDefinition') && (!given(each, 'messageRef') || (!given(each, 'operationRef') && !isOurs(child(each, 'messageRef')))))],
  ['SignalEventDefinition', 'tín hiệu được nói rõ', (each) => !given(each, 'signalRef')],
  ['TimerEventDefinition', 'đúng một cách hẹn giờ, viết theo ISO 8601', (timer) => times.filter((name) => given(timer, name)).length !== 1 || times.some((name) => given(timer, name) && !isFormal(child(timer, name)))
    || (given(timer, 'timeDuration') && !isReadable(() => Temporal.Duration.from(bodyOf(timer, 'timeDuration')))) || (given(timer, 'timeCycle') && !isCycle(bodyOf(timer, 'timeCycle')))
    || (given(timer, 'timeDate') && !isReadable(() => Temporal.PlainDateTime.from(bodyOf(timer, 'timeDate').replace(/Z$/u, ''))))],
  ['ConditionalEventDefinition', 'một điều kiện viết ra được', (each) => !isFormal(child(each, 'condition')) || isLiteral(bodyOf(each, 'condition'))],
];

const activityRules: readonly Rule[] = [
  ['Activity', 'số lượng đầu vào và đầu ra từ 1', (node) => count(node, 'startQuantity') < 1 || count(node, 'completionQuantity') < 1],
  ['Activity', 'việc bù trừ không có đường vào, đường ra', (node) => flag(node, 'isForCompensation') && (into(node) > 0 || outOf(node) > 0)],
  ['SubProcess', 'quy trình con theo sự kiện không có đường vào, đường ra, và có đúng một điểm bắt đầu', (node) => isEventScope(node) && (into(node) > 0 || outOf(node) > 0 || nodesIn(node).filter((each) => is(each, 'StartEvent')).length !== 1)],
  ['SubProcess', 'quy trình con có việc bên trong', (node) => nodesIn(node).length === 0],
  ['AdHocSubProcess', 'quy trình con tự do chỉ có công việc, không có điểm bắt đầu hay kết thúc', (node) => !nodesIn(node).some((each) => is(each, 'Activity')) || nodesIn(node).some((each) => is(each, 'StartEvent', 'EndEvent'))],
  ['Transaction', 'cách giao dịch là một URI', (node) => { const method = text(node, 'method'); return method !== '' && !/^(?:##\w+|[a-z][\w+.-]*:[^\s%{}"<>|\\^`]+)$/iu.test(method); }],
  ['MultiInstanceLoopCharacteristics', 'số lần hoặc tập dữ liệu, viết thành biểu thức', (loop) => (given(loop, 'loopCardinality') ? !isFormal(child(loop, 'loopCardinality')) || /^-/u.test(bodyOf(loop, 'loopCardinality')) : !given(loop, 'loopDataInputRef'))],
  ['MultiInstanceLoopCharacteristics', 'điều kiện dừng là biểu thức đúng sai', (loop) => given(loop, 'completionCondition') && (!isFormal(child(loop, 'completionCondition')) || isLiteral(bodyOf(loop, 'completionCondition')))],
  ['ComplexBehaviorDefinition', 'điều kiện là biểu thức đúng sai', (each) => !given(each, 'condition') || isLiteral(bodyOf(each, 'condition'))],
  ['StandardLoopCharacteristics', 'điều kiện lặp viết thành biểu thức, số lần tối đa lớn hơn 0', (loop) => (given(loop, 'loopCondition') && !isFormal(child(loop, 'loopCondition'))) || (typeof loop.get('loopMaximum') === 'number' && count(loop, 'loopMaximum') < 1)],
  ['Process', 'quy trình chạy được không phải loại Public', (process) => flag(process, 'isExecutable') && text(process, 'processType') === 'Public'],
];

const aroundRules: readonly Rule[] = [
  ['ParticipantMultiplicity', 'số bên tham gia: 0 ≤ ít nhất ≤ nhiều nhất', (many) => count(many, 'minimum') < 0 || count(many, 'maximum') < Math.max(1, count(many, 'minimum'))],
  ['MessageFlow', 'hai đầu là bên tham gia, công việc hoặc sự kiện của hai bên khác nhau', (flow) => {
    const [from, to] = [child(flow, 'sourceRef'), child(flow, 'targetRef')];
    return from === null || to === null || ![from, to].every((end) => is(end, 'Participant', 'Activity', 'Event')) || poolOf(from) === poolOf(to);
  }],
  ['MessageFlow', 'không đi vào điểm kết thúc, không rời điểm bắt đầu', (flow) => is(child(flow, 'targetRef'), 'EndEvent') || is(child(flow, 'sourceRef'), 'StartEvent')],
  ['TextAnnotation', 'textFormat là kiểu MIME', (note) => { const format = text(note, 'textFormat'); return format !== '' && !/^[\w.+-]+\/[\w.+-]+$/u.test(format); }],
];

const rules: readonly Rule[] = [...flowRules, ...eventRules, ...activityRules, ...aroundRules];

/** The code an error or escalation is thrown or caught by; '' when none is named. */
export function codeOf(definition: ModdleElement, what: 'error' | 'escalation'): string {
  const named = child(definition, `${what}Ref`);
  return named === null ? '' : text(named, `${what}Code`);
}

/** The activity an association leads to from a compensation boundary event. */
export function compensationOf(event: ModdleElement): ModdleElement | null {
  const scope = scopeOf(event);
  const lines = scope === null ? [] : children(scope, 'artifacts');
  return lines.filter((line) => is(line, 'Association') && child(line, 'sourceRef') === event).map((line) => child(line, 'targetRef')).find((to) => to !== null && flag(to, 'isForCompensation')) ?? null;
}

/** A reference that names an element of another kind than the standard asks for. */
function wrongReferences(element: Element): readonly string[] {
  return element.$descriptor.properties.filter(({ isReference }) => isReference === true).filter(({ name, type }) => {
    const one = child(element, name);
    return (one === null ? children(element, name) : [one]).some((each) => !each.$instanceOf(type));
  }).map(({ name }) => name);
}

/** Constraints of BPMN 2.0 a model breaks, whether or not what it says is run here. */
export function standardFaults(root: ModdleElement): readonly PublicationFault[] {
  // What a multi-instance activity throws by itself stands in no flow.
  return everything(root).filter((element) => !is(element, 'ImplicitThrowEvent')).flatMap((element) => [
    ...rules.filter(([type, , isBroken]) => is(element, type) && isBroken(element)).map(([, asks]) => fault('against-standard', placeOf(element), asks)),
    ...wrongReferences(element).map((name) => fault('against-standard', placeOf(element), `${name} trỏ sai loại phần tử`)),
  ]);
}
