// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { close } from '../commands/endings.ts';
import type { DossierContext } from '../context.ts';
import { BatchClosing, BatchDone, SupplementReasons } from '../contract.ts';
import { offeredReasons } from '../views/offered-reasons.ts';
import { batch } from './batch.ts';

/** Supplements: what is often missing, and closing what was not completed in time. */
export const supplementRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/supplement-reasons', {
    ...requires('dossier.request-supplement'), schema: { operationId: 'listSupplementReasons', tags: ['dossiers'], querystring: z.object({ procedure: z.string().max(60) }), response: { 200: SupplementReasons } },
  }, async (request) => ({ reasons: [...await offeredReasons(ctx.db, { procedure: request.query.procedure, day: officeDay(ctx.clock.now()).toString() })] }));

  app.post('/batch/closing', { ...requires('dossier.close'), schema: { operationId: 'closeMany', tags: ['dossiers'], body: BatchClosing, response: { 200: BatchDone } } },
    (request) => batch(request.body.items, (item) => close(ctx, { ...item, clientKey: `${request.body.clientKey}:${item.code}`, actor: officerOf(request), body: { reason: null } })));
  done();
};
