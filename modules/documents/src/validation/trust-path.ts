// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import type { Trust } from '../signing/model.ts';
import { commonName } from './cms.ts';
import { type RevocationData, standingOf } from './revocation.ts';

/** What a path is looked for with: further certificates at hand, what is believed, revocation data, and when the certificates must have been in force. */
export type PathQuestion = {
  readonly others: readonly X509Certificate[];
  readonly trust: Trust;
  readonly revocation: RevocationData;
  readonly at: Temporal.Instant | null;
  /** Whether `at` is proven by a time-stamp; a claimed time proves nothing against a later revocation. */
  readonly proven: boolean;
};

/** The path to a root, or why there is none to rely on. `path`: common names from the signer up. */
export type TrustPath = { readonly path: readonly string[]; readonly doubt: 'unknown-issuer' | 'not-in-force' | 'revoked' | 'maybe-revoked' | null };

const longestPath = 8;

function inForce(certificate: X509Certificate, at: Temporal.Instant | null): boolean {
  if (at === null) return true;
  return certificate.validFromDate.getTime() <= at.epochMilliseconds && at.epochMilliseconds <= certificate.validToDate.getTime();
}

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean => {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
};

function revocationDoubt(question: PathQuestion, certificate: X509Certificate, issuer: X509Certificate): TrustPath['doubt'] {
  const standing = standingOf(question.revocation, certificate, issuer);
  if (standing.state !== 'revoked') return null;
  const before = question.at !== null && Temporal.Instant.compare(question.at, standing.since) < 0;
  if (!before) return 'revoked';
  return question.proven ? null : 'maybe-revoked';
}

/** Follows the issuers of a certificate up to a root that is believed. */
export function trustPathOf(certificate: X509Certificate, question: PathQuestion): TrustPath {
  const { others, trust, at } = question;
  const roots = trust.roots.map((root) => new X509Certificate(root));
  const path = [commonName(certificate.subject)];
  let doubt: TrustPath['doubt'] = null;
  let current = certificate;
  for (let step = 0; step < longestPath; step += 1) {
    const link = current;
    if (!inForce(link, at)) doubt ??= 'not-in-force';
    if (roots.some((root) => root.raw.equals(link.raw))) return { path, doubt };
    const root = roots.find((candidate) => issued(candidate, link));
    const next = root ?? others.find((candidate) => !candidate.raw.equals(link.raw) && issued(candidate, link));
    if (next === undefined) return { path, doubt: 'unknown-issuer' };
    doubt = revocationDoubt(question, link, next) ?? doubt;
    path.push(commonName(next.subject));
    if (root !== undefined) return { path, doubt: inForce(root, at) ? doubt : doubt ?? 'not-in-force' };
    current = next;
  }
  return { path, doubt: 'unknown-issuer' };
}
