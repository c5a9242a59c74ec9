// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader, openDocument } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { checkPackages } from '../commands/check.ts';
import { openArchived, openingOf } from '../commands/open.ts';
import { ArchiveChecks, ArchiveOpened, ArchiveOpening, ArchiveQuery, ArchivedDossiers, CheckDone, NewArchiveOpening, NewCheck } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { fileListPaper } from '../papers/batch-papers.ts';
import { printList } from '../papers/list-paper.ts';
import { reach, reaches } from '../permissions.ts';
import { archiveDb } from '../store/tables.ts';
import { archivedDossiers } from '../views/archived.ts';
import { checks } from '../views/checks.ts';
import { openingView } from '../views/opening.ts';
import { paper, refusedBy } from './answer.ts';

const tags = ['archive'];
const Path = z.object({ id: z.uuid() });
const faults = { 403: Problem, 404: Problem, 409: Problem, 422: Problem };

/** Khai thác và kiểm tra: finding an archived dossier, looking into it with a purpose, reading packages again. */
export const archivedRoutes = (ctx: ArchiveDesk): RoutePlugin => (app, _options, done) => {
  app.get('/archive/dossiers', { ...requires('archive.read'), schema: { operationId: 'findArchived', tags, querystring: ArchiveQuery, response: { 200: ArchivedDossiers } } },
    (request) => archivedDossiers(ctx, { ...request.query, officer: officerOf(request) }));

  app.post('/archive/openings', { ...requires('archive.open'), schema: { operationId: 'openArchived', tags, body: NewArchiveOpening, response: { 201: ArchiveOpened, ...faults } } }, async (request, reply) => {
    const { clientKey: key, ...asked } = request.body;
    const opened = await openArchived(ctx, { ...asked, key, officer: officerOf(request) });
    return opened.ok ? reply.code(201).send(opened.value) : refusedBy(reply, opened.error);
  });

  app.get('/archive/openings/:id', { ...requires('archive.open'), schema: { operationId: 'getArchiveOpening', tags, params: Path, response: { 200: ArchiveOpening, 404: Problem, 409: Problem } } }, async (request, reply) => {
    const shown = await openingView(ctx, { id: request.params.id, officer: officerOf(request) });
    return shown.ok ? shown.value : refusedBy(reply, shown.error);
  });

  app.get('/archive/openings/:id/printed', { ...requires('archive.open'), schema: { operationId: 'printFileList', tags, params: Path } }, async (request, reply) => {
    const officer = officerOf(request);
    const shown = await openingView(ctx, { id: request.params.id, officer });
    if (!shown.ok) return refusedBy(reply, shown.error);
    return paper(reply, `muc-luc-${shown.value.code}.pdf`, await printList(fileListPaper(shown.value, officer.name), { demonstration: ctx.demonstration, at: ctx.clock.now() }));
  });

  app.get('/archive/openings/:id/package', { ...requires('archive.open'), schema: { operationId: 'takeArchivePackage', tags, params: Path } }, async (request, reply) => {
    const officer = officerOf(request);
    const opening = await openingOf(ctx, { id: request.params.id, officer });
    const item = opening === undefined ? undefined : await archiveDb(ctx.db).selectFrom('archive.item').select('document_id').where('dossier_id', '=', opening.dossier).executeTakeFirst();
    if (opening === undefined || item === undefined) return refusedBy(reply, { code: 'archive-dossier-unknown', dossier: opening?.code ?? '' });
    const opened = await openDocument(ctx.db, ctx.files, { id: item.document_id, by: { kind: 'officer', ref: officer.id, name: officer.name, agency: officer.postings[0]?.agency ?? null }, purpose: opening.purpose, at: ctx.clock.now() });
    if (!opened.ok) return refusedBy(reply, { code: 'archive-dossier-unknown', dossier: opening.code });
    return reply.header('content-type', 'application/zip').header('content-disposition', attachmentHeader(opened.value.name)).send(Buffer.from(opened.value.bytes));
  });

  app.get('/archive/checks', { ...requires('archive.read'), schema: { operationId: 'listArchiveChecks', tags, response: { 200: ArchiveChecks } } }, (request) => checks(ctx, officerOf(request)));

  app.post('/archive/checks', { ...requires('archive.check'), schema: { operationId: 'checkArchive', tags, body: NewCheck, response: { 201: CheckDone, ...faults } } }, async (request, reply) => {
    const officer = officerOf(request);
    const { agency, clientKey: key } = request.body;
    const scope = reach(officer, 'archive.check', ctx.province);
    if (agency === null ? scope !== null : !reaches(scope, agency)) return refusedBy(reply, { code: 'archive-not-yours' });
    return reply.code(201).send(await checkPackages(ctx, { key, agency, officer }));
  });
  done();
};
