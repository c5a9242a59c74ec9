// SPDX-License-Identifier: EUPL-1.2
import { mergeContents, type JsonValue, type ProposalKind } from '@motcua/proposals';
import { draftSizeFault } from '../definition/draft-size.ts';
import { isElement, text } from '../definition/read-model.ts';
import { type DrawingCollision, mergeDrawings } from '../drawing/merge-drawings.ts';
import { drawingXml, openDrawing } from '../drawing/tree.ts';

type Content = { readonly name: string; readonly xml: string };
type Merging = NonNullable<ProposalKind['merge']>;

/** What is said of an element, in the words of the screens. */
const properties: Readonly<Record<string, string>> = {
  'name': 'tên', 'documentation': 'nội dung công việc', 'sourceRef': 'nối từ', 'targetRef': 'nối tới', 'conditionExpression': 'điều kiện', 'default': 'đường thường đi', 'eventDefinitions': 'thời gian chờ hoặc tin', 'loopCharacteristics': 'danh sách làm cho từng', 'attachedToRef': 'bước có đồng hồ',
  'role': 'vai trò', 'unit': 'đơn vị trong cơ quan', 'agency': 'nơi làm', 'hours': 'giờ làm việc', 'budget': 'quỹ giờ chung', 'form': 'mẫu số', 'output': 'sản phẩm', 'signature': 'chữ ký', 'citizenLabel': 'người dân đọc', 'act': 'việc hoàn thành bước',
  'returnTo': 'trả về được', 'actor': 'người thực hiện', 'procedures': 'dùng cho thủ tục', 'calledElement': 'quy trình được gọi', 'calledOnly': 'chỉ để quy trình khác gọi', 'symbol': 'ký hiệu', 'extensionElements': 'phần mở rộng',
};

const calledOf = (element: unknown): string => (isElement(element) ? text(element, 'name') || text(element, 'id') : '');

/** A value as it is read: a text, the name of what is referred to, the body of an expression. */
function valueOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map((each) => valueOf(each) ?? '').join('; ');
  if (!isElement(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const parts = ['body', 'text', 'timeDuration', 'messageRef', 'each'].flatMap((name) => (value.$descriptor.properties.some((property) => property.name.endsWith(name)) ? [valueOf(value.get(name)) ?? ''] : []));
  return parts.filter((part) => part !== '').join(' ') || calledOf(value);
}

const kinds: Readonly<Record<string, string>> = { 'bpmn:UserTask': 'Bước', 'bpmn:SequenceFlow': 'Đường nối', 'bpmn:SubProcess': 'Nhóm bước', 'bpmn:Process': 'Quy trình' };

const shown = ({ path, element, property, mine, theirs }: DrawingCollision) => ({
  path, place: `${kinds[element.$type] ?? 'Thành phần'} «${calledOf(element)}»${property === null ? '' : `: ${properties[property] ?? property}`}`,
  mine: property === null ? (mine === undefined ? undefined : 'giữ lại, đã sửa') : valueOf(mine), theirs: property === null ? (theirs === undefined ? undefined : 'giữ lại, đã sửa') : valueOf(theirs),
});

/** Two drafts of one process brought together step by step; as whole files when one of them is no process, or what is left would not hang together. */
export const mergeProcesses = (read: (content: JsonValue) => Content): Merging => async ({ base, mine, theirs }, takeTheirs) => {
  const [first, own, other] = [base === null ? null : read(base), read(mine), read(theirs)];
  if ([first, own, other].some((side) => side !== null && draftSizeFault(side.xml) !== null)) return mergeContents({ base, mine, theirs }, takeTheirs);
  const [before, drawn, drawnToo] = [first === null ? null : await openDrawing(first.xml), await openDrawing(own.xml), await openDrawing(other.xml)];
  const asFiles = mergeContents({ base, mine, theirs }, takeTheirs);
  if (!drawn.ok || !drawnToo.ok || before?.ok === false || own.xml === other.xml) return asFiles;
  const collisions = mergeDrawings({ base: before?.value ?? null, mine: drawn.value, theirs: drawnToo.value }, takeTheirs);
  if (collisions === null) return asFiles;
  const xml = await drawingXml(drawn.value);
  const again = await openDrawing(xml);
  return again.ok ? { content: { name: text(again.value.process, 'name'), xml }, collisions: collisions.map(shown) } : asFiles;
};
