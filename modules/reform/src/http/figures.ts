// SPDX-License-Identifier: EUPL-1.2
import { standingOn } from '@motcua/dossiers';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Result, officeDay } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type FigureRefusal, endFigure, enterFigure } from '../commands/enter-figure.ts';
import { ControlFigures, FigureEnd, NewFigure, figureKindNames } from '../contract/figures.ts';
import { reformActs } from '../permissions.ts';
import { unitOf } from '../rules/figures.ts';
import { allFigures } from '../store/figures.ts';
import type { ReformContext } from './context.ts';

const tags = ['control-figures'];
const Done = z.object({ id: z.string() });

const said = (refusal: FigureRefusal): Problem => (refusal.code === 'figure-unknown'
  ? problem({ status: 404, code: 'figure-unknown', title: 'Không có dòng này, hoặc dòng đã hết hạn.', detail: 'Tải lại trang để xem.' })
  : problem({ status: 422, code: 'figure-bad', title: refusal.text, errors: [{ path: refusal.field, text: refusal.text }] }));

/** Mốc và số liệu kiểm soát thủ tục: dated rows, entered from a day on, ended and never written over. */
export const figureRoutes = ({ db, clock }: ReformContext): RoutePlugin => (app, _options, done) => {
  const acted = (reply: FastifyReply, outcome: Result<{ readonly id: string }, FigureRefusal>): FastifyReply => {
    if (outcome.ok) return reply.code(201).send(outcome.value);
    const body = said(outcome.error);
    return reply.code(body.status).type('application/problem+json').send(body);
  };

  app.get('/control-figures', { ...requires('publication.read'), schema: { operationId: 'listControlFigures', tags, response: { 200: ControlFigures } } }, async (request) => {
    const today = officeDay(clock.now()).toString();
    const rows = await allFigures(db);
    return {
      mayEnter: officerOf(request).postings.some(({ role }) => reformActs['figure.enter'].roles.includes(role)),
      figures: figureKindNames.flatMap((kind) => rows.filter((row) => row.kind === kind).map((row) => ({
        id: row.id, kind, unit: unitOf(kind), value: row.value, from: row.from, through: row.through, standing: standingOn(row, today), source: sourceTitle(row.source), unsure: row.unsure,
        entered: row.enteredBy === null || row.enteredAt === null ? null : { who: row.enteredBy, at: row.enteredAt.toString() },
      }))),
    };
  });

  app.post('/control-figures', { ...requires('figure.enter'), schema: { operationId: 'enterControlFigure', tags, body: NewFigure, response: { 201: Done, 422: Problem } } },
    async (request, reply) => acted(reply, await enterFigure(db, request.body, { by: officerOf(request), at: clock.now() })));

  app.post('/control-figures/:id/end', { ...requires('figure.enter'), schema: { operationId: 'endControlFigure', tags, params: z.object({ id: z.uuid() }), body: FigureEnd, response: { 201: Done, 404: Problem, 422: Problem } } },
    async (request, reply) => acted(reply, await endFigure(db, { id: request.params.id, through: request.body.through }, clock.now())));
  done();
};
