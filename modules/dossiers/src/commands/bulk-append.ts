// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import type { DossierEvent, Fact } from '../events.ts';
import { apply } from '../lifecycle/apply.ts';
import type { Doer, Dossier } from '../model.ts';
import { hashOf } from '../store/chain.ts';
import { rowsOf } from '../store/rows.ts';

/** A whole life to be written at once: facts with their moments and doers. */
export type WrittenLife = { readonly id: string; readonly facts: readonly (Fact & { readonly at: string; readonly by: Doer })[] };

/**
 * Writes many whole lives into ledger and projections in one transaction: for generated data and for dossiers of another system.
 * The same events, hashes and rows as the acts write one by one; `motcua replay` finds no difference.
 */
export async function bulkAppend(db: Db, lives: readonly WrittenLife[]): Promise<number> {
  const events: Record<string, unknown>[] = [];
  const dossiers: unknown[] = [];
  const tasks: unknown[] = [];
  const sealUses: unknown[] = [];
  for (const { id, facts } of lives) {
    let dossier: Dossier | undefined;
    let hash: Buffer | null = null;
    for (const { at, by, ...fact } of facts) {
      const event: DossierEvent = { ...fact, dossierId: id, seq: (dossier?.version ?? 0) + 1, at: Temporal.Instant.from(at).toString(), by };
      const next = hashOf(hash, event);
      events.push({ dossier_id: id, seq: event.seq, at: event.at, type: event.type, actor: by, data: event.data, previous_hash: hash === null ? null : `\\x${hash.toString('hex')}`, hash: `\\x${next.toString('hex')}` });
      dossier = apply(dossier, event);
      hash = next;
    }
    if (dossier === undefined) continue;
    const rows = rowsOf(dossier);
    dossiers.push(rows.dossier);
    tasks.push(...rows.tasks);
    sealUses.push(...rows.sealUses);
  }
  await inTransaction(db, async (tx) => {
    await sql`insert into dossiers.event select * from jsonb_populate_recordset(null::dossiers.event, ${JSON.stringify(events)}::jsonb)`.execute(tx);
    await sql`insert into dossiers.dossier select * from jsonb_populate_recordset(null::dossiers.dossier, ${JSON.stringify(dossiers)}::jsonb)`.execute(tx);
    if (tasks.length > 0) await sql`insert into dossiers.task select * from jsonb_populate_recordset(null::dossiers.task, ${JSON.stringify(tasks)}::jsonb)`.execute(tx);
    if (sealUses.length > 0) await sql`insert into dossiers.seal_use select * from jsonb_populate_recordset(null::dossiers.seal_use, ${JSON.stringify(sealUses)}::jsonb)`.execute(tx);
  });
  return events.length;
}
