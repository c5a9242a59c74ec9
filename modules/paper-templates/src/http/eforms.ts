// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { eformFigures, getEform, listEformVersions, readEform } from '@motcua/eforms';
import { Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { EformList, EformTrial } from '../contract.ts';
import { printEform } from '../eform-paper/print.ts';

const PaperPath = z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/u), version: z.coerce.number().int().min(1).max(100_000), kind: z.enum(['blank', 'sample']) });
const words = { blank: 'mau-trong', sample: 'mau-dien-san' } as const;

const unknown = (reply: FastifyReply): FastifyReply =>
  reply.code(404).type('application/problem+json').send(problem({ status: 404, code: 'eform-unknown', title: 'Không có tờ khai hoặc bản này.', detail: 'Mở lại từ trang thủ tục.' }));
const sendPdf = (reply: FastifyReply, pdf: Uint8Array, name: string): FastifyReply =>
  reply.header('content-type', 'application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`).send(Buffer.from(pdf));

/** The e-forms as papers, and the list of them for who writes them. */
export const eformRoutes = ({ db }: { readonly db: Db }): RoutePlugin => (app, _options, done) => {
  app.get('/eforms', { ...requires('eform.read'), schema: { operationId: 'listEforms', tags: ['eforms'], response: { 200: EformList } } }, async () => {
    const versions = await listEformVersions(db);
    const newest = versions.filter(({ key, version }) => !versions.some((other) => other.key === key && other.version > version));
    return {
      eforms: newest.map(({ key, version, definition }) => ({
        key, title: definition.title, version, ...eformFigures(definition),
        versions: versions.filter((one) => one.key === key).map(({ version: number, publishedAt, validFrom, decision }) => ({ version: number, publishedAt, validFrom, decision })),
      })),
    };
  });

  app.get('/eforms/:key/:version/:kind', { ...requires('eform.print'), schema: { operationId: 'printEform', tags: ['eforms'], params: PaperPath } }, async (request, reply) => {
    const { key, version, kind } = request.params;
    const definition = await getEform(db, key, version);
    if (definition === undefined) return unknown(reply);
    return sendPdf(reply.header('cache-control', 'public, max-age=86400'), await printEform(definition, kind), `${key}-${words[kind]}`);
  });

  app.post('/eform-papers', { ...requires('eform.try'), schema: { operationId: 'tryEformPaper', tags: ['eforms'], body: EformTrial, response: { 422: Problem } } }, async (request, reply) => {
    const definition = readEform(request.body.definition);
    if (definition === undefined) return reply.code(422).send(problem({ status: 422, code: 'eform-unreadable', title: 'Tờ khai đang soạn chưa in được.', detail: 'Sửa các chỗ báo lỗi rồi in thử lại.' }));
    return sendPdf(reply, await printEform(definition, request.body.kind), words[request.body.kind]);
  });
  done();
};
