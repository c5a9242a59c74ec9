// SPDX-License-Identifier: EUPL-1.2
import { inTransaction, sql } from '@motcua/db-kit';
import { machine } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { DeemedOutcome } from '../model.ts';
import { append, load } from '../store/ledger.ts';
import { doerOf, momentAfter } from './perform.ts';

type Overdue = { readonly code: string; readonly outcome: DeemedOutcome['outcome']; readonly legal: string };

const atOnce = 50;

/** Dossiers past their return day whose procedure had, on the day of acceptance, a law that says what that silence means. */
async function silent(ctx: DossierContext, only: string | undefined): Promise<readonly Overdue[]> {
  const { rows } = await sql<Overdue>`select d.code, o.outcome, o.legal from dossiers.deemed_outcome o join dossiers.dossier d on d.procedure_code = o.procedure_code
    where d.ended_at is null and d.decided_at is null and d.stopped_since is null and d.deemed is null and ${only === undefined ? sql`true` : sql`d.code = ${only}`} and d.owed_at < ${ctx.clock.now().toString()}
      and o.valid_from <= (d.accepted_at at time zone 'Asia/Ho_Chi_Minh')::date and (o.valid_until is null or o.valid_until >= (d.accepted_at at time zone 'Asia/Ho_Chi_Minh')::date)
    order by d.owed_at, d.code limit ${atOnce}`.execute(ctx.db);
  return rows;
}

/**
 * Coi như chấp thuận, coi như từ chối: where the procedure's own law says so, the silence of the agency past the return day is written into the ledger, once, with the article.
 * The agency still owes the result on paper; without such a law a late dossier is late and nothing more.
 *
 * @param only - code of the one dossier looked at; every dossier when absent
 * @returns how many were deemed
 */
export async function deemOverdue(ctx: DossierContext, only?: string): Promise<number> {
  let deemed = 0;
  for (const { code, outcome, legal } of await silent(ctx, only)) {
    deemed += await inTransaction(ctx.db, async (tx) => {
      const loaded = await load(tx, code, true);
      const dossier = loaded?.dossier;
      if (loaded === undefined || dossier?.clock?.owedAt == null || dossier.decidedAt !== null || dossier.endedAt !== null || dossier.deemed !== undefined) return 0;
      await append(tx, loaded, { id: dossier.id, at: momentAfter(loaded, ctx.clock.now()), by: doerOf(machine), facts: [{ type: 'deemed', data: { to: dossier.status, outcome, legal, owedAt: dossier.clock.owedAt } }] });
      return 1;
    });
  }
  return deemed;
}
