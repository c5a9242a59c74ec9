// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { DossierContext } from '../context.ts';
import { SealUseQuery, SealUses } from '../contract.ts';
import { sealUses } from '../views/seal-uses.ts';

/** The log of seals, for those who work with the papers they are put on. */
export const sealUseRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/seal-uses', { ...requires('seal-log.read'), schema: { operationId: 'listSealUses', tags: ['registers'], querystring: SealUseQuery, response: { 200: SealUses } } },
    (request) => sealUses(ctx.db, officerOf(request), request.query));
  done();
};
