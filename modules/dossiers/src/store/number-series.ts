// SPDX-License-Identifier: EUPL-1.2
import { type Db, type RawBuilder, sql } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import { type NumberSeries, type NumberedDocument, writtenNumber } from '../rules/document-numbers.ts';
import { dossierDb } from './tables.ts';

export type NumberSeriesColumns = { readonly document: NumberedDocument; readonly agency_code: string | null; readonly procedure_code: string | null; readonly pattern: string; readonly counter: string; readonly digits: number; readonly valid_from: string; readonly valid_until: string | null };

type Asked = { readonly document: NumberedDocument; readonly agency: string; readonly procedure: string | null; readonly at: Temporal.Instant; readonly symbol?: string };
type Counted = NumberSeries & { readonly last: number };

/** The series in force on the day. */
function seriesOf({ document, agency, procedure, at, symbol = '' }: Asked): RawBuilder<unknown> {
  const day = officeDay(at).toString();
  return sql`select pattern, replace(counter, '{ký hiệu}', ${symbol}) as counter, digits from dossiers.number_series
      where document = ${document} and valid_from <= ${day} and (valid_until is null or valid_until >= ${day})
        and (agency_code is null or agency_code = ${agency}) and (procedure_code is null or procedure_code = ${procedure})
      order by procedure_code is null, agency_code is null, valid_from desc limit 1`;
}

/**
 * The next number of a document as it is written (số văn bản), by the series in force on the day: a row of the procedure before one of the agency before the general one, then the newest.
 * Without a gap: counted in the transaction of the fact it names, in one statement. @throws when a kind of document has no series: the program comes with one for each
 */
export async function documentNumber(tx: Db, asked: Asked): Promise<string> {
  const { document, agency, at, symbol = '' } = asked;
  const day = officeDay(at);
  const { rows: [counted] } = await sql<Counted>`with series as (${seriesOf(asked)}), counted as (
      insert into dossiers.counter (agency, series, period, last) select ${agency}, counter, ${String(day.year)}, 1 from series
      on conflict (agency, series, period) do update set last = dossiers.counter.last + 1 returning last)
    select pattern, counter, digits, last from series, counted`.execute(tx);
  if (counted === undefined) throw new Error(`no number series for ${document} on ${day.toString()}`);
  return writtenNumber(counted, { number: counted.last, symbol, year: day.year });
}

/**
 * Gives back a number that no paper carries, when nothing of its series was numbered after it.
 *
 * @returns false when something was
 */
export async function giveBackNumber(tx: Db, { number, ...asked }: Asked & { readonly number: string }): Promise<boolean> {
  const { agency, at, symbol = '' } = asked;
  const { year } = officeDay(at);
  const { rows: [last] } = await sql<Counted>`with series as (${seriesOf(asked)})
    select pattern, counter, digits, last from series join dossiers.counter c on c.agency = ${agency} and c.series = series.counter and c.period = ${String(year)} for update of c`.execute(tx);
  if (last === undefined || writtenNumber(last, { number: last.last, symbol, year }) !== number) return false;
  await dossierDb(tx).updateTable('dossiers.counter').set({ last: last.last - 1 }).where('agency', '=', agency).where('series', '=', last.counter).where('period', '=', String(year)).execute();
  return true;
}

/** The last number each counter of an agency gave out in a year. */
export async function countersOf(db: Db, { agency, year }: { readonly agency: string; readonly year: number }): Promise<ReadonlyMap<string, number>> {
  const rows = await dossierDb(db).selectFrom('dossiers.counter').select(['series', 'last']).where('agency', '=', agency).where('period', '=', String(year)).limit(2000).execute();
  return new Map(rows.map(({ series, last }) => [series, last]));
}

/** The series an agency may number by on a day, of each kind of document. */
export async function seriesOfAgency(db: Db, { agency, day }: { readonly agency: string; readonly day: string }): Promise<readonly Omit<NumberSeriesColumns, 'valid_from' | 'valid_until'>[]> {
  return dossierDb(db).selectFrom('dossiers.number_series').select(['document', 'agency_code', 'procedure_code', 'pattern', 'counter', 'digits']).where('valid_from', '<=', day).where((q) => q.or([q('valid_until', 'is', null), q('valid_until', '>=', day)]))
    .where((q) => q.or([q('agency_code', '=', agency), q('agency_code', 'is', null)])).orderBy('document').orderBy(sql`procedure_code is null`).orderBy(sql`agency_code is null`).orderBy('valid_from', 'desc').limit(2000).execute();
}
