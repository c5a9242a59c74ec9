// SPDX-License-Identifier: EUPL-1.2
import { isRevoked, RevocationUnknown, type SignatureOrder, signPdf, TimestampRefused } from '@motcua/documents';
import { ok, refuse } from '@motcua/kernel';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';

type Order = Omit<SignatureOrder, 'proofs'> & {
  /** No other signature follows: the file gets what is needed to check it years later. */
  readonly isLast: boolean;
};

/**
 * Signs a paper with the proofs this installation has: the certificate is asked about first, each signature gets a time-stamp, the last one long-term data.
 *
 * @error certificate-revoked - the issuer took the certificate back
 * @error proof-unavailable - the time-stamp authority or the issuer does not answer; nothing was signed
 * @legal nd-30-2020/digital-signature
 */
export async function signedPaper({ proofs }: DossierContext, pdf: Uint8Array, { isLast, ...order }: Order): Promise<Outcome<Uint8Array>> {
  if (proofs === undefined) return ok(await signPdf(pdf, order));
  try {
    if (await isRevoked(order.signer, proofs.revocation)) return refuse({ code: 'certificate-revoked', who: order.signer.name });
    return ok(await signPdf(pdf, { ...order, proofs: isLast ? proofs : { level: 'B-T', timestamps: proofs.timestamps } }));
  } catch (fault) {
    if (fault instanceof TimestampRefused || fault instanceof RevocationUnknown) return refuse({ code: 'proof-unavailable', why: fault.message });
    throw fault;
  }
}
