// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { closeBook } from '../commands/close-book.ts';
import type { DossierContext } from '../context.ts';
import { BookQuery, CloseBook, TrackingBook } from '../contract.ts';
import { printTrackingBook } from '../papers/tracking-book.ts';
import { trackingBook } from '../views/tracking-book.ts';
import { refused } from './answer.ts';
import { lookedLog } from './looked.ts';

/** Sổ theo dõi hồ sơ: read, printed, closed yearly. */
export const trackingBookRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/tracking-book', { ...requires('book.read'), schema: { operationId: 'readBook', tags: ['book'], querystring: BookQuery, response: { 200: TrackingBook, 404: Problem } } },
    async (request, reply) => {
      const answer = await trackingBook(ctx, ctx.db, { officer: officerOf(request), ...request.query });
      return answer === undefined ? refused(reply, { code: 'dossier-unknown' }) : looked.atList(officerOf(request), { list: 'book', answer, rows: answer.entries });
    });

  app.get('/tracking-book/printed', { ...requires('book.read'), schema: { operationId: 'printBook', tags: ['book'], querystring: BookQuery } }, async (request, reply) => {
    const printed = await printTrackingBook(ctx, ctx.db, { officer: officerOf(request), ...request.query });
    if (printed === null) return refused(reply, { code: 'dossier-unknown' });
    const { pdf } = await looked.atList(officerOf(request), { list: 'book', answer: printed, rows: printed.entries });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(`so-theo-doi-${String(request.query.year)}.pdf`).replace(/^attachment/u, 'inline')).send(Buffer.from(pdf));
  });

  app.post('/tracking-book/closings', { ...requires('book.close'), schema: { operationId: 'closeBook', tags: ['book'], body: CloseBook } }, async (request, reply) => {
    const closed = await closeBook(ctx, { officer: officerOf(request), ...request.body });
    return closed.ok ? reply.code(204).send() : refused(reply, closed.error);
  });
  done();
};
