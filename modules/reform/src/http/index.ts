// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { type ListRefusal, enterList } from '../commands/enter-list.ts';
import { ChangeKind, Changes, Entered, ListPublished, Publications, Statistics } from '../contract.ts';
import { reformActs } from '../permissions.ts';
import { changeStatistics, changesIn, publications } from '../views/publications.ts';
import type { ReformContext } from './context.ts';

export { figureRoutes } from './figures.ts';
export { reviewRoutes } from './reviews.ts';

const tags = ['publications'];

const said = (refusal: ListRefusal): Problem => (refusal.code === 'list-known'
  ? problem({ status: 409, code: 'list-known', title: 'Quyết định của bộ này đã ghi công bố danh mục.', detail: 'Tải lại trang để xem.' })
  : problem({ status: 422, code: 'list-bad', title: refusal.text, errors: [{ path: refusal.field, text: refusal.text }] }));

/** Công bố thủ tục: clocks, who is late, and what became of the catalogue month by month. */
export const publicationRoutes = ({ db, clock, province }: ReformContext): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();

  app.get('/publications', { ...requires('publication.read'), schema: { operationId: 'getPublications', tags, response: { 200: Publications } } },
    (request) => publications(db, { today: today(), scopes: [province, 'VN'], mayEnter: officerOf(request).postings.some(({ role }) => reformActs['publication.enter'].roles.includes(role)) }));

  app.post('/publications/lists', { ...requires('publication.enter'), schema: { operationId: 'enterPublishedList', tags, body: ListPublished, response: { 201: Entered, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const outcome = await enterList(db, request.body, { by: officerOf(request), at: clock.now() });
      if (outcome.ok) return reply.code(201).send({ id: request.body.clientKey });
      const body = said(outcome.error);
      return reply.code(body.status === 409 ? 409 : 422).type('application/problem+json').send(body);
    });

  app.get('/publications/statistics', { ...requires('publication.read'), schema: { operationId: 'getPublicationStatistics', tags, response: { 200: Statistics } } }, () => changeStatistics(db, today()));

  app.get('/publications/changes', {
    ...requires('publication.read'), schema: { operationId: 'listCatalogueChanges', tags, querystring: z.object({ month: z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/u), kind: ChangeKind }), response: { 200: Changes } },
  }, ({ query }) => changesIn(db, query));
  done();
};
