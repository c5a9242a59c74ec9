// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Sheet, SheetRun, SheetState } from '../rules/security-sheets.ts';

/** Who writes a line about sheets, where and when. */
export type SheetEntry = { readonly id: string; readonly agency: string; readonly officer: { readonly id: string; readonly name: string }; readonly at: Temporal.Instant };

/** Nobody else moves sheets of a series until the transaction ends. */
export async function lockSeries(tx: Db, series: readonly string[]): Promise<void> {
  for (const one of [...new Set(series)].toSorted()) await sql`select pg_advisory_xact_lock(hashtextextended(${`security-sheets ${one}`}, 0))`.execute(tx);
}

const lastHandOut = sql`left join lateral (select h.to_id, h.to_name from dossiers.security_sheet_hand_out h where h.series = s.series and h.first <= s.number and h.last >= s.number order by h.seq desc limit 1) h on true`;

/** What became of some sheets; one nobody received is left out. */
export async function sheetStates(db: Db, sheets: readonly Sheet[]): Promise<readonly SheetState[]> {
  if (sheets.length === 0) return [];
  const { rows } = await sql<Omit<SheetState, 'holder'> & { readonly to_id: string | null; readonly to_name: string | null }>`
    select s.series, s.number, s.agency, d.digits, h.to_id, h.to_name, u.number is not null as used, x.number is not null as spoiled
    from unnest(${sheets.map(({ series }) => series)}::text[], ${sheets.map(({ number }) => number)}::int[]) as asked(series, number)
    join dossiers.security_sheet s using (series, number) join dossiers.security_sheet_delivery d on d.id = s.delivery_id ${lastHandOut}
    left join dossiers.security_sheet_use u on u.series = s.series and u.number = s.number left join dossiers.security_sheet_spoilage x on x.series = s.series and x.number = s.number order by s.series, s.number`.execute(db);
  return rows.map(({ to_id: id, to_name: name, ...state }) => ({ ...state, holder: id === null || name === null ? null : { id, name } }));
}

/** Sheets of an agency that are neither used nor spoiled. */
export async function sheetsLeft(db: Db, agencies: readonly string[]): Promise<readonly SheetState[]> {
  if (agencies.length === 0) return [];
  const { rows } = await sql<Omit<SheetState, 'holder'> & { readonly to_id: string | null; readonly to_name: string | null }>`
    select s.series, s.number, s.agency, d.digits, h.to_id, h.to_name, false as used, false as spoiled from dossiers.security_sheet s join dossiers.security_sheet_delivery d on d.id = s.delivery_id ${lastHandOut}
    where s.agency = any(${[...agencies]}::text[]) and not exists (select from dossiers.security_sheet_use u where u.series = s.series and u.number = s.number)
      and not exists (select from dossiers.security_sheet_spoilage x where x.series = s.series and x.number = s.number) order by s.agency, s.series, s.number limit 50000`.execute(db);
  return rows.map(({ to_id: id, to_name: name, ...state }) => ({ ...state, holder: id === null || name === null ? null : { id, name } }));
}

/** Takes sheets in. */
export async function addDelivery(tx: Db, { id, agency, officer, at, run, document, clientKey }: SheetEntry & { readonly run: SheetRun; readonly document: string; readonly clientKey: string }): Promise<void> {
  await sql`insert into dossiers.security_sheet_delivery (id, client_key, agency, series, first, last, digits, document, officer_id, officer_name, at)
    values (${id}, ${clientKey}, ${agency}, ${run.series}, ${run.first}, ${run.last}, ${run.digits}, ${document}, ${officer.id}, ${officer.name}, ${at.toString()})`.execute(tx);
  await sql`insert into dossiers.security_sheet (series, number, agency, delivery_id) select ${run.series}, number, ${agency}, ${id} from generate_series(${run.first}::int, ${run.last}::int) as number`.execute(tx);
}

/** The first sheet of a run somebody received before; undefined: none. */
export async function knownSheet(tx: Db, { series, first, last }: SheetRun): Promise<{ readonly number: number; readonly digits: number } | undefined> {
  const { rows } = await sql<{ readonly number: number; readonly digits: number }>`select s.number, d.digits from dossiers.security_sheet s join dossiers.security_sheet_delivery d on d.id = s.delivery_id where s.series = ${series} and s.number between ${first} and ${last} order by s.number limit 1`.execute(tx);
  return rows[0];
}

/** Gives sheets to an officer, or back to the store. */
export async function addHandOut(tx: Db, { id, agency, officer, at, run, to, clientKey }: SheetEntry & { readonly run: SheetRun; readonly to: { readonly id: string; readonly name: string } | null; readonly clientKey: string }): Promise<void> {
  await sql`insert into dossiers.security_sheet_hand_out (id, client_key, agency, series, first, last, to_id, to_name, officer_id, officer_name, at)
    values (${id}, ${clientKey}, ${agency}, ${run.series}, ${run.first}, ${run.last}, ${to?.id ?? null}, ${to?.name ?? null}, ${officer.id}, ${officer.name}, ${at.toString()})`.execute(tx);
}

/** Whether an order about sheets was carried out before: the answer was lost, not the order. */
export async function knownOrder(tx: Db, clientKey: string): Promise<boolean> {
  const { rows } = await sql`select from dossiers.security_sheet_delivery where client_key = ${clientKey} union all select from dossiers.security_sheet_hand_out where client_key = ${clientKey} union all select from dossiers.security_sheet_count where client_key = ${clientKey}`.execute(tx);
  return rows.length > 0;
}

/** Marks sheets as used by a copy. */
export async function useSheets(tx: Db, copy: string, sheets: readonly Sheet[]): Promise<void> {
  if (sheets.length === 0) return;
  await sql`insert into dossiers.security_sheet_use (series, number, copy_id) select series, number, ${copy}::uuid from unnest(${sheets.map(({ series }) => series)}::text[], ${sheets.map(({ number }) => number)}::int[]) as asked(series, number)`.execute(tx);
}

/** Marks sheets as spoiled. */
export async function spoilSheets(tx: Db, { officer, at, sheets, reason }: Omit<SheetEntry, 'id' | 'agency'> & { readonly sheets: readonly Sheet[]; readonly reason: string }): Promise<void> {
  await sql`insert into dossiers.security_sheet_spoilage (series, number, reason, officer_id, officer_name, at)
    select series, number, ${reason}, ${officer.id}, ${officer.name}, ${at.toString()}::timestamptz from unnest(${sheets.map(({ series }) => series)}::text[], ${sheets.map(({ number }) => number)}::int[]) as asked(series, number)`.execute(tx);
}

/** Writes down what was counted by hand. */
export async function addCount(tx: Db, { id, agency, officer, at, ...count }: SheetEntry & { readonly clientKey: string; readonly series: string; readonly expected: number; readonly counted: number; readonly note: string | null }): Promise<void> {
  await sql`insert into dossiers.security_sheet_count (id, client_key, agency, series, expected, counted, note, officer_id, officer_name, at)
    values (${id}, ${count.clientKey}, ${agency}, ${count.series}, ${count.expected}, ${count.counted}, ${count.note}, ${officer.id}, ${officer.name}, ${at.toString()})`.execute(tx);
}
