// SPDX-License-Identifier: EUPL-1.2
import { newId, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, WishKind } from '../contract.ts';
import { openWish, resultAgainst, transition } from '../lifecycle/transition.ts';
import { stopGiven, withdrawalGiven } from './endings.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

const notYetSolved = { code: 'fields-to-mend', fields: [{ path: 'kind', label: 'Đề nghị', text: 'Hồ sơ chưa được tiếp nhận nên chưa có gì để dừng. Chọn rút hồ sơ.' }] } as const;

/**
 * Đề nghị của người nộp: to withdraw, to stop or to correct a dossier that is being solved. Nothing ends yet: the one-stop shop decides.
 *
 * @error wish-open - an earlier one waits for its decision; result-exists
 * @legal nd-118-2025/d21
 */
export function wish(ctx: DossierContext, asked: Asked & { readonly body: { readonly kind: WishKind; readonly text: string } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'wish', ({ at, to, dossier }) => {
    const open = openWish(dossier);
    if (open !== null) return Promise.resolve(refuse({ code: 'wish-open', kind: open.kind }));
    if (asked.body.kind === 'stop' && dossier.acceptedAt === null) return Promise.resolve(refuse(notYetSolved));
    return Promise.resolve(ok([{ type: 'wished', data: { to, id: newId(at), kind: asked.body.kind, text: asked.body.text } }]));
  });
}

/**
 * Quyết định đề nghị: the one-stop shop grants it or says why not. Granted, the dossier is withdrawn or stopped (form 05) in the same act:
 * only while no decision or result exists.
 *
 * @error result-exists, no-such-wish
 * @legal nd-118-2025/d21
 */
export function decideWish(ctx: DossierContext, asked: Asked & { readonly id: string; readonly body: { readonly granted: boolean; readonly reason: string } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'decide-wish', async (situation) => {
    const { dossier, to } = situation;
    const open = openWish(dossier);
    if (open?.id !== asked.id) return refuse({ code: 'no-such-wish' });
    const { granted, reason } = asked.body;
    const decided = { type: 'wish-decided', data: { to, id: open.id, kind: open.kind, granted, reason } } as const;
    if (!granted || open.kind === 'correct') return ok([decided]);
    const result = resultAgainst(open.kind, dossier);
    if (result !== null) return refuse(result);
    const ending = transition(dossier.status, open.kind);
    if (!ending.ok) return ending;
    const given = open.kind === 'stop' ? await stopGiven({ ...situation, to: ending.value }, open.text) : withdrawalGiven({ ...situation, to: ending.value }, open.text);
    return ok([decided, given]);
  });
}
