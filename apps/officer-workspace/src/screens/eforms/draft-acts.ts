// SPDX-License-Identifier: EUPL-1.2
import type { Control, DraftField, DraftSection, EformDraft } from '@motcua/eforms/contract';

/** Where a field stands: its section, and the list it is in when it is a field of its entries. */
export type Place = { readonly section: string; readonly list: string | null; readonly key: string };

/** What is being written: a field, or a section's heading. */
export type Chosen = { readonly kind: 'field'; readonly place: Place } | { readonly kind: 'section'; readonly key: string } | null;

/** The dotted way to a field, as findings name it. */
export const pathOf = ({ list, key }: Place): string => (list === null ? key : `${list}.${key}`);

/** One line of the ordered list: a section's heading, or a field with its number. */
export type Line = { readonly kind: 'section'; readonly section: DraftSection } | { readonly kind: 'field'; readonly place: Place; readonly field: DraftField; readonly number: string; readonly path: string };

/** The form as one ordered list, groups one level deep. */
export function linesOf({ sections }: EformDraft): readonly Line[] {
  let count = 0;
  return sections.flatMap((section): readonly Line[] => [
    { kind: 'section', section },
    ...section.fields.flatMap((field): readonly Line[] => {
      count += 1;
      const number = String(count);
      return [
        { kind: 'field', place: { section: section.key, list: null, key: field.key }, field, number, path: field.key },
        ...(field.fields ?? []).map((inner, at): Line => ({ kind: 'field', place: { section: section.key, list: field.key, key: inner.key }, field: inner, number: `${number}.${String(at + 1)}`, path: `${field.key}.${inner.key}` })),
      ];
    }),
  ]);
}

const within = (fields: readonly DraftField[], list: string | null, act: (fields: readonly DraftField[]) => readonly DraftField[]): readonly DraftField[] =>
  list === null ? act(fields) : fields.map((field) => field.key === list ? { ...field, fields: act(field.fields ?? []) } : field);

function inSection(draft: EformDraft, section: string, act: (fields: readonly DraftField[]) => readonly DraftField[]): EformDraft {
  return { ...draft, sections: draft.sections.map((one) => one.key === section ? { ...one, fields: act(one.fields) } : one) };
}

const inPlace = (draft: EformDraft, { section, list }: Place, act: (fields: readonly DraftField[]) => readonly DraftField[]): EformDraft => inSection(draft, section, (fields) => within(fields, list, act));

/** The field at a place. */
export function fieldAt(draft: EformDraft, { section, list, key }: Place): DraftField | undefined {
  const fields = draft.sections.find((one) => one.key === section)?.fields ?? [];
  return (list === null ? fields : fields.find((field) => field.key === list)?.fields ?? []).find((field) => field.key === key);
}

const typeOf: Readonly<Record<Control, string>> = {
  text: 'string', textarea: 'string', date: 'string', choice: 'string', 'personal-id': 'string', phone: 'string', email: 'string', number: 'number', money: 'integer', checkbox: 'boolean',
  address: 'object', person: 'object', organisation: 'object', 'multi-choice': 'array', repeat: 'array',
};

/** A name nobody has: «o7», «o7Ban2». */
function freeName(draft: EformDraft, wanted: string): string {
  const taken = new Set(linesOf(draft).flatMap((line) => line.kind === 'field' ? [line.field.key] : [line.section.key]));
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count += 1) if (!taken.has(`${wanted}${String(count)}`)) return `${wanted}${String(count)}`;
}

/** Changes a field; another control takes the schema type it needs and loses what only the old one had. */
export function changeField(draft: EformDraft, place: Place, change: DraftField): EformDraft {
  return inPlace(draft, place, (fields) => fields.map((field) => field.key === place.key ? change : field));
}

/** The same field under another control. */
export function withControl(field: DraftField, control: Control): DraftField {
  const { options, fields, computed, notAfter: _, notBefore: __, entryLabel: ___, ...kept } = field;
  return {
    ...kept, control, limits: { type: typeOf[control] },
    ...(control === 'choice' || control === 'multi-choice' ? { options: options ?? [{ value: 'mot', label: 'Lựa chọn một' }, { value: 'hai', label: 'Lựa chọn hai' }] } : {}),
    ...(control === 'repeat' ? { fields: fields ?? [{ key: 'ten', control: 'text', label: 'Tên', required: true, limits: { type: 'string' } }], entryLabel: 'Mục' } : {}),
    ...(computed === undefined || !['text', 'number', 'money'].includes(control) ? {} : { computed }),
  };
}

