// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { machine, ok } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { Fact } from '../events.ts';
import { isEnded } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { append, load } from '../store/ledger.ts';
import type { Outcome } from './perform.ts';
import { tellOf } from './process-step.ts';

/**
 * What an act left may be what the process of the dossier waits for (chờ tin): then the process goes on, in the same transaction, with a line of its own.
 * What came before the process waited for it is not told again.
 */
export async function tellProcess(ctx: DossierContext, stage: { readonly tx: Db; readonly at: Temporal.Instant }, { dossier, facts }: { readonly dossier: Dossier; readonly facts: readonly Fact[] }): Promise<Outcome<Dossier>> {
  let now = dossier;
  for (const { type: message } of facts) {
    if (isEnded(now.status) || !now.awaits.includes(message)) continue;
    const moved = await tellOf(ctx, stage, now, message);
    if (!moved.ok) return moved;
    const loaded = await load(stage.tx, now.code, true);
    if (loaded === undefined) throw new Error(`dossier ${now.code} has no ledger`);
    now = await append(stage.tx, loaded, { id: now.id, at: stage.at, by: { kind: 'system', id: machine.kind, name: 'Hệ thống' }, facts: [{ type: 'wait-over', data: { to: now.status, message, moved: moved.value } }] });
  }
  return ok(now);
}
