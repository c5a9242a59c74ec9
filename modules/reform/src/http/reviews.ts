// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Officer, type Result, officeDay } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { carryOut } from '../commands/carry-out.ts';
import { type ReviewRefusal, planReview, removeReview, sendPlan } from '../commands/plan-review.ts';
import { PlanSent, PlannedReview, RemovedReview, ReviewCarrier, ReviewDone, ReviewPlan, ReviewView } from '../contract/reviews.ts';
import { printReview } from '../papers/review-report.ts';
import { costCsv } from '../papers/review-table.ts';
import { reformActs } from '../permissions.ts';
import { reviewPlan, reviewView } from '../views/reviews.ts';
import type { ReformContext } from './context.ts';

const tags = ['reviews'];
const Path = z.object({ id: z.uuid() });
const Year = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

function said(refusal: ReviewRefusal): Problem {
  switch (refusal.code) {
    case 'review-unknown': return problem({ status: 404, code: 'review-unknown', title: 'Kế hoạch không có thủ tục này.', detail: 'Xem lại danh sách «Rà soát».' });
    case 'review-begun': return problem({ status: 409, code: 'review-begun', title: 'Phiếu rà soát đã trình hoặc đã duyệt.', detail: 'Chỉ bỏ khỏi kế hoạch khi phiếu chưa trình. Trả lại phiếu trước nếu cần.' });
    case 'review-bad': return problem({ status: 422, code: 'review-bad', title: refusal.text, errors: [{ path: refusal.field, text: refusal.text }] });
  }
}

const sent = (reply: FastifyReply, refusal: ReviewRefusal): FastifyReply => {
  const body = said(refusal);
  return reply.code(body.status).type('application/problem+json').send(body);
};
const unknown = (reply: FastifyReply): FastifyReply => sent(reply, { code: 'review-unknown' });

/** Rà soát thủ tục: the yearly plan, each procedure's sheet with its costs, what carries it out, what it saved in truth. */
export const reviewRoutes = (context: ReformContext): RoutePlugin => (app, _options, done) => {
  const { db, clock } = context;
  const today = (): string => officeDay(clock.now()).toString();
  const may = ({ postings }: Officer, act: 'review.plan' | 'review.write'): boolean => postings.some(({ role }) => reformActs[act].roles.includes(role));
  const viewed = (id: string, officer: Officer) => reviewView(db, { id, at: clock.now(), today: today(), mayPlan: may(officer, 'review.plan'), mayWrite: may(officer, 'review.write') });
  const acted = (reply: FastifyReply, outcome: Result<{ readonly id: string }, ReviewRefusal>): FastifyReply => (outcome.ok ? reply.code(201).send(outcome.value) : sent(reply, outcome.error));
  const answers = { 201: ReviewDone, 404: Problem, 409: Problem, 422: Problem };

  app.get('/reviews', { ...requires('review.read'), schema: { operationId: 'getReviewPlan', tags, querystring: Year, response: { 200: ReviewPlan } } },
    (request) => reviewPlan(db, { year: request.query.year ?? Number(today().slice(0, 4)), today: today(), mayPlan: may(officerOf(request), 'review.plan') }));

  app.post('/reviews', { ...requires('review.plan'), schema: { operationId: 'planReview', tags, body: PlannedReview, response: answers } },
    async (request, reply) => acted(reply, await planReview(db, request.body, { by: officerOf(request), at: clock.now() })));

  app.post('/reviews/sendings', { ...requires('review.plan'), schema: { operationId: 'sendReviewPlan', tags, body: PlanSent, response: answers } },
    async (request, reply) => acted(reply, await sendPlan(db, request.body, { by: officerOf(request), at: clock.now() })));

  app.get('/reviews/:id', { ...requires('review.read'), schema: { operationId: 'getReview', tags, params: Path, response: { 200: ReviewView, 404: Problem } } },
    async (request, reply) => await viewed(request.params.id, officerOf(request)) ?? unknown(reply));

  app.post('/reviews/:id/removal', { ...requires('review.plan'), schema: { operationId: 'removeReview', tags, params: Path, body: RemovedReview, response: answers } },
    async (request, reply) => acted(reply, await removeReview(db, { id: request.params.id, reason: request.body.reason }, { by: officerOf(request), at: clock.now() })));

  app.post('/reviews/:id/carriers', { ...requires('review.write'), schema: { operationId: 'carryReviewOut', tags, params: Path, body: ReviewCarrier, response: answers } },
    async (request, reply) => acted(reply, await carryOut(db, { id: request.params.id, proposal: request.body.proposal }, { by: officerOf(request), at: clock.now() })));

  app.get('/reviews/:id/costs', { ...requires('review.read'), schema: { operationId: 'getReviewCosts', tags, params: Path } }, async (request, reply) => {
    const known = await viewed(request.params.id, officerOf(request));
    if (known?.content == null) return unknown(reply);
    return reply.type('text/csv; charset=utf-8').header('content-disposition', attachmentHeader(`chi-phi-tuan-thu-${known.review.code}.csv`)).send(costCsv(known.content));
  });

  app.get('/reviews/:id/printed', { ...requires('review.read'), schema: { operationId: 'printReview', tags, params: Path } }, async (request, reply) => {
    const known = await viewed(request.params.id, officerOf(request));
    const office = (await findAgency(db, context.province))?.name ?? '';
    const pdf = known === undefined ? null : await printReview(known, { office, demonstration: context.demonstration, at: clock.now() });
    if (known === undefined || pdf === null) return unknown(reply);
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(`phieu-ra-soat-${known.review.code}.pdf`).replace(/^attachment/u, 'inline')).send(Buffer.from(pdf));
  });
  done();
};
