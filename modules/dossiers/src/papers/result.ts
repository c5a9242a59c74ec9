// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { answerLines, getEform } from '@motcua/eforms';
import { officeDay } from '@motcua/kernel';
import { type SigningAuthority, findAgency } from '@motcua/organisation';
import { type TemplateData, answerFields, fillDocx, findFile, printTemplate, templateOn } from '@motcua/paper-templates';
import { type RenderedResult, type ResultView, type SignatoryView, issueDayWords, renderResult } from '@motcua/statutory-forms';
import { legalBasisWords, procedureVersion } from '@motcua/catalogue';
import type { DossierContext } from '../context.ts';
import type { Doer, Dossier, Draft } from '../model.ts';
import { personOf, placeNameOf, verifyUrlOf } from './head.ts';
import { placeOf } from './own-layout.ts';
import { momentOnPaper } from './sign.ts';
import { signatoryOf } from './signatory.ts';

/** The answers of the e-form as lines of a paper: label and value, in the order of the form, what is shown only. */
async function linesOf(db: Db, dossier: Dossier): Promise<{ readonly label: string; readonly value: string }[]> {
  const form = await getEform(db, dossier.eform.key, dossier.eform.version);
  return form === undefined ? [] : answerLines(form, dossier.answers).filter(({ name }) => name !== 'promise').map(({ label, value }) => ({ label, value }));
}

type ResultAsked = { readonly dossier: Dossier; readonly draft: Draft; readonly number: string; readonly at: Temporal.Instant; readonly signatory: Doer; readonly authority: SigningAuthority };
type Said = Pick<ResultAsked, 'dossier' | 'draft' | 'number' | 'at'> & { readonly agency: string; readonly signatory: SignatoryView; readonly isDraft: boolean };

/** Everything a result says, whichever layout prints it. */
async function viewOf(ctx: DossierContext, db: Db, { dossier, draft, number, at, signatory, agency: code, isDraft }: Said): Promise<ResultView & { readonly procedureName: string }> {
  const agency = await findAgency(db, code);
  const parent = agency?.parentCode == null ? undefined : await findAgency(db, agency.parentCode);
  const published = await procedureVersion(db, dossier.procedure.code, dossier.procedure.version);
  const issuedAt = at.toString();
  return {
    superior: parent?.name ?? null, agency: agency?.name ?? code, number, place: await placeNameOf(db, agency, issuedAt.slice(0, 10)), issuedAt, dossierCode: dossier.code,
    kind: 'QUYẾT ĐỊNH', title: draft.title, applicant: personOf(dossier.applicant), procedureName: published?.procedure.name ?? '',
    grounds: (published?.procedure.legalBases ?? []).slice(0, 6).map(legalBasisWords),
    lines: await linesOf(db, dossier), provisions: [...draft.provisions], recipients: ['Người được cấp', `Lưu: VT, hồ sơ ${dossier.code}`],
    signatory,
    // A draft proves nothing: it carries no code to be checked by.
    verifyUrl: isDraft ? null : verifyUrlOf(ctx, { kind: 'result', code: dossier.code, issuedAt, facts: { a: agency?.name ?? '', n: number } }),
    demonstration: ctx.demonstration, printedAt: issuedAt,
  };
}

