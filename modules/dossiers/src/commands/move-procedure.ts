// SPDX-License-Identifier: EUPL-1.2
import { cleanText, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import { type Asked, type Outcome, perform } from './perform.ts';
import { procedureMovePlan } from './procedure-move-plan.ts';

/** To which version, and by which paper. */
type Move = { readonly to: number; readonly reason: string; readonly documentNumber: string };

/**
 * Chuyển hồ sơ đang giải quyết sang bản thủ tục mới: papers demanded, form and limit are those of the version in force; the return day only gets earlier or stays, what was paid stays.
 * Whoever does it sees codes and terms, not the dossier; its owner is told.
 *
 * @error procedure-move-unsafe - more papers, a higher fee, a limit that is over already, or a form that cannot hold the answers: the dossier stays under its version
 */
export function moveProcedure(ctx: DossierContext, asked: Asked & { readonly body: Move }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'move-version', async ({ tx, at, to, dossier }) => {
    const { changes, bars, next } = await procedureMovePlan(ctx, { tx, at }, { dossier, to: asked.body.to });
    if (next === null) return refuse({ code: 'procedure-move-unsafe', faults: bars.map(({ text }) => text) });
    return ok([{
      type: 'procedure-moved',
      data: { to, ...next, fromVersion: dossier.procedure.version, before: dossier.clock?.owedAt ?? null, changes, reason: cleanText(asked.body.reason), documentNumber: cleanText(asked.body.documentNumber) },
    }]);
  });
}
