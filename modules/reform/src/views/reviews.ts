// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { sourceTitle } from '@motcua/legal';
import { agencyNames } from '@motcua/organisation';
import { type ProposalStanding, proposalStandings } from '@motcua/proposals';
import { Review } from '../contract/review-content.ts';
import type { ReviewPlan, ReviewView } from '../contract/reviews.ts';
import { savingOf, totalOf } from '../rules/compliance-cost.ts';
import { dayIn } from '../rules/figures.ts';
import { allFigures, figureOn } from '../store/figures.ts';
import { type ReviewResult, carriersOf, plannedYears, resultsOf, reviewRow, reviewsOf, sendingOf } from '../store/reviews.ts';
import type { ReviewRow } from '../store/tables.ts';
import { candidatesOf } from './carriers.ts';
import { experience, reviewStart } from './review-start.ts';

/** Decided dossiers needed on each side before a saving is told: fewer say more about the dossiers than about the procedure. */
const enough = 30;

const daysPast = (due: string, day: string): number => Math.max(0, Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(day)).days);

type Known = { readonly today: string; readonly nameOf: (code: string) => string; readonly results: readonly ReviewResult[]; readonly sheets: readonly ProposalStanding[] };
type Row = ReviewPlan['reviews'][number];

/** The sheet that counts: the open one, else the last published. */
const sheetOf = (sheets: readonly ProposalStanding[], id: string): ProposalStanding | undefined => {
  const own = sheets.filter(({ key, state }) => key === id && state !== 'withdrawn');
  return own.find(({ state }) => state !== 'published') ?? own[0];
};

function stateOf(sheet: ProposalStanding | undefined, result: ReviewResult | undefined): Row['state'] {
  if (sheet?.state === 'draft' || sheet?.state === 'submitted') return sheet.state;
  return result === undefined ? 'planned' : 'approved';
}

const savingIn = ({ now, after, income, outcome }: Review): number | null => (outcome === 'keep' || outcome === '' ? null : savingOf(totalOf(now, income.hourlyVnd), totalOf(after, income.hourlyVnd)).yearlyVnd);

function rowView(row: ReviewRow, { today, nameOf, results, sheets }: Known): Row {
  const result = results.find(({ review }) => review === row.id);
  const sheet = sheetOf(sheets, row.id);
  const outcome = result?.content.outcome ?? '';
  return {
    id: row.id, year: row.year, code: row.procedure_code, name: row.procedure_name, agency: row.agency, agencyName: nameOf(row.agency), person: row.person, due: row.due, ground: row.ground, basis: row.basis, product: row.product, plannedBy: row.by_name, plannedAt: row.at.toString(),
    state: stateOf(sheet, result), proposal: sheet?.id ?? null, lateDays: result === undefined ? daysPast(row.due, today) : 0, outcome: outcome === '' ? null : outcome, savingVnd: result === undefined ? null : savingIn(result.content),
  };
}

async function knownOf(db: Db, rows: readonly ReviewRow[], { today, withContent = false }: { readonly today: string; readonly withContent?: boolean }): Promise<Known> {
  const ids = rows.map(({ id }) => id);
  const [nameOf, results, sheets] = await Promise.all([agencyNames(db, rows.map(({ agency }) => agency)), resultsOf(db, ids), proposalStandings(db, { kind: 'review', keys: ids, withContent })]);
  return { today, nameOf, results, sheets };
}

/** Kế hoạch rà soát of a year: when it is owed and was sent, what each procedure's review came to. */
export async function reviewPlan(db: Db, { year, today, mayPlan }: { readonly year: number; readonly today: string; readonly mayPlan: boolean }): Promise<ReviewPlan> {
  const [rows, years, sent, figures] = await Promise.all([reviewsOf(db, year), plannedYears(db), sendingOf(db, year), allFigures(db)]);
  const figure = figureOn(figures, 'plan-sent', `${String(year)}-01-01`);
  const sendBy = figure === undefined ? null : dayIn(year, figure.value);
  const known = await knownOf(db, rows, { today });
  const thisYear = Number(today.slice(0, 4));
  return {
    year, years: [...new Set([thisYear + 1, thisYear, year, ...years])].toSorted((one, other) => other - one), today, mayPlan, sendBy, sendBasis: figure === undefined ? null : sourceTitle(figure.source),
    sent: sent === undefined ? null : { number: sent.number, day: sent.sent_on, by: sent.by_name, lateDays: sendBy === null ? 0 : daysPast(sendBy, sent.sent_on) }, lateDays: sent !== undefined || sendBy === null ? 0 : daysPast(sendBy, today),
    reviews: rows.map((row) => rowView(row, known)),
  };
}

const carrierView = ({ id, title, kind, state, validFrom }: ProposalStanding): ReviewView['carriers'][number] => ({ id, title, kind, state, validFrom: state === 'published' ? validFrom : null });

/** What was saved in truth: twelve months before what carries it out came into force, and the time since. Null while nothing is in force. */
async function measuredSince(db: Db, procedure: string, { carriers, today }: { readonly carriers: readonly ProposalStanding[]; readonly today: string }): Promise<ReviewView['measured']> {
  const [since] = carriers.flatMap(({ state, validFrom }) => (state === 'published' && validFrom !== null && validFrom <= today ? [validFrom] : [])).toSorted();
  if (since === undefined) return null;
  const [before, after] = await Promise.all([
    experience(db, { procedure, from: Temporal.PlainDate.from(since).subtract({ months: 12 }).toString(), until: since }), experience(db, { procedure, from: since, until: Temporal.PlainDate.from(today).add({ days: 1 }).toString() }),
  ]);
  return { since, enough, before, after, isTold: before.decided >= enough && after.decided >= enough };
}

type Asked = { readonly id: string; readonly at: Temporal.Instant; readonly today: string; readonly mayPlan: boolean; readonly mayWrite: boolean };

/** One review whole: its place in the plan, its sheet, what carries it out, what it saved. Undefined when there is none. */
export async function reviewView(db: Db, { id, at, today, mayPlan, mayWrite }: Asked): Promise<ReviewView | undefined> {
  const row = await reviewRow(db, id);
  if (row === undefined) return undefined;
  const [known, linked, start] = await Promise.all([knownOf(db, [row], { today, withContent: true }), carriersOf(db, id), reviewStart(db, { code: row.procedure_code, name: row.procedure_name, today })]);
  const result = known.results[0];
  const draft = Review.safeParse(sheetOf(known.sheets, id)?.content);
  const [carriers, candidates] = await Promise.all([proposalStandings(db, { ids: linked }), candidatesOf(db, row.procedure_code, at)]);
  return {
    review: rowView(row, known), mayPlan, mayWrite, start, content: result?.content ?? (draft.success ? draft.data : null),
    result: result === undefined ? null : { number: result.decision_number, date: result.decision_date, validFrom: result.valid_from, by: result.by_name },
    carriers: carriers.map(carrierView), candidates: candidates.filter((one) => !linked.includes(one.id)).map(carrierView), measured: await measuredSince(db, row.procedure_code, { carriers, today }),
  };
}
