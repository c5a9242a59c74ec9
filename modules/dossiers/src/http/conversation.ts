// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, actorOf, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { planCheck, recordCheck } from '../commands/checks.ts';
import { correct } from '../commands/correct.ts';
import { decideChange } from '../commands/decide-change.ts';
import { writeMessage } from '../commands/message.ts';
import { reissue } from '../commands/reissue.ts';
import { recordSecret } from '../commands/secret-papers.ts';
import { decideWish, wish } from '../commands/wishes.ts';
import type { DossierContext } from '../context.ts';
import { ChangeDecision, CheckMinutes, CheckPlan, Correction, Message, Reissue, SecretPaper, Wish, WishDecision } from '../contract.ts';
import { DossierPath, actResponses, sent } from './answer.ts';

/** What the person asks of a dossier under way and what the office answers: wishes, corrections, papers issued again, messages, checks he is told of. */
export const conversationRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.post('/my/dossiers/:code/wishes', { ...requires('dossier.own'), schema: { operationId: 'wish', tags: ['my'], params: DossierPath, body: Wish, response: actResponses } },
    async (request, reply) => sent(reply, await wish(ctx, { ...request.params, ...request.body, actor: actorOf(request), body: request.body })));

  app.post('/my/dossiers/:code/messages', { ...requires('dossier.own'), schema: { operationId: 'writeOwnMessage', tags: ['my'], params: DossierPath, body: Message, response: actResponses } },
    async (request, reply) => sent(reply, await writeMessage(ctx, { ...request.params, ...request.body, actor: actorOf(request), body: request.body })));

  app.post('/dossiers/:code/messages', { ...requires('dossier.write-message'), schema: { operationId: 'writeMessage', tags: ['dossiers'], params: DossierPath, body: Message, response: actResponses } },
    async (request, reply) => sent(reply, await writeMessage(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/wishes/:id/decision', { ...requires('dossier.decide-wish'), schema: { operationId: 'decideWish', tags: ['dossiers'], params: DossierPath.extend({ id: z.uuid() }), body: WishDecision, response: actResponses } },
    async (request, reply) => sent(reply, await decideWish(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/corrections', { ...requires('dossier.correct'), schema: { operationId: 'correct', tags: ['dossiers'], params: DossierPath, body: Correction, response: actResponses } },
    async (request, reply) => sent(reply, await correct(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/changes/:id/decision', { ...requires('dossier.decide-change'), schema: { operationId: 'decideChange', tags: ['dossiers'], params: DossierPath.extend({ id: z.uuid() }), body: ChangeDecision, response: actResponses } },
    async (request, reply) => sent(reply, await decideChange(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/reissues', { ...requires('dossier.reissue'), schema: { operationId: 'reissue', tags: ['papers'], params: DossierPath, body: Reissue, response: actResponses } },
    async (request, reply) => sent(reply, await reissue(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  app.post('/dossiers/:code/secret-papers', { ...requires('dossier.record-secret'), schema: { operationId: 'recordSecretPaper', tags: ['papers'], params: DossierPath, body: SecretPaper, response: actResponses } },
    async (request, reply) => sent(reply, await recordSecret(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/checks', { ...requires('dossier.plan-check'), schema: { operationId: 'planCheck', tags: ['dossiers'], params: DossierPath, body: CheckPlan, response: actResponses } },
    async (request, reply) => sent(reply, await planCheck(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/checks/:id/minutes', { ...requires('dossier.record-check'), schema: { operationId: 'recordCheck', tags: ['dossiers'], params: DossierPath.extend({ id: z.uuid() }), body: CheckMinutes, response: actResponses } },
    async (request, reply) => sent(reply, await recordCheck(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
