// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { Problem, type RoutePlugin, actorOf, officerOf, requires } from '@motcua/http-kit';
import type { Officer } from '@motcua/kernel';
import { z } from 'zod';
import { approve } from '../commands/decide.ts';
import { completeStep } from '../commands/handle.ts';
import type { DossierContext } from '../context.ts';
import { BatchDone, BatchForward, DossierPage, DossierQuery, DraftForms, Figures, Forecast, ForecastAsked, KnownPerson, OfficerDossier, StepOfficers, WorkCounts, WorkQuery } from '../contract.ts';
import { printCheckMinutes } from '../papers/check-minutes.ts';
import { hasOwnTemplate, printDraft } from '../papers/result.ts';
import { figuresToday } from '../views/figures.ts';
import { forecastOf } from '../views/forecast.ts';
import { openDossiersOf, searchDossiers, workCounts, workOf } from '../views/lists.ts';
import { officerDossier, readable } from '../views/one.ts';
import { knownPerson } from '../views/person.ts';
import { stepOfficers } from '../views/step-officers.ts';
import { DossierPath, forecastResponses, questionResponses, refused, sentPdf } from './answer.ts';
import { batch, batchKey } from './batch.ts';
import { lookedLog } from './looked.ts';
import { PrintedPath, sendPrinted } from './send-printed.ts';

