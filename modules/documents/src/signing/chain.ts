// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import type { Trust } from './model.ts';

/** What a chain is looked for with: further certificates of the signature, the roots, the time of signing if known. */
export type ChainQuestion = { readonly others: readonly X509Certificate[]; readonly trust: Trust; readonly at: Temporal.Instant | null };

const longestChain = 6;

const unknownIssuer = 'Chưa xác định được tổ chức cấp chứng thư số của người ký. Ông/bà hỏi nơi cấp giấy trước khi sử dụng.';
const notInForce = 'Chứng thư số không có hiệu lực vào thời điểm ký. Ông/bà hỏi nơi cấp giấy trước khi sử dụng.';

function inForce(certificate: X509Certificate, at: Temporal.Instant | null): boolean {
  if (at === null) return true;
  return certificate.validFromDate.getTime() <= at.epochMilliseconds && at.epochMilliseconds <= certificate.validToDate.getTime();
}

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** Follows the issuers up to a root. @returns null when a root was reached and all were in force, else the doubt in Vietnamese */
export function leadsTo(certificate: X509Certificate, { others, trust, at }: ChainQuestion): string | null {
  const roots = trust.roots.map((root) => new X509Certificate(root));
  let current = certificate;
  for (let step = 0; step < longestChain; step += 1) {
    const link = current;
    if (!inForce(link, at)) return notInForce;
    const root = roots.find((candidate) => issued(candidate, link));
    if (root !== undefined) return inForce(root, at) ? null : notInForce;
    const next = others.find((candidate) => candidate !== link && issued(candidate, link));
    if (next === undefined) return unknownIssuer;
    current = next;
  }
  return unknownIssuer;
}
