// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { confirmPapers, handOverPapers, returnPapers } from '../commands/papers.ts';
import type { DossierContext } from '../context.ts';
import { ConfirmPapers, HandOverPapers, PaperHandOvers, PapersHandedOver, ReturnPapers } from '../contract.ts';
import { printHandOverNote } from '../papers/hand-over-note.ts';
import { findNote } from '../store/hand-over.ts';
import { paperHandOvers } from '../views/papers.ts';
import { DossierPath, actResponses, refused, sent } from './answer.ts';
import { batch } from './batch.ts';

/** Papers on their way between offices: lists, hand-over notes, receipt. */
export const paperRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/paper-hand-overs', { ...requires('papers.read'), schema: { operationId: 'listPaperHandOvers', tags: ['papers'], response: { 200: PaperHandOvers } } },
    (request) => paperHandOvers(ctx, ctx.db, officerOf(request)));

  app.post('/paper-hand-overs', { ...requires('dossier.hand-over-papers'), schema: { operationId: 'handOverPapers', tags: ['papers'], body: HandOverPapers, response: { 200: PapersHandedOver } } }, async (request) => {
    const { clientKey, items } = request.body;
    const { results } = await batch(items, ({ code, version }) => handOverPapers(ctx, { code, version, clientKey: `${clientKey}:${code}`, noteId: clientKey, actor: officerOf(request) }));
    const note = results.some(({ ok }) => ok) ? await findNote(ctx.db, clientKey) : undefined;
    return { note: note === undefined ? null : { id: note.id, number: note.number }, results };
  });

  app.get('/paper-hand-overs/:id/printed', { ...requires('papers.read'), schema: { operationId: 'printHandOverNote', tags: ['papers'], params: z.object({ id: z.uuid() }) } }, async (request, reply) => {
    const pdf = await printHandOverNote(ctx, ctx.db, { officer: officerOf(request), id: request.params.id });
    if (pdf === null) return refused(reply, { code: 'dossier-unknown' });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader('phieu-ban-giao.pdf').replace(/^attachment/u, 'inline')).send(Buffer.from(pdf));
  });

  app.post('/dossiers/:code/papers-received', { ...requires('dossier.confirm-papers'), schema: { operationId: 'confirmPapers', tags: ['papers'], params: DossierPath, body: ConfirmPapers, response: actResponses } },
    async (request, reply) => sent(reply, await confirmPapers(ctx, { ...request.params, ...request.body, actor: officerOf(request) })));

  app.post('/dossiers/:code/papers-returned', { ...requires('dossier.return-papers'), schema: { operationId: 'returnPapers', tags: ['papers'], params: DossierPath, body: ReturnPapers, response: actResponses } },
    async (request, reply) => sent(reply, await returnPapers(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
