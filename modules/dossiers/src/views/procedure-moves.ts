// SPDX-License-Identifier: EUPL-1.2
import { procedureOn } from '@motcua/catalogue';
import { sql } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import { procedureMovePlan } from '../commands/procedure-move-plan.ts';
import type { DossierContext } from '../context.ts';
import type { ProcedureMovePreview, ProcedureMoves } from '../contract.ts';
import { load } from '../store/ledger.ts';

/** Dossiers a preview shows at once. */
const most = 100;

/** Which procedures are in force in a newer version than dossiers being solved have, and how many dossiers those are. */
export async function procedureMoves({ db, clock }: DossierContext): Promise<ProcedureMoves> {
  const { rows } = await sql<{ code: string; versions: readonly number[]; counts: readonly number[] }>`
    select code, array_agg(version order by version) as versions, array_agg(n order by version) as counts from (
      select procedure_code as code, procedure_version as version, count(*)::int as n from dossiers.dossier
      where accepted_at is not null and ended_at is null and decided_at is null group by procedure_code, procedure_version) held group by code order by code`.execute(db);
  const day = officeDay(clock.now()).toString();
  const procedures = [];
  for (const { code, versions, counts } of rows) {
    const now = await procedureOn(db, code, day);
    const running = versions.reduce((sum, version, which) => sum + (now !== undefined && version < now.version ? counts[which] ?? 0 : 0), 0);
    if (now !== undefined && running > 0) procedures.push({ code, name: now.procedure.name, newest: now.version, running });
  }
  return { procedures };
}

/** Xem trước: each dossier being solved under an older version, what would change for it, or why it must stay. */
export async function procedureMovePreview(ctx: DossierContext, asked: { readonly code: string; readonly to: number }): Promise<ProcedureMovePreview> {
  const { rows } = await sql<{ code: string }>`select code from dossiers.dossier
    where procedure_code = ${asked.code} and procedure_version < ${asked.to} and accepted_at is not null and ended_at is null and decided_at is null order by code limit ${most + 1}`.execute(ctx.db);
  const dossiers: ProcedureMovePreview['dossiers'] = [];
  for (const { code } of rows.slice(0, most)) {
    const dossier = (await load(ctx.db, code))?.dossier;
    if (dossier === undefined) continue;
    const { changes, bars, next } = await procedureMovePlan(ctx, { tx: ctx.db, at: ctx.clock.now() }, { dossier, to: asked.to });
    dossiers.push({
      code, version: dossier.version, fromVersion: dossier.procedure.version, safe: next !== null, changes: [...changes], faults: bars.map(({ text }) => text),
      owedAt: { before: dossier.clock?.owedAt ?? null, after: (next ?? dossier).clock?.owedAt ?? null },
    });
  }
  return { dossiers, more: rows.length > most };
}