/** What fills a template of the province, under the names of its data dictionary. */
async function dataOf(db: Db, dossier: Dossier, view: ResultView & { readonly procedureName: string }): Promise<TemplateData> {
  const form = await getEform(db, dossier.eform.key, dossier.eform.version);
  return {
    paper: 'result',
    texts: {
      'cơ quan cấp trên': view.superior ?? '', 'cơ quan': view.agency, 'số văn bản': view.number === '' ? '……/……' : view.number, 'nơi ban hành': view.place, 'ngày ban hành': issueDayWords(view.issuedAt ?? view.printedAt), 'tên văn bản': view.title, 'tên thủ tục': view.procedureName,
      'mã hồ sơ': dossier.code, 'ngày nộp': officeDay(Temporal.Instant.from(dossier.submittedAt)).toString().split('-').toReversed().join('/'), 'chủ hồ sơ': view.applicant.name, 'số định danh': view.applicant.identifier, 'địa chỉ': view.applicant.address,
      'thay mặt': view.signatory.onBehalf ?? '', 'ký thay': view.signatory.inPlaceOf ?? '', 'chức vụ người ký': view.signatory.title, 'họ tên người ký': view.signatory.name,
    },
    lists: {
      'căn cứ': view.grounds.map((text) => ({ 'nội dung căn cứ': text })), 'điều khoản': view.provisions.map((text) => ({ 'nội dung điều': text })), 'nơi nhận': view.recipients.map((text) => ({ 'tên nơi nhận': text })),
      'nội dung khai': view.lines.map(({ label, value }) => ({ 'tên ô': label, 'trả lời': value })),
    },
    answers: form === undefined ? {} : Object.fromEntries(answerFields(form, dossier.answers).map(({ name, value }) => [name, value])),
  };
}

const templateFor = (db: Db, { procedure, agencies, submittedAt }: Dossier): ReturnType<typeof templateOn> =>
  templateOn(db, { paper: 'result', procedure: procedure.code, agency: agencies.solving, day: officeDay(Temporal.Instant.from(submittedAt)).toString() });

/** The Word file of the template in force on the day a dossier was filed; undefined when the product's own layout counts. */
async function templateFileOf(db: Db, dossier: Dossier): Promise<Uint8Array | undefined> {
  const template = await templateFor(db, dossier);
  return template === undefined ? undefined : findFile(db, template.file);
}

/** Whether the result of a dossier is laid out by a template of the province. */
export const hasOwnTemplate = async (db: Db, dossier: Dossier): Promise<boolean> => await templateFor(db, dossier) !== undefined;

/** A result before it is signed (dự thảo): no number, no signatory, no code to be checked by. 'docx' only where a template of the province counts; null when there is nothing to show. */
export async function printDraft(ctx: DossierContext, db: Db, { dossier, kind }: { readonly dossier: Dossier; readonly kind: 'pdf' | 'docx' }): Promise<Uint8Array | null> {
  if (dossier.draft === null) return null;
  const at = momentOnPaper(ctx, ctx.clock.now());
  const signatory: SignatoryView = { onBehalf: null, inPlaceOf: null, title: '', name: '' };
  const { procedureName, ...view } = await viewOf(ctx, db, { dossier, draft: dossier.draft, number: '', at, agency: dossier.agencies.solving, signatory, isDraft: true });
  const file = await templateFileOf(db, dossier);
  if (file === undefined) return kind === 'docx' ? null : (await renderResult('result-decision', view)).pdf;
  const data = await dataOf(db, dossier, { ...view, procedureName });
  if (kind === 'docx') return fillDocx(file, data);
  return (await printTemplate(file, data, { title: `${view.kind} ${view.title}`, author: view.agency, verifyUrl: null, demonstration: view.demonstration, mark: 'DỰ THẢO', at })).pdf;
}

/**
 * Prints the result of a dossier from its draft, ready to be signed: in the template of the province that was in force on the day it was filed, else in the product's own layout.
 * A dossier keeps the layout it began with, whatever is published later.
 */
export async function printResult(ctx: DossierContext, db: Db, asked: ResultAsked): Promise<RenderedResult> {
  const { dossier, at, authority, signatory, ...said } = asked;
  // What is signed by written authorisation carries the form of the agency that authorised.
  const { procedureName, ...view } = await viewOf(ctx, db, { ...said, dossier, at, agency: authority.agency, signatory: signatoryOf(authority, signatory.name), isDraft: false });
  const file = await templateFileOf(db, dossier);
  if (file === undefined) return renderResult('result-decision', view);
  const { pdf, places } = await printTemplate(file, await dataOf(db, dossier, { ...view, procedureName }), { title: `${view.kind} ${view.title}`, author: view.agency, verifyUrl: view.verifyUrl, demonstration: view.demonstration, mark: '', at });
  const officer = placeOf('officer', places);
  // Who drew the template said where the signature stands.
  return { pdf, places: { officer, agency: placeOf('agency', places), signature: officer } };
}
