// SPDX-License-Identifier: EUPL-1.2
import type { Control, EformDefinition, Field } from '../model.ts';
import { sources } from './sources.ts';

/** How much a form asks. */
export type EformFigures = { readonly fields: number; readonly filled: number; readonly minutes: number };

// Seconds a person needs for an answer; read off filled-in declarations, good to about a third.
const seconds: Readonly<Record<Control, number>> = {
  text: 15, textarea: 45, date: 10, number: 8, money: 10, choice: 6, 'multi-choice': 10, checkbox: 4,
  address: 40, person: 40, organisation: 30, 'personal-id': 15, phone: 10, email: 15, repeat: 10,
};

/** All fields of a form, those inside repeats too. */
export function allFields(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...allFields(field.fields ?? [])]);
}

/** How many fields a form has, how many fill themselves, and the minutes it takes: what fills itself is only read. */
export function eformFigures({ display }: EformDefinition): EformFigures {
  const fields = allFields(display.sections.flatMap((section) => section.fields));
  const filled = fields.filter(({ source, computed }) => computed !== undefined || sources.some(({ name, isConnected }) => isConnected && name === source));
  const asked = fields.filter((field) => !filled.includes(field)).reduce((sum, { control }) => sum + seconds[control], 0);
  return { fields: fields.length, filled: filled.length, minutes: Math.max(1, Math.round((asked + filled.length * 2) / 60)) };
}

/** The form as a voice says it, in the order it is read: headings, questions, hints, answers to choose from. */
export function readingOrder({ title, display }: EformDefinition): readonly string[] {
  const question = (field: Field, depth: number): readonly string[] => [
    `${depth > 0 ? `${field.label}, trong mỗi mục` : field.readAloud ?? field.label}${field.soft === true ? ', nên ghi' : ''}${field.computed === undefined ? '' : ', tự tính'}.`,
    ...(field.hint === undefined ? [] : [field.hint]),
    ...(field.options === undefined ? [] : [`Chọn: ${field.options.map(({ label }) => label).join('; ')}.`]),
    ...(field.fields ?? []).flatMap((inner) => question(inner, depth + 1)),
  ];
  return [`${title}.`, ...display.sections.flatMap((section, at) => [`Phần ${String(at + 1)}: ${section.title}.`, ...(section.hint === undefined ? [] : [section.hint]), ...section.fields.flatMap((field) => question(field, 0))])];
}

/** The soft fields that are shown and open, by their path, with what is said about them: a reminder, never a fault. */
export function softGaps(fields: readonly Field[], answers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const open = fields.filter(({ name, soft }) => soft === true && (answers[name] === undefined || answers[name] === ''));
  return Object.fromEntries(open.map(({ name, softText }) => [name, softText ?? 'Nên ghi ô này. Để trống vẫn nộp được, cán bộ sẽ hỏi lại khi cần.']));
}
