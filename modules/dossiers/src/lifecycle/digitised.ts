// SPDX-License-Identifier: EUPL-1.2
import type { DigitisedPaper, Doer, Dossier } from '../model.ts';

/** The dossier after a paper was digitised: its files stand with the paper, the newest digitising counts. */
export function paperDigitised(dossier: Dossier, { at, by, data: { digitised } }: { readonly at: string; readonly by: Doer; readonly data: { readonly digitised: Omit<DigitisedPaper, 'at' | 'by'> } }): Pick<Dossier, 'papers' | 'digitised'> {
  const files = digitised.files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType }));
  return {
    papers: dossier.papers.map((paper) => (paper.no === digitised.no ? { ...paper, documents: [...paper.documents, ...files] } : paper)),
    digitised: [...dossier.digitised.filter(({ no }) => no !== digitised.no), { ...digitised, at, by }],
  };
}
