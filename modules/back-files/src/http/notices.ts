// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, citizenOf, requires } from '@motcua/http-kit';
import { VaultNotices } from '@motcua/vault/contract';
import type { BackFileContext } from '../model.ts';
import { noticesFor } from '../views/notices.ts';

/** Lời báo về kho: what an owner is told of old papers. Whose they are comes from the session. */
export const noticeRoutes = (ctx: BackFileContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/vault-notices', { ...requires('back-files.told'), schema: { operationId: 'myVaultNotices', tags: ['vault'], response: { 200: VaultNotices } } }, (request) => noticesFor(ctx, citizenOf(request)));
  done();
};
