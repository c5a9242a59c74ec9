// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import { procedureOn } from '@motcua/catalogue';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Officer, officeDay, refuse } from '@motcua/kernel';
import { z } from 'zod';
import { addToScan, arrangePages, digitise } from '../commands/digitise.ts';
import { digitiseWorking } from '../commands/digitise-working.ts';
import type { DossierContext } from '../context.ts';
import { Digitised, DigitisingDuties, DigitisingFigures, NewScan, Scan, ScanOrder } from '../contract/digitising.ts';
import { MoneyQuery, MoneyTaken } from '../contract/money.ts';
import { WorkingPaperDigitised } from '../contract/working-papers.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import { isAbout } from '../lifecycle/working-papers.ts';
import { mayDo } from '../permissions.ts';
import { beginScan, findScan } from '../store/scans.ts';
import { readable } from '../views/one.ts';
import { scanView } from '../views/scans.ts';
import { digitisingFigures } from '../views/digitising-figures.ts';
import { moneyTaken } from '../views/money-taken.ts';
import { digitisingDuties } from '../views/to-digitise.ts';
import { identityPapers } from '../views/identity-papers.ts';
import { DossierPath, actResponses, questionResponses, refused, sent } from './answer.ts';
import { PictureSize, sendScanPicture } from './scan-picture.ts';
import { readerOf } from './send-document.ts';

const ScanPath = DossierPath.extend({ id: z.uuid() });
const mostBytes = 60 * 1024 * 1024;

/** The dossier, for who may digitise its papers at this place; a reader of it may not look at pages that are still being compared. */
async function digitisable(ctx: DossierContext, officer: Officer, code: string): ReturnType<typeof readable> {
  const found = await readable(ctx.db, officer, code);
  return !found.ok || mayDo(officer, 'digitise', { dossier: found.value.dossier }) ? found : refuse({ code: 'not-permitted', act: 'digitise' });
}

