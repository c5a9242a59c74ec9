// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import { attachmentHeader } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { giveList, openBatch } from '../commands/give-list.ts';
import { mendLine, putAside } from '../commands/mend-line.ts';
import { dropBatch } from '../commands/on-batch.ts';
import { BackFileBatch, BackFileBatchMade, BatchDropped, BackFileBatches, BackFileQuery, LineAside, LineDone, LineMended, ListTaken, NewBackFileBatch } from '../contract.ts';
import { emptyList, mostBytes } from '../list/read-list.ts';
import type { BackFileContext } from '../model.ts';
import { batchPage, ownersIn } from '../views/batch.ts';
import { batchList } from '../views/batches.ts';
import { refusedBy } from './answer.ts';
import { lookedAt } from './looked.ts';

const tags = ['back-files'];
const Path = z.object({ id: z.uuid() });
const LinePath = Path.extend({ no: z.coerce.number().int().min(1).max(1_000_000) });
const faults = { 403: Problem, 404: Problem, 409: Problem, 422: Problem };

/** Lô hồ sơ cũ: opened, given lists, its lines mended or put aside. */
export const batchRoutes = (ctx: BackFileContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedAt(ctx);
  app.get('/back-files', { ...requires('back-files.keep'), schema: { operationId: 'listBackFiles', tags, response: { 200: BackFileBatches } } }, (request) => batchList(ctx, officerOf(request)));

  app.post('/back-files', { ...requires('back-files.keep'), schema: { operationId: 'openBackFiles', tags, body: NewBackFileBatch, response: { 201: BackFileBatchMade, ...faults } } }, async (request, reply) => {
    const { clientKey: key, agency, title } = request.body;
    const made = await openBatch(ctx, { key, agency, title, officer: officerOf(request) });
    return made.ok ? reply.code(201).send(made.value) : refusedBy(reply, made.error);
  });

  app.get('/back-files/list-template', { ...requires('back-files.keep'), schema: { operationId: 'backFileListTemplate', tags } },
    (_request, reply) => reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', attachmentHeader('mau-danh-sach-ho-so-cu.csv')).send(emptyList()));

  app.get('/back-files/:id', { ...requires('back-files.keep'), schema: { operationId: 'readBackFiles', tags, params: Path, querystring: BackFileQuery, response: { 200: BackFileBatch, 404: Problem } } }, async (request, reply) => {
    const officer = officerOf(request);
    const page = await batchPage(ctx, { officer, id: request.params.id, ...request.query });
    if (page === undefined) return refusedBy(reply, { code: 'back-file-unknown' });
    await looked({ officer, agency: page.agency, owners: ownersIn(page.lines) });
    return page;
  });

  app.post('/back-files/:id/drop', { ...requires('back-files.keep'), schema: { operationId: 'dropBackFiles', tags, params: Path, body: BatchDropped, response: { 200: BackFileBatchMade, ...faults } } }, async (request, reply) => {
    const dropped = await dropBatch(ctx, { batch: request.params.id, officer: officerOf(request), ...request.body });
    return dropped.ok ? dropped.value : refusedBy(reply, dropped.error);
  });

  app.post('/back-files/:id/list', { ...requires('back-files.keep'), schema: { operationId: 'giveBackFileList', tags, params: Path, response: { 201: ListTaken, 413: Problem, ...faults } } }, async (request, reply) => {
    const part = await request.file({ limits: { fileSize: mostBytes } });
    if (part === undefined) return reply.code(422).send(problem({ status: 422, code: 'upload-empty', title: 'Chưa chọn tệp nào.', errors: [{ path: 'file', label: 'Danh sách', text: 'Chọn tệp CSV của danh sách.' }] }));
    const bytes = await part.toBuffer().catch(() => null);
    if (bytes === null || part.file.truncated) return reply.code(413).send(problem({ status: 413, code: 'upload-too-large', title: 'Danh sách nặng hơn 4 MB.', errors: [{ path: 'file', label: 'Danh sách', text: 'Chia thành nhiều tệp. Chưa nhận dòng nào.' }] }));
    const given = await giveList(ctx, { batch: request.params.id, bytes, officer: officerOf(request) });
    return given.ok ? reply.code(201).send(given.value) : refusedBy(reply, given.error);
  });

  app.put('/back-files/:id/lines/:no', { ...requires('back-files.keep'), schema: { operationId: 'mendBackFileLine', tags, params: LinePath, body: LineMended, response: { 200: LineDone, ...faults } } }, async (request, reply) => {
    const { id: batch, no } = request.params;
    const mended = await mendLine(ctx, { batch, no, officer: officerOf(request), ...request.body });
    return mended.ok ? mended.value : refusedBy(reply, mended.error);
  });

  app.post('/back-files/:id/lines/:no/aside', { ...requires('back-files.keep'), schema: { operationId: 'putBackFileLineAside', tags, params: LinePath, body: LineAside, response: { 200: LineDone, ...faults } } }, async (request, reply) => {
    const { id: batch, no } = request.params;
    const put = await putAside(ctx, { batch, no, officer: officerOf(request), ...request.body });
    return put.ok ? put.value : refusedBy(reply, put.error);
  });
  done();
};
