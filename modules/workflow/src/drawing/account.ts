// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, text } from '../definition/read-model.ts';
import { stepsCalled } from './called.ts';
import { decisionWords } from './decision.ts';
import type { BranchRow, BranchWay } from './model.ts';
import { type Drawing, elementOf, flowsAt, idOf, isTask } from './tree.ts';

type Told = { readonly row: Omit<BranchRow, 'text'>; readonly ways: readonly BranchWay[]; readonly numbers: ReadonlyMap<string, number> };

/** What has happened to a dossier when a message comes, in words. */
export const messageWords: Readonly<Record<string, string>> = {
  'supplemented': 'người nộp đã bổ sung', 'paid': 'đã nộp tiền', 'identity-confirmed': 'đã xác nhận danh tính', 'consultation-answered': 'cơ quan được hỏi đã trả lời', 'papers-received': 'đã nhận được bản giấy',
};

const ends: Readonly<Record<string, string>> = { 'bpmn:EndEvent': 'kết thúc', 'bpmn:ExclusiveGateway': 'một chỗ rẽ nhánh', 'bpmn:ParallelGateway': 'chỗ chia hoặc nhập nhánh song song', 'bpmn:IntermediateCatchEvent': 'chỗ chờ', 'bpmn:InclusiveGateway': 'chỗ chọn hoặc nhập một số nhánh', 'bpmn:EventBasedGateway': 'chỗ chờ việc đến trước' };

const named: Readonly<Record<string, string>> = { 'bpmn:BusinessRuleTask': 'bảng quyết định', 'bpmn:SubProcess': 'nhóm bước', 'bpmn:CallActivity': 'quy trình được gọi' };

/** «bước 4 «Thẩm định»», or what else stands there; what merely merges is passed through. */
function placeWords(drawing: Drawing, id: string, { numbers }: Pick<Told, 'numbers'>): string {
  const seen = new Set<string>();
  let node = elementOf(drawing, id);
  while (node !== null && node.$type === 'bpmn:ExclusiveGateway' && !seen.has(idOf(node))) {
    seen.add(idOf(node));
    const out = flowsAt(drawing, node, 'sourceRef');
    if (out.length !== 1) break;
    node = child(out[0] ?? node, 'targetRef');
  }
  if (node === null) return 'chưa nối';
  const kind = named[node.$type];
  if (kind !== undefined) return `${kind} «${text(node, 'name') || idOf(node)}»`;
  return isTask(node) ? `bước ${String(numbers.get(idOf(node)) ?? '')} «${text(node, 'name')}»` : ends[node.$type] ?? `«${text(node, 'name') || idOf(node)}»`;
}

const units: readonly (readonly [letter: string, word: string])[] = [['Y', 'năm'], ['M', 'tháng'], ['W', 'tuần'], ['D', 'ngày']];
const smallUnits: readonly (readonly [letter: string, word: string])[] = [['H', 'giờ'], ['M', 'phút'], ['S', 'giây']];

/** «2 ngày 4 giờ» from an ISO 8601 duration; as written when it is none. */
export function durationWords(iso: string): string {
  const [days = '', hours = ''] = iso.replace(/^P/u, '').split('T');
  const told = (part: string, words: typeof units): readonly string[] => words.flatMap(([letter, word]) => { const found = new RegExp(`(\\d+)${letter}`, 'u').exec(part); return found === null ? [] : [`${found[1] ?? ''} ${word}`]; });
  const all = [...told(days, units), ...told(hours, smallUnits)];
  return /^P[\dA-Z]+$/u.test(iso) && all.length > 0 ? all.join(' ') : iso;
}

const wayWords = (way: BranchWay, place: string): string => (way.isDefault ? `còn lại thì tới ${place}` : `nếu ${way.condition === '' ? '(chưa có điều kiện)' : way.condition} thì tới ${place}`);

const someWords = (way: BranchWay, place: string): string => (way.isDefault ? `không điều kiện nào đúng thì tới ${place}` : `khi ${way.condition === '' ? '(chưa có điều kiện)' : way.condition} thì làm ${place}`);

/** The steps inside a sub-process, by their numbers. */
function insideWords(scope: ModdleElement, numbers: Told['numbers']): string {
  const own = [...numbers].filter(([id]) => inScope(scope, id) !== null).map(([, no]) => no).sort((one, other) => one - other);
  const [first, last] = [own[0], own.at(-1)];
  return first === undefined ? 'chưa có bước nào' : first === last ? `bước ${String(first)}` : `bước ${String(first)} đến ${String(last)}`;
}

