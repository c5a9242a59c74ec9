// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Officer, type Result, ok, refuse } from '@motcua/kernel';
import { reviewRow } from '../store/reviews.ts';
import { reformDb } from '../store/tables.ts';
import { candidatesOf } from '../views/carriers.ts';
import type { ReviewRefusal } from './plan-review.ts';

/**
 * Nối bản soạn thực hiện một phương án: of the procedure or of a process it is handled by. Linking again adds nothing.
 *
 * @error review-unknown; review-bad - a bản soạn of something else
 */
export async function carryOut(db: Db, asked: { readonly id: string; readonly proposal: string }, { by, at }: { readonly by: Officer; readonly at: Temporal.Instant }): Promise<Result<{ readonly id: string }, ReviewRefusal>> {
  const row = await reviewRow(db, asked.id);
  if (row === undefined) return refuse({ code: 'review-unknown' });
  const known = await candidatesOf(db, row.procedure_code, at);
  if (!known.some(({ id }) => id === asked.proposal)) return refuse({ code: 'review-bad', field: 'proposal', text: 'Bản soạn này không phải của thủ tục hay quy trình của nó. Chọn trong danh sách.' });
  await reformDb(db).insertInto('reform.review_carrier').values({ review: row.id, proposal: asked.proposal, by_id: by.id, by_name: by.name, at }).onConflict((conflict) => conflict.doNothing()).execute();
  return ok({ id: row.id });
}
