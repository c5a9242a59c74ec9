// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, sql } from '@motcua/db-kit';
import { redactedData, redactedDoer } from '../rules/redacted.ts';
import { canonical } from '../store/chain.ts';
import { eventRows, factOf, folded } from '../store/ledger.ts';
import { rowsOf } from '../store/rows.ts';
import { dossierDb } from '../store/tables.ts';

/** What holds a redacted line: the hash of what is left of it. */
export const redactionOf = (row: Parameters<typeof factOf>[0]): Buffer => { const { type, by, data } = factOf(row); return createHash('sha256').update(canonical({ type, by, data })).digest(); };

/**
 * Hủy nội dung một hồ sơ đã hết thời hạn bảo quản: every line of its ledger loses its personal content and keeps its hash; the projections are made anew from what is left.
 * Needs the database's owner, in the caller's transaction. Answers the row that is left and the last hash.
 *
 * @param why - number of the decision
 */
export async function redactDossier(ownerTx: Db, { id, why, at }: { readonly id: string; readonly why: string; readonly at: Temporal.Instant }): Promise<{ readonly row: Readonly<Record<string, unknown>>; readonly events: number; readonly lastHash: string } | undefined> {
  const rows = await eventRows(ownerTx, id);
  const loaded = folded(rows);
  const last = rows.at(-1);
  if (loaded === undefined || last === undefined || loaded.dossier.endedAt === null) return undefined;
  for (const row of rows) {
    const left = { ...row, data: redactedData(row.data), actor: redactedDoer(row.actor) };
    await sql`update dossiers.event set data = ${JSON.stringify(left.data)}::jsonb, actor = ${JSON.stringify(left.actor)}::jsonb where dossier_id = ${id} and seq = ${row.seq}`.execute(ownerTx);
    await sql`insert into dossiers.redaction (dossier_id, seq, sha256, why, at) values (${id}, ${row.seq}, ${redactionOf(left)}, ${why}, ${at.toString()}) on conflict do nothing`.execute(ownerTx);
  }
  const after = folded(await eventRows(ownerTx, id));
  if (after === undefined) return undefined;
  const { dossier } = rowsOf(after.dossier);
  await dossierDb(ownerTx).updateTable('dossiers.dossier').set(dossier).where('id', '=', id).execute();
  await dossierDb(ownerTx).deleteFrom('dossiers.message_draft').where('dossier_id', '=', id).execute();
  return { row: dossier, events: rows.length, lastHash: last.hash.toString('hex') };
}
