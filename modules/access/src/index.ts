// SPDX-License-Identifier: EUPL-1.2
/**
 * Access: ai đang hỏi, được làm gì.
 *
 * Signs officers in by password and second factor, citizens by the national identity, partners by key; keeps their sessions,
 * and answers whether an actor holds an act. Hides hashes, seals, and the talk with the identity provider.
 */
export { signInOfficer, setCredential, codeAt, secondFactorOf } from './officer-sign-in.ts';
export type { SignInRefusal } from './officer-sign-in.ts';
export { citizenSignIn } from './citizen-sign-in.ts';
export type { CitizenSignIn, CitizenSignInRefusal, IdentityProvider } from './citizen-sign-in.ts';
export { openSession, actorOfSession, endSession, firstSignIn, dropOldSessions, partnerOfKey, admitPartner } from './sessions.ts';
export type { OpenedSession } from './sessions.ts';
export { holds, openActs } from './table.ts';
export type { AccessTable, Holders } from './table.ts';
