// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { findAgency } from '@motcua/organisation';
import { renderPaperLabels } from '@motcua/statutory-forms';
import { moveOriginals } from '../commands/originals.ts';
import type { DossierContext } from '../context.ts';
import { MoveOriginals, OriginalQuery, Originals } from '../contract.ts';
import { kept } from '../lifecycle/originals.ts';
import { verifyUrlOf } from '../papers/head.ts';
import { readable } from '../views/one.ts';
import { originalLabel, originalsHeld } from '../views/originals.ts';
import { DossierPath, actResponses, refused, sent } from './answer.ts';

/** Giấy gốc: where each paper handed in is, and its barcode. */
export const originalRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/originals', { ...requires('originals.read'), schema: { operationId: 'listOriginals', tags: ['papers'], querystring: OriginalQuery, response: { 200: Originals } } },
    (request) => originalsHeld(ctx.db, officerOf(request), request.query.place));

  app.post('/dossiers/:code/originals', { ...requires('dossier.move-originals'), schema: { operationId: 'moveOriginals', tags: ['papers'], params: DossierPath, body: MoveOriginals, response: actResponses } },
    async (request, reply) => sent(reply, await moveOriginals(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.get('/dossiers/:code/originals/labels', { ...requires('originals.read'), schema: { operationId: 'printOriginalLabels', tags: ['papers'], params: DossierPath } }, async (request, reply) => {
    const found = await readable(ctx.db, officerOf(request), request.params.code);
    if (!found.ok) return refused(reply, found.error);
    const { dossier } = found.value;
    const papers = kept(dossier);
    if (papers.length === 0) return refused(reply, { code: 'no-such-paper' });
    const [madeAt, agency] = [ctx.clock.now(), await findAgency(ctx.db, dossier.agencies.receiving)];
    const pdf = await renderPaperLabels({ madeAt, demonstration: ctx.demonstration, labels: papers.map(({ no }) => ({ label: originalLabel(dossier.code, no), name: dossier.papers.find((paper) => paper.no === no)?.name ?? '', verifyUrl: verifyUrlOf(ctx, { kind: 'original-label', code: dossier.code, issuedAt: madeAt.toString(), facts: { a: agency?.name ?? '', n: `G${String(no)}` } }) })) });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(`nhan-${dossier.code}.pdf`).replace(/^attachment/u, 'inline')).send(Buffer.from(pdf));
  });
  done();
};
