// SPDX-License-Identifier: EUPL-1.2
/**
 * Proposals: bản soạn, what an officer drafts and a second person publishes.
 *
 * One way for procedures, processes, e-forms, papers and packs: begun from the version in force, written by one or several, checked, submitted,
 * published on a decision from a day on. Hides revisions, merging, differences. Knows no kind: their owners say how a content is read, checked, told and stored.
 */
export type { Finding, JsonValue, Part, ProposalKind, Publication } from './model.ts';
export { begin as beginProposal } from './commands/write.ts';
export { difference } from './difference/difference.ts';
export { isSame, mergeContents } from './rules/merge.ts';
export { proposalStandings, proposed } from './store/proposals.ts';
export type { ProposalStanding } from './store/proposals.ts';
export { proposalActs } from './permissions.ts';
