// SPDX-License-Identifier: EUPL-1.2
import { procedureOn } from '@motcua/catalogue';
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { type Officer, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { proposalStandings } from '@motcua/proposals';
import type { z } from 'zod';
import type { PlanSent, PlannedReview } from '../contract/reviews.ts';
import { reviewRow, reviewsOf } from '../store/reviews.ts';
import { reformDb } from '../store/tables.ts';

/** Why a plan was not changed: which field, no such review, or one that has begun. */
export type ReviewRefusal = { readonly code: 'review-bad'; readonly field: string; readonly text: string } | { readonly code: 'review-unknown' } | { readonly code: 'review-begun' };

type Press = { readonly by: Officer; readonly at: Temporal.Instant };
type Done = Result<{ readonly id: string }, ReviewRefusal>;

const bad = (field: string, text: string): Result<never, ReviewRefusal> => refuse({ code: 'review-bad', field, text });

/**
 * Đưa một thủ tục vào kế hoạch rà soát: who, by when, on what ground, with what product. The same press again adds nothing.
 *
 * @error review-bad - a procedure that is not in force or planned already, an unknown agency, a day outside the year or past
 * @legal nd-63-2010/d27-d31
 */
export async function planReview(db: Db, asked: z.infer<typeof PlannedReview>, { by, at }: Press): Promise<Done> {
  const today = officeDay(at).toString();
  const found = await procedureOn(db, asked.procedure, today);
  if (found === undefined) return bad('procedure', 'Danh mục không có thủ tục này đang có hiệu lực. Tìm lại bằng tên hoặc mã.');
  if (await findAgency(db, asked.agency) === undefined) return bad('agency', 'Chưa tìm thấy cơ quan này. Chọn lại.');
  if (!asked.due.startsWith(`${String(asked.year)}-`)) return bad('due', `Kế hoạch năm ${String(asked.year)}: chọn ngày trong năm ấy.`);
  if (asked.due < today) return bad('due', 'Ngày này đã qua. Chọn từ hôm nay trở đi.');
  return inTransaction(db, async (tx): Promise<Done> => {
    await sql`select pg_advisory_xact_lock(hashtextextended('reform.review', ${asked.year}))`.execute(tx);
    const known = await reviewsOf(tx, asked.year);
    if (known.some(({ id }) => id === asked.clientKey)) return ok({ id: asked.clientKey });
    if (known.some(({ procedure_code: code }) => code === asked.procedure)) return bad('procedure', `Thủ tục này đã có trong kế hoạch năm ${String(asked.year)}.`);
    await reformDb(tx).insertInto('reform.review').values({
      id: asked.clientKey, year: asked.year, procedure_code: asked.procedure, procedure_name: found.procedure.name, agency: asked.agency, person: asked.person, due: asked.due, ground: asked.ground, basis: asked.basis, product: asked.product, by_id: by.id, by_name: by.name, at,
    }).execute();
    return ok({ id: asked.clientKey });
  });
}

/**
 * Bỏ khỏi kế hoạch, with the reason: only while its sheet was not submitted or approved.
 *
 * @error review-unknown; review-begun - its sheet waits for approval, or is approved
 */
export async function removeReview(db: Db, asked: { readonly id: string; readonly reason: string }, { by, at }: Press): Promise<Done> {
  if (await reviewRow(db, asked.id) === undefined) return refuse({ code: 'review-unknown' });
  const sheets = await proposalStandings(db, { kind: 'review', keys: [asked.id] });
  if (sheets.some(({ state }) => state === 'submitted' || state === 'published')) return refuse({ code: 'review-begun' });
  await reformDb(db).insertInto('reform.review_removal').values({ review: asked.id, reason: asked.reason, by_id: by.id, by_name: by.name, at }).onConflict((conflict) => conflict.doNothing()).execute();
  return ok({ id: asked.id });
}

/**
 * Ghi đã gửi kế hoạch: by which paper, on which day. The same press again adds nothing.
 *
 * @error review-bad - a day that has not come, or a plan with nothing in it
 */
export async function sendPlan(db: Db, asked: z.infer<typeof PlanSent>, { by, at }: Press): Promise<Done> {
  if (asked.day > officeDay(at).toString()) return bad('day', 'Ngày này chưa đến. Ghi ngày trên công văn đã gửi.');
  if ((await reviewsOf(db, asked.year)).length === 0) return bad('number', `Kế hoạch năm ${String(asked.year)} chưa có thủ tục nào. Thêm thủ tục trước khi gửi.`);
  await reformDb(db).insertInto('reform.plan_sending').values({ id: asked.clientKey, year: asked.year, number: asked.number, sent_on: asked.day, by_id: by.id, by_name: by.name, at }).onConflict((conflict) => conflict.doNothing()).execute();
  return ok({ id: asked.clientKey });
}
