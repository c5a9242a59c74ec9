// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import { child, text } from '../definition/read-model.ts';
import type { BranchRow, BranchWay } from './model.ts';
import { type Drawing, elementOf, flowsAt, idOf, isTask } from './tree.ts';

type Told = { readonly row: Omit<BranchRow, 'text'>; readonly ways: readonly BranchWay[]; readonly numbers: ReadonlyMap<string, number> };

const ends: Readonly<Record<string, string>> = { 'bpmn:EndEvent': 'kết thúc', 'bpmn:ExclusiveGateway': 'một chỗ rẽ nhánh', 'bpmn:ParallelGateway': 'chỗ chia hoặc nhập nhánh song song', 'bpmn:IntermediateCatchEvent': 'chỗ chờ' };

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

/** What a node does that no table row can show, in words. */
export function accountOf(drawing: Drawing, node: ModdleElement, told: Told): string {
  const { row, ways } = told;
  const places = ways.map(({ to }) => placeWords(drawing, to, told));
  switch (row.what) {
    case 'choice': return `Rẽ nhánh: ${ways.map((way, at) => wayWords(way, places[at] ?? '')).join('; ')}.`;
    case 'fork': return `Làm song song: ${places.join(' và ')}.`;
    case 'join': return `Chờ đủ các nhánh song song rồi đi tiếp tới ${places.join(' và ')}.`;
    case 'timer': return `Chờ ${durationWords(row.duration) || '(chưa đặt thời gian)'} rồi đi tiếp tới ${places.join(' và ')}.`;
    case 'task-timer': {
      const host = placeWords(drawing, idOf(child(node, 'attachedToRef')), told);
      return `Quá ${durationWords(row.duration) || '(chưa đặt thời gian)'} ở ${host}: ${node.get('cancelActivity') === false ? 'mở thêm' : 'chuyển sang'} ${places.join(' và ')}.`;
    }
    case 'other': return `Thành phần «${row.name || row.id}» (${node.$type.replace('bpmn:', '')}): chỉ sơ đồ thể hiện được.`;
  }
}
