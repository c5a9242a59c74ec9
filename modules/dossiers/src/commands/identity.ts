// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';
import type { DossierContext } from '../context.ts';
import type { ActDone, IdentityConfirmation, IdentityRequest } from '../contract.ts';
import { type Asked, type Outcome, perform } from './perform.ts';
import { afterWait, clockAfter } from './supplement.ts';

/**
 * Yêu cầu xác nhận định danh (VNeID): the dossier waits until the person has confirmed who he is. Whether that time counts, the rule it was accepted under says.
 *
 * @legal nd-301-2026/not-counted
 */
export function requestIdentity(ctx: DossierContext, asked: Asked & { readonly body: Pick<z.infer<typeof IdentityRequest>, 'person' | 'reason'> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'request-identity', async ({ tx, at, to, dossier }) => {
    const clock = await clockAfter(ctx, tx, dossier, { at: at.toString(), type: 'identity-requested' });
    if (!clock.ok) return clock;
    if (clock.value === null) return refuse({ code: 'act-not-allowed', act: 'request-identity', status: dossier.status });
    return ok([{ type: 'identity-requested', data: { to, person: asked.body.person, reason: asked.body.reason, clock: clock.value } }]);
  });
}

/** Ghi nhận đã xác nhận định danh: by what it was confirmed stays in the ledger. */
export function confirmIdentity(ctx: DossierContext, asked: Asked & { readonly body: Pick<z.infer<typeof IdentityConfirmation>, 'evidence'> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'confirm-identity', async ({ tx, at, to, dossier }) => {
    const goes = await afterWait(ctx, tx, dossier, { at: at.toString(), type: 'identity-confirmed' });
    if (!goes.ok) return goes;
    const { clock, ...steps } = goes.value;
    if (clock === null || dossier.identity === null) return refuse({ code: 'act-not-allowed', act: 'confirm-identity', status: dossier.status });
    return ok([{ type: 'identity-confirmed', data: { to, person: dossier.identity.person, evidence: asked.body.evidence, clock, ...steps } }]);
  });
}
