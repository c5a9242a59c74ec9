// SPDX-License-Identifier: EUPL-1.2
/**
 * E-forms: tờ khai, biểu mẫu điện tử.
 *
 * Keeps the versions of the declarations people fill in, and judges answers against them; all faults at once, in words.
 * Hides the schema language, the reading of dates and amounts as people write them, and what is shown when.
 * Does not know which procedure uses a form.
 */
export { publishEform, getEform, eformOn, listEforms, listEformVersions } from './store/eforms.ts';
export type { EformPublication, PublishRefusal, PublishedEform } from './store/eforms.ts';
export { reviewEform } from './definition/review.ts';
export type { AskingRule, EformFinding } from './definition/review.ts';
export { eformKind, eformOfProposal } from './proposal-kind.ts';
export { lintEform } from './definition/lint.ts';
export { judgeSchemaSuite } from './conformance/json-schema-suite.ts';
export type { SchemaVerdict } from './conformance/json-schema-suite.ts';
export { askingRulesOn } from './store/asking-rules.ts';
export { productEforms } from './store/product-eforms.ts';
export * from './contract.ts';
