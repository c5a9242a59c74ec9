// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import { acceptUpload } from '@motcua/documents';
import { Problem, type RoutePlugin, actorOf, citizenOf, problem, requires } from '@motcua/http-kit';
import { ok, refuse, type Result } from '@motcua/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { adviseDraftFile, adviseFile, declaredOf } from '../commands/advise-file.ts';
import { attachToDraft, beginDraft, draftsOf, fileDraft, findDraft, removeDraft, saveDraft } from '../commands/draft.ts';
import { withdraw } from '../commands/endings.ts';
import { supplement } from '../commands/supplement.ts';
import type { DossierContext } from '../context.ts';
import { DossierPage, Draft, DraftFile, DraftList, DraftSaved, FileAdvice, FilingStart, Forecast, ForecastAsked, NewDraft, Openings, OwnDossier, PublicStanding, SaveDraft, Submission, Submitted, SupplementAnswer, WaitingFiles, Withdrawal } from '../contract.ts';
import { filingStart } from '../views/filing-start.ts';
import { dossiersOfOwner } from '../views/lists.ts';
import { openingsOfDossier } from '../views/openings.ts';
import { forecastOf } from '../views/forecast.ts';
import { ownDossier, publicStanding, readable } from '../views/one.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import { DossierPath, actResponses, forecastResponses, questionResponses, refused, sent } from './answer.ts';
import { handedIn, paperOfHandedIn, refOfItem, refOfPaper } from './handed-in.ts';
import { PrintedPath, sendPrinted } from './send-printed.ts';
import { sendDocument } from './send-document.ts';

const DraftPath = z.object({ id: z.uuid() });
const PaperQuery = z.object({ paperNo: z.coerce.number().int().min(1).max(999) });
const SupplementQuery = z.object({ paperNo: z.coerce.number().int().min(0).max(999).describe('0 for a file that answers no single paper'), item: z.coerce.number().int().min(1).max(50).optional().describe('number of the item of the request it answers') });
const uploadResponses = { 201: DraftFile, 404: Problem, 409: Problem, 413: Problem, 422: Problem, 507: Problem };

const uploadStatus: Readonly<Record<string, 413 | 507>> = { 'storage-full': 507, 'storage-unreachable': 507, 'upload-too-large': 413 };

type NotTaken = { readonly status: 413 | 422 | 507; readonly code: string; readonly title: string; readonly text: string };

/** Takes one file of a multipart request in; judged by its content, never by its name. */
async function uploaded(ctx: DossierContext, request: FastifyRequest, asked: { readonly ownerKind: string; readonly ownerRef: string; readonly paperNo: number; readonly by: string }): Promise<Result<z.infer<typeof DraftFile>, NotTaken>> {
  const part = await request.file();
  if (part === undefined) return refuse({ status: 422, code: 'upload-empty', title: 'Chưa chọn tệp nào.', text: 'Chọn một tệp PDF hoặc ảnh JPG, PNG.' });
  const taken = await acceptUpload(ctx.db, ctx.files, {
    content: part.file, name: part.filename, declaredType: part.mimetype, purpose: 'component', by: asked.by, at: ctx.clock.now(), ownerKind: asked.ownerKind, ownerRef: asked.ownerRef,
  });
  part.file.resume();
  if (!taken.ok) return refuse({ status: uploadStatus[taken.error.code] ?? 422, code: taken.error.code, title: taken.error.text, text: taken.error.text });
  const { id, name, size, mediaType } = taken.value;
  return ok({ id, paperNo: asked.paperNo, name, size, mediaType });
}

const notTaken = (reply: FastifyReply, { status, code, title, text }: NotTaken): FastifyReply => reply.code(status).send(problem({ status, code, title, errors: [{ path: 'file', text }] }));

