// SPDX-License-Identifier: EUPL-1.2
import { readDmn, writeDmn } from '@motcua/decisions';
import { Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { Guide, Subject, guideOfTables, guideTable, guideTableNames } from '../guide-model.ts';

const tags = ['catalogue'];

/** The tables of «Tôi cần giấy gì» as a .dmn file: read into a guide, written from one. Nothing is stored. */
export const guideFileRoutes = (): RoutePlugin => (app, _options, done) => {
  app.post('/catalogue/guide-files/readings', { ...requires('proposal.write'), schema: { operationId: 'readGuideFile', tags, body: z.object({ subject: Subject, xml: z.string().max(2_000_000) }), response: { 200: Guide, 422: Problem } } },
    async (request, reply) => {
      const tables = await readDmn(request.body.xml);
      if (tables.ok) return guideOfTables(request.body.subject, tables.value);
      return reply.code(422).send(problem({ status: 422, code: 'guide-file-unreadable', title: 'Chưa đọc được tệp DMN.', detail: tables.error, errors: [{ path: 'xml', text: tables.error }] }));
    });

  app.post('/catalogue/guide-files', { ...requires('proposal.write'), schema: { operationId: 'writeGuideFile', tags, body: Guide, response: { 200: z.object({ xml: z.string() }) } } },
    async ({ body }) => ({ xml: await writeDmn(guideTableNames.map((name) => guideTable(body, name)), { id: 'toi_can_giay_gi', name: body.subject.name }) }));
  done();
};
