// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { inTransaction, sql } from '@motcua/db-kit';
import { type Officer, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { mayCloseBook } from '../permissions.ts';
import { dossierDb } from '../store/tables.ts';
import { bookPeriod } from '../views/tracking-book.ts';

/**
 * Khóa sổ: a year of a shop's book is closed once it is over; how many entries it had and what they were is kept for good.
 *
 * @error fields-to-mend - the year is not over, or was closed before
 * @legal tt-03-2025-vpcp/forms
 */
export async function closeBook(ctx: DossierContext, { officer, shop, year }: { readonly officer: Officer; readonly shop: string; readonly year: number }): Promise<Result<null, LifecycleRefusal>> {
  if (!mayCloseBook(officer, shop)) return refuse({ code: 'dossier-unknown' });
  const now = ctx.clock.now();
  const named = (text: string): Result<null, LifecycleRefusal> => refuse({ code: 'fields-to-mend', fields: [{ path: 'year', label: 'Năm', text }] });
  if (officeDay(now).year <= year) return named(`Năm ${year} chưa hết nên chưa khóa sổ được. Khóa sổ từ ngày 01/01/${year + 1}.`);
  return inTransaction(ctx.db, async (tx) => {
    const { from, until } = bookPeriod({ year });
    const hash = createHash('sha256');
    const { rows } = await sql<{ number: string; code: string }>`select e.data ->> 'receiptNumber' as number, d.code from dossiers.dossier d
      join dossiers.event e on e.dossier_id = d.id and e.type = 'accepted' where d.receiving_agency = ${shop} and d.accepted_at >= ${from} and d.accepted_at < ${until} order by d.accepted_at, d.code`.execute(tx);
    for (const { number, code } of rows) hash.update(`${number} ${code}\n`);
    const last = Math.max(0, ...rows.map(({ number }) => Number.parseInt(number, 10)).filter((number) => Number.isInteger(number)));
    const closed = await dossierDb(tx).insertInto('dossiers.book_closing').values({ shop, year, entries: rows.length, last_number: last, digest: hash.digest(), closed_by: officer.name, closed_at: now })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    return closed.numInsertedOrUpdatedRows === 0n ? named(`Sổ năm ${year} đã khóa. Tải lại trang để xem.`) : ok(null);
  });
}
