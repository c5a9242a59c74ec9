// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import { attachmentHeader } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { givePart, putPartAside, readAgain } from '../commands/assign-part.ts';
import { compareLine, signLine, takeAsHeld } from '../commands/sign-line.ts';
import { giveScan } from '../commands/take-scans.ts';
import { BackFileScans, CoverQuery, LineCompared, LineDone, LineToCompare, LinesSigned, LinesToSign, PartAside, PartAssignment, PartDone, ScanGiven } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { comparedBy, lineToCompare, ownersIn } from '../views/batch.ts';
import { coverSheets } from '../views/cover-sheets.ts';
import { pagePicture, scansOf } from '../views/scans.ts';
import { said, refusedBy } from './answer.ts';
import { lookedAt } from './looked.ts';

const tags = ['back-files'];
const Path = z.object({ id: z.uuid() });
const LinePath = Path.extend({ no: z.coerce.number().int().min(1).max(1_000_000) });
const PartPath = Path.extend({ part: z.uuid() });
const faults = { 403: Problem, 404: Problem, 409: Problem, 422: Problem, 507: Problem };
const keep = requires('back-files.keep');
/** Papers signed in one press. */
const mostSigned = 50;

/** Bản quét của lô: given, parted, matched to lines, compared and signed. */
export const scanRoutes = (ctx: BackFileContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedAt(ctx);

  app.post('/back-files/:id/scans', { ...keep, schema: { operationId: 'giveBackFileScan', tags, params: Path, response: { 201: ScanGiven, 413: Problem, ...faults } } }, async (request, reply) => {
    const part = await request.file();
    if (part === undefined) return reply.code(422).send(problem({ status: 422, code: 'upload-empty', title: 'Chưa chọn tệp nào.', errors: [{ path: 'file', label: 'Bản quét', text: 'Chọn tệp PDF, JPG hoặc PNG.' }] }));
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
    await looked(officer, sheets.agency, sheets.owners);
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader('to-dau.pdf').replace(/^attachment/u, 'inline')).send(Buffer.from(sheets.pdf));
  });

  app.get('/back-files/:id/parts/:part/pages/:page', { ...keep, schema: { operationId: 'backFilePage', tags, params: PartPath.extend({ page: z.coerce.number().int().min(1).max(999) }) } }, async (request, reply) => {
    const picture = await pagePicture(ctx, { officer: officerOf(request), ...request.params });
    if (picture === undefined) return refusedBy(reply, { code: 'back-file-unknown' });
    return reply.header('content-type', 'image/jpeg').header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(picture));
  });

  app.post('/back-files/:id/parts/:part/line', { ...keep, schema: { operationId: 'giveBackFilePart', tags, params: PartPath, body: PartAssignment, response: { 200: PartDone, ...faults } } }, async (request, reply) => {
    const { id: batch, part } = request.params;
    const given = await givePart(ctx, { batch, part, officer: officerOf(request), ...request.body });
    return given.ok ? given.value : refusedBy(reply, given.error);
  });

  app.post('/back-files/:id/parts/:part/aside', { ...keep, schema: { operationId: 'putBackFilePartAside', tags, params: PartPath, body: PartAside, response: { 200: PartDone, ...faults } } }, async (request, reply) => {
    const { id: batch, part } = request.params;
    const put = await putPartAside(ctx, { batch, part, officer: officerOf(request), ...request.body });
    return put.ok ? put.value : refusedBy(reply, put.error);
  });

  app.get('/back-files/:id/lines/:no', { ...keep, schema: { operationId: 'readBackFileLine', tags, params: LinePath, response: { 200: LineToCompare, 404: Problem } } }, async (request, reply) => {
    const officer = officerOf(request);
    const found = await lineToCompare(ctx, { officer, ...request.params });
    if (found === undefined) return refusedBy(reply, { code: 'back-file-unknown' });
    await looked(officer, found.agency, ownersIn([found.shown.line]));
    return found.shown;
  });

  app.post('/back-files/:id/lines/:no/comparison', { ...keep, schema: { operationId: 'compareBackFileLine', tags, params: LinePath, body: LineCompared, response: { 200: LineDone, ...faults } } }, async (request, reply) => {
    const { id: batch, no } = request.params;
    const compared = await compareLine(ctx, { batch, no, officer: officerOf(request), ...request.body });
    return compared.ok ? compared.value : refusedBy(reply, compared.error);
  });

  app.post('/back-files/:id/lines/:no/held', { ...keep, schema: { operationId: 'takeBackFileLineAsHeld', tags, params: LinePath, response: { 200: LineDone, ...faults } } }, async (request, reply) => {
    const { id: batch, no } = request.params;
    const held = await takeAsHeld(ctx, { batch, no, officer: officerOf(request) });
    return held.ok ? held.value : refusedBy(reply, held.error);
  });

  app.post('/back-files/:id/signing', { ...keep, schema: { operationId: 'signBackFileLines', tags, params: Path, body: LinesToSign, response: { 200: LinesSigned, ...faults } } }, async (request) => {
    const [officer, { id: batch }] = [officerOf(request), request.params];
    const lines = request.body.lines ?? (await comparedBy(ctx, batch, officer.id)).slice(0, mostSigned);
    const results: LinesSigned['results'] = [];
    for (const no of new Set(lines)) {
      const signed = await signLine(ctx, { batch, no, officer });
      results.push({ no, code: signed.ok ? signed.value.code : null, refused: signed.ok ? null : said(signed.error).title });
    }
    return { results, left: (await comparedBy(ctx, batch, officer.id)).length };
  });
  done();
};
