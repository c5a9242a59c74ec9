// SPDX-License-Identifier: EUPL-1.2
import { certificateFacts, isRevoked, KeyRefused, RevocationUnknown, type SignatureOrder, type SigningIdentity, signPdf, TimestampRefused } from '@motcua/documents';
import { ok, refuse } from '@motcua/kernel';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';

type Order = Omit<SignatureOrder, 'proofs' | 'signer'> & {
  /** A signing identity, or the way to one that must be asked for. */
  readonly signer: SigningIdentity | (() => Promise<SigningIdentity>);
  /** No other signature follows: the file gets what is needed to check it years later. */
  readonly isLast: boolean;
};

/**
 * Signs a paper with the proofs this installation has: the certificate is asked about first, each signature gets a time-stamp, the last one long-term data.
 *
 * @error certificate-expired - it counts no more, or not yet
 * @error key-refused - a key elsewhere was not opened
 * @error certificate-revoked - the issuer took the certificate back
 * @error proof-unavailable - the time-stamp authority or the issuer does not answer; nothing was signed
 * @legal nd-30-2020/digital-signature
 */
export async function signedPaper({ proofs }: DossierContext, pdf: Uint8Array, { isLast, signer: given, ...order }: Order): Promise<Outcome<Uint8Array>> {
  try {
    const signer = typeof given === 'function' ? await given() : given;
    const { validFrom, validUntil } = certificateFacts(signer.certificate);
    if (Temporal.Instant.compare(order.at, validFrom) < 0 || Temporal.Instant.compare(order.at, validUntil) >= 0) return refuse({ code: 'certificate-expired', who: signer.name, until: validUntil.toString() });
    if (proofs === undefined) return ok(await signPdf(pdf, { ...order, signer }));
    if (await isRevoked(signer, proofs.revocation)) return refuse({ code: 'certificate-revoked', who: signer.name });
    return ok(await signPdf(pdf, { ...order, signer, proofs: isLast ? proofs : { level: 'B-T', timestamps: proofs.timestamps } }));
  } catch (fault) {
    if (fault instanceof KeyRefused) return refuse({ code: 'key-refused', why: fault.message });
    if (fault instanceof TimestampRefused || fault instanceof RevocationUnknown) return refuse({ code: 'proof-unavailable', why: fault.message });
    throw fault;
  }
}
