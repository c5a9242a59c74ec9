// SPDX-License-Identifier: EUPL-1.2
/**
 * Paper templates: mẫu giấy của tỉnh.
 *
 * Prints what the province itself lays out: the papers of its e-forms, blank and as a sample.
 */
export { printEform } from './eform-paper/print.ts';
export { paperTemplateActs } from './permissions.ts';
