// SPDX-License-Identifier: EUPL-1.2
import type { Answers, Control, EformDefinition, Fault, Field, JsonSchema } from '../model.ts';
import { judge } from '../schema/judge.ts';
import { isFilled } from './condition.ts';
import { against, missing, unreadable, wrongSide } from './faults.ts';
import { isDay } from './reading.ts';
import { seenOf, visibleSections } from './visible.ts';

/** What the answers are held against beside the form itself. `today` is an ISO day; without it no day is too late or too early. */
export type Circumstances = { readonly today?: string };

type Group = { readonly schema: JsonSchema; readonly definitions: unknown; readonly path: string; readonly around: Answers; readonly today: string | undefined };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const recordIn = (schema: JsonSchema, keyword: string): JsonSchema => {
  const value = schema[keyword];
  return isRecord(value) ? value : {};
};
const fits = (pattern: RegExp) => (answer: unknown): boolean => typeof answer === 'string' && pattern.test(answer);
const isText = (answer: unknown): answer is string => typeof answer === 'string';
const among = (answer: unknown, field: Field): boolean => (field.options ?? []).some(({ value }) => value === answer);

const readable: Readonly<Record<Control, (answer: unknown, field: Field) => boolean>> = {
  text: isText,
  textarea: isText,
  date: (answer) => isText(answer) && isDay(answer),
  number: (answer) => typeof answer === 'number' && Number.isFinite(answer),
  money: (answer) => typeof answer === 'number' && Number.isSafeInteger(answer) && answer >= 0,
  choice: among,
  'multi-choice': (answer, field) => Array.isArray(answer) && answer.every((item) => among(item, field)),
  checkbox: (answer) => typeof answer === 'boolean',
  person: (answer) => isRecord(answer) && isText(answer['name']) && fits(/^\d{12}$/u)(answer['personalId']) && (answer['birthDate'] === undefined || (isText(answer['birthDate']) && isDay(answer['birthDate']))),
  organisation: (answer) => isRecord(answer) && isText(answer['name']) && fits(/^(?:\d{10}|\d{12}|\d{13})$/u)(answer['number']),
  address: (answer) => isRecord(answer) && ['province', 'commune', 'street'].every((part) => isText(answer[part]) && answer[part] !== ''),
  'personal-id': fits(/^\d{12}$/u),
  phone: fits(/^0\d{9,10}$/u),
  email: fits(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u),
  repeat: (answer) => Array.isArray(answer) && answer.every(isRecord),
};

// Said by another rule in better words: what lies inside a list or an address is judged field by field.
const ofInside = new Set(['items', 'properties', 'required', 'format']);

function schemaFaults(answer: unknown, field: Field, group: Group): readonly Fault[] {
  const own = recordIn(recordIn(group.schema, 'properties'), field.name);
  const level = Object.fromEntries(Object.entries(own).filter(([keyword]) => !ofInside.has(keyword)));
  const atTop = brokenBy({ ...level, $defs: group.definitions }, answer).filter(({ at, keyword }) => at === '' && keyword !== 'false');
  return atTop.map(({ keyword, limit }) => against(group.path + field.name, field, { keyword, limit }));
}

// A published schema was read before; one that cannot be read refuses the answer rather than the whole page.
function brokenBy(schema: JsonSchema, answer: unknown): ReturnType<typeof judge> {
  try {
    return judge(schema, answer);
  } catch {
    return [{ at: '', keyword: '$ref', limit: undefined }];
  }
}

function sideFaults(day: unknown, field: Field, { path, around, today }: Group): readonly Fault[] {
  const faults: Fault[] = [];
  for (const side of ['notAfter', 'notBefore'] as const) {
    const bound = field[side];
    const other = bound === undefined ? undefined : bound.name === 'today' ? today : around[bound.name];
    if (bound === undefined || !isText(day) || !isText(other) || !isDay(other)) continue;
    if (side === 'notAfter' ? day > other : day < other) faults.push(wrongSide(path + field.name, field, { side, of: bound.words }));
  }
  return faults;
}

function entryFaults(answer: unknown, field: Field, group: Group): readonly Fault[] {
  if (field.control !== 'repeat' || !Array.isArray(answer)) return [];
  const schema = recordIn(recordIn(recordIn(group.schema, 'properties'), field.name), 'items');
  return answer.filter(isRecord).flatMap((entry, index) => {
    const seen = seenOf(field.fields ?? [], entry, group.around);
    const inner = { ...group, schema, path: `${group.path}${field.name}.${String(index)}.`, around: { ...group.around, ...seen.answers } };
    return groupFaults(seen.fields, seen.answers, inner);
  });
}

function fieldFaults(field: Field, answer: unknown, group: Group): readonly Fault[] {
  const path = group.path + field.name;
  if (!isFilled(answer)) {
    const required = group.schema['required'];
    return Array.isArray(required) && required.includes(field.name) && field.soft !== true && field.computed === undefined ? [missing(path, field)] : [];
  }
  if (!readable[field.control](answer, field)) return [unreadable(path, field)];
  return [...schemaFaults(answer, field, group), ...sideFaults(answer, field, group), ...entryFaults(answer, field, group)];
}

function groupFaults(fields: readonly Field[], answers: Answers, group: Group): readonly Fault[] {
  return fields.flatMap((field) => fieldFaults(field, answers[field.name], group));
}

/**
 * All faults of the answers at once, in the order of the form. Hidden fields are not judged; a soft field may stay open. Give it normalised answers.
 */
export function validateAnswers(definition: EformDefinition, answers: Answers, { today }: Circumstances = {}): readonly Fault[] {
  const sections = visibleSections(definition, answers);
  const around: Answers = Object.fromEntries(sections.flatMap((section) => Object.entries(section.answers)));
  const group: Group = { schema: definition.schema, definitions: definition.schema['$defs'] ?? {}, path: '', around, today };
  return sections.flatMap((section) => groupFaults(section.fields, around, group));
}
