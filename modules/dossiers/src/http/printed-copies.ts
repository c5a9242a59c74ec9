// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { Result } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { printCopy } from '../commands/print-copy.ts';
import { countSheets, handOutSheets, receiveSheets, spoil } from '../commands/security-sheets.ts';
import type { DossierContext } from '../context.ts';
import { CopyQuery, DossierCopies, PrintCopy, PrintedCopies, ReconciliationQuery, SecuritySheets, SheetsCounted, SheetsDelivered, SheetsDone, SheetsHandedOut, SheetsSpoiled } from '../contract.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { printReconciliation } from '../papers/reconciliation.ts';
import { printedCopyPdf } from '../papers/printed-copy.ts';
import { dossierCopies, printedCopies } from '../views/printed-copies.ts';
import { securitySheets } from '../views/security-sheets.ts';
import { DossierPath, questionResponses, refused } from './answer.ts';
import { lookedLog } from './looked.ts';

const CopyPath = DossierPath.extend({ id: z.uuid() });
const Printed = z.object({ id: z.uuid(), copyNo: z.number().int(), sheets: z.array(z.string()), href: z.string() });
const sheetResponses = { 201: SheetsDone, 409: Problem, 422: Problem };

const told = (reply: FastifyReply, outcome: Result<SheetsDone, LifecycleRefusal>): FastifyReply => (outcome.ok ? reply.code(201).send(outcome.value) : refused(reply, outcome.error));
const pdfNamed = (reply: FastifyReply, pdf: Uint8Array, name: string): FastifyReply =>
  reply.header('content-type', 'application/pdf').header('cache-control', 'private, no-store').header('content-disposition', attachmentHeader(name).replace(/^attachment/u, 'inline')).send(Buffer.from(pdf));

/** Bản in và giấy bảo an: copies of papers that were printed, and the numbered sheets they were printed on. */
export const printedCopyRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/dossiers/:code/copies', { ...requires('printed-copies.read'), schema: { operationId: 'listDossierCopies', tags: ['printed-copies'], params: DossierPath, response: { 200: DossierCopies, ...questionResponses } } }, async (request, reply) => {
    const found = await dossierCopies(ctx, { actor: officerOf(request), ...request.params });
    return found.ok ? looked.atList(officerOf(request), { list: 'copies', answer: found.value, rows: [request.params] }) : refused(reply, found.error);
  });

  app.post('/dossiers/:code/copies', { ...requires('dossier.print-copy'), schema: { operationId: 'printCopy', tags: ['printed-copies'], params: DossierPath, body: PrintCopy, response: { 201: Printed, 404: Problem, 409: Problem, 422: Problem } } }, async (request, reply) => {
    const { code } = request.params;
    const copy = await printCopy(ctx, { actor: officerOf(request), code, body: request.body });
    if (!copy.ok) return refused(reply, copy.error);
    const { id, copyNo, sheets } = copy.value;
    return reply.code(201).send({ id, copyNo, sheets: [...sheets], href: `/api/dossiers/${encodeURIComponent(code)}/copies/${id}/pdf` });
  });

  app.get('/dossiers/:code/copies/:id/pdf', { ...requires('dossier.print-copy'), schema: { operationId: 'getPrintedCopy', tags: ['printed-copies'], params: CopyPath } }, async (request, reply) => {
    const pdf = await printedCopyPdf(ctx, { actor: officerOf(request), ...request.params });
    if (pdf.ok) await looked.atList(officerOf(request), { list: 'copies', answer: null, rows: [request.params] });
    return pdf.ok ? pdfNamed(reply, pdf.value, `ban-in-${request.params.code}.pdf`) : refused(reply, pdf.error);
  });

  app.get('/printed-copies', { ...requires('printed-copies.read'), schema: { operationId: 'listPrintedCopies', tags: ['printed-copies'], querystring: CopyQuery, response: { 200: PrintedCopies } } },
    async (request) => {
      const answer = await printedCopies(ctx, officerOf(request), request.query.after);
      return looked.atList(officerOf(request), { list: 'copies', answer, rows: answer.copies });
    });

  app.get('/security-sheets', { ...requires('printed-copies.read'), schema: { operationId: 'getSecuritySheets', tags: ['printed-copies'], response: { 200: SecuritySheets } } },
    (request) => securitySheets(ctx, officerOf(request)));

  app.get('/security-sheets/reconciliation', { ...requires('printed-copies.read'), schema: { operationId: 'printReconciliation', tags: ['printed-copies'], querystring: ReconciliationQuery } }, async (request, reply) => {
    const pdf = await printReconciliation(ctx, officerOf(request), request.query);
    return pdf.ok ? pdfNamed(reply, pdf.value, `doi-chieu-giay-bao-an-${request.query.from}.pdf`) : refused(reply, pdf.error);
  });

  app.post('/security-sheets/deliveries', { ...requires('security-sheets.keep'), schema: { operationId: 'receiveSecuritySheets', tags: ['printed-copies'], body: SheetsDelivered, response: sheetResponses } },
    async (request, reply) => told(reply, await receiveSheets(ctx, { actor: officerOf(request), body: request.body })));

  app.post('/security-sheets/hand-outs', { ...requires('security-sheets.keep'), schema: { operationId: 'handOutSecuritySheets', tags: ['printed-copies'], body: SheetsHandedOut, response: sheetResponses } },
    async (request, reply) => told(reply, await handOutSheets(ctx, { actor: officerOf(request), body: request.body })));

  app.post('/security-sheets/spoilage', { ...requires('dossier.print-copy'), schema: { operationId: 'spoilSecuritySheets', tags: ['printed-copies'], body: SheetsSpoiled, response: sheetResponses } },
    async (request, reply) => told(reply, await spoil(ctx, { actor: officerOf(request), body: request.body })));

  app.post('/security-sheets/counts', { ...requires('security-sheets.keep'), schema: { operationId: 'countSecuritySheets', tags: ['printed-copies'], body: SheetsCounted, response: sheetResponses } },
    async (request, reply) => told(reply, await countSheets(ctx, { actor: officerOf(request), body: request.body })));
  done();
};
