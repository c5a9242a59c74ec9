// SPDX-License-Identifier: EUPL-1.2
import type { RevocationData } from '../validation/revocation.ts';
import type { SignatureLook } from './look.ts';

/** Signs the given bytes: RSA (by the identity's scheme) or DER-encoded ECDSA, over their SHA-256. A file key, a token (PKCS#11) or a remote service. */
export type Sign = (toBeSigned: Uint8Array) => Promise<Uint8Array>;

/** A key that lies elsewhere refused to sign, or did not answer. The text says it to the signer, in Vietnamese. */
export class KeyRefused extends Error {}

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
  /** How an RSA key signs; PKCS#1 v1.5 when not said. Of no meaning for other keys. */
  readonly scheme?: 'rsa-pkcs1' | 'rsa-pss';
  readonly sign: Sign;
  /** Signs several at once, where the key's place can: its holder confirms once for all. */
  readonly signMany?: (toBeSigned: readonly Uint8Array[]) => Promise<readonly Uint8Array[]>;
};

/** A place on a page, in points, measured from the top left corner as people read. `page` counts from 1. */
export type Place = { readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Answers a time-stamp token (RFC 3161, DER) for a SHA-256. @throws TimestampRefused */
export type TimestampAuthority = { readonly stamp: (digest: Uint8Array) => Promise<Uint8Array> };

/** What is known of certificates at the moment: OCSP answers and revocation lists, DER. @throws when nobody answers */
export type RevocationSource = { readonly dataFor: (certificate: Uint8Array, issuer: Uint8Array) => Promise<RevocationData> };

/**
 * What makes a signature provable later. 'B-T': a time-stamp over the signature; 'B-LT': with the certificates and revocation data in the file;
 * 'B-LTA': with a time-stamp over the whole file on top.
 */
export type LongTermProofs =
  | { readonly level: 'B-T'; readonly timestamps: TimestampAuthority }
  | { readonly level: 'B-LT' | 'B-LTA'; readonly timestamps: TimestampAuthority; readonly revocation: RevocationSource };

/** What is to be signed with. Without a place the signature is there but not seen. */
export type SignatureOrder = {
  readonly signer: SigningIdentity;
  /** Why, in Vietnamese: «Phê duyệt kết quả giải quyết». */
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly appearance?: Place;
  /** What the look calls the signature: a person's initial on a draft (ký nháy) says so. */
  readonly isInitial?: boolean;
  /** What is seen in `appearance`; lines with name and time when not said. A picture is drawn in the part of the place that `placeOfPicture` tells. */
  readonly look?: SignatureLook | undefined;
  /** Where time-stamps and revocation data come from; without it the signature is PAdES B-B. */
  readonly proofs?: LongTermProofs;
};

/** Certificates (DER) that are believed without further proof. */
export type Trust = { readonly roots: readonly Uint8Array[] };
