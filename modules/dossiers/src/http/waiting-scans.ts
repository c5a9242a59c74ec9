// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { assignScan, removeScan, waitingPages, waitingScans } from '../commands/assign-scan.ts';
import type { DossierContext } from '../context.ts';
import { ScanAssigned, ScanAssignment, ScanRemoval, WaitingScans } from '../contract.ts';
import { questionResponses, refused } from './answer.ts';
import { PictureSize, sendScanPicture } from './scan-picture.ts';

const WaitingPath = z.object({ id: z.uuid() });

/** Bản quét chờ: what scanners left in the folder of a station, given to the papers of dossiers. */
export const waitingScanRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/waiting-scans', { ...requires('dossier.digitise'), schema: { operationId: 'waitingScans', tags: ['papers'], response: { 200: WaitingScans } } }, (request) => waitingScans(ctx.db, officerOf(request)));

  app.get('/waiting-scans/:id/pages/:page', { ...requires('dossier.digitise'), schema: { operationId: 'waitingScanPage', tags: ['papers'], params: WaitingPath.extend({ page: z.coerce.number().int().min(1).max(999) }), querystring: PictureSize } },
    async (request, reply) => {
      const officer = officerOf(request);
      const waits = await waitingPages(ctx, { officer, id: request.params.id });
      if (waits === undefined) return refused(reply, { code: 'scan-unknown' });
      // Nobody has said yet what paper it is: it may be an identity paper.
      return sendScanPicture(ctx, reply, { by: { kind: 'officer', ref: officer.id, name: officer.name, agency: waits.agency }, pages: waits.pages, no: request.params.page, width: request.query.width, only: 'Chỉ để gắn vào hồ sơ' });
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
