// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import { mostPictureBytes } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { refuse } from '@motcua/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Outcome } from '../commands/perform.ts';
import { endPicture, enterPicture, openPicture, picturesFor } from '../commands/signature-pictures.ts';
import type { DossierContext } from '../context.ts';
import { SealSize, SignaturePictures } from '../contract/signature-pictures.ts';
import { refused } from './answer.ts';

const Entered = z.object({ id: z.uuid() });
const SealPath = z.object({ id: z.uuid() });
const PicturePath = z.object({ picture: z.uuid() });
const problems = { 404: Problem, 409: Problem, 422: Problem, 507: Problem };

/** The one file of a request; what is far too large is read no further. Null: there is none. */
async function fileOf(request: FastifyRequest): Promise<Uint8Array | null> {
  const part = await request.file();
  if (part === undefined) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of part.file) {
    if (!(piece instanceof Uint8Array)) continue;
    size += piece.length;
    // One byte over the limit is enough to be refused in words; the rest is let go.
    if (size <= mostPictureBytes + piece.length) pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Hình chữ ký của cán bộ, hình con dấu: what signed papers show. Entered, ended, looked at by their owner and keeper only. */
export const signaturePictureRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const entered = async (request: FastifyRequest, about: { readonly seal: string | null; readonly widthMm: number | null }): Promise<Outcome<{ readonly id: string }>> => {
    const bytes = await fileOf(request);
    return bytes === null ? refuse({ code: 'fields-to-mend', fields: [{ path: 'file', label: 'Tệp ảnh', text: 'Chọn một ảnh PNG hoặc JPG.' }] }) : enterPicture(ctx, { officer: officerOf(request), bytes, ...about });
  };
  const shown = async (request: FastifyRequest, reply: FastifyReply, about: { readonly seal: string | null; readonly id: string }): Promise<FastifyReply> => {
    const opened = await openPicture(ctx, { officer: officerOf(request), ...about });
    if (!opened.ok) return refused(reply, opened.error);
    return reply.header('content-type', 'image/png').header('cache-control', 'private, no-store').header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(opened.value.bytes));
  };

  const own = requires('signing-means.own');
  app.get('/my/signature-pictures', { ...own, schema: { operationId: 'mySignaturePictures', tags: ['registers'], response: { 200: SignaturePictures, ...problems } } }, async (request, reply) => {
    const found = await picturesFor(ctx, { officer: officerOf(request), seal: null });
    return found.ok ? found.value : refused(reply, found.error);
  });
  app.get('/my/signature-pictures/:picture/image', { ...own, schema: { operationId: 'mySignaturePicture', tags: ['registers'], params: PicturePath } }, (request, reply) => shown(request, reply, { seal: null, id: request.params.picture }));
  app.post('/my/signature-pictures', { ...own, schema: { operationId: 'enterSignaturePicture', tags: ['registers'], response: { 201: Entered, ...problems } } }, async (request, reply) => {
    const outcome = await entered(request, { seal: null, widthMm: null });
    return outcome.ok ? reply.code(201).send(outcome.value) : refused(reply, outcome.error);
  });
  app.post('/my/signature-pictures/end', { ...own, schema: { operationId: 'endSignaturePicture', tags: ['registers'], response: { 204: z.null(), ...problems } } }, async (request, reply) => {
    const outcome = await endPicture(ctx, { officer: officerOf(request), seal: null });
    return outcome.ok ? reply.code(204).send(null) : refused(reply, outcome.error);
  });

  const keep = requires('seal-picture.keep');
  app.get('/seals/:id/pictures', { ...keep, schema: { operationId: 'sealPictures', tags: ['registers'], params: SealPath, response: { 200: SignaturePictures, ...problems } } }, async (request, reply) => {
    const found = await picturesFor(ctx, { officer: officerOf(request), seal: request.params.id });
    return found.ok ? found.value : refused(reply, found.error);
  });
  app.get('/seals/:id/pictures/:picture/image', { ...keep, schema: { operationId: 'sealPicture', tags: ['registers'], params: SealPath.extend(PicturePath.shape) } }, (request, reply) => shown(request, reply, { seal: request.params.id, id: request.params.picture }));
  app.post('/seals/:id/pictures', { ...keep, schema: { operationId: 'enterSealPicture', tags: ['registers'], params: SealPath, querystring: SealSize, response: { 201: Entered, ...problems } } }, async (request, reply) => {
    const outcome = await entered(request, { seal: request.params.id, widthMm: request.query.widthMm });
    return outcome.ok ? reply.code(201).send(outcome.value) : refused(reply, outcome.error);
  });
  app.post('/seals/:id/pictures/end', { ...keep, schema: { operationId: 'endSealPicture', tags: ['registers'], params: SealPath, response: { 204: z.null(), ...problems } } }, async (request, reply) => {
    const outcome = await endPicture(ctx, { officer: officerOf(request), seal: request.params.id });
    return outcome.ok ? reply.code(204).send(null) : refused(reply, outcome.error);
  });
  done();
};
