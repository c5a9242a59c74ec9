// SPDX-License-Identifier: EUPL-1.2
/**
 * Packs: gói thủ tục, one signed file with everything a procedure needs, that another installation can look at, test and take over.
 *
 * Hides the file, its signature, its tests, and what was in force before. Knows no kind of content: the owners are given, as for proposals.
 */
export { packItems, packKind } from './kind.ts';
export { publisherRoots } from './commands/publishers.ts';
export { packActs } from './permissions.ts';
