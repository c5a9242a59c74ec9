// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** The dossiers of these agencies whose transfer is at a stage: those to be confirmed first before those later. Served by dossier_transfers_to_receive and dossier_transfers_back. */
export async function transfersAt(db: Db, asked: { readonly stage: 'sent' | 'sent-back'; readonly agencies: readonly string[]; readonly limit: number }): Promise<readonly string[]> {
  if (asked.agencies.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where transfer_stage = ${asked.stage} and ${sql.ref(asked.stage === 'sent' ? 'solving_agency' : 'receiving_agency')} in (${sql.join(asked.agencies)})
    order by transfer_answer_by nulls last, code limit ${asked.limit}`.execute(db);
  return rows.map(({ id }) => id);
}