/** A new field after a place, or at the end of the last section. */
export function addField(draft: EformDraft, after: Place | null): { readonly draft: EformDraft; readonly place: Place } | null {
  const section = after?.section ?? draft.sections.at(-1)?.key;
  if (section === undefined) return null;
  const key = freeName(draft, 'o');
  const fresh: DraftField = { key, control: 'text', label: '', required: true, limits: { type: 'string', maxLength: 200 } };
  const place: Place = { section, list: after?.list ?? null, key };
  return { place, draft: inPlace(draft, place, (fields) => fields.toSpliced(after === null ? fields.length : fields.findIndex((field) => field.key === after.key) + 1, 0, fresh)) };
}

/** The same field once more, below. */
export function duplicateField(draft: EformDraft, place: Place): { readonly draft: EformDraft; readonly place: Place } {
  const field = fieldAt(draft, place);
  if (field === undefined) return { draft, place };
  const key = freeName(draft, `${place.key}Ban2`);
  return { place: { ...place, key }, draft: inPlace(draft, place, (fields) => fields.toSpliced(fields.findIndex((one) => one.key === place.key) + 1, 0, { ...field, key })) };
}

export const removeField = (draft: EformDraft, place: Place): EformDraft => inPlace(draft, place, (fields) => fields.filter((field) => field.key !== place.key));

/** Moves a field one place up or down; at the edge of its section it goes into the next one. */
export function moveField(draft: EformDraft, place: Place, by: -1 | 1): { readonly draft: EformDraft; readonly place: Place } {
  const field = fieldAt(draft, place);
  const at = draft.sections.findIndex(({ key }) => key === place.section);
  const siblings = (place.list === null ? draft.sections[at]?.fields : fieldAt(draft, { ...place, list: null, key: place.list })?.fields) ?? [];
  const from = siblings.findIndex(({ key }) => key === place.key);
  const to = from + by;
  if (field === undefined) return { draft, place };
  if (to >= 0 && to < siblings.length) return { place, draft: inPlace(draft, place, (fields) => fields.toSpliced(from, 1).toSpliced(to, 0, field)) };
  const next = draft.sections[at + by];
  if (place.list !== null || next === undefined) return { draft, place };
  const there = { ...place, section: next.key };
  return { place: there, draft: inSection(removeField(draft, place), next.key, (fields) => by > 0 ? [field, ...fields] : [...fields, field]) };
}

/** Puts a field before another one, or at the end of a section, wherever it was; a field of entries stays in its list. */
export function dropField(draft: EformDraft, moved: Place, onto: { readonly section: string; readonly before: Place | null }): { readonly draft: EformDraft; readonly place: Place } {
  const field = fieldAt(draft, moved);
  const target = onto.before;
  if (field === undefined || (target !== null && (target.key === moved.key || target.list !== moved.list)) || (target === null && moved.list !== null)) return { draft, place: moved };
  const place = { ...moved, section: onto.section };
  const lifted = removeField(draft, moved);
  return { place, draft: inPlace(lifted, place, (fields) => fields.toSpliced(target === null ? fields.length : fields.findIndex(({ key }) => key === target.key), 0, field)) };
}

export function addSection(draft: EformDraft): EformDraft {
  return { ...draft, sections: [...draft.sections, { key: freeName(draft, `phan-${String(draft.sections.length + 1)}`), title: '', fields: [] }] };
}

export function changeSection(draft: EformDraft, section: DraftSection): EformDraft {
  return { ...draft, sections: draft.sections.map((one) => one.key === section.key ? section : one) };
}

/** Takes a section out; its fields go to the one before, so nothing is lost. */
export function removeSection(draft: EformDraft, key: string): EformDraft {
  const at = draft.sections.findIndex((one) => one.key === key);
  const gone = draft.sections[at];
  if (gone === undefined || draft.sections.length < 2) return draft;
  const heir = at === 0 ? 1 : at - 1;
  return { ...draft, sections: draft.sections.map((one, where) => where !== heir ? one : { ...one, fields: at === 0 ? [...gone.fields, ...one.fields] : [...one.fields, ...gone.fields] }).filter((one) => one.key !== key) };
}