function inScope(scope: ModdleElement, id: string): ModdleElement | null {
  for (const each of children(scope, 'flowElements')) {
    if (idOf(each) === id) return each;
    const inner = each.$type === 'bpmn:SubProcess' ? inScope(each, id) : null;
    if (inner !== null) return inner;
  }
  return null;
}

const calledWords = ({ called }: Told['row'], steps: number): string => (called === null ? 'chưa chọn' : `bản ${String(called.version)}, ${String(steps)} bước`);

function repetitionWords(activity: ModdleElement): string {
  const loop = child(activity, 'loopCharacteristics');
  const list = loop === null ? '' : text(loop, 'motcua:each');
  if (loop === null) return '';
  return list === '' ? ' Làm nhiều lần.' : ` Làm ${loop.get('isSequential') === true ? 'lần lượt' : 'cùng lúc'} cho từng phần tử của ${list}.`;
}

const caught: Readonly<Record<string, string>> = { 'bpmn:ErrorEventDefinition': 'Khi có lỗi ở', 'bpmn:EscalationEventDefinition': 'Khi có báo lên cấp trên ở' };

/** What an event on an edge waits for. */
function caughtWords(node: ModdleElement, { row }: Told): string {
  const type = children(node, 'eventDefinitions')[0]?.$type ?? '';
  if (type === 'bpmn:MessageEventDefinition') return `Khi ${messageWords[row.message] ?? '(chưa chọn tin)'} lúc còn ở`;
  return caught[type] ?? 'Khi có tín hiệu lúc còn ở';
}

const thrown: Readonly<Record<string, string>> = { 'bpmn:ErrorEventDefinition': 'Dừng nhóm bước vì lỗi', 'bpmn:EscalationEventDefinition': 'Báo lên cấp trên', 'bpmn:SignalEventDefinition': 'Phát tín hiệu cho các nhánh đang chờ' };

/** What a node does that no table row can show, in words. */
export function accountOf(drawing: Drawing, node: ModdleElement, told: Told): string {
  const { row, ways } = told;
  const places = ways.map(({ to }) => placeWords(drawing, to, told));
  const onward = places.join(' và ') || 'chỗ chưa nối';
  const host = (): string => placeWords(drawing, idOf(child(node, 'attachedToRef')), told);
  const taken = node.get('cancelActivity') === false ? 'mở thêm' : 'chuyển sang';
  switch (row.what) {
    case 'choice': return `Rẽ nhánh: ${ways.map((way, at) => wayWords(way, places[at] ?? '')).join('; ')}.`;
    case 'some': return `Chọn một số việc: ${ways.map((way, at) => someWords(way, places[at] ?? '')).join('; ')}.`;
    case 'some-join': return `Chờ xong các việc đã chọn rồi đi tiếp tới ${onward}.`;
    case 'fork': return `Làm song song: ${onward}.`;
    case 'join': return `Chờ đủ các nhánh song song rồi đi tiếp tới ${onward}.`;
    case 'race': return 'Chờ việc nào đến trước thì đi theo việc ấy:';
    case 'timer': return `Chờ ${durationWords(row.duration) || '(chưa đặt thời gian)'} rồi đi tiếp tới ${onward}.`;
    case 'message': return `Chờ đến khi ${messageWords[row.message] ?? '(chưa chọn tin)'} rồi đi tiếp tới ${onward}.`;
    case 'signal': return `Chờ tín hiệu rồi đi tiếp tới ${onward}.`;
    case 'task-timer': return `Quá ${durationWords(row.duration) || '(chưa đặt thời gian)'} ở ${host()}: ${taken} ${onward}.`;
    case 'edge': return `${caughtWords(node, told)} ${host()}: ${taken} ${onward}.`;
    case 'throw': return `${thrown[children(node, 'eventDefinitions')[0]?.$type ?? ''] ?? 'Phát sự kiện'}${ways.length === 0 ? '' : `, rồi đi tiếp tới ${onward}`}.`;
    case 'decision': return `Bảng quyết định «${row.name || row.id}»: ${decisionWords(row.decision)}. Rồi đi tiếp tới ${onward}.`;
    case 'group': return `Nhóm bước «${row.name || row.id}»: ${insideWords(node, told.numbers)}.${repetitionWords(node)} Xong cả nhóm thì tới ${onward}.`;
    case 'call': return `Gọi quy trình «${row.name || row.id}»: ${calledWords(row, stepsCalled(drawing, node))}.${repetitionWords(node)} Xong quy trình ấy thì tới ${onward}.`;
    case 'other': return `Thành phần «${row.name || row.id}» (${node.$type.replace('bpmn:', '')}): chỉ sơ đồ thể hiện được.`;
  }
}
