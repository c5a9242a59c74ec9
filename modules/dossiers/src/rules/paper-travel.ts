// SPDX-License-Identifier: EUPL-1.2
import type { Dossier } from '../model.ts';

/** A row of the province: whether a digitised paper still goes; `kind`, `procedure` null: every one. */
export type TravelRule = { readonly kind: string | null; readonly procedure: string | null; readonly travels: boolean };

const width = ({ kind, procedure }: TravelRule): number => (kind === null ? 2 : 0) + (procedure === null ? 1 : 0);

/**
 * Whether a paper goes to the agency that solves: one that was not digitised always, another as the narrowest row in force says; without a row it goes.
 *
 * @param kind - what it was digitised as; null: it was not
 * @legal nd-118-2025/d18
 */
export function mustTravel({ kind, procedure }: { readonly kind: string | null; readonly procedure: string }, rules: readonly TravelRule[]): boolean {
  if (kind === null) return true;
  const [rule] = rules.filter((one) => (one.kind === null || one.kind === kind) && (one.procedure === null || one.procedure === procedure)).toSorted((a, b) => width(a) - width(b));
  return rule?.travels ?? true;
}

/** What goes on a note and what stays, by number, and how many sheets go. */
export type Parted = { readonly go: readonly number[]; readonly stay: readonly number[]; readonly count: number };

const inHand: ReadonlySet<string> = new Set(['counter', 'shelf', 'unit']);

/**
 * Which papers of a dossier that the receiving agency has in hand go on the note, and which stay because they were digitised. Where no custody was kept, all that were counted go.
 *
 * @legal nd-118-2025/d18
 */
export function partedPapers({ originals, agencies, digitised, papers, paperTrip, procedure }: Pick<Dossier, 'originals' | 'agencies' | 'digitised' | 'papers' | 'paperTrip' | 'procedure'>, rules: readonly TravelRule[]): Parted {
  if (originals === undefined) return { go: [], stay: [], count: paperTrip?.count ?? 0 };
  const here = originals.filter(({ place }) => inHand.has(place.kind) && place.agency === agencies.receiving).map(({ no }) => no);
  const goes = (no: number): boolean => mustTravel({ kind: digitised.find((one) => one.no === no)?.kind ?? null, procedure: procedure.code }, rules);
  const go = here.filter(goes);
  return { go, stay: here.filter((no) => !go.includes(no)), count: papers.filter(({ no }) => go.includes(no)).reduce((sum, { originals: sheets, copies }) => sum + sheets + copies, 0) };
}
