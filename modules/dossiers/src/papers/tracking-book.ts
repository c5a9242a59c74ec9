// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { findAgency, findOneStopShop } from '@motcua/organisation';
import { renderTrackingBook } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { BookEntry, BookQuery } from '../contract.ts';
import { bookShops } from '../permissions.ts';
import { bookEntries, bookPeriod } from '../views/tracking-book.ts';
import { placeNameOf } from './head.ts';

/** Most entries of one printing: a month of a busy shop. */
const mostEntries = 3000;

/** The book of a shop as PDF with the entries in it, form 07, for a year or one of its months; null for a shop that is not the officer's. */
export async function printTrackingBook(ctx: DossierContext, db: Db, { officer, ...asked }: BookQuery & { readonly officer: Officer }): Promise<{ readonly pdf: Uint8Array; readonly entries: readonly BookEntry[] } | null> {
  if (!bookShops(officer).includes(asked.shop)) return null;
  const agency = await findAgency(db, asked.shop);
  const parent = agency?.parentCode == null ? undefined : await findAgency(db, agency.parentCode);
  const shop = await findOneStopShop(db, asked.shop);
  const issuedAt = ctx.clock.now().toString();
  const { entries, next } = await bookEntries(db, { ...bookPeriod(asked), shop: asked.shop, after: undefined, limit: mostEntries });
  const pdf = await renderTrackingBook({
    superior: (agency?.kind === 'commune' ? agency.name : parent?.name) ?? null, office: shop?.name ?? agency?.name ?? asked.shop, place: await placeNameOf(db, agency, issuedAt.slice(0, 10)),
    number: `${asked.month === undefined ? '' : `${String(asked.month).padStart(2, '0')}-`}${asked.year}/STD`, issuedAt, year: asked.year, month: asked.month ?? null, entries, isCut: next !== null, demonstration: ctx.demonstration,
  });
  return { pdf, entries };
}
