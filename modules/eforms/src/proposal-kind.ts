// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Clock, ok, officeDay, refuse } from '@motcua/kernel';
import type { Finding, JsonValue, Part, ProposalKind } from '@motcua/proposals';
import { z } from 'zod';
import { type DraftField, type EformDraft, definitionFrom, draftFrom, readDraft } from './definition/draft.ts';
import { draftSizeFault } from './definition/draft-size.ts';
import { reviewEform } from './definition/review.ts';
import type { Condition, EformDefinition, StandsFor } from './model.ts';
import { eformQuestions, proveEform } from './proposal-questions.ts';
import { askingRulesOn } from './store/asking-rules.ts';
import { listEformVersions, publishEform } from './store/eforms.ts';

/** The same as plain JSON: what was left out is not there. */
const asJson = (value: unknown): JsonValue => z.json().parse(JSON.parse(JSON.stringify(value)));
const unread = (paths: readonly string[]): readonly Finding[] => paths.map((path) => ({ path, place: `Nội dung ${path}`, text: 'Không đúng hình dạng của một tờ khai.', blocks: true }));

const tooLarge = (text: string): Finding => ({ path: 'sections', place: 'Cả tờ khai', text, blocks: true });

/** A content that was stored is a draft: `read` saw to it. */
function draftIn(content: JsonValue): EformDraft {
  const read = readDraft(content);
  return read.ok ? read.draft : { title: '', sections: [], rest: {} };
}

const controlWords: Readonly<Record<DraftField['control'], string>> = {
  text: 'chữ', textarea: 'nhiều dòng', date: 'ngày', number: 'số', money: 'số tiền', choice: 'chọn một', 'multi-choice': 'chọn nhiều', checkbox: 'đánh dấu',
  address: 'địa chỉ', person: 'cá nhân', organisation: 'tổ chức', 'personal-id': 'số định danh', phone: 'điện thoại', email: 'thư điện tử', repeat: 'danh sách',
};

function conditionWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(conditionWords).join(' và ');
  if ('any' in condition) return condition.any.map(conditionWords).join(' hoặc ');
  if ('not' in condition) return `không phải (${conditionWords(condition.not)})`;
  if ('filled' in condition) return `${condition.field} ${condition.filled ? 'đã ghi' : 'để trống'}`;
  return 'is' in condition ? `${condition.field} = ${String(condition.is)}` : `${condition.field} thuộc ${condition.in.map(String).join(', ')}`;
}

function fieldPart(field: DraftField): Part {
  const { key, label, control, required, soft, hint, source, options, visibleWhen, computed, faultText, readAloud, fields } = field;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Kiểu', controlWords[control]], ['Thiếu thì', soft === true ? 'nhắc, không chặn' : required ? 'phải ghi' : 'được để trống'], ['Gợi ý', hint], ['Lấy từ', source], ['Tự tính', computed],
    ['Lựa chọn', options?.map((option) => option.label).join('; ')], ['Hiện khi', visibleWhen === undefined ? undefined : conditionWords(visibleWhen)], ['Sai thì nói', faultText], ['Đọc thành tiếng', readAloud],
    ['Giới hạn', JSON.stringify(field.limits)],
  ];
  const parts = lines.flatMap(([name, text]): readonly Part[] => text === undefined ? [] : [{ key: name, label: name, text }]);
  return { key, label, parts: [...parts, ...(fields ?? []).map(fieldPart)] };
}

const describe = (content: JsonValue): readonly Part[] => {
  const { title, standsFor = [], sections } = draftIn(content);
  return [{ key: 'title', label: 'Tên tờ khai', text: title }, ...standsFor.map(({ procedure, component }): Part => ({ key: `thay-cho ${procedure ?? ''} ${component}`, label: 'Thay cho giấy', text: procedure === null ? `Mọi thủ tục dùng tờ khai này: giấy có tên bắt đầu bằng «${component}»` : `${procedure}: ${component}` })), ...sections.map((section): Part => ({ key: section.key, label: section.title, parts: section.fields.map(fieldPart) }))];
};

