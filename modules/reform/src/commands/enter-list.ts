// SPDX-License-Identifier: EUPL-1.2
import { type Db, isUniqueViolation } from '@motcua/db-kit';
import { type Officer, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';
import type { ListPublished } from '../contract.ts';
import { reformDb } from '../store/tables.ts';

/** Why a list was not entered: a day that contradicts another, or it was entered before. */
export type ListRefusal = { readonly code: 'list-bad'; readonly field: 'day' | 'publicOn'; readonly text: string } | { readonly code: 'list-known' };

const faultOf = ({ ministryDay, day, publicOn }: z.infer<typeof ListPublished>, today: string): ListRefusal | null => {
  if (day < ministryDay) return { code: 'list-bad', field: 'day', text: 'Quyết định của tỉnh không thể trước quyết định của bộ. Xem lại ngày.' };
  if (day > today) return { code: 'list-bad', field: 'day', text: 'Ngày này chưa đến. Ghi ngày trên quyết định đã ký.' };
  if (publicOn < day) return { code: 'list-bad', field: 'publicOn', text: 'Ngày công khai không thể trước ngày quyết định.' };
  return publicOn > today ? { code: 'list-bad', field: 'publicOn', text: 'Ngày này chưa đến. Ghi ngày đã công khai.' } : null;
};

/**
 * Ghi quyết định công bố danh mục: the province's list after a decision of a ministry. The same press again adds nothing.
 *
 * @error list-bad - days that contradict each other or have not come; list-known - it was entered before
 */
export async function enterList(db: Db, asked: z.infer<typeof ListPublished>, { by, at }: { readonly by: Officer; readonly at: Temporal.Instant }): Promise<Result<null, ListRefusal>> {
  const fault = faultOf(asked, officeDay(at).toString());
  if (fault !== null) return refuse(fault);
  const pressed = await reformDb(db).selectFrom('reform.list_publication').select('id').where('id', '=', asked.clientKey).executeTakeFirst();
  if (pressed !== undefined) return ok(null);
  try {
    await reformDb(db).insertInto('reform.list_publication').values({
      id: asked.clientKey, ministry_decision: asked.ministryDecision, ministry_day: asked.ministryDay, decision_number: asked.number, decision_day: asked.day, public_on: asked.publicOn, by_id: by.id, by_name: by.name, at,
    }).execute();
    return ok(null);
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'list-known' });
    throw error;
  }
}
