// SPDX-License-Identifier: EUPL-1.2
import type { Answers, EformDefinition, Field } from '../model.ts';
import { visibleFields } from '../answers/visible.ts';
import { asked } from './circles.ts';

// So many ways of answering are tried; a form that asks more questions than that keeps the benefit of the doubt.
const mostWays = 20_000;
// Each way looks at every field, and for one with a condition at all answers before it.
const mostLooks = 5_000_000;

type Choice = { readonly field: string; readonly answers: readonly unknown[] };

/** The answers worth trying for a field others ask about: each option, each value waited for, something else, nothing. */
function answersWorthTrying(field: Field, waitedFor: readonly unknown[]): readonly unknown[] {
  if (field.control === 'checkbox') return [true, undefined];
  const options = field.options?.map(({ value }) => value) ?? [];
  const others = options.length > 0 ? [] : field.control === 'number' || field.control === 'money' ? [0] : ['x'];
  return [...new Set([...options, ...waitedFor.filter((value) => options.length === 0 || options.some((option) => option === value)), ...others, undefined])];
}

function choicesOf({ display }: EformDefinition): readonly Choice[] {
  const fields = display.sections.flatMap((section) => section.fields);
  const conditions = [...display.sections, ...fields].flatMap(({ visibleWhen }) => visibleWhen === undefined ? [] : asked(visibleWhen));
  return fields.filter(({ name }) => conditions.some(({ field }) => field === name)).map((field) => ({
    field: field.name, answers: answersWorthTrying(field, conditions.filter((one) => one.field === field.name).flatMap(({ values }) => values)),
  }));
}

/** Fields no way of answering ever shows (ô không tới được); nothing when there are too many ways to try them all. */
export function unreachableFields(definition: EformDefinition): readonly Field[] {
  const choices = choicesOf(definition);
  const ways = choices.reduce((product, { answers }) => product * answers.length, 1);
  const fields = definition.display.sections.flatMap((section) => section.fields);
  const unseen = new Map(fields.map((field) => [field.name, field]));
  const looks = ways * fields.length * (1 + fields.filter(({ visibleWhen }) => visibleWhen !== undefined).length);
  if (ways > mostWays || looks > mostLooks) return [];
  for (let way = 0; way < ways && unseen.size > 0; way += 1) {
    let left = way;
    const answers: Record<string, unknown> = {};
    for (const { field, answers: possible } of choices) {
      answers[field] = possible[left % possible.length];
      left = Math.floor(left / possible.length);
    }
    for (const { name } of visibleFields(definition, answers satisfies Answers)) unseen.delete(name);
  }
  return [...unseen.values()];
}
