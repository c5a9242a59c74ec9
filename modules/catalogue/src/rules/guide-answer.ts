// SPDX-License-Identifier: EUPL-1.2
import { type PossibleHit, mayHold } from '@motcua/decisions';
import { type Guide, type GuideTableName, guideTable } from '../guide-model.ts';
import type { Procedure, RequiredPaper } from '../model.ts';
import { paperNamed } from './lint-guide.ts';

/** What was answered, by question; a question that is not there was answered «tôi không chắc» when it stands in `unsure`, else not asked yet. */
export type GuideGiven = { readonly answers: Readonly<Record<string, string>>; readonly unsure: readonly string[] };

/** A paper with its reason; `isCertain` false: it is needed only if a question left open is answered so. */
export type NeededPaper = { readonly paper: RequiredPaper; readonly why: string; readonly isCertain: boolean };

/** What a guide says of some answers. `next` is the question still to ask; null: everything that matters is known. */
export type GuideAnswer = {
  readonly next: string | null;
  /** Why it cannot be done, and the way out; `isCertain` false: only perhaps. */
  readonly obstacles: readonly { readonly condition: string; readonly wayOut: string; readonly basis: string; readonly isCertain: boolean }[];
  readonly circumstance: string | null; readonly office: string | null; readonly papers: readonly NeededPaper[];
};

const hits = (guide: Guide, name: GuideTableName, answers: Readonly<Record<string, string>>): readonly PossibleHit[] => { const found = mayHold(guideTable(guide, name), answers); return found.ok ? found.value : []; };

function papersOf(procedure: Procedure, found: readonly PossibleHit[]): readonly NeededPaper[] {
  const needed = new Map<string, NeededPaper>();
  for (const { says, isCertain } of found) {
    const paper = paperNamed(procedure, says['paper'] ?? '');
    if (paper === undefined) continue;
    const known = needed.get(paper.name);
    if (known === undefined || (isCertain && !known.isCertain)) needed.set(paper.name, { paper, why: says['why'] ?? '', isCertain });
  }
  return [...needed.values()].toSorted((a, b) => Number(b.isCertain) - Number(a.isCertain));
}

/**
 * What somebody needs in his case (tôi cần giấy gì): the next question that still matters, or exactly the papers each with why, or the condition that is not met and the way out.
 * A question is left out when no rule still possible looks at it. Pure: the same answers give the same.
 */
export function guideAnswer(guide: Guide, procedure: Procedure, { answers, unsure }: GuideGiven): GuideAnswer {
  const [conditions, cases, papers] = [hits(guide, 'conditions', answers), hits(guide, 'cases', answers), hits(guide, 'papers', answers)];
  const first = conditions.findIndex(({ isCertain }) => isCertain);
  // The first condition that certainly is not met ends it; those above it may, depending on what is not known.
  const obstacles = (first === -1 ? conditions : conditions.slice(0, first + 1)).map(({ says, isCertain }) => ({ condition: says['condition'] ?? '', wayOut: says['way_out'] ?? '', basis: says['basis'] ?? '', isCertain }));
  const isRefused = first === 0;
  const waiting = new Set((isRefused ? [] : [...conditions.slice(0, first === -1 ? undefined : first), ...cases, ...papers]).flatMap(({ asks }) => asks));
  const next = guide.questions.find(({ id }) => waiting.has(id) && !unsure.includes(id))?.id ?? null;
  const chosen = cases.length === 1 && cases[0]?.isCertain === true ? cases[0].says : undefined;
  const filled = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);
  return { next, obstacles, circumstance: filled(chosen?.['circumstance']), office: filled(chosen?.['office']), papers: papersOf(procedure, papers) };
}
