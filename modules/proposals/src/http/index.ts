// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Keyset, Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { Clock, Result } from '@motcua/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Ended, giveBack, publish, submit, withdraw } from '../commands/decide.ts';
import { type Kinds, begin, rebase, save } from '../commands/write.ts';
import {
  ActAnswer, ContentSaved, DifferenceView, EndingAsked, MergeAnswer, MergeAsked, ProposalBegun, ProposalPage, ProposalView, PublicationAsked, RebaseAsked, SavedAnswer, SubmissionAsked,
} from '../contract.ts';
import { type ProposalRefusal, proposalStates } from '../model.ts';
import type { Press } from '../store/proposals.ts';
import { findingsOf, listProposals, viewDifference, viewMerge, viewProposal } from '../views/proposals.ts';
import { sayRefusal } from './refusal-words.ts';

const Path = z.object({ id: z.uuid() });
const List = z.object({ kind: z.string().max(40).optional(), key: z.string().max(120).optional(), state: z.enum(proposalStates).optional(), after: Keyset });
const Id = z.object({ id: z.string() });
const tags = ['proposals'];

const sent = (reply: FastifyReply, refusal: ProposalRefusal): FastifyReply => {
  const body = sayRefusal(refusal);
  return reply.code(body.status).type('application/problem+json').send(body);
};

/** Bản soạn: begun, written by one or several, submitted, published by a second person. The kinds are wired by the server. */
export const proposalRoutes = ({ db, clock, kinds }: { readonly db: Db; readonly clock: Clock; readonly kinds: Kinds }): RoutePlugin => (app, _options, done) => {
  const pressOf = (request: FastifyRequest, clientKey: string): Press => ({ by: officerOf(request), at: clock.now(), clientKey });
  const acted = (reply: FastifyReply, outcome: Result<Ended, ProposalRefusal>): FastifyReply => (outcome.ok ? reply.code(201).send(outcome.value) : sent(reply, outcome.error));

  app.get('/proposals', { ...requires('proposal.read'), schema: { operationId: 'listProposals', tags, querystring: List, response: { 200: ProposalPage } } },
    ({ query }) => listProposals(db, kinds, query));

  app.post('/proposals', { ...requires('proposal.write'), schema: { operationId: 'beginProposal', tags, body: ProposalBegun, response: { 200: Id, 201: Id, 404: Problem, 422: Problem } } },
    async (request, reply) => {
      const begun = await begin(db, kinds, { ...request.body, press: { by: officerOf(request), at: clock.now() } });
      return begun.ok ? reply.code(begun.value.isNew ? 201 : 200).send({ id: begun.value.id }) : sent(reply, begun.error);
    });

  app.get('/proposals/:id', { ...requires('proposal.read'), schema: { operationId: 'getProposal', tags, params: Path, response: { 200: ProposalView, 404: Problem } } },
    async (request, reply) => await viewProposal(db, kinds, { id: request.params.id, viewer: officerOf(request) }) ?? sent(reply, { code: 'proposal-unknown' }));

  app.put('/proposals/:id/content', { ...requires('proposal.write'), schema: { operationId: 'saveProposal', tags, params: Path, body: ContentSaved, response: { 200: SavedAnswer, 404: Problem, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const saved = await save(db, kinds, { id: request.params.id, ...request.body, press: { by: officerOf(request), at: clock.now() } });
      return saved.ok ? { revision: saved.value, findings: await findingsOf(db, kinds, request.params.id) } : sent(reply, saved.error);
    });

  app.post('/proposals/:id/merges', { ...requires('proposal.write'), schema: { operationId: 'mergeProposal', tags, params: Path, body: MergeAsked, response: { 200: MergeAnswer, 404: Problem, 422: Problem } } },
    async (request, reply) => {
      const merged = await viewMerge(db, kinds, { id: request.params.id, ...request.body });
      if (merged === undefined) return sent(reply, { code: 'proposal-unknown' });
      return merged ?? sent(reply, { code: 'proposal-findings', findings: [{ path: 'content', place: 'Nội dung', text: 'Không đọc được nội dung đang soạn. Tải lại trang; bản trên máy này vẫn còn.', blocks: true }] });
    });

  app.post('/proposals/:id/rebasing', { ...requires('proposal.write'), schema: { operationId: 'rebaseProposal', tags, params: Path, body: RebaseAsked, response: { 200: SavedAnswer, 404: Problem, 409: Problem } } },
    async (request, reply) => {
      const based = await rebase(db, kinds, { id: request.params.id, revision: request.body.revision, press: pressOf(request, request.body.clientKey) });
      return based.ok ? { revision: based.value, findings: await findingsOf(db, kinds, request.params.id) } : sent(reply, based.error);
    });

  app.get('/proposals/:id/difference', { ...requires('proposal.read'), schema: { operationId: 'getProposalDifference', tags, params: Path, response: { 200: DifferenceView, 404: Problem } } },
    async (request, reply) => await viewDifference(db, kinds, request.params.id) ?? sent(reply, { code: 'proposal-unknown' }));

  const answers = { 201: ActAnswer, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  app.post('/proposals/:id/submission', { ...requires('proposal.write'), schema: { operationId: 'submitProposal', tags, params: Path, body: SubmissionAsked, response: answers } },
    async (request, reply) => acted(reply, await submit(db, kinds, { id: request.params.id, ...request.body, press: pressOf(request, request.body.clientKey) })));

  app.post('/proposals/:id/return', { ...requires('proposal.write'), schema: { operationId: 'returnProposal', tags, params: Path, body: EndingAsked, response: answers } },
    async (request, reply) => acted(reply, await giveBack(db, { id: request.params.id, ...request.body, press: pressOf(request, request.body.clientKey) })));

  app.post('/proposals/:id/withdrawal', { ...requires('proposal.write'), schema: { operationId: 'withdrawProposal', tags, params: Path, body: EndingAsked, response: answers } },
    async (request, reply) => acted(reply, await withdraw(db, { id: request.params.id, ...request.body, press: pressOf(request, request.body.clientKey) })));

  app.post('/proposals/:id/publication', { ...requires('proposal.publish'), schema: { operationId: 'publishProposal', tags, params: Path, body: PublicationAsked, response: answers } },
    async (request, reply) => acted(reply, await publish(db, kinds, { id: request.params.id, ...request.body, press: pressOf(request, request.body.clientKey) })));
  done();
};
