// SPDX-License-Identifier: EUPL-1.2
import type { DossierPaper } from '../contract.ts';
import { joinsAtCounter } from '../lifecycle/originals.ts';
import type { Dossier, ItemAnswered, Sheets } from '../model.ts';

type Files = DossierPaper['documents'];

/**
 * What the applicant hands in: answers of the e-form when they changed, files by number of the paper (0: files that belong to no paper asked for),
 * and what he says to each item, with the files of that item; at a counter, how many sheets came for which item.
 */
export type Supplement = {
  readonly note: string | null; readonly answers: Readonly<Record<string, unknown>> | null; readonly documents: ReadonlyMap<number, Files>;
  readonly items?: readonly { readonly no: number; readonly text: string | null }[] | undefined; readonly ofItems?: ReadonlyMap<number, Files>;
  readonly sheets?: readonly (Sheets & { readonly no: number })[];
};

/** What came for one item or paper. */
type Came = { readonly files: Files; readonly sheets: Sheets | null };
type Own = Came & { readonly name: string };

const none: Came = { files: [], sheets: null };
const both = (one: Came, other: Came): Came => ({
  files: [...one.files, ...other.files],
  sheets: one.sheets === null || other.sheets === null ? one.sheets ?? other.sheets : { originals: one.sheets.originals + other.sheets.originals, copies: one.sheets.copies + other.sheets.copies },
});

/** What came for each item of the request, by its number. */
function byItem({ ofItems = new Map<number, Files>(), sheets = [] }: Supplement): ReadonlyMap<number, Came> {
  const came = new Map<number, Came>([...ofItems].map(([no, files]) => [no, { files, sheets: null }]));
  for (const { no, originals, copies } of sheets) came.set(no, both(came.get(no) ?? none, { files: [], sheets: { originals, copies } }));
  return came;
}

/** What the applicant says to each item, and what he sent or handed in for it. */
export function answersOf(handed: Supplement): ItemAnswered[] {
  const said = new Map((handed.items ?? []).map(({ no, text }) => [no, text === '' ? null : text]));
  const came = byItem(handed);
  return [...new Set([...said.keys(), ...came.keys()])].toSorted((a, b) => a - b).map((no) => {
    const { files, sheets } = came.get(no) ?? none;
    return { no, text: said.get(no) ?? null, documents: files.map(({ id }) => id), ...(sheets === null ? {} : { sheets }) };
  });
}

/** What came for each paper of the dossier, and what becomes a paper of its own: what was asked for under no paper, and sheets of a paper whose others lie elsewhere. */
function sorted(dossier: Pick<Dossier, 'agencies' | 'originals' | 'papers' | 'supplement'>, handed: Supplement): { readonly byPaper: ReadonlyMap<number, Came>; readonly own: readonly Own[] } {
  const byPaper = new Map<number, Came>([...handed.documents].map(([no, files]) => [no, { files, sheets: null }]));
  const own: Own[] = [];
  for (const [no, came] of byItem(handed)) {
    const item = dossier.supplement?.items[no - 1];
    const paper = dossier.papers.find((one) => one.no === item?.paperNo);
    if (paper === undefined) own.push({ name: item?.what ?? 'Giấy tờ bổ sung', ...came });
    else if (came.sheets !== null && !joinsAtCounter(dossier, paper.no)) own.push({ name: `${paper.name} (bổ sung)`, ...came });
    else byPaper.set(paper.no, both(byPaper.get(paper.no) ?? none, came));
  }
  const besides = byPaper.get(0);
  return { byPaper, own: besides === undefined ? own : [...own, { name: 'Giấy tờ bổ sung', ...besides }] };
}

/** The papers of a dossier after a supplement, and the numbers of those of which sheets were handed in after acceptance: they are in custody from now on. */
export function completedPapers(dossier: Pick<Dossier, 'acceptedAt' | 'agencies' | 'originals' | 'papers' | 'supplement'>, handed: Supplement): { readonly papers: readonly DossierPaper[]; readonly taken: readonly number[]; readonly count: number } {
  const { byPaper, own } = sorted(dossier, handed);
  // Before acceptance all papers are judged together; after it, who takes a sheet in has seen it.
  const state = ({ sheets }: Came): DossierPaper['state'] => (sheets !== null && dossier.acceptedAt !== null ? 'ok' : 'not-seen');
  const papers = dossier.papers.map((paper): DossierPaper => {
    const more = byPaper.get(paper.no);
    if (more === undefined) return paper;
    return { ...paper, state: state(more), originals: paper.originals + (more.sheets?.originals ?? 0), copies: paper.copies + (more.sheets?.copies ?? 0), documents: [...paper.documents, ...more.files] };
  });
  const added = own.map((one, at): DossierPaper => ({ no: papers.length + at + 1, code: null, name: one.name, originals: one.sheets?.originals ?? 0, copies: one.sheets?.copies ?? 0, required: false, state: state(one), remark: null, documents: one.files }));
  const sheets = (handed.sheets ?? []).reduce((sum, { originals, copies }) => sum + originals + copies, 0);
  const taken = [...[...byPaper].flatMap(([no, came]) => (came.sheets === null ? [] : [no])), ...added.flatMap(({ no }, at) => (own[at]?.sheets == null ? [] : [no]))];
  return { papers: [...papers, ...added], taken: dossier.acceptedAt === null ? [] : taken, count: dossier.acceptedAt === null ? 0 : sheets };
}