/** What officers ask. */
export const officerViewRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const of = (request: Parameters<typeof officerOf>[0]): Officer => officerOf(request);
  const looked = lookedLog(ctx);

  app.get('/work', { ...requires('work.read'), schema: { operationId: 'listWork', tags: ['work'], querystring: WorkQuery, response: { 200: DossierPage } } },
    async (request) => {
      const answer = await workOf(ctx, ctx.db, of(request), request.query);
      return looked.atList(of(request), { list: 'work', answer, rows: answer.dossiers });
    });

  app.get('/work/counts', { ...requires('work.read'), schema: { operationId: 'countWork', tags: ['work'], response: { 200: WorkCounts } } },
    async (request) => ({ counts: { ...await workCounts(ctx, ctx.db, of(request)) }, asOf: ctx.clock.now().toString() }));

  app.get('/dossiers', { ...requires('dossier.search'), schema: { operationId: 'searchDossiers', tags: ['dossiers'], querystring: DossierQuery, response: { 200: DossierPage } } },
    async (request) => {
      const answer = await searchDossiers(ctx, ctx.db, of(request), request.query);
      return looked.atList(of(request), { list: 'search', answer, rows: answer.dossiers });
    });

  app.get('/dossiers/:code', { ...requires('dossier.read'), schema: { operationId: 'getDossier', tags: ['dossiers'], params: DossierPath, response: { 200: OfficerDossier, ...questionResponses } } },
    async (request, reply) => {
      const found = await officerDossier(ctx, ctx.db, actorOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      await looked.atDossier(actorOf(request), found.value);
      return reply.send(found.value);
    });

  app.get('/dossiers/:code/forecast', { ...requires('dossier.read'), schema: { operationId: 'forecast', tags: ['dossiers'], params: DossierPath, querystring: ForecastAsked, response: { 200: Forecast, ...forecastResponses } } },
    async (request, reply) => {
      const then = await forecastOf(ctx, ctx.db, { actor: actorOf(request), ...request.params, ...request.query });
      return then.ok ? then.value : refused(reply, then.error);
    });

  app.get('/dossiers/:code/printed/:paper', { ...requires('dossier.read'), schema: { operationId: 'printPaper', tags: ['papers'], params: PrintedPath } },
    (request, reply) => sendPrinted(ctx, reply, { actor: actorOf(request), ...request.params, looked }));

  app.get('/dossiers/:code/draft', { ...requires('dossier.read'), schema: { operationId: 'draftForms', tags: ['papers'], params: DossierPath, response: { 200: DraftForms, ...questionResponses } } },
    async (request, reply) => {
      const found = await readable(ctx.db, of(request), request.params.code);
      return found.ok ? { word: await hasOwnTemplate(ctx.db, found.value.dossier) } : refused(reply, found.error);
    });

  app.get('/dossiers/:code/draft/:kind', { ...requires('dossier.read'), schema: { operationId: 'printDraft', tags: ['papers'], params: DossierPath.extend({ kind: z.enum(['pdf', 'docx']) }) } },
    async (request, reply) => {
      const { code, kind } = request.params;
      const found = await readable(ctx.db, of(request), code);
      if (!found.ok) return refused(reply, found.error);
      const { dossier } = found.value;
      await looked.atDossier(of(request), dossier);
      const bytes = await printDraft(ctx, ctx.db, { dossier, kind });
      if (bytes === null || kind === 'pdf') return sentPdf(reply, bytes, `du-thao-${dossier.code}.pdf`);
      return reply.header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document').header('content-disposition', attachmentHeader(`du-thao-${dossier.code}.docx`)).send(Buffer.from(bytes));
    });

  app.get('/dossiers/:code/checks/:id/printed', { ...requires('dossier.read'), schema: { operationId: 'printCheckMinutes', tags: ['papers'], params: DossierPath.extend({ id: z.uuid() }) } },
    async (request, reply) => {
      const found = await readable(ctx.db, of(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      await looked.atDossier(of(request), found.value.dossier);
      return sentPdf(reply, await printCheckMinutes(ctx, ctx.db, { dossier: found.value.dossier, id: request.params.id }), `bien-ban-${found.value.dossier.code}.pdf`);
    });

  app.get('/dossiers/:code/steps/:task/officers', {
    ...requires('dossier.assign'), schema: { operationId: 'officersForStep', tags: ['dossiers'], params: DossierPath.extend({ task: z.string().max(60) }), response: { 200: StepOfficers, 403: Problem, 409: Problem, ...questionResponses } },
  }, async (request, reply) => {
    const found = await stepOfficers(ctx, ctx.db, { actor: of(request), code: request.params.code, taskId: request.params.task });
    return found.ok ? found.value : refused(reply, found.error);
  });

  app.post('/batch/forward', { ...requires('dossier.complete-step'), schema: { operationId: 'forwardMany', tags: ['dossiers'], body: BatchForward, response: { 200: BatchDone } } },
    (request) => batch(request.body.items, (item) => completeStep(ctx, {
      ...item, clientKey: batchKey(request.body.clientKey, item), actor: of(request), body: { opinion: request.body.opinion, draft: null, variables: {} },
    })));

  app.post('/batch/approval', { ...requires('dossier.approve'), schema: { operationId: 'approveMany', tags: ['dossiers'], body: BatchForward, response: { 200: BatchDone } } },
    (request) => batch(request.body.items, (item) => approve(ctx, { ...item, clientKey: batchKey(request.body.clientKey, item), actor: of(request), body: { opinion: request.body.opinion } })));

  app.get('/figures/today', { ...requires('figures.read'), schema: { operationId: 'figuresToday', tags: ['figures'], response: { 200: Figures } } },
    async (request) => {
      const answer = await figuresToday(ctx, ctx.db, of(request));
      return looked.atList(of(request), { list: 'figures', answer, rows: answer.breaksTomorrow });
    });

  app.get('/persons/:personalId', {
    ...requires('person.read'), schema: { operationId: 'findPerson', tags: ['counter'], params: z.object({ personalId: z.string().regex(/^[\d-]{10,14}$/u) }), response: { 200: KnownPerson } },
  }, async (request) => {
    const person = await knownPerson(ctx.db, { officer: of(request), ...request.params });
    const open = (await openDossiersOf(ctx, ctx.db, { officer: of(request), ...request.params })).dossiers;
    if (person !== null || open.length > 0) await looked.atPerson(of(request), request.params.personalId, { subject: 'person', purpose: 'intake' });
    return { person, open };
  });

  done();
};
