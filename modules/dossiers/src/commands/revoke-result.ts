// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { ok, refuse } from '@motcua/kernel';
import type { VaultChange } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { ActDone, Revocation } from '../contract.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

type Body = Omit<z.infer<typeof Revocation>, 'clientKey' | 'version'>;

/**
 * Thu hồi kết quả: the head of the agency that issued a result revokes it by a decision, with the reason; the paper in every vault counts no more
 * and its code says so. The dossier stays where it was.
 *
 * @error already-revoked - it was revoked before
 */
export function revokeResult(ctx: DossierContext, asked: Asked & { readonly body: Body }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'revoke-result', ({ at, by, to, dossier }) => {
    if (dossier.revoked !== undefined) return Promise.resolve(refuse({ code: 'already-revoked', number: dossier.revoked.number }));
    if (dossier.result?.documentId == null) return Promise.resolve(refuse({ code: 'no-such-paper' }));
    const { number, reason } = asked.body;
    const changes = (dossier.vault?.entries ?? []).filter(({ origin }) => origin === 'result').map((entry): VaultChange => ({ entry: entry.id, type: 'revoked', reason, number, replacedBy: null, dossierId: dossier.id, by: by.name, at: at.toString() }));
    return Promise.resolve(ok([{ type: 'result-revoked', data: { to, number, reason, ...(changes.length === 0 ? {} : { vault: { entries: [], changes } }) } }]));
  });
}
