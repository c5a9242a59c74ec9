// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { NextNumbers, NumberPreviewQuery } from '../contract.ts';
import { counterOf, numberedDocuments, writtenNumber } from '../rules/document-numbers.ts';
import { countersOf, seriesOfAgency } from '../store/number-series.ts';

/** Symbols a counter by symbol has counted for; one in words where it has counted nothing yet. */
function symbolsOf(counter: string, counted: ReadonlyMap<string, number>): readonly string[] {
  if (!counter.includes('{ký hiệu}')) return [''];
  const [before = '', after = ''] = counter.split('{ký hiệu}');
  const symbols = [...counted.keys()].filter((name) => name.startsWith(before) && name.endsWith(after)).map((name) => name.slice(before.length, name.length - after.length)).filter((symbol) => symbol !== '');
  return symbols.length === 0 ? ['…'] : symbols;
}

/** Số tiếp theo: what each kind of document of an agency would be numbered today, by the series in force. Nothing is counted by asking. */
export async function nextNumbers(db: Db, { agency, day }: { readonly agency: string; readonly day: Temporal.PlainDate }): Promise<NextNumbers> {
  const [series, counted] = await Promise.all([seriesOfAgency(db, { agency, day: day.toString() }), countersOf(db, { agency, year: day.year })]);
  // Of rows for the same document and procedure the agency's own stands first: the general one counts for nothing here.
  const inForce = series.filter((one, at) => series.findIndex(({ document, procedure_code: procedure }) => document === one.document && procedure === one.procedure_code) === at);
  return {
    numbers: inForce.flatMap((one) => symbolsOf(one.counter, counted).map((symbol) => ({
      document: numberedDocuments[one.document], procedure: one.procedure_code, counter: counterOf(one, symbol), next: writtenNumber(one, { number: (counted.get(counterOf(one, symbol)) ?? 0) + 1, symbol, year: day.year }),
    }))),
  };
}

/** How a pattern that is being typed would write numbers, and the next one of its counter at an agency. */
export async function previewNumber(db: Db, { agency, pattern, counter, digits }: NumberPreviewQuery, day: Temporal.PlainDate): Promise<{ readonly examples: string[]; readonly next: string | null }> {
  const [series, symbol] = [{ pattern, counter, digits }, pattern.includes('{ký hiệu}') ? 'QĐ-UBND' : ''];
  const write = (number: number): string => writtenNumber(series, { number, symbol, year: day.year });
  if (agency === undefined) return { examples: [write(1), write(128)], next: null };
  const last = (await countersOf(db, { agency, year: day.year })).get(counterOf(series, symbol)) ?? 0;
  return { examples: [write(1), write(128)], next: write(last + 1) };
}