/** Số hóa: pages from a scanner or a telephone, compared by the officer, then signed. */
export const digitisingRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.post('/dossiers/:code/scans', { ...requires('dossier.digitise'), schema: { operationId: 'beginScan', tags: ['papers'], params: DossierPath, body: NewScan, response: { 201: z.object({ id: z.uuid() }), 422: Problem, ...questionResponses } } },
    async (request, reply) => {
      const found = await digitisable(ctx, officerOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const { dossier } = found.value;
      const of = request.body;
      const begun = async () => reply.code(201).send({ id: await beginScan(ctx.db, { dossierId: dossier.id, of, byId: officerOf(request).id, at: ctx.clock.now() }) });
      if ('working' in of) return isAbout(dossier, of.working) ? begun() : refused(reply, { code: 'fields-to-mend', fields: [{ path: 'working', label: 'Giấy', text: 'Hồ sơ chưa tiếp nhận, hoặc không có lần lấy ý kiến, lần xác minh này.' }] });
      const paper = dossier.papers.find(({ no }) => no === of.paperNo);
      if (paper !== undefined && isSecret(dossier, paper.no)) return refused(reply, { code: 'secret-paper', name: paper.name });
      if (paper === undefined) return refused(reply, { code: 'fields-to-mend', fields: [{ path: 'paperNo', label: 'Giấy tờ', text: 'Hồ sơ không có giấy với số này.' }] });
      return begun();
    });

  app.post('/dossiers/:code/scans/:id/pages', { ...requires('dossier.digitise'), schema: { operationId: 'addScanPages', tags: ['papers'], params: ScanPath, response: { 201: Scan, 409: Problem, 413: Problem, 422: Problem, 507: Problem, ...questionResponses } } },
    async (request, reply) => {
      const officer = officerOf(request);
      const found = await digitisable(ctx, officer, request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const { dossier } = found.value;
      const scan = await findScan(ctx.db, dossier.id, request.params.id);
      const part = await request.file();
      if (scan === undefined) return refused(reply, { code: 'scan-unknown' });
      if (part === undefined) return reply.code(422).send(problem({ status: 422, code: 'upload-empty', title: 'Chưa chọn tệp nào.', errors: [{ path: 'file', text: 'Chọn ảnh JPG, PNG, TIFF hoặc PDF từ máy quét.' }] }));
      const staged = await ctx.files.stage(part.file, mostBytes);
      part.file.resume();
      if (staged.outcome === 'too-large') return reply.code(413).send(problem({ status: 413, code: 'upload-too-large', title: 'Tệp quét nặng hơn 60 MB.', errors: [{ path: 'file', text: 'Quét ở 200–300 dpi hoặc tách thành nhiều tệp.' }] }));
      if (staged.outcome !== 'staged') return refused(reply, { code: staged.outcome === 'full' ? 'storage-full' : 'scan-unreadable' });
      const added = await addToScan(ctx, ctx.db, { scan, path: staged.file.path, officer }).finally(() => staged.file.discard());
      if (!added.ok) return refused(reply, added.error);
      const now = await findScan(ctx.db, dossier.id, scan.id);
      return reply.code(201).send(await scanView(ctx.db, dossier, now ?? scan, ctx.clock.now()));
    });

  app.put('/dossiers/:code/scans/:id/order', { ...requires('dossier.digitise'), schema: { operationId: 'arrangeScanPages', tags: ['papers'], params: ScanPath, body: ScanOrder, response: { 200: Scan, 422: Problem, ...questionResponses } } },
    async (request, reply) => {
      const found = await digitisable(ctx, officerOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const { dossier } = found.value;
      const scan = await findScan(ctx.db, dossier.id, request.params.id);
      if (scan === undefined) return refused(reply, { code: 'scan-unknown' });
      const arranged = await arrangePages(ctx.db, scan, request.body.pages);
      return arranged.ok ? scanView(ctx.db, dossier, await findScan(ctx.db, dossier.id, scan.id) ?? scan, ctx.clock.now()) : refused(reply, arranged.error);
    });

  app.get('/dossiers/:code/scans/:id/pages/:page', { ...requires('dossier.digitise'), schema: { operationId: 'scanPage', tags: ['papers'], params: ScanPath.extend({ page: z.coerce.number().int().min(1).max(999) }), querystring: PictureSize } },
    async (request, reply) => {
      const found = await digitisable(ctx, officerOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const { dossier } = found.value;
      const scan = await findScan(ctx.db, dossier.id, request.params.id);
      const by = readerOf(officerOf(request), dossier);
      if (scan === undefined || by === null) return refused(reply, { code: 'scan-unknown' });
      const paper = dossier.papers.find(({ no }) => no === scan.paperNo);
      const isIdentity = paper !== undefined && (await identityPapers(ctx.db, dossier, officeDay(ctx.clock.now()).toString()))(paper.name);
      const byNumber = scan.pages.toSorted((one, other) => one.no - other.no);
      return sendScanPicture(ctx, reply, { by, pages: byNumber.map(({ documentId }) => documentId), no: byNumber.findIndex(({ no }) => no === request.params.page) + 1, width: request.query.width, only: isIdentity ? `Chỉ dùng cho hồ sơ ${dossier.code}` : null });
    });

  app.get('/dossiers/:code/scans/:id', { ...requires('dossier.digitise'), schema: { operationId: 'findScan', tags: ['papers'], params: ScanPath, response: { 200: Scan, ...questionResponses } } },
    async (request, reply) => {
      const found = await digitisable(ctx, officerOf(request), request.params.code);
      if (!found.ok) return refused(reply, found.error);
      const scan = await findScan(ctx.db, found.value.dossier.id, request.params.id);
      return scan === undefined ? refused(reply, { code: 'scan-unknown' }) : scanView(ctx.db, found.value.dossier, scan, ctx.clock.now());
    });

  app.get('/procedures/:code/digitising', { ...requires('digitising.read'), schema: { operationId: 'digitisingDuties', tags: ['papers'], params: z.object({ code: z.string().max(60) }), response: { 200: DigitisingDuties, ...questionResponses } } },
    async (request, reply) => {
      const at = ctx.clock.now();
      const published = await procedureOn(ctx.db, request.params.code, officeDay(at).toString());
      if (published === undefined) return refused(reply, { code: 'procedure-unknown', procedure: request.params.code });
      const dutyFor = await digitisingDuties(ctx, ctx.db, { procedure: request.params.code, parts: [], at });
      const names = [...new Set(published.procedure.papers.flatMap(({ papers }) => papers.map(({ name }) => name)))];
      return { papers: names.map((name) => ({ name, ...dutyFor(name) })).filter((paper) => paper.class !== 'on-request') };
    });

  app.get('/figures/digitising', { ...requires('digitising.read'), schema: { operationId: 'digitisingFigures', tags: ['figures'], response: { 200: DigitisingFigures } } }, (request) => digitisingFigures(ctx, ctx.db, officerOf(request)));

  app.post('/dossiers/:code/digitised', { ...requires('dossier.digitise'), schema: { operationId: 'digitise', tags: ['papers'], params: DossierPath, body: Digitised, response: actResponses } },
    async (request, reply) => sent(reply, await digitise(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.get('/figures/money', { ...requires('money.read'), schema: { operationId: 'moneyTaken', tags: ['figures'], querystring: MoneyQuery, response: { 200: MoneyTaken, 422: Problem, ...questionResponses } } },
    async (request, reply) => {
      const taken = await moneyTaken(ctx.db, { officer: officerOf(request), ...request.query });
      return taken.ok ? taken.value : refused(reply, taken.error);
    });

  app.post('/dossiers/:code/working-papers', { ...requires('dossier.digitise'), schema: { operationId: 'digitiseWorkingPaper', tags: ['papers'], params: DossierPath, body: WorkingPaperDigitised, response: actResponses } },
    async (request, reply) => sent(reply, await digitiseWorking(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
