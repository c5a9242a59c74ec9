// SPDX-License-Identifier: EUPL-1.2
import { readDmn, writeDmn } from '@motcua/decisions';
import { Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { Guide, Subject, guideOfTables, guideTable, guideTableNames } from '../guide-model.ts';

const tags = ['catalogue'];

/** What was wrong with a file, in Vietnamese: what the parser says of it is English and is left out. */
export const dmnFaultWords = (said: string): string => (said.startsWith('Không đọc được tệp DMN:')
  ? 'Tệp này không phải tệp bảng quyết định DMN, hoặc đã hỏng. Mở tệp bằng công cụ vẽ bảng, xuất lại dạng .dmn rồi chọn lại.' : said);

/** The tables of «Tôi cần giấy gì» as a .dmn file: read into a guide, written from one. Nothing is stored. */
export const guideFileRoutes = (): RoutePlugin => (app, _options, done) => {
  app.post('/catalogue/guide-files/readings', { ...requires('proposal.write'), schema: { operationId: 'readGuideFile', tags, body: z.object({ subject: Subject, xml: z.string().max(2_000_000) }), response: { 200: Guide, 422: Problem } } },
    async (request, reply) => {
      const tables = await readDmn(request.body.xml);
      if (tables.ok) return guideOfTables(request.body.subject, tables.value);
      const fault = dmnFaultWords(tables.error);
      return reply.code(422).send(problem({ status: 422, code: 'guide-file-unreadable', title: 'Chưa đọc được tệp DMN.', detail: fault, errors: [{ path: 'xml', text: fault }] }));
    });

  app.post('/catalogue/guide-files', { ...requires('proposal.write'), schema: { operationId: 'writeGuideFile', tags, body: Guide, response: { 200: z.object({ xml: z.string() }) } } },
    async ({ body }) => ({ xml: await writeDmn(guideTableNames.map((name) => guideTable(body, name)), { id: 'toi_can_giay_gi', name: body.subject.name }) }));
  done();
};
