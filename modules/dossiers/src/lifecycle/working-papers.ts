// SPDX-License-Identifier: EUPL-1.2
import type { WorkingKind, WorkingSubject } from '../contract/working-papers.ts';
import type { Doer, Dossier, WorkingPaper } from '../model.ts';

/** What such a paper is called. */
export const workingTitles: Readonly<Record<WorkingKind, string>> = { 'appraisal-opinion': 'Ý kiến thẩm định', 'consultation-answer': 'Văn bản trả lời lấy ý kiến', 'check-minutes': 'Kết quả thẩm tra, xác minh' };

/** Whether the dossier has what a paper is about: a consultation asked, a verification planned; an opinion is about the dossier itself. */
export function isAbout({ consultations, checks, acceptedAt }: Pick<Dossier, 'consultations' | 'checks' | 'acceptedAt'>, { kind, about }: WorkingSubject): boolean {
  switch (kind) {
    case 'appraisal-opinion': return acceptedAt !== null;
    case 'consultation-answer': return consultations.some(({ id }) => id === about);
    case 'check-minutes': return checks.some(({ id }) => id === about);
  }
}

/** The code of the next paper made while the dossier was solved: the dossier's own, «.YK» and a number. It carries nobody's identity number. */
export const workingCode = ({ code, working = [] }: Pick<Dossier, 'code' | 'working'>): { readonly no: number; readonly code: string } => ({ no: working.length + 1, code: `${code}.YK${String(working.length + 1)}` });

/** The dossier with one more such paper. */
export const workingPaperKept = ({ working = [] }: Dossier, { at, by, data: { kind, workingPaper } }: { readonly at: string; readonly by: Doer; readonly data: { readonly kind: WorkingPaper['kind']; readonly workingPaper: Omit<WorkingPaper, 'at' | 'by' | 'kind'> } }): Pick<Dossier, 'working'> =>
  ({ working: [...working, { ...workingPaper, kind, at, by }] });
