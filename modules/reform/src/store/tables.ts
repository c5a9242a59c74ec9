// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json, Selectable } from '@motcua/db-kit';
import type { Review } from '../contract/review-content.ts';

type By = { by_id: string; by_name: string; at: Instant };

type ReviewColumns = {
  id: string; year: number; procedure_code: string; procedure_name: string; agency: string; person: string; due: string; ground: 'government' | 'own-choice' | 'petition'; basis: string; product: string;
} & By;

/** An entry of a yearly plan. */
export type ReviewRow = Selectable<ReviewColumns>;

type ReformTables = {
  'reform.figure': { id: string; kind: string; value: bigint; watched_from: string | null; valid_from: string; valid_until: string | null; source: string; unsure: string | null; entered_by: string | null; entered_at: Instant | null };
  'reform.list_publication': { id: string; ministry_decision: string; ministry_day: string; decision_number: string; decision_day: string; public_on: string } & By;
  'reform.review': ReviewColumns;
  'reform.review_removal': { review: string; reason: string } & By;
  'reform.plan_sending': { id: string; year: number; number: string; sent_on: string } & By;
  'reform.review_result': { review: string; version: number; content: Json<Review>; decision_number: string; decision_date: string; valid_from: string } & By;
  'reform.review_carrier': { review: string; proposal: string } & By;
};

export const reformDb = (db: Db) => db.$extendTables<ReformTables>();
