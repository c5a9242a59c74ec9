// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, officeDay, officeZone } from '@motcua/kernel';
import { agencyNames, findOneStopShop } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { BookEntry, BookQuery, TrackingBook } from '../contract.ts';
import type { Dossier } from '../model.ts';
import { bookShops, mayCloseBook } from '../permissions.ts';
import { foldedEach } from '../store/ledger.ts';
import { dossierDb } from '../store/tables.ts';

const pageSize = 100;

/** First and first-no-more moment of a year, or of one of its months. */
export function bookPeriod({ year, month }: Pick<BookQuery, 'year' | 'month'>): { readonly from: string; readonly until: string } {
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: 1 });
  const start = (day: Temporal.PlainDate): string => day.toZonedDateTime(officeZone).toInstant().toString();
  return { from: start(first), until: start(month === undefined ? first.add({ years: 1 }) : first.add({ months: 1 })) };
}

type Row = { readonly id: string; readonly code: string; readonly accepted_at: Temporal.Instant };

const entryOf = (dossier: Dossier, nameOf: (code: string) => string): BookEntry => ({
  number: dossier.receipt?.number ?? '', code: dossier.code, procedure: dossier.procedure.name, name: dossier.applicant.name,
  contact: [dossier.applicant.address.text, dossier.applicant.phone ?? ''].filter((part) => part !== '').join(', '), solvingAgency: nameOf(dossier.agencies.solving),
  receivedAt: dossier.receipt?.at ?? dossier.submittedAt, owedAt: dossier.clock?.owedAt ?? null, returnedAt: dossier.returnedAt, returnWay: dossier.returnWay,
  receivedBy: dossier.handedInstead === undefined ? dossier.handedTo ?? null : `${dossier.handedTo ?? ''} (nhận quyết định thu hồi số ${dossier.handedInstead})`,
});

/** Entries of a shop's book in the order of acceptance, at most `limit` after a place. Served by dossier_by_book; the lines come from the ledgers. */
export async function bookEntries(db: Db, asked: { readonly shop: string; readonly from: string; readonly until: string; readonly after: string | undefined; readonly limit: number }): Promise<{ readonly entries: readonly BookEntry[]; readonly next: string | null }> {
  const [at = '', code = ''] = asked.after?.split('~') ?? [];
  const beyond = /^\d{4}-[\dT:.Z-]+$/u.test(at) ? sql`and (accepted_at, code) > (${at}::timestamptz, ${code})` : sql``;
  const { rows } = await sql<Row>`select id, code, accepted_at from dossiers.dossier
    where receiving_agency = ${asked.shop} and accepted_at >= ${asked.from} and accepted_at < ${asked.until} ${beyond} order by accepted_at, code limit ${asked.limit + 1}`.execute(db);
  const shown = rows.slice(0, asked.limit);
  const dossiers = await foldedEach(db, shown.map(({ id }) => id));
  const nameOf = await agencyNames(db, [...new Set(dossiers.map((dossier) => dossier.agencies.solving))]);
  const last = shown.at(-1);
  return { entries: dossiers.map((dossier) => entryOf(dossier, nameOf)), next: rows.length > asked.limit && last !== undefined ? `${last.accepted_at.toString()}~${last.code}` : null };
}

/** The book of one of the officer's shops; undefined for a shop that is not his. */
export async function trackingBook(ctx: DossierContext, db: Db, { officer, ...asked }: BookQuery & { readonly officer: Officer }): Promise<TrackingBook | undefined> {
  const mine = bookShops(officer);
  if (!mine.includes(asked.shop)) return undefined;
  const { entries, next } = await bookEntries(db, { ...bookPeriod(asked), shop: asked.shop, after: asked.after, limit: pageSize });
  const closing = await dossierDb(db).selectFrom('dossiers.book_closing').selectAll().where('shop', '=', asked.shop).where('year', '=', asked.year).executeTakeFirst();
  const shops = await Promise.all(mine.map(async (code) => ({ code, name: (await findOneStopShop(db, code))?.name })));
  return {
    shops: shops.flatMap(({ code, name }) => (name === undefined ? [] : [{ code, name }])), entries: [...entries], next, asOf: ctx.clock.now().toString(),
    closing: closing === undefined ? null : { entries: closing.entries, lastNumber: closing.last_number, closedBy: closing.closed_by, closedAt: closing.closed_at.toString() },
    mayClose: closing === undefined && officeDay(ctx.clock.now()).year > asked.year && mayCloseBook(officer, asked.shop),
  };
}
