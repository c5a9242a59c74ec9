// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Answers, type EformDefinition, answerWords, listEformVersions, sampleAnswers } from '@motcua/eforms';

/** A field of the e-form a template may name, with an answer in words. */
export type AnswerField = { readonly name: string; readonly label: string; readonly value: string };

/** The answers of a form in words, by field; '' for what is open. Lists are named as a whole. */
export function answerFields({ display }: EformDefinition, answers: Answers): readonly AnswerField[] {
  return display.sections.flatMap(({ fields }) => fields).filter(({ control }) => control !== 'repeat').map((field) => ({ name: field.name, label: field.label, value: answerWords(field, answers[field.name]) }));
}

/** The fields of the newest version of an e-form, filled in for nobody; none when no form is named. */
export async function eformFieldsOf(db: Db, key: string | null): Promise<readonly AnswerField[]> {
  const newest = key === null ? undefined : (await listEformVersions(db, key))[0];
  return newest === undefined ? [] : answerFields(newest.definition, sampleAnswers(newest.definition));
}
