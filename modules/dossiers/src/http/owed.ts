// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { DossierContext } from '../context.ts';
import { Owed, OwedQuery } from '../contract.ts';
import { owedOf } from '../views/owed.ts';
import { lookedLog } from './looked.ts';

/** «Phải xong hôm nay»: for officer, head and leader. */
export const owedRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/owed', { ...requires('work.read'), schema: { operationId: 'listOwed', tags: ['work'], querystring: OwedQuery, response: { 200: Owed } } },
    async (request) => {
      const answer = await owedOf(ctx, ctx.db, officerOf(request), request.query);
      return looked.atList(officerOf(request), { list: 'owed', answer, rows: answer.rows });
    });
  done();
};
