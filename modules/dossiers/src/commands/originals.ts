// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { ok } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, MoveOriginals } from '../contract.ts';
import { originalsToMove } from '../lifecycle/originals.ts';
import { originalDesks } from '../permissions.ts';
import { documentNumber } from '../store/number-series.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

type Body = Omit<z.infer<typeof MoveOriginals>, 'clientKey' | 'version'>;

/**
 * Ghi nơi để giấy gốc: whoever has papers in hand says where they lie, gives them back to the applicant on a numbered paper, or says that they are lost.
 *
 * @error fields-to-mend - a paper the officer's agency does not have; a place of which one must say which
 * @legal nd-118-2025/d18
 */
export function moveOriginals(ctx: DossierContext, asked: Asked & { readonly body: Body }): Promise<Outcome<ActDone>> {
  const { actor, body } = asked;
  return perform(ctx, asked, 'move-originals', async ({ tx, at, to, dossier }) => {
    const agencies = actor.kind === 'officer' ? originalDesks(actor) : [];
    const found = originalsToMove(dossier, { ...body, agencies });
    if (!found.ok) return found;
    const { goesBack, ...moved } = found.value;
    const number = goesBack ? await documentNumber(tx, { document: 'original-return', agency: moved.place.agency, procedure: dossier.procedure.code, at }) : null;
    return ok([{ type: 'originals-moved', data: { to, ...moved, reason: body.reason === '' ? null : body.reason, ...(number === null ? {} : { receipt: { number } }) } }]);
  });
}
