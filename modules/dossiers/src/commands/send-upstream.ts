// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import { type Asked, type Outcome, perform } from './perform.ts';
import { stepsLeft } from './process-step.ts';

/**
 * Trả lại cơ quan trước: a part of a linked group that stands on a wrong result goes back to the part that gave it, which is then done once more.
 *
 * @legal nd-118-2025/d20
 */
export function sendUpstream(ctx: DossierContext, asked: Asked & { readonly body: { readonly to: string; readonly reason: string } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'send-upstream', ({ to, dossier }) => {
    const target = dossier.parent?.upstream.find(({ node }) => node === asked.body.to);
    if (target === undefined) return Promise.resolve(refuse({ code: 'fields-to-mend', fields: [{ path: 'to', label: 'Trả lại thủ tục', text: 'Chọn thủ tục đứng trước trong nhóm liên thông.' }] }));
    return Promise.resolve(ok([{ type: 'sent-upstream', data: { to, node: target.node, name: target.name, reason: asked.body.reason, moved: stepsLeft(dossier) } }]));
  });
}
