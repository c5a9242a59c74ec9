// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { ok } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, MoveOriginals } from '../contract.ts';
import { originalsToMove } from '../lifecycle/originals.ts';
import { originalDesks } from '../permissions.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

type Body = Omit<z.infer<typeof MoveOriginals>, 'clientKey' | 'version'>;

/**
 * Ghi nơi để giấy gốc: whoever has papers in hand says where they lie, gives them back to the applicant, or says that they are lost.
 *
 * @error fields-to-mend - a paper the officer's agency does not have; a place of which one must say which
 * @legal nd-118-2025/d18
 */
export function moveOriginals(ctx: DossierContext, asked: Asked & { readonly body: Body }): Promise<Outcome<ActDone>> {
  const { actor, body } = asked;
  return perform(ctx, asked, 'move-originals', ({ to, dossier }) => {
    const agencies = actor.kind === 'officer' ? originalDesks(actor) : [];
    const found = originalsToMove(dossier, { ...body, agencies });
    return Promise.resolve(found.ok ? ok([{ type: 'originals-moved', data: { to, ...found.value, reason: body.reason === '' ? null : body.reason } }]) : found);
  });
}
