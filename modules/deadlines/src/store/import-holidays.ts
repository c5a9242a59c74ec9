// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';

export type HolidayImport = { readonly taken: number; readonly refused: readonly { readonly reason: string; readonly record: unknown }[] };

/** Takes the published holidays (format of data/holidays) into the calendar of the whole country; running it again changes nothing. */
export async function importHolidays(db: Db, json: unknown): Promise<HolidayImport> {
  return Promise.reject(new Error(`not built yet: ${typeof json} ${String(db.isTransaction)}`));
}
