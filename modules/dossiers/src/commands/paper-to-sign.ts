// SPDX-License-Identifier: EUPL-1.2
import { findHandling } from '@motcua/catalogue';
import { type Place, type SignatureLook, readDocument } from '@motcua/documents';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { type SigningAuthority, authorityToSign } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { Dossier, Draft } from '../model.ts';
import { lookOf, placesOnResult, roomOfSeal } from '../papers/pictures.ts';
import { furtherPlace } from '../papers/places.ts';
import { printResult } from '../papers/result.ts';
import { momentOnPaper, signedPaper, signerOf } from '../papers/sign.ts';
import { documentNumber } from '../store/number-series.ts';
import { heldNumber, holdNumber } from '../store/signings.ts';
import type { Outcome, Situation } from './perform.ts';

type Signing = Pick<Situation, 'tx' | 'at' | 'by' | 'dossier'>;

/** A result as a person signs it: the file, where and how the signature is seen, the number on it, where the seal goes, the right it is signed in, which signature of a person it is (absent: the first). */
type PaperToSign = { readonly pdf: Uint8Array; readonly appearance: Place | null; readonly number: string; readonly sealPlace: Place | null; readonly authority: SigningAuthority; readonly signatureNo?: number; readonly look?: SignatureLook };

/** The right an officer signs in, as the register gives it at this moment. */
async function rightOf({ tx, at, by, dossier }: Signing): Promise<Outcome<SigningAuthority>> {
  const right = await authorityToSign(tx, { officer: by.id, agency: dossier.agencies.solving, procedure: dossier.procedure.code, day: officeDay(at).toString() });
  return right.ok ? right : refuse({ code: 'authority-missing', procedure: dossier.procedure.code, ...right.error });
}

/** The next number of the series in force on the day (số văn bản), without a gap; one the dossier has already stays its own. */
async function numberOf({ tx, at, dossier }: Signing): Promise<string> {
  const { id, agencies: { solving: agency }, procedure: { code: procedure } } = dossier;
  const known = dossier.result?.number ?? await heldNumber(tx, { dossier: id });
  if (known !== null) return known;
  const handling = await findHandling(tx, { procedure, agency, day: officeDay(at).toString() });
  return documentNumber(tx, { document: 'result', agency, procedure, at, symbol: handling?.resultSymbol ?? 'KQ' });
}

/** Keeps the number a result will carry for its dossier, before the signature is there. */
export async function holdResultNumber(situation: Signing): Promise<Outcome<string>> {
  const number = await numberOf(situation);
  await holdNumber(situation.tx, { dossier: situation.dossier.id, number, at: situation.at });
  return ok(number);
}

/** A result others signed before: one more signature goes behind theirs, which stay as they are. */
async function toSignFurther(ctx: DossierContext, { tx, at, by }: Signing, { earlier, authority }: { readonly earlier: NonNullable<Dossier['result']> & { readonly documentId: string }; readonly authority: SigningAuthority }): Promise<Outcome<PaperToSign>> {
  if (earlier.signedBy?.id === by.id) return refuse({ code: 'signed-already', who: by.name });
  const before = await readDocument(tx, ctx.files, earlier.documentId);
  if (before === undefined || earlier.number === null) return refuse({ code: 'not-approved-yet' });
  const signatureNo = (earlier.signatureNo ?? 1) + 1;
  // The agency that seals is the one of who signed first: the paper carries its form.
  const right = earlier.authority ?? authority;
  const room = await roomOfSeal(ctx, tx, { agency: right.agency, place: earlier.sealPlace, officer: by.id, at });
  return ok({ ...await lookOf(ctx, tx, { kind: 'officer', ref: by.id }), pdf: before.bytes, appearance: await furtherPlace(before.bytes, room, signatureNo), number: earlier.number, sealPlace: earlier.sealPlace, authority: right, signatureNo });
}

/**
 * The result a person is about to sign: printed with its number and the right it is signed in, or as those before left it.
 *
 * @error authority-missing - no right to sign at this moment
 * @error signed-already - each person signs once
 * @legal nd-30-2020/d13
 */
async function paperToSign(ctx: DossierContext, situation: Signing, draft: Draft): Promise<Outcome<PaperToSign>> {
  const { tx, at, by, dossier } = situation;
  const right = await rightOf(situation);
  if (!right.ok) return right;
  const authority = right.value;
  const earlier = dossier.result;
  if (earlier?.documentId != null) return toSignFurther(ctx, situation, { authority, earlier: { ...earlier, documentId: earlier.documentId } });
  ctx.desk?.needsHold();
  const number = await numberOf(situation);
  const { pdf, places } = await printResult(ctx, tx, { dossier, draft, number, at: momentOnPaper(ctx, at), signatory: by, authority });
  const look = await lookOf(ctx, tx, { kind: 'officer', ref: by.id });
  return ok({ pdf, ...placesOnResult(places, look), ...look, number, authority });
}

/** The result signed with the officer's key. */
export async function signedResult(ctx: DossierContext, situation: Signing, draft: Draft): Promise<Outcome<PaperToSign>> {
  const { tx, at, by } = situation;
  const signer = await signerOf(ctx, tx, { kind: 'officer', ref: by.id, at });
  const right = await rightOf(situation);
  if (!right.ok) return right;
  if (signer === undefined) return refuse({ code: 'no-certificate', who: by.name });
  const paper = await paperToSign(ctx, situation, draft);
  if (!paper.ok) return paper;
  const { pdf, appearance, look } = paper.value;
  const signed = await signedPaper(ctx, pdf, { signer, reason: 'Phê duyệt kết quả giải quyết', at, isLast: false, look, ...(appearance === null ? {} : { appearance }) });
  return signed.ok ? ok({ ...paper.value, pdf: signed.value }) : signed;
}
