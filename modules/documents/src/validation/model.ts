// SPDX-License-Identifier: EUPL-1.2
import type { Changes } from './changes.ts';

/**
 * One signature or time-stamp, judged as ETSI EN 319 102-1 does: 'valid' (total-passed), 'invalid' (total-failed: changed, forged, revoked when it was made),
 * 'indeterminate': the bytes are right, but who signed or whether the certificate counted cannot be told from what is at hand.
 */
export type Verdict = 'valid' | 'indeterminate' | 'invalid';

/** 'intact': the bytes are those that were signed, and nothing seen was added or replaced since. */
export type Integrity = 'intact' | 'broken';

/** Why a verdict is not 'valid'. */
export type VerdictCode =
  | 'ok' | 'byte-range' | 'unreadable' | 'content-inside' | 'changed' | 'other-certificate' | 'changed-after' | 'weak'
  | 'unknown-issuer' | 'not-in-force' | 'revoked' | 'maybe-revoked';

/** One signature (chữ ký số) of a file, judged. */
export type SignatureReport = {
  readonly kind: 'signature' | 'timestamp';
  readonly verdict: Verdict;
  readonly code: VerdictCode;
  /** Whether what was signed is what the file shows, whoever signed it and whatever became of the certificate. */
  readonly integrity: Integrity;
  /** The verdict in words, Vietnamese, with what to do; empty when valid. */
  readonly reason: string;
  readonly signer: string;
  readonly issuer: string;
  /** Names from the signer up to the root, as far as they are known. */
  readonly path: readonly string[];
  /** The time of signing: proven by a time-stamp, else as the signer claims. */
  readonly signedAt: Temporal.Instant | null;
  readonly timeProof: 'timestamp' | 'claimed' | 'none';
  /** Until when the certificate under its time-stamp counts: before then a further stamp must be laid over it. Null without one. */
  readonly stampUntil: Temporal.Instant | null;
  /** What the signer wrote as the reason of signing. */
  readonly statedReason: string;
  readonly coversWholeFile: boolean;
  readonly changesAfter: Changes;
};

/** A file judged: as its worst signature; 'unsigned' when it has none. */
export type DocumentReport = {
  readonly document: Verdict | 'unsigned';
  /** Why the file as a whole is not valid, Vietnamese; empty when it is. */
  readonly reason: string;
  readonly signatures: readonly SignatureReport[];
};
