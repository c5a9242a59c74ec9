// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, actorOf, officerOf, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { extend, proposeExtension } from '../commands/extend.ts';
import type { DossierContext } from '../context.ts';
import { Extension, ExtensionOffer, ExtensionProposal, LateCauses } from '../contract.ts';
import { lateCausesOn } from '../store/late-causes.ts';
import { extensionOffer } from '../views/extension-offer.ts';
import { DossierPath, actResponses, questionResponses, refused, sent } from './answer.ts';

/** Lateness: the causes officers pick, and the apology with its new day. */
export const latenessRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/late-causes', { ...requires('dossier.complete-step'), schema: { operationId: 'listLateCauses', tags: ['dossiers'], response: { 200: LateCauses } } },
    async () => ({ causes: await lateCausesOn(ctx.db, officeDay(ctx.clock.now()).toString()) }));

  app.get('/dossiers/:code/extension-offer', {
    ...requires('dossier.propose-extension'),
    schema: { operationId: 'getExtensionOffer', tags: ['dossiers'], params: DossierPath, querystring: z.object({ value: z.coerce.number().int().positive().max(400).optional() }), response: { 200: ExtensionOffer, ...questionResponses } },
  }, async (request, reply) => {
    const offer = await extensionOffer(ctx, ctx.db, { actor: actorOf(request), code: request.params.code, value: request.query.value ?? null });
    return offer.ok ? offer.value : refused(reply, offer.error);
  });

  app.post('/dossiers/:code/extension-proposals', { ...requires('dossier.propose-extension'), schema: { operationId: 'proposeExtension', tags: ['dossiers'], params: DossierPath, body: ExtensionProposal, response: actResponses } },
    async (request, reply) => sent(reply, await proposeExtension(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/extension', { ...requires('dossier.extend'), schema: { operationId: 'extend', tags: ['dossiers'], params: DossierPath, body: Extension, response: actResponses } },
    async (request, reply) => sent(reply, await extend(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
