// SPDX-License-Identifier: EUPL-1.2
/**
 * Organisation: bộ máy, địa bàn, người.
 *
 * Answers: which agency is this, who works there in which role today, where is its one-stop shop,
 * and which commune does an old or a new place name mean.
 * Hides the lists of units, their succession on 01/7/2025, and the dates of postings.
 */
export { importPlaces } from './commands/import-places.ts';
export type { ImportedPlaces } from './commands/import-places.ts';
export { importAgencies } from './commands/import-agencies.ts';
export { registerAgencies, openOneStopShop, registerDivisions, postOfficer } from './commands/register.ts';
export { enterDelegation, revokeDelegation, appointHead } from './commands/delegations.ts';
export { authorityToSign, signatoriesOf } from './views/delegations.ts';
export type { AuthorityRefusal, SigningAuthority } from './rules/signing-authority.ts';
export { registerSeal, setSigningHours } from './commands/seals.ts';
export { enterPosting, setBackup, setSeat, noteAbsence, endAbsence } from './commands/postings.ts';
export { registeredSeal, sealFor, sealsKeptBy } from './views/seals.ts';
export type { Seal, SealRefusal } from './views/seals.ts';
export { absentOn } from './views/postings.ts';
export { postsOn } from './views/posts.ts';
export { standings } from './views/standing.ts';
export { mayKeepSeal, registerActs } from './permissions.ts';
export type { NewOfficer, NewShop } from './commands/register.ts';
export { findAgency, agencyNames, agencyLine, agenciesUnder, divisionsOf, findOfficer, officersWith, findOneStopShop, shopServing } from './views/agencies.ts';
export type { Agency } from './views/agencies.ts';
export { provinces, communesOf, searchPlaces, placeOn } from './views/places.ts';
