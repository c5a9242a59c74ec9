// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { confirmDelivery, handToPost, packForPost, trackPost } from '../commands/post.ts';
import type { DossierContext } from '../context.ts';
import { ConfirmDelivery, HandToPost, HandedToPost, PackForPost, PostalReturns, TrackPost } from '../contract.ts';
import { printPostalList, printPostalSlip } from '../papers/postal.ts';
import { dossiersOnPostalNote, findPostalNote } from '../store/post.ts';
import { postalReturns } from '../views/post.ts';
import { DossierPath, actResponses, refused, sent } from './answer.ts';
import { batch } from './batch.ts';
import { lookedLog } from './looked.ts';

const shown = (reply: FastifyReply, pdf: Uint8Array | null, name: string): FastifyReply => (pdf === null
  ? refused(reply, { code: 'dossier-unknown' })
  : reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(name).replace(/^attachment/u, 'inline')).send(Buffer.from(pdf)));

/** Results that go by post: lists, slips, hand-over, what became of them. */
export const postRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/postal-returns', { ...requires('post.read'), schema: { operationId: 'listPostalReturns', tags: ['post'], response: { 200: PostalReturns } } },
    async (request) => {
      const answer = await postalReturns(ctx, ctx.db, officerOf(request));
      return looked.atList(officerOf(request), { list: 'post', answer, rows: [...answer.toPack, ...answer.parcels] });
    });

  app.post('/dossiers/:code/parcels', { ...requires('dossier.pack-for-post'), schema: { operationId: 'packForPost', tags: ['post'], params: DossierPath, body: PackForPost, response: actResponses } },
    async (request, reply) => sent(reply, await packForPost(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.get('/dossiers/:code/parcels/printed', { ...requires('post.read'), schema: { operationId: 'printPostalSlip', tags: ['post'], params: DossierPath } },
    async (request, reply) => {
      const pdf = await printPostalSlip(ctx, ctx.db, { officer: officerOf(request), code: request.params.code });
      return shown(reply, pdf === null ? null : await looked.atList(officerOf(request), { list: 'post', answer: pdf, rows: [request.params] }), 'phieu-gui.pdf');
    });

  app.post('/postal-hand-overs', { ...requires('dossier.hand-to-post'), schema: { operationId: 'handToPost', tags: ['post'], body: HandToPost, response: { 200: HandedToPost } } }, async (request) => {
    const { clientKey, items } = request.body;
    const { results } = await batch(items, ({ code, version }) => handToPost(ctx, { code, version, clientKey: `${clientKey}:${code}`, noteId: clientKey, actor: officerOf(request) }));
    const note = results.some(({ ok }) => ok) ? await findPostalNote(ctx.db, clientKey) : undefined;
    return { note: note === undefined ? null : { id: note.id, number: note.number }, results };
  });

  app.get('/postal-hand-overs/:id/printed', { ...requires('post.read'), schema: { operationId: 'printPostalList', tags: ['post'], params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const pdf = await printPostalList(ctx, ctx.db, { officer: officerOf(request), id: request.params.id });
      return shown(reply, pdf === null ? null : await looked.atList(officerOf(request), { list: 'post', answer: pdf, rows: await dossiersOnPostalNote(ctx.db, request.params.id) }), 'bang-ke-giao-buu-chinh.pdf');
    });

  app.post('/dossiers/:code/parcels/tracking', { ...requires('dossier.track-post'), schema: { operationId: 'trackPost', tags: ['post'], params: DossierPath, body: TrackPost, response: actResponses } },
    async (request, reply) => sent(reply, await trackPost(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/parcels/delivery', { ...requires('dossier.confirm-delivery'), schema: { operationId: 'confirmDelivery', tags: ['post'], params: DossierPath, body: ConfirmDelivery, response: actResponses } },
    async (request, reply) => sent(reply, await confirmDelivery(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
