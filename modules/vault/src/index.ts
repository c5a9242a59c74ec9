// SPDX-License-Identifier: EUPL-1.2
/**
 * Vault: kho dữ liệu điện tử của tổ chức, cá nhân.
 *
 * Keeps the papers the state holds of a person or organisation, says how each stands on a day, and who looked at whose data.
 * Hides how papers are numbered and where their files lie. Knows no dossier but its code.
 */
export { disputesOf, enterPapers, enteredWithoutDossier, heldAlready, leftBy, nextCode, nextUploadCode, papersOf, recordChanges } from './store/entries.ts';
export { addRepresentation, endRepresentation, organisationsOf, represents, representativeLooked, representativeLooks, representativesOf } from './store/representations.ts';
export { papersById } from './store/entries.ts';
export { findConsent, keepConsent } from './store/consents.ts';
export { viewingLog, viewingsOf } from './store/viewings.ts';
export type { Viewing, ViewingLog } from './store/viewings.ts';
export { stateOn, validUntilOf } from './rules/state.ts';
export { inSeveralVaults, withOddDays } from './store/contradictions.ts';
export { vaultActs } from './permissions.ts';
export { isHeldByState } from './rules/state.ts';
export type { KeptPaper, Representation, VaultChange, VaultEntry, VaultOwner } from './model.ts';
