// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, citizenOf, officerOf, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { revokeResult } from '../commands/revoke-result.ts';
import { vaultFor } from '../commands/vault-for.ts';
import type { DossierContext } from '../context.ts';
import { Revocation, Viewers, WhoseViewers } from '../contract.ts';
import { viewersOf } from '../views/viewers.ts';
import { DossierPath, actResponses, questionResponses, refused, sent } from './answer.ts';

/** What dossiers have to do with vaults: who looked at a person's data, results that are revoked. */
export const dossierVaultRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/viewers', { ...requires('dossier.own'), schema: { operationId: 'myViewers', tags: ['vault'], querystring: WhoseViewers, response: { 200: Viewers, ...questionResponses } } }, async (request, reply) => {
    const who = citizenOf(request);
    const { organisation } = request.query;
    const owner = await vaultFor(ctx.db, { who, applicant: organisation === undefined ? { kind: 'person', personalId: who.personalId } : { kind: 'organisation', personalId: organisation }, day: officeDay(ctx.clock.now()).toString() });
    return owner === null ? refused(reply, { code: 'dossier-unknown' }) : viewersOf(ctx.db, owner);
  });

  app.post('/dossiers/:code/revocation', { ...requires('dossier.revoke-result'), schema: { operationId: 'revokeResult', tags: ['dossiers'], params: DossierPath, body: Revocation, response: actResponses } },
    async (request, reply) => sent(reply, await revokeResult(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
