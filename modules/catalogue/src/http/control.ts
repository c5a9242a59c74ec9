// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { listEforms } from '@motcua/eforms';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import { processNames } from '@motcua/workflow';
import { z } from 'zod';
import { type HandlingRefusal, enterHandling } from '../commands/enter-handling.ts';
import { ControlPage, ControlProcedure, ControlQuery, HandlingAsked, HandlingChoices, HandlingEntered } from '../contract/control.ts';
import { catalogueActs } from '../permissions.ts';
import { controlledProcedure, controlledProcedures } from '../views/control.ts';

const Code = z.object({ code: z.string().max(60) });
const tags = ['catalogue'];

const saidOf = (refusal: HandlingRefusal): Problem => (refusal.code === 'handling-known'
  ? problem({ status: 409, code: 'handling-known', title: 'Cơ quan này đã có cách giải quyết bắt đầu đúng ngày ấy.', detail: 'Chọn ngày khác.' })
  : problem({ status: 422, code: 'handling-bad', title: refusal.fields[0]?.text ?? '', errors: [...refusal.fields] }));

/** The catalogue as those who keep it see it: what is missing, every version, what goes with it, who handles it. */
export const controlRoutes = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();

  app.get('/catalogue/procedures', { ...requires('catalogue.read'), schema: { operationId: 'listCatalogue', tags, querystring: ControlQuery, response: { 200: ControlPage } } },
    ({ query }) => controlledProcedures(db, query, today()));

  app.get('/catalogue/procedures/:code', { ...requires('catalogue.read'), schema: { operationId: 'getCatalogueProcedure', tags, params: Code, response: { 200: ControlProcedure, 404: Problem } } },
    async (request, reply) => {
      const found = await controlledProcedure(db, request.params.code, { day: today(), mayEnterHandling: officerOf(request).postings.some(({ role }) => catalogueActs['handling.enter'].roles.includes(role)) });
      return found ?? reply.code(404).send(problem({ status: 404, code: 'procedure-unknown', title: 'Chưa tìm thấy thủ tục với mã này.' }));
    });
  app.get('/catalogue/handling-choices', { ...requires('handling.enter'), schema: { operationId: 'listHandlingChoices', tags, response: { 200: HandlingChoices } } },
    async () => ({ processes: [...await processNames(db)], eforms: (await listEforms(db)).map(({ key, title }) => ({ key, title })) }));

  app.post('/catalogue/procedures/:code/handlings', { ...requires('handling.enter'), schema: { operationId: 'enterHandling', tags, params: Code, body: HandlingAsked, response: { 201: HandlingEntered, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const outcome = await enterHandling(db, request.params.code, { asked: request.body, by: officerOf(request), at: clock.now() });
      if (outcome.ok) return reply.code(201).send({ agency: request.body.agency, validFrom: request.body.validFrom });
      const body = saidOf(outcome.error);
      return reply.code(body.status === 409 ? 409 : 422).type('application/problem+json').send(body);
    });
  done();
};
