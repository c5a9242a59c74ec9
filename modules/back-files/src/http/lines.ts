// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader, markedCopy, openDocument } from '@motcua/documents';
import { signElsewhere } from '@motcua/dossiers';
import { markFor } from '@motcua/dossiers/http';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { Officer } from '@motcua/kernel';
import { z } from 'zod';
import { compareLine } from '../commands/compare-line.ts';
import { linesToSign, signLine, takeAsHeld } from '../commands/sign-line.ts';
import { LineCompared, LineDone, LineToCompare, LinesSigned, LinesToSign, LinesToSignElsewhere } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { comparedBy, lineToCompare, ownersIn } from '../views/batch.ts';
import { notesCopy } from '../views/scans.ts';
import { notSigned, said, refusedBy, told } from './answer.ts';
import { lookedAt } from './looked.ts';

const tags = ['back-files'];
const Path = z.object({ id: z.uuid() });
const LinePath = Path.extend({ no: z.coerce.number().int().min(1).max(1_000_000) });
const faults = { 403: Problem, 404: Problem, 409: Problem, 422: Problem, 507: Problem };
const keep = requires('back-files.keep');
/** Papers signed in one press. */
const mostSigned = 50;
const purpose = 'handling';

/** Đối chiếu và ký giấy cũ: a line beside its scans, compared, signed, or found in the vault already. */
export const lineRoutes = (ctx: BackFileContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedAt(ctx);
  const linesAsked = async (batch: string, { officer, lines }: { readonly officer: Officer; readonly lines: readonly number[] | null }): Promise<readonly number[]> => lines ?? (await comparedBy(ctx, batch, officer.id)).slice(0, mostSigned);

  app.get('/back-files/:id/lines/:no', { ...keep, schema: { operationId: 'readBackFileLine', tags, params: LinePath, response: { 200: LineToCompare, 404: Problem } } }, async (request, reply) => {
    const officer = officerOf(request);
    const found = await lineToCompare(ctx, { officer, ...request.params });
    if (found === undefined) return refusedBy(reply, { code: 'back-file-unknown' });
    await looked({ officer, agency: found.agency, owners: ownersIn([found.shown.line]) });
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
    const lines = await linesAsked(batch, { officer, ...request.body });
    const results: LinesSigned['results'] = [];
    for (const no of new Set(lines)) {
      const signed = await signLine(ctx, { batch, no, officer });
      results.push({ no, code: signed.ok ? signed.value.code : null, refused: signed.ok ? null : said(signed.error).title });
    }
    return { results, left: (await comparedBy(ctx, batch, officer.id)).length };
  });

  app.post('/back-files/:id/elsewhere-signing', { ...keep, schema: { operationId: 'signBackFileLinesElsewhere', tags, params: Path, body: LinesToSignElsewhere, response: { 202: Path, ...faults } } }, async (request, reply) => {
    const [officer, { id: batch }, { means, pin }] = [officerOf(request), request.params, request.body];
    const items = await linesToSign(ctx, { batch, officer, lines: await linesAsked(batch, { officer, ...request.body }), told });
    if (!items.ok) return refusedBy(reply, items.error);
    if (items.value.length === 0) return refusedBy(reply, { code: 'back-file-none-compared' });
    const begun = await signElsewhere(ctx, { officer, means, pin, items: items.value });
    return begun.ok ? reply.code(202).send({ id: begun.value.batch }) : notSigned(reply, begun.error);
  });

  app.get('/back-files/:id/lines/:no/with-notes', { ...keep, schema: { operationId: 'backFileCopyWithNotes', tags, params: LinePath } }, async (request, reply) => {
    const officer = officerOf(request);
    const copy = await notesCopy(ctx, { officer, ...request.params });
    const [id] = copy?.documents ?? [];
    if (copy === undefined || id === undefined) return refusedBy(reply, { code: 'back-file-unknown' });
    const [by, at] = [{ kind: 'officer', ref: officer.id, name: officer.name, agency: copy.agency } as const, ctx.clock.now()];
    await looked({ officer, agency: copy.agency, owners: copy.owners, subject: 'back-file-scan' });
    const { only } = copy;
    const opened = await openDocument(ctx.db, ctx.files, { id, by, purpose, at, ...only === null ? {} : { show: async ({ bytes, mediaType, name }) => {
      const marked = await markedCopy(bytes, mediaType, await markFor(ctx, { by, purpose, only, at }));
      return marked === null ? null : { bytes: marked, mediaType, name };
    } } });
    if (!opened.ok) return refusedBy(reply, { code: 'back-file-unknown' });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(opened.value.name)).header('cache-control', 'private, no-store').header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(opened.value.bytes));
  });
  done();
};
