// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Leafed, leafedWhole, openDocument, openInParts, pagesOf, type PagesRefused, pictureOfPage, reportSent, validatePdf, wordsOfPage } from '@motcua/documents';
import { DocumentReportContract, hasPages } from '@motcua/documents/contract';
import { Problem, type RoutePlugin, actorOf, requires } from '@motcua/http-kit';
import { type Actor, ok, refuse } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { adviseDossierFile } from '../commands/advise-file.ts';
import type { Outcome } from '../commands/perform.ts';
import type { DossierContext } from '../context.ts';
import { DocumentPages, FileAdvice, OpeningPurpose, PageWords } from '../contract.ts';
import { readable } from '../views/one.ts';
import { DossierPath, questionResponses, refused } from './answer.ts';
import { purposeSaid } from './looked.ts';
import { type AskedFile, isOurs, openingOf, openingRefusals, readerOf, sendDocument } from './send-document.ts';

/** Judges the signatures of a file of a dossier on the spot; who asks has a purpose like any reader. */
async function signaturesOfDocument(ctx: DossierContext, asked: { readonly actor: Actor; readonly code: string; readonly id: string; readonly purpose: string }): Promise<Outcome<DocumentReportContract>> {
  const found = await readable(ctx.db, asked.actor, asked.code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const own = dossier.papers.some(({ documents }) => documents.some(({ id }) => id === asked.id)) || isOurs(dossier, asked);
  const by = own ? readerOf(asked.actor, dossier) : null;
  const opened = by === null ? null : await openDocument(ctx.db, ctx.files, { id: asked.id, by, purpose: purposeSaid(asked.actor, asked.purpose), at: ctx.clock.now() });
  if (opened === null || !opened.ok) return refuse({ code: 'dossier-unknown' });
  return ok(reportSent(await validatePdf(opened.value.bytes, { trust: await ctx.trust?.(ctx.db) ?? { roots: [] } })));
}

/** A file open for leafing through: every page asked for within ten minutes belongs to one opening, as its owner is told. */
async function leafed(ctx: DossierContext, asked: AskedFile): Promise<Outcome<Leafed & { readonly name: string }>> {
  const opening = await openingOf(ctx, asked);
  if (!opening.ok) return opening;
  if (opening.value.show === undefined) {
    const opened = await openInParts(ctx.db, ctx.files, { ...opening.value, isFurther: true });
    if (!opened.ok) return refuse({ code: openingRefusals[opened.error.code] });
    const { sha256, size, mediaType, name, part } = opened.value;
    return ok({ key: sha256, mediaType, name, size, part: async (range) => new Uint8Array(await buffer(part(range))) });
  }
  const opened = await openDocument(ctx.db, ctx.files, { ...opening.value, isFurther: true });
  if (!opened.ok) return refuse({ code: openingRefusals[opened.error.code] });
  const { bytes, mediaType, name } = opened.value;
  return ok({ name, ...leafedWhole(createHash('sha256').update(bytes).digest('hex'), mediaType, bytes) });
}

/** What is read of the pages of a file, or why nothing is. */
async function fromPages<Found extends object>(ctx: DossierContext, asked: AskedFile, read: (content: Leafed & { readonly name: string }) => Promise<Found | PagesRefused>): Promise<Outcome<Found>> {
  const content = await leafed(ctx, asked);
  if (!content.ok) return content;
  const found = hasPages(content.value.mediaType) ? await read(content.value) : 'unreadable';
  if (typeof found !== 'string') return ok(found);
  return refuse({ code: found === 'no-page' ? 'page-unknown' : 'pages-unreadable' });
}

const Asked = { params: DossierPath.extend({ id: z.uuid() }), querystring: z.object({ purpose: OpeningPurpose }) };
const PagePath = Asked.params.extend({ no: z.coerce.number().int().min(1).max(100_000) });

/** Files of a dossier as officers read them: whole, in parts, page by page, with advice and verdicts. */
export const documentRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/dossiers/:code/documents/:id', { ...requires('dossier.read'), schema: { operationId: 'getDocument', tags: ['papers'], params: DossierPath.extend({ id: z.uuid() }), querystring: z.object({ purpose: OpeningPurpose, version: z.string().regex(/^[0-9a-f]{64}$/u).optional().describe('Mã băm SHA-256 của một bản; không ghi: bản mới nhất. Giấy đã ký được gia hạn dấu thời gian, bản trước vẫn giữ.') }) } },
    (request, reply) => sendDocument(ctx, reply, { actor: actorOf(request), ...request.params, ...request.query }));

  app.get('/dossiers/:code/documents/:id/advice', { ...requires('dossier.read'), schema: { operationId: 'documentAdvice', tags: ['papers'], params: DossierPath.extend({ id: z.uuid() }), response: { 200: FileAdvice, ...questionResponses } } },
    async (request, reply) => {
      const found = await readable(ctx.db, actorOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const isOwn = found.value.dossier.papers.some(({ documents }) => documents.some(({ id }) => id === request.params.id));
      return isOwn ? adviseDossierFile(ctx, found.value.dossier, request.params.id) : refused(reply, { code: 'dossier-unknown' });
    });

  app.get('/dossiers/:code/documents/:id/signatures', { ...requires('dossier.read'), schema: { operationId: 'documentSignatures', tags: ['papers'], params: DossierPath.extend({ id: z.uuid() }), querystring: z.object({ purpose: OpeningPurpose }), response: { 200: DocumentReportContract, ...questionResponses } } },
    async (request, reply) => {
      const report = await signaturesOfDocument(ctx, { actor: actorOf(request), ...request.params, ...request.query });
      return report.ok ? report.value : refused(reply, report.error);
    });

  app.get('/dossiers/:code/documents/:id/pages', { ...requires('dossier.read'), schema: { operationId: 'documentPages', tags: ['papers'], ...Asked, response: { 200: DocumentPages, 422: Problem, ...questionResponses } } },
    async (request, reply) => {
      const found = await fromPages(ctx, { actor: actorOf(request), ...request.params, ...request.query }, async (content) => {
        const counted = await pagesOf(content);
        return typeof counted === 'string' ? counted : { name: content.name, ...counted };
      });
      return found.ok ? found.value : refused(reply, found.error);
    });

  app.get('/dossiers/:code/documents/:id/pages/:no', { ...requires('dossier.read'), schema: { operationId: 'documentPage', tags: ['papers'], params: PagePath, querystring: Asked.querystring.extend({ width: z.coerce.number().int().min(200).max(2400).default(1000).describe('Chiều rộng của ảnh, điểm ảnh.') }) } },
    async (request, reply) => {
      const { no, ...file } = request.params;
      const { width, purpose } = request.query;
      const found = await fromPages(ctx, { actor: actorOf(request), ...file, purpose }, (content) => pictureOfPage(content, { no, width }));
      return found.ok ? sentPicture(reply, found.value) : refused(reply, found.error);
    });

  app.get('/dossiers/:code/documents/:id/pages/:no/words', { ...requires('dossier.read'), schema: { operationId: 'documentPageWords', tags: ['papers'], params: PagePath, querystring: Asked.querystring, response: { 200: PageWords, 422: Problem, ...questionResponses } } },
    async (request, reply) => {
      const { no, ...file } = request.params;
      const found = await fromPages(ctx, { actor: actorOf(request), ...file, ...request.query }, (content) => wordsOfPage(content, no));
      return found.ok ? found.value : refused(reply, found.error);
    });
  done();
};

const sentPicture = (reply: FastifyReply, jpeg: Uint8Array): FastifyReply => reply.header('content-type', 'image/jpeg').header('cache-control', 'private, no-store').send(Buffer.from(jpeg));