/** What a citizen asks and does: finding, filing, following. */
export const citizenRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  // Open to anybody: slow enough that nobody counts the dossiers of a province by trying codes.
  app.get('/public/dossiers/:code', { config: { act: 'dossier.standing', rateLimit: { max: 30, timeWindow: '1 minute' } }, schema: { operationId: 'publicStanding', tags: ['public'], params: DossierPath, response: { 200: PublicStanding, ...questionResponses } } },
    async (request, reply) => {
      const standing = await publicStanding(ctx, ctx.db, request.params.code);
      return standing ?? refused(reply, { code: 'dossier-unknown' });
    });

  app.get('/filing/:procedure', {
    ...requires('procedure.read'), schema: { operationId: 'startFiling', tags: ['filing'], params: z.object({ procedure: z.string().max(60) }), querystring: z.object({ agency: z.string().max(40).optional() }), response: { 200: FilingStart, ...questionResponses } },
  }, async (request, reply) => {
    const start = await filingStart(ctx, ctx.db, { procedure: request.params.procedure, agency: request.query.agency });
    return start.ok ? start.value : refused(reply, start.error);
  });

  app.get('/drafts', { ...requires('draft.own'), schema: { operationId: 'listDrafts', tags: ['filing'], response: { 200: DraftList } } }, async (request) => ({ drafts: [...await draftsOf(ctx.db, citizenOf(request))] }));

  app.post('/drafts', { ...requires('draft.own'), schema: { operationId: 'beginDraft', tags: ['filing'], body: NewDraft, response: { 201: DraftSaved, ...questionResponses } } },
    async (request, reply) => {
      const saved = await beginDraft(ctx, citizenOf(request), request.body);
      return saved.ok ? reply.code(201).send(saved.value) : refused(reply, saved.error);
    });

  app.get('/drafts/:id', { ...requires('draft.own'), schema: { operationId: 'getDraft', tags: ['filing'], params: DraftPath, response: { 200: Draft, ...questionResponses } } },
    async (request, reply) => await findDraft(ctx.db, citizenOf(request), request.params.id) ?? refused(reply, { code: 'dossier-unknown' }));

  app.put('/drafts/:id', { ...requires('draft.own'), schema: { operationId: 'saveDraft', tags: ['filing'], params: DraftPath, body: SaveDraft, response: { 200: DraftSaved, 404: Problem, 409: Problem } } },
    async (request, reply) => {
      const saved = await saveDraft(ctx, citizenOf(request), { ...request.params, ...request.body });
      return saved.ok ? saved.value : refused(reply, saved.error);
    });

  app.delete('/drafts/:id', { ...requires('draft.own'), schema: { operationId: 'removeDraft', tags: ['filing'], params: DraftPath } },
    async (request, reply) => { await removeDraft(ctx.db, citizenOf(request), request.params.id); return reply.code(204).send(); });

  app.delete('/drafts/:id/files/:file', { ...requires('draft.own'), schema: { operationId: 'removeDraftFile', tags: ['filing'], params: DraftPath.extend({ file: z.uuid() }) } },
    async (request, reply) => { await removeDraft(ctx.db, citizenOf(request), request.params.id, request.params.file); return reply.code(204).send(); });

  app.post('/drafts/:id/files', { ...requires('draft.own'), schema: { operationId: 'attachToDraft', tags: ['filing'], params: DraftPath, querystring: PaperQuery, response: uploadResponses } },
    async (request, reply) => {
      const draft = await findDraft(ctx.db, citizenOf(request), request.params.id);
      if (draft === undefined) return refused(reply, { code: 'dossier-unknown' });
      const file = await uploaded(ctx, request, { ownerKind: 'draft', ownerRef: draft.id, paperNo: request.query.paperNo, by: citizenOf(request).name });
      if (!file.ok) return notTaken(reply, file.error);
      await attachToDraft(ctx.db, { draft: draft.id, document: file.value.id, paperNo: file.value.paperNo });
      return reply.code(201).send(file.value);
    });

  app.get('/drafts/:id/files/:file/advice', { ...requires('draft.own'), schema: { operationId: 'adviseOnFile', tags: ['filing'], params: DraftPath.extend({ file: z.uuid() }), response: { 200: FileAdvice, ...questionResponses } } },
    async (request, reply) => {
      const draft = await findDraft(ctx.db, citizenOf(request), request.params.id);
      const file = draft?.files.find(({ id }) => id === request.params.file);
      return draft === undefined || file === undefined ? refused(reply, { code: 'dossier-unknown' }) : adviseDraftFile(ctx, draft, file);
    });

  app.post('/drafts/:id/submission', { ...requires('dossier.submit'), schema: { operationId: 'fileDraft', tags: ['filing'], params: DraftPath, body: Submission, response: { 201: Submitted, 404: Problem, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const filed = await fileDraft(ctx, citizenOf(request), { ...request.params, ...request.body });
      if (!filed.ok) return refused(reply, filed.error);
      const found = await readable(ctx.db, actorOf(request), filed.value.code);
      return reply.code(201).send({ code: filed.value.code, submittedAt: found.ok ? found.value.dossier.submittedAt : ctx.clock.now().toString(), answerBy: found.ok ? found.value.dossier.answerBy : null });
    });

  app.get('/my/dossiers', { ...requires('dossier.own'), schema: { operationId: 'myDossiers', tags: ['my'], querystring: z.object({ after: z.string().max(400).optional() }), response: { 200: DossierPage } } },
    (request) => dossiersOfOwner(ctx, ctx.db, citizenOf(request).personalId, request.query.after));

  app.get('/my/dossiers/:code', { ...requires('dossier.own'), schema: { operationId: 'myDossier', tags: ['my'], params: DossierPath, response: { 200: OwnDossier, ...questionResponses } } },
    async (request, reply) => {
      const own = await ownDossier(ctx, ctx.db, actorOf(request), request.params.code);
      return own.ok ? own.value : refused(reply, own.error);
    });

  app.get('/my/dossiers/:code/forecast', { ...requires('dossier.own'), schema: { operationId: 'myForecast', tags: ['my'], params: DossierPath, querystring: ForecastAsked, response: { 200: Forecast, ...forecastResponses } } },
    async (request, reply) => {
      const then = await forecastOf(ctx, ctx.db, { actor: actorOf(request), ...request.params, ...request.query });
      return then.ok ? then.value : refused(reply, then.error);
    });

  app.get('/my/dossiers/:code/printed/:paper', { ...requires('dossier.own'), schema: { operationId: 'myPaper', tags: ['my'], params: PrintedPath } },
    (request, reply) => sendPrinted(ctx, reply, { actor: actorOf(request), ...request.params }));

  app.get('/my/dossiers/:code/documents/:id', { ...requires('dossier.own'), schema: { operationId: 'myDocument', tags: ['my'], params: DossierPath.extend({ id: z.uuid() }) } },
    (request, reply) => sendDocument(ctx, reply, { actor: actorOf(request), ...request.params, purpose: 'own' }));

  app.get('/my/dossiers/:code/openings', { ...requires('dossier.own'), schema: { operationId: 'myOpenings', tags: ['my'], params: DossierPath, response: { 200: Openings, ...questionResponses } } },
    async (request, reply) => {
      const found = await readable(ctx.db, actorOf(request), request.params.code);
      return found.ok ? openingsOfDossier(ctx.db, found.value.dossier) : refused(reply, found.error);
    });

  app.post('/my/dossiers/:code/files', { ...requires('dossier.own'), schema: { operationId: 'attachSupplement', tags: ['my'], params: DossierPath, querystring: SupplementQuery, response: uploadResponses } },
    async (request, reply) => {
      const found = await readable(ctx.db, actorOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      if (request.query.paperNo !== 0 && !found.value.dossier.papers.some(({ no }) => no === request.query.paperNo)) return refused(reply, { code: 'fields-to-mend', fields: [{ path: 'paperNo', label: 'Giấy tờ', text: 'Hồ sơ không có giấy với số này. Chọn giấy trong danh sách.' }] });
      const { item, paperNo } = request.query;
      const meant = item === undefined ? paperNo : found.value.dossier.supplement?.items[item - 1]?.paperNo ?? paperNo;
      const secret = isSecret(found.value.dossier, meant) ? found.value.dossier.papers.find(({ no }) => no === meant) : undefined;
      if (secret !== undefined) return refused(reply, { code: 'secret-paper', name: secret.name });
      const ownerRef = item === undefined ? refOfPaper(found.value.dossier, paperNo) : refOfItem(found.value.dossier, item);
      const file = await uploaded(ctx, request, { ownerKind: 'supplement', ownerRef, paperNo, by: citizenOf(request).name });
      return file.ok ? reply.code(201).send(file.value) : notTaken(reply, file.error);
    });

  app.get('/my/dossiers/:code/files', { ...requires('dossier.own'), schema: { operationId: 'waitingFiles', tags: ['my'], params: DossierPath, response: { 200: WaitingFiles, ...questionResponses } } },
    async (request, reply) => {
      const found = await readable(ctx.db, actorOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const { documents, ofItems } = await handedIn(ctx, found.value.dossier);
      return { files: [...[...ofItems].flatMap(([item, files]) => files.map((file) => ({ ...file, item }))), ...[...documents.values()].flat().map((file) => ({ ...file, item: null }))] };
    });

  app.get('/my/dossiers/:code/files/:file/advice', { ...requires('dossier.own'), schema: { operationId: 'adviseOnSupplement', tags: ['my'], params: DossierPath.extend({ file: z.uuid() }), response: { 200: FileAdvice, ...questionResponses } } },
    async (request, reply) => {
      const found = await readable(ctx.db, actorOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const { dossier } = found.value;
      const paperNo = await paperOfHandedIn(ctx, dossier, request.params.file);
      if (paperNo === undefined) return refused(reply, { code: 'dossier-unknown' });
      return adviseFile(ctx, { file: request.params.file, procedure: dossier.procedure.code, component: dossier.papers.find(({ no }) => no === paperNo)?.name ?? '', applicant: dossier.applicant, declared: declaredOf(dossier) });
    });

  app.post('/my/dossiers/:code/supplements', { ...requires('dossier.own'), schema: { operationId: 'supplement', tags: ['my'], params: DossierPath, body: SupplementAnswer, response: actResponses } },
    async (request, reply) => {
      const found = await readable(ctx.db, actorOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const handed = await handedIn(ctx, found.value.dossier);
      return sent(reply, await supplement(ctx, { ...request.params, ...request.body, actor: actorOf(request), body: { ...request.body, ...handed } }));
    });

  app.post('/my/dossiers/:code/withdrawal', { ...requires('dossier.own'), schema: { operationId: 'withdrawOwn', tags: ['my'], params: DossierPath, body: Withdrawal, response: actResponses } },
    async (request, reply) => sent(reply, await withdraw(ctx, { ...request.params, ...request.body, actor: actorOf(request), body: request.body })));

  done();
};
