// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { closedByCode } from '@motcua/dossiers';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { handIn, receiveBatch, withdrawBatch } from '../commands/hand-in.ts';
import { AgencyQuery, ArchiveDone, BatchMade, BatchReceived, BatchView, BatchWithdrawal, Batches, DueForHandIn, DueQuery, NewBatch } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { batchEad } from '../package/batch-ead.ts';
import { batchPaper } from '../papers/batch-papers.ts';
import { printList } from '../papers/list-paper.ts';
import { reach, reaches } from '../permissions.ts';
import { batchView, batches, numberOf } from '../views/batches.ts';
import { dueList } from '../views/due-list.ts';
import { notClosed } from '../views/closed-named.ts';
import { paper, refusedBy } from './answer.ts';

const tags = ['archive'];
const Path = z.object({ id: z.uuid() });
const faults = { 403: Problem, 404: Problem, 409: Problem, 422: Problem, 503: Problem };

/** Nộp lưu: what is due, a batch given by one and received by another, its papers. */
export const batchRoutes = (ctx: ArchiveDesk): RoutePlugin => (app, _options, done) => {
  app.get('/archive/due', { ...requires('archive.read'), schema: { operationId: 'listDueForHandIn', tags, querystring: DueQuery, response: { 200: DueForHandIn } } },
    (request) => dueList(ctx, { officer: officerOf(request), agency: request.query.agency, months: request.query.months }));

  app.get('/archive/batches', { ...requires('archive.read'), schema: { operationId: 'listBatches', tags, querystring: AgencyQuery, response: { 200: Batches } } },
    (request) => batches(ctx, { officer: officerOf(request), agency: request.query.agency }));

  app.post('/archive/batches', { ...requires('archive.hand-in'), schema: { operationId: 'handInDossiers', tags, body: NewBatch, response: { 201: BatchMade, ...faults } } }, async (request, reply) => {
    const { agency, clientKey: key, dossiers: codes } = request.body;
    const officer = officerOf(request);
    if (!reaches(reach(officer, 'archive.hand-in', ctx.province), agency)) return refusedBy(reply, { code: 'archive-not-yours' });
    const closed = new Map((await closedByCode(ctx.db, codes)).filter((one) => one.agency === agency).map((one) => [one.code, one.id]));
    const unknown = codes.find((code) => !closed.has(code));
    if (unknown !== undefined) return refusedBy(reply, await notClosed(ctx.db, { code: unknown, scope: [agency] }));
    const made = await handIn(ctx, { agency, key, by: officer, dossiers: [...new Set(closed.values())] });
    return made.ok ? reply.code(201).send({ id: made.value.id, number: numberOf(made.value) }) : refusedBy(reply, made.error);
  });

  app.get('/archive/batches/:id', { ...requires('archive.read'), schema: { operationId: 'getBatch', tags, params: Path, response: { 200: BatchView, 404: Problem } } },
    async (request, reply) => await batchView(ctx, { officer: officerOf(request), id: request.params.id }) ?? refusedBy(reply, { code: 'batch-unknown' }));

  app.post('/archive/batches/:id/receipt', { ...requires('archive.receive'), schema: { operationId: 'receiveBatch', tags, params: Path, response: { 201: BatchReceived, ...faults } } }, async (request, reply) => {
    const officer = officerOf(request);
    const batch = await batchView(ctx, { officer, id: request.params.id });
    if (batch === undefined || !reaches(reach(officer, 'archive.receive', ctx.province), batch.agency)) return refusedBy(reply, { code: 'batch-unknown' });
    const received = await receiveBatch(ctx, { id: batch.id, by: officer });
    return received.ok ? reply.code(201).send(received.value) : refusedBy(reply, received.error);
  });

  app.post('/archive/batches/:id/withdrawal', { ...requires('archive.hand-in'), schema: { operationId: 'withdrawBatch', tags, params: Path, body: BatchWithdrawal, response: { 201: ArchiveDone, ...faults } } }, async (request, reply) => {
    const officer = officerOf(request);
    const batch = await batchView(ctx, { officer, id: request.params.id });
    if (batch === undefined) return refusedBy(reply, { code: 'batch-unknown' });
    const withdrawn = await withdrawBatch(ctx, { id: batch.id, by: officer, reason: request.body.reason });
    return withdrawn.ok ? reply.code(201).send(withdrawn.value) : refusedBy(reply, withdrawn.error);
  });

  app.get('/archive/batches/:id/printed', { ...requires('archive.read'), schema: { operationId: 'printBatch', tags, params: Path } }, async (request, reply) => {
    const batch = await batchView(ctx, { officer: officerOf(request), id: request.params.id });
    if (batch === undefined) return refusedBy(reply, { code: 'batch-unknown' });
    return paper(reply, `nop-luu-${batch.number.replace('/', '-')}.pdf`, await printList(batchPaper(batch), { demonstration: ctx.demonstration, at: ctx.clock.now() }));
  });

  app.get('/archive/batches/:id/ead', { ...requires('archive.read'), schema: { operationId: 'describeBatch', tags, params: Path } }, async (request, reply) => {
    const batch = await batchView(ctx, { officer: officerOf(request), id: request.params.id });
    if (batch === undefined) return refusedBy(reply, { code: 'batch-unknown' });
    return reply.header('content-type', 'application/xml').header('content-disposition', attachmentHeader(`EAD-nop-luu-${batch.number.replace('/', '-')}.xml`)).send(Buffer.from(batchEad(batch)));
  });
  done();
};
