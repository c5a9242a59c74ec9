// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Review } from '../contract/review-content.ts';
import { type ReviewRow, reformDb } from './tables.ts';

type Who = { readonly id: string; readonly name: string };

const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(text);

const standing = (db: Db) => reformDb(db).selectFrom('reform.review').selectAll()
  .where((where) => where.not(where.exists(where.selectFrom('reform.review_removal').select('review').whereRef('reform.review_removal.review', '=', 'reform.review.id'))));

/** An entry of a plan; undefined when there is none, or it was taken out. */
export async function reviewRow(db: Db, id: string): Promise<ReviewRow | undefined> {
  return isUuid(id) ? standing(db).where('id', '=', id).executeTakeFirst() : undefined;
}

/** The entries of a year's plan, the one due first on top. */
export const reviewsOf = async (db: Db, year: number): Promise<readonly ReviewRow[]> => standing(db).where('year', '=', year).orderBy('due').orderBy('procedure_name').limit(1000).execute();

/** A review as it was approved last. */
export type ReviewResult = { readonly review: string; readonly version: number; readonly content: Review; readonly decision_number: string; readonly decision_date: string; readonly valid_from: string; readonly by_name: string };

/** The newest approval of each of some reviews. */
export async function resultsOf(db: Db, reviews: readonly string[]): Promise<readonly ReviewResult[]> {
  if (reviews.length === 0) return [];
  return reformDb(db).selectFrom('reform.review_result').distinctOn('review').select(['review', 'version', 'content', 'decision_number', 'decision_date', 'valid_from', 'by_name'])
    .where('review', 'in', [...reviews]).orderBy('review').orderBy('version', 'desc').execute();
}

/** The newest approval of a review; undefined before the first. */
export const resultOf = async (db: Db, review: string): Promise<ReviewResult | undefined> => (isUuid(review) ? (await resultsOf(db, [review]))[0] : undefined);

type Approval = { readonly content: Review; readonly decision: { readonly number: string; readonly date: string }; readonly validFrom: string; readonly by: Who; readonly at: Temporal.Instant };

/** Adds what was approved as the next version; its number. */
export async function addResult(tx: Db, review: string, { content, decision, validFrom, by, at }: Approval): Promise<number> {
  const version = ((await resultOf(tx, review))?.version ?? 0) + 1;
  await reformDb(tx).insertInto('reform.review_result').values({ review, version, content: JSON.stringify(content), decision_number: decision.number, decision_date: decision.date, valid_from: validFrom, by_id: by.id, by_name: by.name, at }).execute();
  return version;
}

/** Years that have a plan. */
export async function plannedYears(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`select distinct year from reform.review union select distinct year from reform.plan_sending order by year desc`.execute(db);
  return rows.map(({ year }) => year);
}

/** The first sending of a year's plan. */
export const sendingOf = async (db: Db, year: number): Promise<{ readonly number: string; readonly sent_on: string; readonly by_name: string } | undefined> =>
  reformDb(db).selectFrom('reform.plan_sending').select(['number', 'sent_on', 'by_name']).where('year', '=', year).orderBy('sent_on').orderBy('at').limit(1).executeTakeFirst();

/** Bản soạn that carry a review out. */
export async function carriersOf(db: Db, review: string): Promise<readonly string[]> {
  const rows = await reformDb(db).selectFrom('reform.review_carrier').select('proposal').where('review', '=', review).orderBy('at').execute();
  return rows.map(({ proposal }) => proposal);
}
