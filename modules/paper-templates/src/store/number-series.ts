// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

type Tables = { 'paper_templates.number_series': { readonly id: string; readonly document: 'result'; readonly agency_code: string | null; readonly procedure_code: string | null; readonly pattern: string; readonly counter: string; readonly digits: number; readonly valid_from: string } };

/** How a document is numbered: which counter it takes its number from, and how the number is written. */
export type NumberSeries = { readonly counter: string; readonly write: (number: number) => string };

type AskedSeries = { readonly document: 'result'; readonly agency: string; readonly procedure: string; readonly day: string; readonly symbol: string };

/** The series in force on a day: a row of the procedure before one of the agency before the general one, then the newest. */
export async function numberSeriesOn(db: Db, { document, agency, procedure, day, symbol }: AskedSeries): Promise<NumberSeries> {
  const row = await db.$extendTables<Tables>().selectFrom('paper_templates.number_series').select(['pattern', 'counter', 'digits']).where('document', '=', document).where('valid_from', '<=', day)
    .where((q) => q.or([q('agency_code', '=', agency), q('agency_code', 'is', null)])).where((q) => q.or([q('procedure_code', '=', procedure), q('procedure_code', 'is', null)]))
    .orderBy(sql`procedure_code is null`).orderBy(sql`agency_code is null`).orderBy('valid_from', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const { pattern, counter, digits } = row ?? { pattern: '{số}/{ký hiệu}', counter: 'result:{ký hiệu}', digits: 1 };
  return { counter: counter.replaceAll('{ký hiệu}', symbol), write: (number) => pattern.replaceAll('{ký hiệu}', symbol).replaceAll('{số}', String(number).padStart(digits, '0')) };
}
