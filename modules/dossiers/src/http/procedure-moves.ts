// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { moveProcedure } from '../commands/move-procedure.ts';
import type { DossierContext } from '../context.ts';
import { BatchDone, MoveProcedures, ProcedureMovePreview, ProcedureMoveQuery, ProcedureMoves } from '../contract.ts';
import { procedureMovePreview, procedureMoves } from '../views/procedure-moves.ts';
import { refusalProblem } from './refusal-words.ts';

/** Moving dossiers in hand to the version of their procedure in force: by who controls procedures, who sees codes and terms only. */
export const procedureMoveRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/procedure-moves', { ...requires('version.move'), schema: { operationId: 'listProcedureMoves', tags: ['versions'], response: { 200: ProcedureMoves } } }, () => procedureMoves(ctx));

  app.get('/procedure-moves/preview', { ...requires('version.move'), schema: { operationId: 'previewProcedureMove', tags: ['versions'], querystring: ProcedureMoveQuery, response: { 200: ProcedureMovePreview } } },
    (request) => procedureMovePreview(ctx, request.query));

  app.post('/procedure-moves', { ...requires('version.move'), schema: { operationId: 'moveProcedures', tags: ['versions'], body: MoveProcedures, response: { 200: BatchDone } } }, async (request) => {
    const { clientKey, items, to, reason, documentNumber } = request.body;
    const results = [];
    for (const { code, version } of items) {
      const outcome = await moveProcedure(ctx, { code, version, clientKey: `${clientKey}:${code}`, actor: officerOf(request), body: { to, reason, documentNumber } });
      results.push({ code, ok: outcome.ok, title: outcome.ok ? null : refusalProblem(outcome.error).title });
    }
    return { results };
  });
  done();
};
