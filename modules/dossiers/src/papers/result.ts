// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { answerLines, getEform } from '@motcua/eforms';
import { type SigningAuthority, findAgency } from '@motcua/organisation';
import { type RenderedResult, renderResult } from '@motcua/statutory-forms';
import { procedureVersion } from '@motcua/catalogue';
import type { DossierContext } from '../context.ts';
import type { Doer, Dossier, Draft } from '../model.ts';
import { personOf, placeNameOf, verifyUrlOf } from './head.ts';
import { signatoryOf } from './signatory.ts';

/** The answers of the e-form as lines of a paper: label and value, in the order of the form, what is shown only. */
async function linesOf(db: Db, dossier: Dossier): Promise<{ readonly label: string; readonly value: string }[]> {
  const form = await getEform(db, dossier.eform.key, dossier.eform.version);
  return form === undefined ? [] : answerLines(form, dossier.answers).filter(({ name }) => name !== 'promise').map(({ label, value }) => ({ label, value }));
}

/** Prints the result of a dossier from its draft, ready to be signed. */
export async function printResult(
  ctx: DossierContext, db: Db, asked: { readonly dossier: Dossier; readonly draft: Draft; readonly number: string; readonly at: Temporal.Instant; readonly signatory: Doer; readonly authority: SigningAuthority },
): Promise<RenderedResult> {
  const { dossier, draft, number, at, authority } = asked;
  // What is signed by written authorisation carries the form of the agency that authorised.
  const agency = await findAgency(db, authority.agency);
  const parent = agency?.parentCode == null ? undefined : await findAgency(db, agency.parentCode);
  const day = at.toString().slice(0, 10);
  const published = await procedureVersion(db, dossier.procedure.code, dossier.procedure.version);
  const issuedAt = at.toString();
  return renderResult('result-decision', {
    superior: parent?.name ?? null, agency: agency?.name ?? authority.agency, number, place: await placeNameOf(db, agency, day), issuedAt, dossierCode: dossier.code,
    kind: 'QUYẾT ĐỊNH', title: draft.title, applicant: personOf(dossier.applicant),
    grounds: (published?.procedure.legalBases ?? []).slice(0, 6).map(({ code, name }) => [code, name].filter((part) => part !== null && part !== '').join(' ').replace(/\s+/gu, ' ')),
    lines: await linesOf(db, dossier), provisions: [...draft.provisions], recipients: ['Người được cấp', `Lưu: VT, hồ sơ ${dossier.code}`],
    signatory: signatoryOf(authority, asked.signatory.name),
    verifyUrl: verifyUrlOf(ctx, { kind: 'result', code: dossier.code, issuedAt, facts: { a: agency?.name ?? '', n: number } }),
    demonstration: ctx.demonstration, printedAt: issuedAt,
  });
}
