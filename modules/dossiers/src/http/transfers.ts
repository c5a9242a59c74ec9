// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { acknowledge, decline, sendAgain } from '../commands/transfer.ts';
import type { DossierContext } from '../context.ts';
import { Acknowledgement, Decline, DossierTransfers, Sending } from '../contract.ts';
import { dossierTransfers } from '../views/transfers.ts';
import { DossierPath, actResponses, sent } from './answer.ts';
import { lookedLog } from './looked.ts';

/** Dossiers received outside their place: confirmed, declined, sent again. */
export const transferRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/dossier-transfers', { ...requires('transfers.read'), schema: { operationId: 'listDossierTransfers', tags: ['transfers'], response: { 200: DossierTransfers } } },
    async (request) => {
      const answer = await dossierTransfers(ctx, ctx.db, officerOf(request));
      return looked.atList(officerOf(request), { list: 'transfers', answer, rows: [...answer.toReceive, ...answer.cameBack] });
    });

  app.post('/dossiers/:code/acknowledgement', { ...requires('dossier.acknowledge'), schema: { operationId: 'acknowledge', tags: ['transfers'], params: DossierPath, body: Acknowledgement, response: actResponses } },
    async (request, reply) => sent(reply, await acknowledge(ctx, { ...request.params, ...request.body, actor: officerOf(request) })));

  app.post('/dossiers/:code/decline', { ...requires('dossier.decline'), schema: { operationId: 'decline', tags: ['transfers'], params: DossierPath, body: Decline, response: actResponses } },
    async (request, reply) => sent(reply, await decline(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/sending', { ...requires('dossier.send-again'), schema: { operationId: 'sendAgain', tags: ['transfers'], params: DossierPath, body: Sending, response: actResponses } },
    async (request, reply) => sent(reply, await sendAgain(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
