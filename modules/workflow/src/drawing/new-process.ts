// SPDX-License-Identifier: EUPL-1.2
import { attribute } from '../internal/source.ts';

const usual: readonly (readonly [name: string, citizen: string, more: string])[] = [
  ['Tiếp nhận hồ sơ', 'Tiếp nhận hồ sơ', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="accept" motcua:form="01"'],
  ['Thẩm định hồ sơ', 'Thẩm định hồ sơ', 'motcua:role="handling-officer" motcua:act="appraise" motcua:returnTo="Step_1"'],
  ['Ký duyệt kết quả', 'Lãnh đạo xem xét, ký duyệt', 'motcua:role="leader" motcua:act="approve" motcua:signature="personal" motcua:returnTo="Step_2"'],
  ['Vào số, đóng dấu', 'Vào sổ, đóng dấu kết quả', 'motcua:role="records-clerk" motcua:act="number" motcua:signature="agency" motcua:returnTo="Step_2,Step_3"'],
  ['Trả kết quả', 'Trả kết quả', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="return"'],
];

const shape = (id: string, { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): string =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;

/** What a process without any version begins with: the five usual steps in a line, hours and procedures left open, with a picture. */
export function newProcessXml(key: string): string {
  const ids = ['Start', ...usual.map((_, at) => `Step_${at + 1}`), 'End'];
  const left = ids.map((_, at) => (at === 0 ? 0 : 36 + 50 + (at - 1) * 150));
  const right = ids.map((_, at) => (left[at] ?? 0) + (at === 0 || at === ids.length - 1 ? 36 : 100));
  const flows = ids.slice(1).map((to, at) => ({ id: `Flow_${at + 1}`, from: ids[at] ?? '', to, x: [right[at] ?? 0, left[at + 1] ?? 0] as const }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:motcua="http://motcua.vn/bpmn" id="Definitions_1" targetNamespace="http://motcua.vn/processes">',
    `<bpmn:process id="Process_${key.replace(/[^\w-]/gu, '_')}" isExecutable="true">`, '<bpmn:startEvent id="Start" name="Nhận hồ sơ" />',
    ...usual.map(([name, citizen, more], at) => `<bpmn:userTask id="Step_${at + 1}" name="${attribute(name)}" ${more} motcua:citizenLabel="${attribute(citizen)}" />`), '<bpmn:endEvent id="End" name="Kết thúc" />',
    ...flows.map(({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`), '</bpmn:process>',
    `<bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="Process_${key.replace(/[^\w-]/gu, '_')}">`,
    ...ids.map((id, at) => (at === 0 || at === ids.length - 1 ? shape(id, { x: left[at] ?? 0, y: 102, width: 36, height: 36 }) : shape(id, { x: left[at] ?? 0, y: 80, width: 100, height: 80 }))),
    ...flows.map(({ id, x: [from, to] }) => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="120" /><di:waypoint x="${to}" y="120" /></bpmndi:BPMNEdge>`),
    '</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>',
  ].join('\n');
}
