// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { checkDigitalIdentity, digitalIdentityOf } from '../commands/check-digital-identity.ts';
import type { DossierContext } from '../context.ts';
import { DigitalIdentity, IdentityCheck } from '../contract.ts';
import { refused } from './answer.ts';
import { lookedLog } from './looked.ts';

const PersonPath = z.object({ personalId: z.string().regex(/^(\d{12}|\d{10}(-\d{3})?)$/u, 'Số định danh có 12 chữ số (tổ chức: 10 chữ số).') });

/** Định danh điện tử tại quầy: what is known of a person's account, and what the officer and the person did about it. Each look is told to the person. */
export const digitalIdentityRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/persons/:personalId/digital-identity', { ...requires('person.read'), schema: { operationId: 'digitalIdentity', tags: ['counter'], params: PersonPath, response: { 200: DigitalIdentity, 422: Problem } } }, async (request) => {
    await looked.atPerson(officerOf(request), request.params.personalId, { subject: 'person', purpose: 'intake' });
    return digitalIdentityOf(ctx, request.params.personalId);
  });

  app.post('/persons/:personalId/digital-identity', { ...requires('person.read'), schema: { operationId: 'checkDigitalIdentity', tags: ['counter'], params: PersonPath, body: IdentityCheck, response: { 201: DigitalIdentity, 403: Problem, 422: Problem } } }, async (request, reply) => {
    const kept = await checkDigitalIdentity(ctx, { officer: officerOf(request), ...request.params, body: request.body });
    if (!kept.ok) return refused(reply, kept.error);
    await looked.atPerson(officerOf(request), request.params.personalId, { subject: 'person', purpose: 'intake' });
    return reply.code(201).send(kept.value);
  });
  done();
};
