// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { DossierContext } from '../context.ts';
import { Owed, OwedQuery } from '../contract.ts';
import { owedOf } from '../views/owed.ts';

/** «Phải xong hôm nay»: for officer, head and leader. */
export const owedRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/owed', { ...requires('work.read'), schema: { operationId: 'listOwed', tags: ['work'], querystring: OwedQuery, response: { 200: Owed } } },
    (request) => owedOf(ctx, ctx.db, officerOf(request), request.query));
  done();
};
