// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, citizenOf, officerOf, requires } from '@motcua/http-kit';
import { revokeResult } from '../commands/revoke-result.ts';
import type { DossierContext } from '../context.ts';
import { Revocation, Viewers } from '../contract.ts';
import { viewersOf } from '../views/viewers.ts';
import { DossierPath, actResponses, sent } from './answer.ts';

/** What dossiers have to do with vaults: who looked at a person's data, results that are revoked. */
export const dossierVaultRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/viewers', { ...requires('dossier.own'), schema: { operationId: 'myViewers', tags: ['vault'], response: { 200: Viewers } } },
    (request) => viewersOf(ctx.db, citizenOf(request).personalId));

  app.post('/dossiers/:code/revocation', { ...requires('dossier.revoke-result'), schema: { operationId: 'revokeResult', tags: ['dossiers'], params: DossierPath, body: Revocation, response: actResponses } },
    async (request, reply) => sent(reply, await revokeResult(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
