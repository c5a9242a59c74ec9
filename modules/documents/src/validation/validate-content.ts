// SPDX-License-Identifier: EUPL-1.2
import type { Trust } from '../signing/model.ts';
import { commonName, integrityOf, namesItsCertificate, readCms } from './cms.ts';
import type { SignatureReport, VerdictCode } from './model.ts';
import { trustPathOf } from './trust-path.ts';
import { verdictOf, verdictWords } from './words.ts';

/** Whether a detached signature is for some bytes, and whose it is. */
export type ContentVerdict = Pick<SignatureReport, 'verdict' | 'code' | 'reason' | 'signer' | 'issuer'>;

type Asked = { readonly signature: Uint8Array; readonly trust: Trust; readonly at: Temporal.Instant };

/** Judges a detached CAdES signature over some bytes. `at`: the moment the certificates must have been in force at. */
export function validateContent(bytes: Uint8Array, { signature, trust, at }: Asked): ContentVerdict {
  const cms = readCms(signature);
  const judged = (code: VerdictCode): ContentVerdict => ({
    verdict: verdictOf[code], code, reason: verdictWords[code],
    signer: cms === null ? '' : commonName(cms.certificate.subject), issuer: cms === null ? '' : commonName(cms.certificate.issuer),
  });
  if (cms === null) return judged('unreadable');
  if (cms.inside !== null) return judged('content-inside');
  const integrity = integrityOf(cms, [bytes]);
  if (integrity !== 'intact') return judged(integrity);
  if (namesItsCertificate(cms) !== 'yes') return judged('other-certificate');
  return judged(trustPathOf(cms.certificate, { others: cms.others, trust, revocation: { crls: [], ocsps: [] }, at, proven: true }).doubt ?? 'ok');
}
