// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { classOnSite } from '../commands/on-site.ts';
import type { DossierContext } from '../context.ts';
import { NewOnSiteClass, OnSiteProcedures, OnSiteQuery, OnSiteShares } from '../contract.ts';
import { holdersOf } from '../permissions.ts';
import { onSiteProcedures, onSiteShares } from '../views/on-site.ts';
import { refused } from './answer.ts';

/** «5 tại chỗ»: shares against the target, the lists behind them, and the classes of procedures. No dossier is read here. */
export const onSiteRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(ctx.clock.now()).toString();

  app.get('/on-site', { ...requires('on-site.read'), schema: { operationId: 'onSiteShares', tags: ['on-site'], response: { 200: OnSiteShares } } }, async (request) => {
    const mayClass = officerOf(request).postings.some(({ role }) => holdersOf('class-on-site').roles.includes(role));
    return { ...await onSiteShares(ctx.db, today()), mayClass };
  });

  app.get('/on-site/procedures', { ...requires('on-site.read'), schema: { operationId: 'onSiteProcedures', tags: ['on-site'], querystring: OnSiteQuery, response: { 200: OnSiteProcedures } } },
    (request) => onSiteProcedures(ctx.db, { ...request.query, day: today() }));

  app.post('/on-site', { ...requires('on-site.class'), schema: { operationId: 'classOnSite', tags: ['on-site'], body: NewOnSiteClass, response: { 201: z.object({ classed: z.number().int() }), 422: Problem } } }, async (request, reply) => {
    const classed = await classOnSite(ctx, { actor: officerOf(request), body: request.body });
    return classed.ok ? reply.code(201).send(classed.value) : refused(reply, classed.error);
  });
  done();
};
