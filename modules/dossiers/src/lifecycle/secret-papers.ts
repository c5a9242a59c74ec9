// SPDX-License-Identifier: EUPL-1.2
import type { DossierPaper } from '../contract.ts';
import type { Doer, Dossier, SecretPaper } from '../model.ts';

/** What a component kept outside the system is called wherever it is named. */
export const secretMark = 'tài liệu mật – ngoài hệ thống';

/** Whether a component of a dossier is a state secret: no file of it comes into the system, and it does not travel with the other papers. */
export function isSecret({ secrets }: Pick<Dossier, 'secrets'>, no: number): boolean {
  return secrets.some((secret) => secret.no === no);
}

const sheets = (papers: readonly DossierPaper[], no: number): number => papers.filter((paper) => paper.no === no && paper.state === 'ok').reduce((sum, { originals, copies }) => sum + originals + copies, 0);

/**
 * The dossier after a component was marked: recorded anew, the last record counts; one nobody asked for becomes a component of its own. Papers on their way count it no more.
 *
 * @legal nd-118-2025/d18
 */
export function secretRecorded(dossier: Dossier, { at, by, data: { secret } }: { readonly at: string; readonly by: Doer; readonly data: { readonly secret: Omit<SecretPaper, 'at' | 'by'> } }): Pick<Dossier, 'secrets' | 'papers' | 'paperTrip'> {
  const { secrets, papers, paperTrip } = dossier;
  const isOwn = papers.every(({ no }) => no !== secret.no);
  const own: DossierPaper = { no: secret.no, code: null, name: 'Tài liệu mật', originals: 1, copies: 0, required: false, state: 'ok', remark: null, documents: [] };
  const travels = paperTrip?.stage === 'to-send' && !isSecret(dossier, secret.no);
  return {
    secrets: [...secrets.filter(({ no }) => no !== secret.no), { ...secret, at, by }], papers: isOwn ? [...papers, own] : papers,
    ...(paperTrip === undefined ? {} : { paperTrip: travels ? { ...paperTrip, count: paperTrip.count - sheets(papers, secret.no) } : paperTrip }),
  };
}
