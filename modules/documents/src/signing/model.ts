// SPDX-License-Identifier: EUPL-1.2
/** Signs the given bytes: RSA PKCS#1 v1.5 or DER-encoded ECDSA, both over their SHA-256. A file key, a token (PKCS#11) or a remote service. */
export type Sign = (toBeSigned: Uint8Array) => Promise<Uint8Array>;

/** Who signs: a person in office or an agency. */
export type SignerKind = 'officer' | 'agency';

/** A certificate with the way to use its key. Certificates are DER. */
export type SigningIdentity = {
  readonly kind: SignerKind;
  /** The name that appears in the signature: the common name of the certificate. */
  readonly name: string;
  readonly certificate: Uint8Array;
  /** From the issuer of `certificate` up to the root. */
  readonly chain: readonly Uint8Array[];
  readonly sign: Sign;
};

/** A place on a page, in points, measured from the top left corner as people read. `page` counts from 1. */
export type Place = { readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What is to be signed with. Without a place the signature is there but not seen. */
export type SignatureOrder = {
  readonly signer: SigningIdentity;
  /** Why, in Vietnamese: «Phê duyệt kết quả giải quyết». */
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly appearance?: Place;
};

/** Certificates (DER) that are believed without further proof. */
export type Trust = { readonly roots: readonly Uint8Array[] };
