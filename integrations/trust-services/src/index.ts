// SPDX-License-Identifier: EUPL-1.2
/**
 * Trust services (dịch vụ tin cậy): keys on tokens and at remote services as signing identities, and a stand-in of all who vouch for them.
 * Knows the door of documents, nothing else of this system.
 */
export { cscIdentity } from './csc.ts';
export type { CscAccount } from './csc.ts';
export { phoneIdentity } from './phone.ts';
export type { PhoneAccount } from './phone.ts';
export { tokenIdentity } from './token.ts';
export type { Pkcs11Token } from './token.ts';
export { revocationOverHttp, timestampsFrom } from './over-http.ts';
export { RemoteRefused } from './signature-form.ts';
export { startTrustServices } from './stand-in.ts';
export type { StandInSigner, TrustServices } from './stand-in.ts';
