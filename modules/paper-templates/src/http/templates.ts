// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type {} from '@fastify/multipart';
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Clock, cleanText } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DataDictionary, TemplateList, UploadedTemplate } from '../contract.ts';
import { largestDocx, openDocx } from '../docx/open.ts';
import { findFile, keepFile, listTemplates } from '../store/templates.ts';
import { sampleData } from '../template/data.ts';
import { dictionaryOf } from '../template/dictionary/of-paper.ts';
import { paperKinds } from '../template/papers.ts';
import { eformFieldsOf } from '../template/eform-fields.ts';
import { fillDocx, inspectTemplate, printTemplate, templateLines } from '../template/fill.ts';
import { starterOf } from '../template/starter-letter.ts';

const FilePath = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), kind: z.enum(['pdf', 'docx', 'original']) });
const PaperQuery = z.object({ paper: z.enum(paperKinds).default('result') });
const OfQuery = PaperQuery.extend({ eform: z.string().max(80).optional() });
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const sendFile = (reply: FastifyReply, bytes: Uint8Array, { type, name, shown }: { readonly type: string; readonly name: string; readonly shown: 'inline' | 'attachment' }): FastifyReply =>
  reply.header('content-type', type).header('content-disposition', `${shown}; filename="${name}"`).send(Buffer.from(bytes));
const refusedFile = (reply: FastifyReply, texts: readonly string[]): FastifyReply =>
  reply.code(422).type('application/problem+json').send(problem({ status: 422, code: 'template-refused', title: 'Chưa nhận tệp này.', errors: texts.slice(0, 50).map((text) => ({ path: 'file', text })) }));
const unknownFile = (reply: FastifyReply): FastifyReply =>
  reply.code(404).type('application/problem+json').send(problem({ status: 404, code: 'template-file-unknown', title: 'Không có tệp mẫu này.', detail: 'Tải lại tệp Word của mẫu.' }));

type Parts = { readonly db: Db; readonly clock: Clock };

/** Mẫu giấy: the list, the dictionary, a file to begin from, taking a Word file in, and a sample of what it prints. */
export const templateRoutes = ({ db, clock }: Parts): RoutePlugin => (app, _options, done) => {
  app.get('/paper-templates', { ...requires('paper-template.read'), schema: { operationId: 'listPaperTemplates', tags: ['papers'], response: { 200: TemplateList } } }, async () => {
    const all = await listTemplates(db);
    const newest = all.filter(({ key, version }) => !all.some((other) => other.key === key && other.version > version));
    return { templates: newest.map((one) => ({ ...one, procedures: [...one.procedures], versions: all.filter(({ key }) => key === one.key).map(({ version, validFrom, decision }) => ({ version, validFrom, decision: decision.number })) })) };
  });

  app.get('/paper-template-fields', { ...requires('paper-template.read'), schema: { operationId: 'readDataDictionary', tags: ['papers'], querystring: OfQuery, response: { 200: DataDictionary } } }, async ({ query }) => ({
    fields: dictionaryOf(query.paper).map(({ name, means, sample, kind, within }) => ({ name, means, sample, kind, within: within ?? null })),
    answers: (await eformFieldsOf(db, query.eform ?? null)).map(({ name, label, value }) => ({ name, means: label, sample: value })),
  }));

  app.get('/paper-template-starter', { ...requires('paper-template.read'), schema: { operationId: 'beginPaperTemplate', tags: ['papers'], querystring: PaperQuery } }, ({ query }, reply) =>
    sendFile(reply, starterOf(query.paper), { type: docxType, name: `mau-${query.paper}.docx`, shown: 'attachment' }));

  app.post('/paper-template-files', { ...requires('paper-template.write'), schema: { operationId: 'uploadPaperTemplate', tags: ['papers'], response: { 201: UploadedTemplate, 422: Problem } } }, async (request, reply) => {
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: largestDocx + 1 } }) : undefined;
    if (part === undefined) return refusedFile(reply, ['Chưa chọn tệp nào. Chọn một tệp Word .docx.']);
    const bytes = new Uint8Array(await part.toBuffer().catch(() => new Uint8Array(largestDocx + 1)));
    const opened = openDocx(bytes);
    if (!opened.ok) return refusedFile(reply, opened.issues.map(({ place, text }) => `${place}: ${text}`));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = cleanText(part.filename).slice(0, 200) || 'mau.docx';
    await keepFile(db, { sha256, name, bytes, by: officerOf(request).id, at: clock.now() });
    const { names, paper } = inspectTemplate(bytes, { paper: 'result', answers: [] });
    return reply.code(201).send({ sha256, name, size: bytes.length, fields: [...names], lines: paper === null ? [] : [...templateLines(paper)] });
  });

  app.get('/paper-template-files/:sha256/:kind', { ...requires('paper-template.read'), schema: { operationId: 'readPaperTemplateFile', tags: ['papers'], params: FilePath, querystring: OfQuery } }, async (request, reply) => {
    const { sha256, kind } = request.params;
    const bytes = await findFile(db, sha256);
    if (bytes === undefined) return unknownFile(reply);
    if (kind === 'original') return sendFile(reply, bytes, { type: docxType, name: 'mau-giay.docx', shown: 'attachment' });
    const fields = await eformFieldsOf(db, request.query.eform ?? null);
    const { paper } = request.query;
    const blocking = inspectTemplate(bytes, { paper, answers: fields.map(({ name }) => name) }).issues.filter(({ blocks }) => blocks);
    if (blocking.length > 0) return refusedFile(reply, blocking.map(({ place, text }) => `${place}: ${text}`));
    if (kind === 'docx') return sendFile(reply, await fillDocx(bytes, sampleData(paper, fields)), { type: docxType, name: 'mau-dien-san.docx', shown: 'attachment' });
    const { pdf } = await printTemplate(bytes, sampleData(paper, fields), { title: 'Bản in thử mẫu giấy', author: 'Một Cửa', verifyUrl: 'https://vi-du.vn/x/mau', demonstration: false, mark: 'MẪU', at: clock.now() });
    return sendFile(reply, pdf, { type: 'application/pdf', name: 'mau-in-thu.pdf', shown: 'inline' });
  });
  done();
};
