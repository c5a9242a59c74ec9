// SPDX-License-Identifier: EUPL-1.2
import { readDocument } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { assignScan, removeScan, waitingPage, waitingScans } from '../commands/assign-scan.ts';
import type { DossierContext } from '../context.ts';
import { ScanAssigned, ScanAssignment, ScanRemoval, WaitingScans } from '../contract.ts';
import { questionResponses, refused } from './answer.ts';

const WaitingPath = z.object({ id: z.uuid() });

/** Bản quét chờ: what scanners left in the folder of a station, given to the papers of dossiers. */
export const waitingScanRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/waiting-scans', { ...requires('dossier.digitise'), schema: { operationId: 'waitingScans', tags: ['papers'], response: { 200: WaitingScans } } }, (request) => waitingScans(ctx.db, officerOf(request)));

  app.get('/waiting-scans/:id/pages/:page', { ...requires('dossier.digitise'), schema: { operationId: 'waitingScanPage', tags: ['papers'], params: WaitingPath.extend({ page: z.coerce.number().int().min(1).max(999) }) } },
    async (request, reply) => {
      const document = await waitingPage(ctx, { officer: officerOf(request), ...request.params });
      const picture = document === undefined ? undefined : await readDocument(ctx.db, ctx.files, document);
      if (picture === undefined) return refused(reply, { code: 'scan-unknown' });
      return reply.header('content-type', 'image/jpeg').header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(picture.bytes));
    });

  app.post('/waiting-scans/:id/assignment', { ...requires('dossier.digitise'), schema: { operationId: 'assignScan', tags: ['papers'], params: WaitingPath, body: ScanAssignment, response: { 201: ScanAssigned, 409: Problem, 422: Problem, ...questionResponses } } },
    async (request, reply) => {
      const given = await assignScan(ctx, { officer: officerOf(request), ...request.params, ...request.body });
      return given.ok ? reply.code(201).send(given.value) : refused(reply, given.error);
    });

  app.post('/waiting-scans/:id/removal', { ...requires('dossier.digitise'), schema: { operationId: 'removeScan', tags: ['papers'], params: WaitingPath, body: ScanRemoval, response: { 204: z.null(), 422: Problem, ...questionResponses } } },
    async (request, reply) => {
      const removed = await removeScan(ctx, { officer: officerOf(request), ...request.params, ...request.body });
      return removed.ok ? reply.code(204).send(null) : refused(reply, removed.error);
    });
  done();
};
