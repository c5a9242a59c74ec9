// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import { attachmentHeader } from '@motcua/documents';
import { PictureSize, sendScanPicture } from '@motcua/dossiers/http';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { givePart, putPartAside, readAgain } from '../commands/assign-part.ts';
import { giveScan } from '../commands/take-scans.ts';
import { takeWaiting } from '../commands/take-waiting.ts';
import { BackFileScans, CoverQuery, PartAside, PartAssignment, PartDone, ScanGiven, WaitingFates, WaitingTaken } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { coverSheets } from '../views/cover-sheets.ts';
import { scanPagesOf, scansOf } from '../views/scans.ts';
import { refusedBy } from './answer.ts';
import { lookedAt } from './looked.ts';

const tags = ['back-files'];
const Path = z.object({ id: z.uuid() });
const PartPath = Path.extend({ part: z.uuid() });
const faults = { 403: Problem, 404: Problem, 409: Problem, 422: Problem, 507: Problem };
const keep = requires('back-files.keep');

/** Bản quét của lô: given or taken from the scanner's folder, parted, matched to lines, looked at. */
export const scanRoutes = (ctx: BackFileContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedAt(ctx);

  app.post('/back-files/:id/scans', { ...keep, schema: { operationId: 'giveBackFileScan', tags, params: Path, response: { 201: ScanGiven, 413: Problem, ...faults } } }, async (request, reply) => {
    const part = await request.file();
    if (part === undefined) return reply.code(422).send(problem({ status: 422, code: 'upload-empty', title: 'Chưa chọn tệp nào.', errors: [{ path: 'file', label: 'Bản quét', text: 'Chọn tệp PDF, JPG, PNG hoặc TIFF.' }] }));
    const given = await giveScan(ctx, { batch: request.params.id, officer: officerOf(request), file: { content: part.file, name: part.filename, declaredType: part.mimetype } });
    part.file.resume();
    if (given.ok) return reply.code(201).send(given.value);
    if (given.error.code !== 'upload-refused') return refusedBy(reply, given.error);
    const { code, text } = given.error.refusal;
    const isStorage = code === 'storage-full' || code === 'storage-unreachable';
    return reply.code(isStorage ? 507 : 422).send(problem({ status: isStorage ? 507 : 422, code, title: text, errors: [{ path: 'file', label: 'Bản quét', text }] }));
  });

  app.get('/back-files/:id/scans', { ...keep, schema: { operationId: 'listBackFileScans', tags, params: Path, response: { 200: BackFileScans, 404: Problem } } },
    async (request, reply) => await scansOf(ctx, { officer: officerOf(request), id: request.params.id }) ?? refusedBy(reply, { code: 'back-file-unknown' }));

  app.post('/back-files/:id/scans/:scan/retry', { ...keep, schema: { operationId: 'readBackFileScanAgain', tags, params: Path.extend({ scan: z.uuid() }), response: { 200: z.object({ scan: z.uuid() }), ...faults } } }, async (request, reply) => {
    const { id: batch, scan } = request.params;
    const again = await readAgain(ctx, { batch, scan, officer: officerOf(request) });
    return again.ok ? again.value : refusedBy(reply, again.error);
  });

  app.get('/back-files/:id/cover-sheets', { ...keep, schema: { operationId: 'backFileCoverSheets', tags, params: Path, querystring: CoverQuery } }, async (request, reply) => {
    const officer = officerOf(request);
    const sheets = await coverSheets(ctx, { officer, id: request.params.id, ...request.query });
    if (sheets === undefined) return refusedBy(reply, { code: 'back-file-unknown' });
    await looked({ officer, agency: sheets.agency, owners: sheets.owners });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader('to-dau.pdf').replace(/^attachment/u, 'inline')).send(Buffer.from(sheets.pdf));
  });

  app.get('/back-files/:id/parts/:part/pages/:page', { ...keep, schema: { operationId: 'backFilePage', tags, params: PartPath.extend({ page: z.coerce.number().int().min(1).max(999) }), querystring: PictureSize } }, async (request, reply) => {
    const officer = officerOf(request);
    const scan = await scanPagesOf(ctx, { officer, ...request.params });
    if (scan === undefined) return refusedBy(reply, { code: 'back-file-unknown' });
    await looked({ officer, agency: scan.agency, owners: scan.owners, subject: 'back-file-scan' });
    return sendScanPicture(ctx, reply, { by: { kind: 'officer', ref: officer.id, name: officer.name, agency: scan.agency }, pages: scan.documents, no: request.params.page, width: request.query.width, only: scan.only });
  });

  app.post('/back-files/:id/waiting-scans', { ...keep, schema: { operationId: 'takeWaitingScansIntoBackFiles', tags, params: Path, body: WaitingTaken, response: { 201: WaitingFates, ...faults } } }, async (request, reply) => {
    const taken = await takeWaiting(ctx, { batch: request.params.id, officer: officerOf(request), ...request.body });
    return taken.ok ? reply.code(201).send({ results: [...taken.value.results] }) : refusedBy(reply, taken.error);
  });

  app.post('/back-files/:id/parts/:part/line', { ...keep, schema: { operationId: 'giveBackFilePart', tags, params: PartPath, body: PartAssignment, response: { 200: PartDone, ...faults } } }, async (request, reply) => {
    const { id: batch, part } = request.params;
    const { no, withNotes } = request.body;
    const given = await givePart(ctx, { batch, part, officer: officerOf(request), slot: no === null ? null : { line: no, withNotes } });
    return given.ok ? given.value : refusedBy(reply, given.error);
  });

  app.post('/back-files/:id/parts/:part/aside', { ...keep, schema: { operationId: 'putBackFilePartAside', tags, params: PartPath, body: PartAside, response: { 200: PartDone, ...faults } } }, async (request, reply) => {
    const { id: batch, part } = request.params;
    const put = await putPartAside(ctx, { batch, part, officer: officerOf(request), ...request.body });
    return put.ok ? put.value : refusedBy(reply, put.error);
  });
  done();
};
