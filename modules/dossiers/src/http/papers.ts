// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { Officer } from '@motcua/kernel';
import { z } from 'zod';
import { confirmPapers, handOverPapers, returnPapers } from '../commands/papers.ts';
import type { Outcome } from '../commands/perform.ts';
import { signHandOver, signedBehind } from '../commands/sign-hand-over.ts';
import type { DossierContext } from '../context.ts';
import { type ActDone, ConfirmPapers, HandOverNotes, HandOverPapers, HandOverSigned, PaperHandOvers, PapersHandedOver, ReturnPapers } from '../contract.ts';
import { printHandOverNote } from '../papers/hand-over-note.ts';
import { findNote } from '../store/hand-over.ts';
import { dossiersOnNote } from '../store/hand-over-signatures.ts';
import { load } from '../store/ledger.ts';
import { handOverNotes } from '../views/hand-over-notes.ts';
import { paperHandOvers } from '../views/papers.ts';
import { DossierPath, actResponses, refused, sent } from './answer.ts';
import { batch } from './batch.ts';
import { lookedLog } from './looked.ts';
import { refusalProblem } from './refusal-words.ts';

/** An answer to a note, and the receiver's signature on it when this was the last one. The answer stands whether or not it could be signed: the list of notes says how it is. */
async function thenSigned(ctx: DossierContext, asked: { readonly actor: Officer; readonly code: string }, act: () => Promise<Outcome<ActDone>>): Promise<Outcome<ActDone>> {
  const note = (await load(ctx.db, asked.code))?.dossier.paperTrip?.sent?.note;
  const done = await act();
  if (done.ok && note !== undefined) await signedBehind(ctx, { actor: asked.actor, id: note.id });
  return done;
}

/** Papers on their way between offices: lists, hand-over notes, receipt. */
export const paperRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/paper-hand-overs', { ...requires('papers.read'), schema: { operationId: 'listPaperHandOvers', tags: ['papers'], response: { 200: PaperHandOvers } } },
    async (request) => {
      const answer = await paperHandOvers(ctx, ctx.db, officerOf(request));
      return looked.atList(officerOf(request), { list: 'papers', answer, rows: [...answer.toSend.flatMap(({ dossiers }) => dossiers), ...answer.toReceive] });
    });

  app.post('/paper-hand-overs', { ...requires('dossier.hand-over-papers'), schema: { operationId: 'handOverPapers', tags: ['papers'], body: HandOverPapers, response: { 200: PapersHandedOver } } }, async (request) => {
    const { clientKey, items } = request.body;
    const { results } = await batch(items, ({ code, version }) => handOverPapers(ctx, { code, version, clientKey: `${clientKey}:${code}`, noteId: clientKey, actor: officerOf(request) }));
    const note = results.some(({ ok }) => ok) ? await findNote(ctx.db, clientKey) : undefined;
    const why = note === undefined ? null : await signedBehind(ctx, { actor: officerOf(request), id: note.id });
    return { note: note === undefined ? null : { id: note.id, number: note.number }, unsigned: why === null ? null : refusalProblem(why).title, results };
  });

  app.get('/paper-hand-overs/notes', { ...requires('papers.read'), schema: { operationId: 'listHandOverNotes', tags: ['papers'], response: { 200: HandOverNotes } } },
    (request) => handOverNotes(ctx, ctx.db, officerOf(request)));

  app.post('/paper-hand-overs/:id/signature', { ...requires('papers.sign'), schema: { operationId: 'signHandOverNote', tags: ['papers'], params: z.object({ id: z.uuid() }), response: { 201: HandOverSigned, 403: Problem, 404: Problem, 409: Problem, 507: Problem } } }, async (request, reply) => {
    const signed = await signHandOver(ctx, { actor: officerOf(request), id: request.params.id });
    return signed.ok ? reply.code(201).send({ side: signed.value }) : refused(reply, signed.error);
  });

  app.get('/paper-hand-overs/:id/printed', { ...requires('papers.read'), schema: { operationId: 'printHandOverNote', tags: ['papers'], params: z.object({ id: z.uuid() }) } }, async (request, reply) => {
    const pdf = await printHandOverNote(ctx, ctx.db, { officer: officerOf(request), id: request.params.id });
    if (pdf === null) return refused(reply, { code: 'dossier-unknown' });
    await looked.atList(officerOf(request), { list: 'papers', answer: pdf, rows: await dossiersOnNote(ctx.db, request.params.id) });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader('phieu-ban-giao.pdf').replace(/^attachment/u, 'inline')).send(Buffer.from(pdf));
  });

  app.post('/dossiers/:code/papers-received', { ...requires('dossier.confirm-papers'), schema: { operationId: 'confirmPapers', tags: ['papers'], params: DossierPath, body: ConfirmPapers, response: actResponses } },
    async (request, reply) => sent(reply, await thenSigned(ctx, { actor: officerOf(request), code: request.params.code }, () => confirmPapers(ctx, { ...request.params, ...request.body, actor: officerOf(request) }))));

  app.post('/dossiers/:code/papers-returned', { ...requires('dossier.return-papers'), schema: { operationId: 'returnPapers', tags: ['papers'], params: DossierPath, body: ReturnPapers, response: actResponses } },
    async (request, reply) => sent(reply, await thenSigned(ctx, { actor: officerOf(request), code: request.params.code }, () => returnPapers(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body }))));
  done();
};
