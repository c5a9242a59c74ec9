// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, citizenOf, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { counterEnterpriseAnswers, draftEnterpriseAnswers } from '../commands/ask-enterprise.ts';
import { askRegister } from '../commands/ask-register.ts';
import { findDraft } from '../commands/draft.ts';
import type { DossierContext } from '../context.ts';
import { DraftEnterpriseQuestion, EnterpriseAnswers, EnterpriseQuestion, RegisterQuestion } from '../contract.ts';
import { DossierPath, actResponses, refused, sent } from './answer.ts';

/** Đăng ký doanh nghiệp: asked at the counter, while filing online, and for a dossier in hand. Who asked is told to the organisation. */
export const enterpriseRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.post('/enterprise-questions', { ...requires('person.read'), schema: { operationId: 'askEnterprise', tags: ['counter'], body: EnterpriseQuestion, response: { 200: EnterpriseAnswers, 403: Problem, 404: Problem, 422: Problem } } }, async (request, reply) => {
    const found = await counterEnterpriseAnswers(ctx, { officer: officerOf(request), body: request.body });
    return found.ok ? reply.send(found.value) : refused(reply, found.error);
  });

  app.post('/drafts/:id/enterprise-questions', { ...requires('draft.own'), schema: { operationId: 'askDraftEnterprise', tags: ['filing'], params: z.object({ id: z.uuid() }), body: DraftEnterpriseQuestion, response: { 200: EnterpriseAnswers, 404: Problem, 410: Problem, 422: Problem } } }, async (request, reply) => {
    const who = citizenOf(request);
    const draft = await findDraft(ctx.db, who, request.params.id);
    return draft === undefined ? refused(reply, { code: 'dossier-unknown' }) : reply.send(await draftEnterpriseAnswers(ctx, { who, draft, code: request.body.code }));
  });

  app.post('/dossiers/:code/register-questions', { ...requires('dossier.ask-register'), schema: { operationId: 'askRegister', tags: ['dossiers'], params: DossierPath, body: RegisterQuestion, response: actResponses } },
    async (request, reply) => sent(reply, await askRegister(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
