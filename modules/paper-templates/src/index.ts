// SPDX-License-Identifier: EUPL-1.2
/**
 * Paper templates: mẫu giấy của tỉnh.
 *
 * Prints what the province itself lays out: the papers of its e-forms, blank and as a sample, and the results its Word files lay out.
 * Hides how a Word file is opened without trusting it, filled, and translated for the press; which version counts on a day.
 * Does not know what a dossier is.
 */
export { printEform, printFilledEform } from './eform-paper/print.ts';
export { paperTemplateActs } from './permissions.ts';
export { answerFields } from './template/eform-fields.ts';
export { answersNamed } from './template/named-answers.ts';
export { fillDocx, printTemplate } from './template/fill.ts';
export type { TemplateData } from './template/data.ts';
export type { LetterKind } from './template/papers.ts';
export { paperTemplateKind } from './template/proposal-kind.ts';
export { findFile, templateOn, templatesOn } from './store/templates.ts';
export type { PaperTemplate } from './store/templates.ts';
