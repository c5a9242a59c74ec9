// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, actorOf, officerOf, requires } from '@motcua/http-kit';
import type { Actor } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { renderPaperLabels } from '@motcua/statutory-forms';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { moveOriginals } from '../commands/originals.ts';
import type { DossierContext } from '../context.ts';
import { MoveOriginals, OriginalGaps, OriginalQuery, Originals } from '../contract.ts';
import { kept } from '../lifecycle/originals.ts';
import { verifyUrlOf } from '../papers/head.ts';
import { printOriginalReturn } from '../papers/original-return.ts';
import { readable } from '../views/one.ts';
import { originalGaps } from '../views/original-gaps.ts';
import { originalLabel, originalsHeld } from '../views/originals.ts';
import { DossierPath, actResponses, refused, sent, sentPdf } from './answer.ts';
import { lookedLog } from './looked.ts';

const ReturnPath = DossierPath.extend({ seq: z.coerce.number().int().positive().max(100_000) });

type ReturnAsked = { readonly actor: Actor; readonly code: string; readonly seq: number; readonly looked: ReturnType<typeof lookedLog> };

async function sendReturn(ctx: DossierContext, reply: FastifyReply, { actor, code, seq, looked }: ReturnAsked): Promise<FastifyReply> {
  const found = await readable(ctx.db, actor, code);
  if (!found.ok) return refused(reply, found.error);
  await looked.atDossier(actor, found.value.dossier);
  const pdf = await printOriginalReturn(ctx, ctx.db, { ...found.value, seq });
  return sentPdf(reply, pdf, `tra-ban-chinh-${found.value.dossier.code}.pdf`);
}

/** Giấy gốc: where each paper handed in is, and its barcode. */
export const originalRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/originals', { ...requires('originals.read'), schema: { operationId: 'listOriginals', tags: ['papers'], querystring: OriginalQuery, response: { 200: Originals } } },
    (request) => originalsHeld(ctx.db, officerOf(request), request.query.place));

  app.get('/original-gaps', { ...requires('original-gaps.read'), schema: { operationId: 'listOriginalGaps', tags: ['papers'], response: { 200: OriginalGaps } } },
    (request) => originalGaps(ctx, ctx.db, officerOf(request)));

  app.get('/dossiers/:code/original-returns/:seq', { ...requires('dossier.read'), schema: { operationId: 'printOriginalReturn', tags: ['papers'], params: ReturnPath } },
    (request, reply) => sendReturn(ctx, reply, { actor: actorOf(request), ...request.params, looked }));

  app.get('/my/dossiers/:code/original-returns/:seq', { ...requires('dossier.own'), schema: { operationId: 'myOriginalReturn', tags: ['my'], params: ReturnPath } },
    (request, reply) => sendReturn(ctx, reply, { actor: actorOf(request), ...request.params, looked }));

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
    return sentPdf(reply, pdf, `nhan-${dossier.code}.pdf`);
  });
  done();
};
