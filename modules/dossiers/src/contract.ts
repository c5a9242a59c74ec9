// SPDX-License-Identifier: EUPL-1.2
/**
 * What travels about dossiers, to and from browsers and partners. Safe in browsers. Instants are ISO 8601 texts.
 * Every act takes `clientKey` (a UUID made by the screen): the same key again answers the same and does nothing twice;
 * and `version`: the dossier's version the screen showed, so that two officers at once do not overwrite each other (409 changed-meanwhile).
 */
export * from './contract/parts.ts';
export * from './contract/acts.ts';
export * from './contract/views.ts';
export * from './contract/signing.ts';
export * from './contract/signature-pictures.ts';
export * from './contract/filing.ts';
export * from './contract/joint-drafts.ts';
export * from './contract/assignment.ts';
export * from './contract/tracking-book.ts';
export * from './contract/seals.ts';
export * from './contract/on-site.ts';
export * from './contract/lateness.ts';
export * from './contract/supplements.ts';
export * from './contract/wishes.ts';
export * from './contract/checks.ts';
export * from './contract/version-moves.ts';
export * from './contract/procedure-moves.ts';
export * from './contract/calendar.ts';
export * from './contract/papers.ts';
export * from './contract/originals.ts';
export * from './contract/dated-tables.ts';
export * from './contract/number-series.ts';
export * from './contract/fees.ts';
export * from './contract/secret-papers.ts';
export * from './contract/owed.ts';
export * from './contract/digitising.ts';
export * from './contract/working-papers.ts';
export * from './contract/money.ts';
export * from './contract/waiting-scans.ts';
export * from './contract/paper-checks.ts';
export * from './contract/printed-copies.ts';
export * from './contract/file-advice.ts';
export * from './contract/openings.ts';
export * from './contract/post.ts';
export * from './contract/transfers.ts';
export * from './contract/dry-run.ts';
export * from './contract/bench.ts';
export * from './contract/readiness.ts';
export * from './contract/vault.ts';
export * from './contract/reuse.ts';
export * from './contract/enterprises.ts';
export * from './contract/digital-identity.ts';
