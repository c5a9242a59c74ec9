// SPDX-License-Identifier: EUPL-1.2
import { softGaps } from '../definition/figures.ts';
import type { Answers, EformDefinition, Field } from '../model.ts';
import { normaliseAnswers, normaliseFields } from './normalise.ts';
import { seenOf, visibleFields } from './visible.ts';

/** A form as it stands on a screen: the fields to show, what stands in them as typed or worked out, the mild words under open soft fields. */
export type FormAsSeen = { readonly fields: readonly Field[]; readonly values: Answers; readonly reminders: Readonly<Record<string, string>> };

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);

function entryAsSeen(field: Field, entry: Answers, around: Answers): Answers {
  const inner = field.fields ?? [];
  return withWorked(inner, entry, seenOf(inner, normaliseFields(inner, entry), around).answers);
}

function withWorked(fields: readonly Field[], typed: Answers, meant: Answers): Answers {
  const values: Record<string, unknown> = { ...typed };
  for (const field of fields) {
    const answer = typed[field.name];
    if (field.computed !== undefined) values[field.name] = meant[field.name];
    else if (field.control === 'repeat' && Array.isArray(answer)) values[field.name] = answer.map((entry: unknown) => (isRecord(entry) ? entryAsSeen(field, entry, meant) : entry));
  }
  return values;
}

/** What is to be shown for answers half typed: conditions and formulas go by what was meant, the fields keep what was typed. */
export function formAsSeen(definition: EformDefinition, typed: Answers): FormAsSeen {
  const meant = normaliseAnswers(definition, typed);
  const fields = visibleFields(definition, meant);
  return { fields, values: withWorked(fields, typed, meant), reminders: softGaps(fields, typed) };
}
