// SPDX-License-Identifier: EUPL-1.2
import type { Answers, Control, EformDefinition, Field } from '../model.ts';
import { readChoice, readDay, readDigits, readMoney, readNumber, readPhone, readText } from './reading.ts';
import { seenOf, visibleAnswers } from './visible.ts';

type Reader = (answer: unknown, field: Field) => unknown;

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);
const optionsOf = (field: Field): NonNullable<Field['options']> => field.options ?? [];

/** Reads texts, and numbers as if they had been written; leaves anything else as it is. */
const ofText = (read: (text: string, field: Field) => unknown): Reader => (answer, field) => {
  if (typeof answer === 'number') return read(String(answer), field);
  return typeof answer === 'string' ? read(answer, field) : answer;
};

const ofNumber = (read: (text: string) => number | string): Reader => (answer) => (typeof answer === 'string' ? read(answer) : answer);

const ticked: Reader = (answer) => {
  if (answer === 'true' || answer === 'on' || answer === 'có' || answer === 1) return true;
  return answer === 'false' || answer === 'không' || answer === 0 ? false : answer;
};

const manyChoices: Reader = (answer, field) => {
  const list = Array.isArray(answer) ? answer : [answer];
  const chosen = list.map((item: unknown) => (typeof item === 'string' ? readChoice(item, optionsOf(field)) : item));
  const known = optionsOf(field).map(({ value }) => value).filter((value) => chosen.includes(value));
  const unknown = chosen.filter((item) => item !== '' && !optionsOf(field).some(({ value }) => value === item));
  return [...known, ...new Set(unknown)];
};

const address: Reader = (answer) => {
  if (!isRecord(answer)) return answer;
  const parts = ['province', 'provinceName', 'commune', 'communeName', 'street'].map((name) => {
    const part = answer[name];
    return [name, typeof part === 'string' ? readText(part, 'one') : ''] as const;
  });
  return parts.some(([, part]) => part !== '') ? Object.fromEntries(parts) : undefined;
};

const namedParty: Reader = (answer) => {
  if (!isRecord(answer)) return answer;
  const text = (name: string): string => {
    const part = answer[name];
    return typeof part === 'string' ? part : '';
  };
  const parts = [['name', readText(text('name'), 'one')], ['personalId', readDigits(text('personalId'))], ['number', readDigits(text('number'))], ['birthDate', readDay(text('birthDate'))]] as const;
  const kept = parts.filter(([, part]) => part !== '');
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};

const entries: Reader = (answer, field) => {
  if (!Array.isArray(answer)) return answer;
  const read = answer.map((entry: unknown) => (isRecord(entry) ? normaliseFields(field.fields ?? [], entry) : entry));
  return read.filter((entry) => !isRecord(entry) || Object.keys(entry).length > 0);
};

const readers: Readonly<Record<Control, Reader>> = {
  text: ofText((text) => readText(text, 'one')),
  textarea: ofText((text) => readText(text, 'many')),
  email: ofText((text) => readText(text, 'one').replace(/\s/gu, '').toLowerCase()),
  date: ofText((text) => readDay(text)),
  number: ofNumber(readNumber),
  money: ofNumber(readMoney),
  'personal-id': ofText((text) => readDigits(text)),
  phone: ofText((text) => readPhone(text)),
  choice: ofText((text, field) => readChoice(text, optionsOf(field))),
  'multi-choice': manyChoices,
  checkbox: ticked,
  address,
  person: namedParty,
  organisation: namedParty,
  repeat: entries,
};

const isNothing = (answer: unknown): boolean => answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** The answers of a group of fields as they were meant; hidden ones too. */
export function normaliseFields(fields: readonly Field[], answers: Answers): Answers {
  const read: (readonly [string, unknown])[] = [];
  for (const field of fields) {
    if (field.computed !== undefined || !Object.hasOwn(answers, field.name)) continue;
    const answer = answers[field.name];
    const value = isNothing(answer) ? undefined : readers[field.control](answer, field);
    if (!isNothing(value)) read.push([field.name, value]);
  }
  return Object.fromEntries(read);
}

/** An entry's hidden answers go too; what hides them may stand outside the entry. */
function withoutHidden(fields: readonly Field[], answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([name, answer]) => {
    const inner = fields.find((field) => field.name === name && field.control === 'repeat')?.fields;
    if (inner === undefined || !Array.isArray(answer)) return [[name, answer] as const];
    const kept = answer.map((entry: unknown) => (isRecord(entry) ? seenOf(inner, entry, answers).answers : entry))
      .filter((entry) => !isRecord(entry) || Object.keys(entry).length > 0);
    return kept.length === 0 ? [] : [[name, kept] as const];
  }));
}

// Each pass settles at least one field more; no form is that long.
const mostPasses = 500;

/**
 * Answers as they were meant: clean text, plain figures, ISO dates, numbers as numbers. What cannot be read stays as typed, for `validateAnswers` to name.
 * Unknown and hidden fields are left out, and what was left empty. Doing it twice changes nothing.
 */
export function normaliseAnswers(definition: EformDefinition, answers: Answers): Answers {
  const fields = definition.display.sections.flatMap((section) => section.fields);
  let kept = normaliseFields(fields, answers);
  // A list emptied by hiding may hide what hangs on it, a sum changes with it: again, until nothing more does.
  for (let before = '', pass = 0; before !== JSON.stringify(kept) && pass < mostPasses; pass += 1) {
    before = JSON.stringify(kept);
    kept = withoutHidden(fields, visibleAnswers(definition, kept));
  }
  return kept;
}
