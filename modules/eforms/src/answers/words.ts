// SPDX-License-Identifier: EUPL-1.2
import type { Answers, Control, EformDefinition, Field } from '../model.ts';
import { isFilled } from './condition.ts';
import { isDay } from './reading.ts';
import { seenOf, visibleSections } from './visible.ts';

/** An answer in words, for papers and for reading over. */
export type AnswerLine = { readonly name: string; readonly label: string; readonly value: string };

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);
const plain = (answer: unknown): string => (typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '');
const figure = (answer: unknown): string => (typeof answer === 'number' ? answer.toLocaleString('vi-VN') : plain(answer));
const labelOf = (answer: unknown, field: Field): string => field.options?.find(({ value }) => value === answer)?.label ?? plain(answer);

function placeWords(answer: unknown): string {
  if (!isRecord(answer)) return plain(answer);
  return ['street', 'communeName', 'provinceName'].map((part) => plain(answer[part])).filter((part) => part !== '').join(', ');
}

function partyWords(answer: unknown): string {
  if (!isRecord(answer)) return plain(answer);
  const number = plain(answer['personalId']) + plain(answer['number']);
  const day = dayWords(answer['birthDate']);
  return [plain(answer['name']), number === '' ? '' : `số ${number}`, day === '' ? '' : `sinh ngày ${day}`].filter((part) => part !== '').join(', ');
}

const dayWords = (answer: unknown): string =>
  (typeof answer === 'string' && isDay(answer) ? answer.split('-').toReversed().join('/') : plain(answer));

const words: Readonly<Record<Control, (answer: unknown, field: Field) => string>> = {
  text: plain, textarea: plain, email: plain, phone: plain, 'personal-id': plain,
  date: dayWords,
  number: figure,
  money: (answer) => `${figure(answer)} đồng`,
  choice: labelOf,
  'multi-choice': (answer, field) => (Array.isArray(answer) ? answer.map((item) => labelOf(item, field)).join('; ') : plain(answer)),
  checkbox: (answer) => (answer === true ? 'Có' : ''),
  address: placeWords, person: partyWords, organisation: partyWords,
  repeat: () => '',
};

/** One answer as a paper shows it; '' when there is none. */
export const answerWords = (field: Field, answer: unknown): string => isFilled(answer) ? words[field.control](answer, field) : '';

function linesOf(fields: readonly Field[], answers: Answers, around: Answers): readonly AnswerLine[] {
  return fields.flatMap((field) => {
    const answer = answers[field.name];
    if (!isFilled(answer)) return [];
    if (field.control !== 'repeat' || !Array.isArray(answer)) return [{ name: field.name, label: field.label, value: words[field.control](answer, field) }];
    return answer.filter(isRecord).map((entry, index) => {
      const seen = seenOf(field.fields ?? [], entry, around);
      const inner = linesOf(seen.fields, seen.answers, { ...around, ...seen.answers });
      return {
        name: `${field.name}.${String(index)}`, label: `${field.entryLabel ?? field.label} ${String(index + 1)}`,
        value: inner.map(({ label, value }) => `${label}: ${value}`).join('; '),
      };
    });
  });
}

/** What was answered, in words and in the order of the form: «Ngày sinh», «01/02/1995». Nothing for what is hidden or open. */
export function answerLines(definition: EformDefinition, answers: Answers): readonly AnswerLine[] {
  const sections = visibleSections(definition, answers);
  const around: Answers = Object.fromEntries(sections.flatMap((section) => Object.entries(section.answers)));
  return sections.flatMap((section) => linesOf(section.fields, around, around)).filter(({ value }) => value !== '');
}
