// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { dossierDb } from './tables.ts';

/** What is often missing (lý do bổ sung thường gặp), in force on a day: the procedure's own first, then those of all. */
export async function supplementReasonsOn(db: Db, { procedure, day }: { readonly procedure: string; readonly day: string }): Promise<{ id: number; what: string; howToMend: string; basis: string | null; own: boolean }[]> {
  const rows = await dossierDb(db).selectFrom('dossiers.supplement_reason').select(['id', 'procedure_code', 'what', 'how_to_mend', 'basis'])
    .where('valid_from', '<=', day).where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)]))
    .where((where) => where.or([where('procedure_code', 'is', null), where('procedure_code', '=', procedure)])).orderBy('procedure_code', (order) => order.asc().nullsLast()).orderBy('sort').execute();
  return rows.map((row) => ({ id: row.id, what: row.what, howToMend: row.how_to_mend, basis: row.basis, own: row.procedure_code !== null }));
}
