// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import type { Clock, Officer } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type PaperKindRefusal, confirmComponents, savePaperKind } from '../commands/keep-paper-kinds.ts';
import { ComponentKinds, ComponentsConfirmed, ConfirmedCount, PaperKindSaved, PaperKindStored, PaperKinds } from '../contract/paper-kinds.ts';
import { catalogueActs } from '../permissions.ts';
import { componentKinds, paperKindList } from '../views/paper-kinds.ts';

const tags = ['catalogue'];
const Code = z.object({ code: z.string().max(60) });

function said(refusal: PaperKindRefusal): Problem {
  switch (refusal.code) {
    case 'procedure-unknown': return problem({ status: 404, code: 'procedure-unknown', title: 'Chưa tìm thấy thủ tục với mã này.' });
    case 'paper-kind-changed': return problem({ status: 409, code: 'paper-kind-changed', title: `${refusal.by === '' ? 'Người khác' : refusal.by} đã sửa loại giấy tờ này.`, detail: 'Tải lại trang để xem bản mới rồi sửa tiếp.' });
    case 'paper-kind-bad': return problem({ status: 422, code: 'paper-kind-bad', title: refusal.text, errors: [{ path: refusal.field, text: refusal.text }] });
  }
}

const sent = (reply: FastifyReply, refusal: PaperKindRefusal): FastifyReply => {
  const body = said(refusal);
  return reply.code(body.status).type('application/problem+json').send(body);
};

/** Danh mục giấy tờ chuẩn: the kinds of paper, and which kind each component of a procedure is. */
export const paperKindRoutes = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): RoutePlugin => (app, _options, done) => {
  const may = ({ postings }: Officer, act: 'paper-kind.enter' | 'component-kind.confirm'): boolean => postings.some(({ role }) => catalogueActs[act].roles.includes(role));
  const answers = { 404: Problem, 409: Problem, 422: Problem };

  app.get('/paper-kinds', { ...requires('catalogue.read'), schema: { operationId: 'listPaperKinds', tags, response: { 200: PaperKinds } } }, (request) => paperKindList(db, may(officerOf(request), 'paper-kind.enter')));

  app.put('/paper-kinds/:code', { ...requires('paper-kind.enter'), schema: { operationId: 'savePaperKind', tags, params: Code, body: PaperKindSaved, response: { 200: PaperKindStored, ...answers } } }, async (request, reply) => {
    const saved = await savePaperKind(db, request.params.code, { asked: request.body, by: officerOf(request), at: clock.now() });
    return saved.ok ? saved.value : sent(reply, saved.error);
  });

  app.get('/catalogue/procedures/:code/component-kinds', { ...requires('catalogue.read'), schema: { operationId: 'getComponentKinds', tags, params: Code, response: { 200: ComponentKinds, 404: Problem } } },
    async (request, reply) => await componentKinds(db, request.params.code, may(officerOf(request), 'component-kind.confirm')) ?? sent(reply, { code: 'procedure-unknown' }));

  app.post('/catalogue/procedures/:code/component-kinds', { ...requires('component-kind.confirm'), schema: { operationId: 'confirmComponentKinds', tags, params: Code, body: ComponentsConfirmed, response: { 201: ConfirmedCount, ...answers } } }, async (request, reply) => {
    const confirmed = await confirmComponents(db, request.params.code, { asked: request.body, by: officerOf(request), at: clock.now() });
    return confirmed.ok ? reply.code(201).send(confirmed.value) : sent(reply, confirmed.error);
  });
  done();
};
