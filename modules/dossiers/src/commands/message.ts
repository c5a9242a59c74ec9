// SPDX-License-Identifier: EUPL-1.2
import { ok } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import { type Asked, type Outcome, perform } from './perform.ts';

/** Nhắn tin trên hồ sơ: the person and the officers of the dossier write to each other. Moves nothing and overwrites nothing. */
export function writeMessage(ctx: DossierContext, asked: Asked & { readonly body: { readonly text: string } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'write-message', ({ to }) => Promise.resolve(ok([{ type: 'message-written', data: { to, text: asked.body.text } }])));
}
