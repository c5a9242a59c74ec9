// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { certificateFacts, isRevoked, KeyRefused, RevocationUnknown, type SignatureOrder, type SigningIdentity, type SigningMeans, type SigningOwner, signingIdentityOf, signingMeansOf, signPdf, TimestampRefused } from '@motcua/documents';
import { ok, refuse } from '@motcua/kernel';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';

/** A signing identity, or the way to one that must be asked for. */
export type Signer = SigningIdentity | (() => Promise<SigningIdentity>);

type Order = Omit<SignatureOrder, 'proofs' | 'signer'> & {
  readonly signer: Signer;
  /** No other signature follows: the file gets what is needed to check it years later. */
  readonly isLast: boolean;
};

/** Whose key signs for an officer or an agency: the key chosen for this act, else the one kept here; undefined when there is none. */
export async function signerOf(ctx: DossierContext, db: Db, owner: SigningOwner & { readonly at: Temporal.Instant }): Promise<Signer | undefined> {
  const { chosenKey } = ctx;
  return chosenKey?.kind === owner.kind && chosenKey.ref === owner.ref ? chosenKey.identity : signingIdentityOf(db, ctx.secret, owner);
}

/** Whether a means elsewhere signs now: in use, in date, and its place is reached from here. */
export function isUsable({ keysElsewhere, clock }: DossierContext, { kind, validFrom, validUntil, endedAt }: SigningMeans): boolean {
  const now = clock.now();
  const inDate = Temporal.Instant.compare(now, Temporal.Instant.from(validFrom)) >= 0 && Temporal.Instant.compare(now, Temporal.Instant.from(validUntil)) < 0;
  return endedAt === null && inDate && keysElsewhere?.kinds.includes(kind) === true;
}

/** Where the own keys lie that an officer signs with now. */
export async function keysOf(ctx: DossierContext, db: Db, officer: string): Promise<{ readonly here: boolean; readonly elsewhere: boolean }> {
  const here = await signingIdentityOf(db, ctx.secret, { kind: 'officer', ref: officer, at: ctx.clock.now() }) !== undefined;
  return { here, elsewhere: (await signingMeansOf(db, { officers: [officer] })).some((means) => isUsable(ctx, means)) };
}

/** What is signed by whom, where and why: equal for equal signatures of one act. */
function keyOf(pdf: Uint8Array, { signer, reason, at, appearance, isInitial, isLast }: Order): string {
  const who = typeof signer === 'function' ? '' : Buffer.from(signer.certificate).toString('base64');
  return createHash('sha256').update(pdf).update(JSON.stringify([who, reason, at.toString(), appearance ?? null, isInitial ?? false, isLast])).digest('hex');
}

/** The moment a paper and its signature carry: while signatures are made outside, that at which the act began, whatever came to the dossier since. */
export const momentOnPaper = ({ desk }: DossierContext, at: Temporal.Instant): Temporal.Instant => desk?.at ?? at;

/**
 * Signs a paper with the proofs this installation has: the certificate is asked about first, each signature gets a time-stamp, the last one long-term data.
 *
 * @error certificate-expired - it counts no more, or not yet
 * @error key-refused - a key elsewhere was not opened
 * @error certificate-revoked - the issuer took the certificate back
 * @error proof-unavailable - the time-stamp authority or the issuer does not answer; nothing was signed
 * @legal nd-30-2020/digital-signature
 */
export async function signedPaper(ctx: DossierContext, pdf: Uint8Array, order: Order): Promise<Outcome<Uint8Array>> {
  if (ctx.desk === undefined) return signedNow(ctx, pdf, order);
  const dated = { ...order, at: momentOnPaper(ctx, order.at) };
  return ctx.desk.signature({ key: keyOf(pdf, dated), isElsewhere: typeof dated.signer === 'function' }, () => signedNow(ctx, pdf, dated));
}

async function signedNow({ proofs }: DossierContext, pdf: Uint8Array, { isLast, signer: given, ...order }: Order): Promise<Outcome<Uint8Array>> {
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
