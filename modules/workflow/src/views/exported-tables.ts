// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import type { ProcessNeighbours } from '../neighbours.ts';
import { type TableRecord, toInternalProcedure } from '../internal/to-internal-procedure.ts';

type Row = { key: string; xml: string; published_at: Temporal.Instant; decision_number: string | null; decision_date: string | null };

/** Every process by its newest version as a record of the published tables; what was drawn here gets the head it is given. */
export async function exportedTables(db: Db, head: ProcessNeighbours['recordHead']): Promise<readonly TableRecord[]> {
  const { rows } = await sql<Row>`select distinct on (key) key, xml, published_at, decision_number, decision_date from workflow.definition order by key, version desc`.execute(db);
  const found: TableRecord[] = [];
  for (const { key, xml, published_at: at, decision_number: number, decision_date: date } of rows) {
    const record = await toInternalProcedure(xml, { ...head, id: key, decision: { number: number ?? 'chưa có quyết định', date: date ?? officeDay(at).toString() } });
    if (record.ok) found.push(record.value);
  }
  return found;
}
