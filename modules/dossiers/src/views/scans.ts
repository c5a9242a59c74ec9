// SPDX-License-Identifier: EUPL-1.2
import { componentKind, componentKindOrSure, paperKinds } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { doubtsOf, leastDpi, sureOf, textOf, valuesIn } from '@motcua/documents';
import { officeDay } from '@motcua/kernel';
import { declaredOf } from '../commands/advise-file.ts';
import type { DossierPaper } from '../contract.ts';
import type { Scan } from '../contract/digitising.ts';
import { workingTitles } from '../lifecycle/working-papers.ts';
import type { Dossier } from '../model.ts';
import { adviceOn } from '../rules/file-advice.ts';
import { identityPapers } from './identity-papers.ts';
import { digitisingFeeOn } from '../store/digitising-rules.ts';
import type { StoredScan } from '../store/scans.ts';

/** Code of a digitised paper (mã giấy tờ số hóa): the owner's number, a dot, the kind of paper. @legal tt-01-2023/d10 */
export const digitisedCode = ({ applicant }: Pick<Dossier, 'applicant'>, kind: string): string => `${applicant.personalId}.${kind}`;

/** Which kind of the standard list a paper of a dossier is; null when nobody said yet. */
export async function digitisedKind(db: Db, { procedure }: Dossier, { name }: DossierPaper): Promise<{ readonly code: string; readonly name: string; readonly validMonths: number | null } | null> {
  const code = (await componentKind(db, procedure.code))(name);
  return code === null ? null : (await paperKinds(db)).find((kind) => kind.code === code) ?? null;
}

const aboutPages: ReadonlySet<string> = new Set(['nothing-read', 'hard-to-read', 'too-few-dots']);

/** What is known of the component a scan is of: its kind, confirmed or by its name; nothing for a paper made while the dossier was solved. */
async function componentOf(db: Db, { dossier, no, today }: { readonly dossier: Dossier; readonly no: number | null; readonly today: string }) {
  const paper = dossier.papers.find((one) => one.no === no);
  if (paper === undefined) return { paper, kind: null, sure: null, kinds: [], isIdentity: false };
  const sureOfKind = await componentKindOrSure(db, dossier.procedure.code);
  return { paper, kind: await digitisedKind(db, dossier, paper), sure: sureOfKind(paper.name), kinds: await paperKinds(db), isIdentity: (await identityPapers(db, dossier, today))(paper.name) };
}

/** A scan as the officer compares it with the paper. */
export async function scanView(db: Db, dossier: Dossier, scan: StoredScan, at: Temporal.Instant): Promise<Scan> {
  const today = officeDay(at).toString();
  const { paper, kind, sure, kinds, isIdentity } = await componentOf(db, { dossier, no: scan.paperNo, today });
  const listed = kind !== null ? [] : kinds;
  const texts = scan.pages.map(textOf);
  return {
    id: scan.id, paperNo: scan.paperNo, paperName: paper?.name ?? (scan.working === null ? '' : workingTitles[scan.working.kind]), leastDpi,
    pages: scan.pages.map((page, index) => ({ page: index + 1, no: page.no, dpi: page.dpi, turned: page.turned, words: page.words.length, sure: sureOf(page), doubts: [...doubtsOf(page)], text: texts[index] ?? '' })),
    values: [...valuesIn(texts.join('\n'))],
    // What is doubtful about each page stands beside the page.
    advice: adviceOn({ pages: scan.pages, kind: kind?.code ?? sure, kinds, isIdentity, applicant: dossier.applicant, declared: declaredOf(dossier), today, signature: null }).filter(({ code }) => !aboutPages.has(code)),
    kind: kind === null ? null : { code: kind.code, name: kind.name, validMonths: kind.validMonths },
    kinds: listed.filter(({ retired }) => !retired).map(({ code, name, validMonths }) => ({ code, name, validMonths })),
    code: kind === null ? null : digitisedCode(dossier, kind.code),
    pageVnd: (await digitisingFeeOn(db, officeDay(at).toString())).pageVnd, mustBe: dossier.toDigitise?.find(({ no }) => no === scan.paperNo)?.class ?? null,
  };
}
