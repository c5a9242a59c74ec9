// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { organisationDb } from '../store/tables.ts';

/** One field of an entry to mend, in words. */
export type EntryFault = { readonly path: string; readonly label: string; readonly text: string };

/** Why an entry of a register was not taken. */
export type EntryRefusal = { readonly code: 'fields-to-mend'; readonly fields: readonly EntryFault[] } | { readonly code: 'entry-unknown' } | { readonly code: 'revoked-already' };

/** Who enters, and when. */
export type By = { readonly id: string; readonly at: Temporal.Instant };

export const fault = (path: string, label: string, text: string): EntryFault => ({ path, label, text });

type Named = { readonly path: string; readonly label: string; readonly value: string | null };

/** Agencies and people an entry names and nobody knows. */
export async function unknownOf(tx: Db, { agencies, people }: { readonly agencies: readonly Named[]; readonly people: readonly Named[] }): Promise<readonly EntryFault[]> {
  const from = organisationDb(tx);
  const given = (named: readonly Named[]): readonly string[] => named.flatMap(({ value }) => (value === null ? [] : [value]));
  const places = new Set((await from.selectFrom('organisation.agency').select('code').where('code', 'in', ['', ...given(agencies)]).execute()).map(({ code }) => code));
  const known = given(people).length === 0 ? new Set<string>() : new Set((await from.selectFrom('organisation.officer').select('id').where('id', 'in', given(people)).execute()).map(({ id }) => id));
  return [
    ...agencies.filter(({ value }) => value !== null && !places.has(value)).map(({ path, label }) => fault(path, label, 'Chọn một cơ quan trong danh sách.')),
    ...people.filter(({ value }) => value !== null && !known.has(value)).map(({ path, label }) => fault(path, label, 'Chọn một người trong danh sách.')),
  ];
}

/** Which of some procedure codes are in no catalogue: answered by whoever knows one. */
export type UnknownProcedures = (codes: readonly string[]) => Promise<readonly string[]>;

/** Where no catalogue is at hand every code is taken. */
export const noneUnknown: UnknownProcedures = () => Promise.resolve([]);

/** Procedure codes an entry is limited to and nobody knows. */
export async function procedureFaults(procedures: readonly string[] | null, unknownProcedures: UnknownProcedures): Promise<readonly EntryFault[]> {
  const unknown = procedures === null ? [] : await unknownProcedures([...new Set(procedures)]);
  return unknown.length === 0 ? [] : [fault('procedures', 'Thủ tục', `Danh mục không có thủ tục ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? '…' : ''}. Tìm lại bằng tên hoặc mã.`)];
}
