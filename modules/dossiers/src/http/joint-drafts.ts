// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, citizenOf, officerOf, requires } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { confirmJointDraft, declineJointDraft, nameCoApplicant, recordConfirmation, removeCoApplicant } from '../commands/joint-draft.ts';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';
import { CounterConfirmation, DraftCoApplicants, JointConfirmation, JointDraft, JointDraftList, JointRefusal, NewCoApplicant, WaitingDrafts, WaitingQuery } from '../contract.ts';
import { coApplicantsOfDraft, jointDraftsOf, ownJointDraft, waitingDrafts } from '../views/joint-drafts.ts';
import { questionResponses, refused } from './answer.ts';
import { lookedLog } from './looked.ts';

const DraftPath = z.object({ id: z.uuid() });
const doneResponses = { 204: z.null(), 404: Problem, 409: Problem, 422: Problem };

const settled = (reply: FastifyReply, outcome: Outcome<unknown>): FastifyReply => (outcome.ok ? reply.code(204).send() : refused(reply, outcome.error));

/** Several applicants of one draft (bản soạn chung): naming them, what each sees and says, and saying it at a counter. */
export const jointDraftRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/drafts/:id/co-applicants', { ...requires('draft.own'), schema: { operationId: 'draftCoApplicants', tags: ['filing'], params: DraftPath, response: { 200: DraftCoApplicants, ...questionResponses } } },
    async (request, reply) => await coApplicantsOfDraft(ctx.db, citizenOf(request), request.params.id) ?? refused(reply, { code: 'dossier-unknown' }));

  app.post('/drafts/:id/co-applicants', { ...requires('draft.own'), schema: { operationId: 'nameCoApplicant', tags: ['filing'], params: DraftPath, body: NewCoApplicant, response: { 201: DraftCoApplicants, 404: Problem, 422: Problem } } },
    async (request, reply) => {
      const named = await nameCoApplicant(ctx, citizenOf(request), { ...request.params, body: request.body });
      if (!named.ok) return refused(reply, named.error);
      const now = await coApplicantsOfDraft(ctx.db, citizenOf(request), request.params.id);
      return now === undefined ? refused(reply, { code: 'dossier-unknown' }) : reply.code(201).send(now);
    });

  app.delete('/drafts/:id/co-applicants/:person', { ...requires('draft.own'), schema: { operationId: 'removeCoApplicant', tags: ['filing'], params: DraftPath.extend({ person: z.uuid() }), response: doneResponses } },
    async (request, reply) => settled(reply, await removeCoApplicant(ctx, citizenOf(request), request.params)));

  app.get('/my/joint-drafts', { ...requires('draft.own'), schema: { operationId: 'myJointDrafts', tags: ['my'], response: { 200: JointDraftList } } },
    async (request) => ({ drafts: [...await jointDraftsOf(ctx.db, citizenOf(request))] }));

  app.get('/my/joint-drafts/:id', { ...requires('draft.own'), schema: { operationId: 'myJointDraft', tags: ['my'], params: DraftPath, response: { 200: JointDraft, ...questionResponses } } },
    async (request, reply) => await ownJointDraft(ctx.db, citizenOf(request), request.params.id) ?? refused(reply, { code: 'dossier-unknown' }));

  app.post('/my/joint-drafts/:id/confirmation', { ...requires('draft.own'), schema: { operationId: 'confirmJointDraft', tags: ['my'], params: DraftPath, body: JointConfirmation, response: doneResponses } },
    async (request, reply) => settled(reply, await confirmJointDraft(ctx, citizenOf(request), { ...request.params, body: request.body })));

  app.post('/my/joint-drafts/:id/refusal', { ...requires('draft.own'), schema: { operationId: 'declineJointDraft', tags: ['my'], params: DraftPath, body: JointRefusal, response: doneResponses } },
    async (request, reply) => settled(reply, await declineJointDraft(ctx, citizenOf(request), { ...request.params, reason: request.body.reason })));

  app.get('/joint-drafts', { ...requires('joint-draft.confirm'), schema: { operationId: 'findJointDrafts', tags: ['counter'], querystring: WaitingQuery, response: { 200: WaitingDrafts } } },
    async (request) => {
      const drafts = [...await waitingDrafts(ctx.db, request.query)];
      if (request.query.personalId !== undefined && drafts.length > 0) await looked.atPerson(officerOf(request), request.query.personalId, { subject: 'person', purpose: 'intake' });
      return { drafts };
    });

  app.post('/joint-drafts/:id/confirmation', { ...requires('joint-draft.confirm'), schema: { operationId: 'recordJointConfirmation', tags: ['counter'], params: DraftPath, body: CounterConfirmation, response: doneResponses } },
    async (request, reply) => settled(reply, await recordConfirmation(ctx, officerOf(request), { ...request.params, body: request.body })));
  done();
};
