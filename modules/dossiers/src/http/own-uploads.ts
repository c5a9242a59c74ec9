// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import { paperKinds } from '@motcua/catalogue';
import { Problem, type RoutePlugin, citizenOf, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { findDraft } from '../commands/draft.ts';
import { attachOwnUpload, uploadToVault } from '../commands/upload-to-vault.ts';
import type { DossierContext } from '../context.ts';
import { DraftFile, KindsToChoose, OwnUpload, OwnUploadTaken, OwnUploads } from '../contract.ts';
import { ownUploadsFor } from '../views/own-uploads.ts';
import { questionResponses, refused } from './answer.ts';

const DraftPath = z.object({ id: z.uuid() });
const uploadResponses = { 409: Problem, 422: Problem, 507: Problem, ...questionResponses };

/** Papers their owner uploads himself: into the vault, and from there into a draft in one press. */
export const ownUploadRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/paper-kinds', { ...requires('dossier.own'), schema: { operationId: 'kindsToUpload', tags: ['vault'], response: { 200: KindsToChoose } } },
    async () => ({ kinds: (await paperKinds(ctx.db)).filter(({ retired }) => !retired).map(({ code, name }) => ({ code, name })) }));

  app.post('/my/vault/uploads', { ...requires('dossier.own'), schema: { operationId: 'uploadToVault', tags: ['vault'], querystring: OwnUpload, response: { 201: z.object({ id: z.uuid() }), ...uploadResponses } } }, async (request, reply) => {
    const part = await request.file();
    if (part === undefined) return reply.code(422).send(problem({ status: 422, code: 'upload-empty', title: 'Chưa chọn tệp nào.', errors: [{ path: 'file', text: 'Chọn một tệp PDF hoặc ảnh JPG, PNG.' }] }));
    const taken = await uploadToVault(ctx, { who: citizenOf(request), about: request.query, file: { content: part.file, name: part.filename, declaredType: part.mimetype } });
    part.file.resume();
    return taken.ok ? reply.code(201).send({ id: taken.value }) : refused(reply, taken.error);
  });

  app.get('/drafts/:id/own-uploads', { ...requires('draft.own'), schema: { operationId: 'ownUploadsFor', tags: ['filing'], params: DraftPath, response: { 200: OwnUploads, ...questionResponses } } }, async (request, reply) => {
    const who = citizenOf(request);
    const draft = await findDraft(ctx.db, who, request.params.id);
    return draft === undefined ? refused(reply, { code: 'dossier-unknown' }) : ownUploadsFor(ctx, { who, draft });
  });

  app.post('/drafts/:id/own-uploads', { ...requires('draft.own'), schema: { operationId: 'attachOwnUpload', tags: ['filing'], params: DraftPath, body: OwnUploadTaken, response: { 201: DraftFile, ...uploadResponses } } }, async (request, reply) => {
    const who = citizenOf(request);
    const draft = await findDraft(ctx.db, who, request.params.id);
    if (draft === undefined) return refused(reply, { code: 'dossier-unknown' });
    const taken = await attachOwnUpload(ctx, { who, draft, ...request.body });
    return taken.ok ? reply.code(201).send(taken.value) : refused(reply, taken.error);
  });
  done();
};
