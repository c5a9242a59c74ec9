// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { moveToVersion } from '../commands/move-version.ts';
import type { DossierContext } from '../context.ts';
import { BatchDone, MovePreview, MoveQuery, MoveVersions, VersionMoves } from '../contract.ts';
import { movePreview, versionMoves } from '../views/version-moves.ts';
import { refusalProblem } from './refusal-words.ts';

/** Moving running dossiers to another version of their process: by who controls procedures, who sees codes and steps only. */
export const versionMoveRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/version-moves', { ...requires('version.move'), schema: { operationId: 'listVersionMoves', tags: ['versions'], response: { 200: VersionMoves } } }, () => versionMoves(ctx.db));

  app.get('/version-moves/preview', { ...requires('version.move'), schema: { operationId: 'previewVersionMove', tags: ['versions'], querystring: MoveQuery, response: { 200: MovePreview } } },
    (request) => movePreview(ctx.db, request.query));

  app.post('/version-moves', { ...requires('version.move'), schema: { operationId: 'moveVersions', tags: ['versions'], body: MoveVersions, response: { 200: BatchDone } } }, async (request) => {
    const { clientKey, items, to, reason, documentNumber } = request.body;
    const results = [];
    for (const { code, version } of items) {
      const outcome = await moveToVersion(ctx, { code, version, clientKey: `${clientKey}:${code}`, actor: officerOf(request), body: { to, reason, documentNumber } });
      results.push({ code, ok: outcome.ok, title: outcome.ok ? null : refusalProblem(outcome.error).title });
    }
    return { results };
  });
  done();
};
