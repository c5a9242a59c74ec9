// SPDX-License-Identifier: EUPL-1.2
/**
 * The rules of e-forms as they run in the browser and on the server alike. Needs no Node and no database.
 */
export { validateAnswers } from './answers/validate.ts';
export type { Circumstances } from './answers/validate.ts';
export { visibleFields, visibleSections } from './answers/visible.ts';
export type { SeenSection } from './answers/visible.ts';
export { definitionFrom, draftFrom, readDraft } from './definition/draft.ts';
export type { DraftField, DraftSection, EformDraft } from './definition/draft.ts';
export { readEform } from './definition/read.ts';
export { formAsSeen } from './answers/seen.ts';
export type { FormAsSeen } from './answers/seen.ts';
export { normaliseAnswers } from './answers/normalise.ts';
export { sampleAnswers } from './answers/sample.ts';
export { answerLines, answerWords } from './answers/words.ts';
export type { AnswerLine } from './answers/words.ts';
export { eformFigures, readingOrder } from './definition/figures.ts';
export type { EformFigures } from './definition/figures.ts';
export { sources } from './definition/sources.ts';
export type { Source } from './definition/sources.ts';
export { readFormula } from './answers/formula.ts';
export type { Control, Condition, DayBound, Option, Field, Section, JsonSchema, EformDefinition, StandsFor, Answers, Address, Fault } from './model.ts';
