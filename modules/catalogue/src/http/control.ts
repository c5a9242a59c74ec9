// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { ControlPage, ControlProcedure, ControlQuery } from '../contract/control.ts';
import { catalogueActs } from '../permissions.ts';
import { controlledProcedure, controlledProcedures } from '../views/control.ts';

const Code = z.object({ code: z.string().max(60) });
const tags = ['catalogue'];

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
  done();
};
