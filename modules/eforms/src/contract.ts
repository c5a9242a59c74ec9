// SPDX-License-Identifier: EUPL-1.2
/**
 * The rules of e-forms as they run in the browser and on the server alike. Needs no Node and no database.
 */
export { validateAnswers } from './rules/validate.ts';
export { visibleFields } from './rules/visible.ts';
export { normaliseAnswers } from './rules/normalise.ts';
export type { Control, Condition, Option, Field, Section, JsonSchema, EformDefinition, Answers, Address, Fault } from './model.ts';
