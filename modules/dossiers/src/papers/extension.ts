// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type SigningAuthority, findOneStopShop } from '@motcua/organisation';
import { type ApologyAndExtensionView, type PaperToSign, renderApologyAndExtension } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { Dossier } from '../model.ts';
import { agencyHeadOf, personOf } from './head.ts';
import { extensionLetter } from './letters.ts';
import { placeOf, printedOwn } from './own-layout.ts';
import { signatoryOf } from './signatory.ts';

type ExtensionPaper = { readonly dossier: Dossier; readonly number: string; readonly at: string; readonly reason: string; readonly owedAt: string; readonly newOwedAt: string; readonly signatory: { readonly name: string; readonly authority: SigningAuthority } };

/** Prints form 04, ready to be signed where its place is kept: its head names the agency that solves, not the shop that received; above the name stands in whose stead. */
export async function printExtension(ctx: DossierContext, db: Db, { dossier, number, at, reason, owedAt, newOwedAt, signatory }: ExtensionPaper): Promise<PaperToSign> {
  // What is signed by written authorisation carries the form of the agency that authorised.
  const head = await agencyHeadOf(ctx, db, signatory.authority.agency, { kind: 'extension', number, issuedAt: at, dossierCode: dossier.code });
  const received = await findOneStopShop(db, dossier.agencies.receiving);
  const view: ApologyAndExtensionView = {
    ...head, applicant: personOf(dossier.applicant), request: dossier.procedure.name, receivedBy: received?.name ?? dossier.agencies.receiving, receivedAt: dossier.acceptedAt ?? dossier.submittedAt,
    owedAt, reason, newReturnAt: newOwedAt, signatory: signatoryOf(signatory.authority, signatory.name),
  };
  const own = await printedOwn(ctx, db, { letter: extensionLetter(view), dossier, agency: dossier.agencies.solving, head });
  return own === undefined ? renderApologyAndExtension(view) : { pdf: own.pdf, places: { officer: placeOf('officer', own.places) } };
}
