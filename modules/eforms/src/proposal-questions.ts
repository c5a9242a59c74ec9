// SPDX-License-Identifier: EUPL-1.2
import type { JsonValue } from '@motcua/proposals';
import { z } from 'zod';
import { sampleAnswers } from './answers/sample.ts';
import { validateAnswers } from './answers/validate.ts';
import type { EformDefinition } from './model.ts';

const Given = z.object({ answers: z.record(z.string(), z.json()), today: z.iso.date() });
// A day of the past, so that what is asked today is answered alike in years.
const today = '2026-01-05';

const asJson = (value: unknown): JsonValue => z.json().parse(JSON.parse(JSON.stringify(value)));

/** What is asked of a form when it travels: what it says to nothing filled in, and to its own sample. */
export const eformQuestions = (form: EformDefinition): readonly { readonly name: string; readonly given: JsonValue }[] => [
  { name: 'Chưa ghi gì: những ô phải ghi', given: { answers: {}, today } },
  { name: 'Bản điền mẫu: những ô chưa đạt', given: asJson({ answers: sampleAnswers(form), today }) },
];

/** Which fields the answers do not satisfy, and by which rule. */
export function proveEform(form: EformDefinition, given: JsonValue): JsonValue {
  const read = Given.safeParse(given);
  return read.success ? validateAnswers(form, read.data.answers, { today: read.data.today }).map(({ path, rule }) => `${path} ${rule}`) : null;
}
