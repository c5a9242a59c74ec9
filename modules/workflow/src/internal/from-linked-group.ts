// SPDX-License-Identifier: EUPL-1.2
import { layoutProcess } from 'bpmn-auto-layout';

/** A procedure of a linked group: `after` names the members whose results it needs. */
type Member = { readonly node: string; readonly name: string; readonly after: readonly string[] };

const quoted = (text: string): string => text.replace(/[&<>"]/gu, (each) => `&#${each.charCodeAt(0)};`);

/** Everything a member needs, its needs' needs included. */
function needsOf(members: readonly Member[], node: string): readonly string[] {
  const direct = members.find((member) => member.node === node)?.after ?? [];
  return [...new Set([...direct.flatMap((before) => needsOf(members, before)), ...direct])];
}

/**
 * Draws the process of a linked group (nhóm thủ tục hành chính liên thông): intake, the members each when what it needs is there, side by side where
 * nothing stands between them, handing out. A member may be sent back to what it needs.
 *
 * @param members - without a circle; `node` is the id of the member's task
 * @returns BPMN 2.0 with a diagram
 * @legal nd-118-2025/d20
 */
export async function fromLinkedGroup({ id, name, members }: { readonly id: string; readonly name: string; readonly members: readonly Member[] }): Promise<string> {
  const last = members.filter(({ node }) => !members.some(({ after }) => after.includes(node))).map(({ node }) => node);
  const arrows = [
    ...members.flatMap(({ node, after }) => (after.length === 0 ? [['Intake', node] as const] : after.map((before) => [before, node] as const))),
    ...last.map((node) => [node, 'Return'] as const),
  ];
  const [forks, joins] = [new Set<string>(), new Set<string>()];
  for (const [from, to] of arrows) {
    if (arrows.filter(([other]) => other === from).length > 1) forks.add(from);
    if (arrows.filter(([, other]) => other === to).length > 1) joins.add(to);
  }
  const flows = [
    ['Start', 'Intake'], ...[...forks].map((node) => [node, `Fork_${node}`]), ...[...joins].map((node) => [`Join_${node}`, node]),
    ...arrows.map(([from, to]) => [forks.has(from) ? `Fork_${from}` : from, joins.has(to) ? `Join_${to}` : to]), ['Return', 'End'],
  ];
  const desk = 'motcua:role="intake-officer" motcua:agency="receiving"';
  const member = ({ node, name: said }: Member): string => {
    const back = needsOf(members, node).join(',');
    return `<bpmn:userTask id="${node}" name="${quoted(said)}" motcua:role="one-stop-head" motcua:agency="receiving" motcua:act="linked" motcua:citizenLabel="${quoted(said)}"${back === '' ? '' : ` motcua:returnTo="${back}"`} />`;
  };
  return layoutProcess([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="http://motcua.vn/bpmn" id="Definitions_1" targetNamespace="http://motcua.vn/processes">',
    `<bpmn:process id="Process_${id.replace(/[^\w-]/gu, '_')}" name="${quoted(name)}" isExecutable="true">`,
    '<bpmn:startEvent id="Start" name="Nhận hồ sơ" />', `<bpmn:userTask id="Intake" name="Tiếp nhận hồ sơ" ${desk} motcua:act="accept" motcua:citizenLabel="Tiếp nhận hồ sơ" motcua:form="01" />`,
    ...members.map(member), ...[...forks].map((node) => `<bpmn:parallelGateway id="Fork_${node}" />`), ...[...joins].map((node) => `<bpmn:parallelGateway id="Join_${node}" />`),
    `<bpmn:userTask id="Return" name="Trả kết quả" ${desk} motcua:act="return" motcua:citizenLabel="Trả kết quả" />`, '<bpmn:endEvent id="End" name="Kết thúc" />',
    ...flows.map(([from = '', to = ''], at) => `<bpmn:sequenceFlow id="Flow_${String(at)}" sourceRef="${from}" targetRef="${to}" />`),
    '</bpmn:process>', '</bpmn:definitions>',
  ].join('\n'));
}
