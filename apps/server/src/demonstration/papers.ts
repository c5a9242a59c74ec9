// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { confirmPapers, handOverPapers, officerDossier } from '@motcua/dossiers';
import type { Stage } from './simulate.ts';

/** Moves the papers of a dossier one way on: from the shop that received them, then into the hands of who solves. True when something was done. */
export async function carried({ ctx, db, did, officerWith }: Stage, { code, shop, agency }: { readonly code: string; readonly shop: string; readonly agency: string }): Promise<boolean> {
  if (shop === agency) return false;
  const hands = [['hand-over-papers', officerWith('intake-officer', shop)], ['confirm-papers', officerWith('handling-officer', agency)]] as const;
  for (const [act, actor] of hands) {
    const view = actor === undefined ? undefined : await officerDossier(ctx, db, actor, code);
    if (actor === undefined || view?.ok !== true || !view.value.acts.some((possible) => possible.act === act && possible.allowed)) continue;
    const asked = { actor, code, version: view.value.version, clientKey: randomUUID() };
    return did(act === 'hand-over-papers' ? await handOverPapers(ctx, { ...asked, noteId: randomUUID() }) : await confirmPapers(ctx, asked));
  }
  return false;
}
