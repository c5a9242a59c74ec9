// SPDX-License-Identifier: EUPL-1.2
import type { DraftField, EformDraft } from '@motcua/eforms/contract';
import { type Place, changeField } from './draft-acts.ts';

type Condition = NonNullable<DraftField['visibleWhen']>;
type Names = { readonly from: string; readonly to: string };

/** A field of a list is named within its own list only, one of the form anywhere: what a rename reaches. */
type Reach = { readonly list: string | null };

function inCondition(condition: Condition, names: Names): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => inCondition(one, names)) };
  if ('any' in condition) return { any: condition.any.map((one) => inCondition(one, names)) };
  if ('not' in condition) return { not: inCondition(condition.not, names) };
  return condition.field === names.from ? { ...condition, field: names.to } : condition;
}

const quoted = /("[^"]*")/u;
const names = /[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)?/gu;

/** A formula with a name in it changed; texts in quotation marks stay. `list`: the name is one of this list's, written list.name outside of it. */
function inFormula(formula: string, { from, to }: Names, { list, isInside }: Reach & { readonly isInside: boolean }): string {
  const changed = (name: string): string => {
    if (list !== null) return name === `${list}.${from}` ? `${list}.${to}` : isInside && name === from ? to : name;
    const [head, inner] = name.split('.');
    return head === from ? [to, ...(inner === undefined ? [] : [inner])].join('.') : name;
  };
  return formula.split(quoted).map((part) => (part.startsWith('"') ? part : part.replace(names, changed))).join('');
}

function inField(field: DraftField, renamed: Names, { list }: Reach, within: string | null): DraftField {
  const isInside = list === within;
  // A name of the form may be hidden by one of the list's own; a name of a list means nothing outside of it.
  const isMeant = list === null || isInside;
  const bound = (day: NonNullable<DraftField['notAfter']>): NonNullable<DraftField['notAfter']> => (isMeant && day.name === renamed.from ? { ...day, name: renamed.to } : day);
  const { visibleWhen, computed, notAfter, notBefore, fields } = field;
  return {
    ...field,
    ...(visibleWhen === undefined || !isMeant ? {} : { visibleWhen: inCondition(visibleWhen, renamed) }), ...(computed === undefined ? {} : { computed: inFormula(computed, renamed, { list, isInside }) }),
    ...(notAfter === undefined ? {} : { notAfter: bound(notAfter) }), ...(notBefore === undefined ? {} : { notBefore: bound(notBefore) }),
    ...(fields === undefined || (list === null && fields.some(({ key }) => key === renamed.from)) ? {} : { fields: fields.map((inner) => inField(inner, renamed, { list }, field.key)) }),
  };
}

/** Gives a field another name, and changes it wherever the form speaks of it: conditions, formulas, bounds of days. A name another field of its group has is not taken. */
export function renameField(draft: EformDraft, place: Place, change: DraftField): { readonly draft: EformDraft; readonly place: Place } {
  const siblings = place.list === null ? draft.sections.flatMap(({ fields }) => fields) : draft.sections.flatMap(({ fields }) => fields).find(({ key }) => key === place.list)?.fields ?? [];
  if (siblings.some(({ key }) => key === change.key)) return { draft, place };
  const renamed = { from: place.key, to: change.key };
  const changed = changeField(draft, place, change);
  return {
    place: { ...place, key: change.key },
    draft: {
      ...changed,
      sections: changed.sections.map((section) => ({
        ...section, ...(section.visibleWhen === undefined || place.list !== null ? {} : { visibleWhen: inCondition(section.visibleWhen, renamed) }), fields: section.fields.map((field) => inField(field, renamed, { list: place.list }, null)),
      })),
    },
  };
}
