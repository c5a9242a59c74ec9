// SPDX-License-Identifier: EUPL-1.2
import type { SignerKind } from './model.ts';

/** A new key pair with its certificate. The key is PKCS#8, all are DER. */
export type IssuedCertificate = {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly privateKey: Uint8Array;
  readonly validFrom: Temporal.Instant;
  readonly validUntil: Temporal.Instant;
};

/** A certification authority for demonstrations: every name it writes says «BẢN TRÌNH DIỄN». */
export type TestAuthority = {
  /** The root certificate, DER. */
  readonly root: Uint8Array;
  /** An officer's key is RSA 2048, an agency's ECDSA P-256. */
  readonly issue: (subject: { readonly kind: SignerKind; readonly name: string; readonly organisation: string }) => Promise<IssuedCertificate>;
};

/**
 * Makes an authority with a fresh root, in force for ten years from `at`.
 */
export function createTestAuthority(_options: { readonly at: Temporal.Instant }): Promise<TestAuthority> {
  return Promise.reject(new Error('not built yet'));
}
