// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, requires } from '@motcua/http-kit';
import type { DossierContext } from '../context.ts';
import { Readiness } from '../contract.ts';
import { readiness } from '../views/readiness.ts';

/** Sẵn sàng đưa vào dùng, agency by agency. No dossier is read here. */
export const readinessRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/readiness', { ...requires('readiness.read'), schema: { operationId: 'getReadiness', tags: ['readiness'], response: { 200: Readiness } } }, () => readiness(ctx));
  done();
};
