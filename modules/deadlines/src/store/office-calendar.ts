// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { OfficeCalendar } from '../model.ts';

/**
 * The working calendar of an office, most specific scope first: a day or office hours published for the agency win over those of the country.
 *
 * @param scopes - e.g. `['H15.50', 'H15', 'VN']`
 * @param period - first and last day wanted; the calendar ends earlier when less is published
 * @returns null when no office hours are published for the scopes on the first day, or no day at all
 */
export async function officeCalendar(
  db: Db, scopes: readonly string[], period: { readonly from: string; readonly until: string },
): Promise<OfficeCalendar | null> {
  return Promise.reject(new Error(`not built yet: ${scopes.join()} ${period.from} ${String(db.isTransaction)}`));
}