const emptyDraft: EformDraft = {
  title: 'Tờ khai mới', rest: { $schema: 'https://json-schema.org/draft/2020-12/schema' },
  sections: [{ key: 'phan-1', title: 'Người nộp', fields: [{ key: 'requesterName', control: 'text', label: 'Họ, chữ đệm, tên người nộp', source: 'account.fullName', required: true, limits: { type: 'string', maxLength: 200 } }] }],
};

/** What this kind asks its neighbours: where else the fields of a form are named, which papers of procedures look like it. */
export type EformNeighbours = {
  readonly namedElsewhere: (db: Db, key: string) => Promise<readonly { readonly field: string; readonly where: string }[]>;
  /** What is wrong with the papers a form is said to stand for, in words: places and what to do. */
  readonly papersUnsaid: (db: Db, asked: { readonly key: string; readonly standsFor: readonly StandsFor[]; readonly day: string }) => Promise<readonly { readonly place: string; readonly text: string }[]>;
};

/** Fields that are named elsewhere and are gone or have another name now. */
function gone({ sections }: EformDraft, named: readonly { readonly field: string; readonly where: string }[]): readonly Finding[] {
  const known = new Set(sections.flatMap(({ fields }) => fields).filter(({ control }) => control !== 'repeat').map(({ key }) => key));
  return named.filter(({ field }) => !known.has(field)).map(({ field, where }) => ({ path: '', place: where, text: `Mẫu còn dùng ô «${field}» mà tờ khai này không có. Sửa mẫu giấy, hoặc giữ mã ô.`, blocks: false }));
}

/** E-forms as a kind of bản soạn (tờ khai điện tử): begun from the newest version, checked by the dated rules, published as the next one. */
export function eformKind({ clock, namedElsewhere, papersUnsaid }: Partial<EformNeighbours> & { readonly clock: Clock }): ProposalKind {
  const inForm = (key: string, content: JsonValue, version: number): EformDefinition => definitionFrom(draftIn(content), { key, version });
  return {
    kind: 'eform', label: 'Tờ khai điện tử',
    read: (content) => {
      const read = readDraft(content);
      if (!read.ok) return refuse(unread(read.paths));
      const size = draftSizeFault(read.draft);
      return size === null ? ok(asJson(read.draft)) : refuse([tooLarge(size)]);
    },
    empty: (key) => /^[a-z][a-z0-9-]{2,79}$/u.test(key) ? asJson(emptyDraft) : null,
    current: async (db, key) => {
      const newest = (await listEformVersions(db, key))[0];
      return newest === undefined ? null : { version: newest.version, content: asJson(draftFrom(newest.definition)) };
    },
    title: (content) => draftIn(content).title,
    check: async (db, { key, content }) => {
      const size = draftSizeFault(draftIn(content));
      if (size !== null) return [tooLarge(size)];
      const day = officeDay(clock.now()).toString();
      const unsaid = await papersUnsaid?.(db, { key, standsFor: draftIn(content).standsFor ?? [], day }) ?? [];
      return [...reviewEform(inForm(key, content, 1), await askingRulesOn(db, day)), ...gone(draftIn(content), await namedElsewhere?.(db, key) ?? []), ...unsaid.map((found) => ({ path: 'standsFor', blocks: false, ...found }))];
    },
    describe,
    questions: (content) => eformQuestions(inForm('eform', content, 1)), prove: (content, given) => Promise.resolve(proveEform(inForm('eform', content, 1), given)),
    publish: async (tx, { key, content, decision, validFrom, by, at }) => {
      const version = ((await listEformVersions(tx, key))[0]?.version ?? 0) + 1;
      const published = await publishEform(tx, inForm(key, content, version), { by: by.id, at, validFrom, decision });
      return published.ok ? ok({ version }) : refuse(unreadable(published.error));
    },
  };
}

function unreadable(refusal: { readonly code: string; readonly faults?: readonly string[] }): readonly Finding[] {
  return (refusal.faults ?? ['Bản này vừa được công bố bởi người khác. Tải lại trang.']).map((text) => ({ path: '', place: 'Tờ khai', text, blocks: true }));
}

/** The form a bản soạn says; null when its content is none. */
export function eformOfProposal(content: JsonValue, key: string): EformDefinition | null {
  const read = readDraft(content);
  return read.ok ? definitionFrom(read.draft, { key, version: 1 }) : null;
}
