// SPDX-License-Identifier: EUPL-1.2
/**
 * Decisions: bảng quyết định.
 *
 * Answers: which rules of a table hold for some answers, what stands against a table, and what it looks like as a DMN file.
 * Hides the language of the cells and the XML. Knows no procedure.
 */
export { decide, mayHold } from './table/decide.ts';
export type { DecisionRefusal, Hit, PossibleHit } from './table/decide.ts';
export { lintTable } from './table/lint.ts';
export { readDmn } from './dmn/read.ts';
export { writeDmn } from './dmn/write.ts';
export type { Answers, DecisionTable, Input, Output, Rule, TableFinding } from './contract.ts';
