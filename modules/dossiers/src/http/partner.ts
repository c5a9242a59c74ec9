// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, actorOf, requires } from '@motcua/http-kit';
import { fileFromPartner } from '../commands/partner-filing.ts';
import type { DossierContext } from '../context.ts';
import { PartnerFiled, PartnerFiling } from '../contract.ts';
import { refused } from './answer.ts';

/** Dossiers that partners send: the national portal files here what citizens filed there. */
export const partnerRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.post('/partners/national-portal/dossiers', {
    ...requires('partner.file'), bodyLimit: 40 * 1024 * 1024,
    schema: { operationId: 'fileFromNationalPortal', tags: ['partners'], body: PartnerFiling, response: { 201: PartnerFiled, 403: Problem, 404: Problem, 409: Problem, 422: Problem } },
  }, async (request, reply) => {
    const actor = actorOf(request);
    if (actor.kind !== 'partner') return refused(reply, { code: 'not-permitted', act: 'submit' });
    const filed = await fileFromPartner(ctx, actor, request.body);
    return filed.ok ? reply.code(201).send({ code: filed.value.code, status: filed.value.status }) : refused(reply, filed.error);
  });
  done();
};
