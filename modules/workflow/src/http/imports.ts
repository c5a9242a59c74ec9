// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { decideRecord, handInTables, type ImportRefusal, publishTables } from '../commands/import-tables.ts';
import { ProcessImports, ProcessImportView, PublicationLeft, RecordDecided, TablesHandedIn, TablesPublished } from '../contract.ts';
import { exportedTables } from '../views/exported-tables.ts';
import { importAt, newestImports, recordsOf } from '../store/imports.ts';
import type { ProcessRoutesNeed } from './index.ts';

const Path = z.object({ id: z.uuid() });
const Id = z.object({ id: z.string() });

function said(refusal: ImportRefusal): Problem {
  switch (refusal.code) {
    case 'import-unknown': return problem({ status: 404, code: 'import-unknown', title: 'Không có lần nạp này, hoặc không có bản ghi ấy trong tệp.', detail: 'Mở danh sách các lần nạp để chọn.' });
    case 'import-not-a-table': return problem({ status: 422, code: 'import-not-a-table', title: 'Tệp không đọc được như một bảng quy trình.', detail: `${refusal.detail} Dùng tệp JSON theo mẫu của mục xuất bảng.`, errors: [{ path: 'text', text: refusal.detail }] });
    case 'import-too-many': return problem({ status: 422, code: 'import-too-many', title: `Tệp có quá nhiều quy trình, nhiều nhất ${refusal.most}.`, detail: 'Tách thành nhiều tệp rồi nạp từng tệp.', errors: [{ path: 'text', text: `Nhiều nhất ${refusal.most} quy trình một tệp.` }] });
    case 'import-undecided': return problem({ status: 409, code: 'import-undecided', title: `Còn ${refusal.count} quy trình có mâu thuẫn chưa ai quyết.`, detail: 'Quyết từng quy trình rồi công bố.' });
    case 'import-second-person': return problem({ status: 403, code: 'import-second-person', title: 'Người nạp tệp không tự công bố.', detail: 'Nhờ người khác có quyền công bố mở lần nạp này.' });
    case 'import-day-passed': return problem({ status: 422, code: 'import-day-passed', title: 'Ngày áp dụng đã qua.', detail: 'Chọn hôm nay hoặc một ngày sau.', errors: [{ path: 'validFrom', text: 'Chọn hôm nay hoặc một ngày sau.' }] });
    case 'import-record-closed': return problem({ status: 409, code: 'import-record-closed', title: 'Bản ghi này đã công bố, hoặc không đọc được, nên không quyết gì thêm.', detail: 'Tải lại trang để xem tình trạng mới.' });
  }
}

const sent = (reply: FastifyReply, refusal: ImportRefusal): FastifyReply => {
  const body = said(refusal);
  return reply.code(body.status).type('application/problem+json').send(body);
};

/** Nạp và xuất bảng quy trình nội bộ: files of tables, what a person decides about them, publication by a second person; all processes as such a table. */
export const processImportRoutes = ({ db, clock, neighbours }: ProcessRoutesNeed): RoutePlugin => (app, _options, done) => {
  const tags = ['processes'];
  const duty = requires('process.import');
  app.get('/process-imports', { ...duty, schema: { operationId: 'listProcessImports', tags, response: { 200: ProcessImports } } },
    async () => ({ imports: (await newestImports(db)).map(({ id, fileName, byName, at, records, open, published }) => ({ id, fileName, by: byName, at: at.toString(), records, open, published })) }));

  app.post('/process-imports', { ...duty, schema: { operationId: 'handInProcessTables', tags, body: TablesHandedIn, response: { 201: Id, 422: Problem } } },
    async (request, reply) => {
      const { clientKey, fileName, text } = request.body;
      const outcome = await handInTables(db, { name: fileName, text }, { id: clientKey, by: officerOf(request), at: clock.now() });
      return outcome.ok ? reply.code(201).send(outcome.value) : sent(reply, outcome.error);
    });

  app.get('/process-imports/:id', { ...duty, schema: { operationId: 'getProcessImport', tags, params: Path, response: { 200: ProcessImportView, 404: Problem } } },
    async (request, reply) => {
      const held = await importAt(db, request.params.id);
      if (held === undefined) return sent(reply, { code: 'import-unknown' });
      const records = await recordsOf(db, held.id);
      return {
        id: held.id, fileName: held.fileName, by: held.byName, at: held.at.toString(), mayPublish: held.byId !== officerOf(request).id,
        records: records.map(({ recordId, questions, notes, choice, choiceNote, decidedBy, decidedAt, ...record }) => ({
          ...record, id: recordId, questions: [...questions], notes: [...notes], decision: choice === null || decidedBy === null || decidedAt === null ? null : { choice, note: choiceNote, by: decidedBy, at: decidedAt.toString() },
        })),
      };
    });

  app.post('/process-imports/:id/decisions', { ...duty, schema: { operationId: 'decideProcessRecord', tags, params: Path, body: RecordDecided, response: { 201: Id, 404: Problem, 409: Problem } } },
    async (request, reply) => {
      const { clientKey, ...asked } = request.body;
      const outcome = await decideRecord(db, { id: request.params.id, ...asked }, { id: clientKey, by: officerOf(request), at: clock.now() });
      return outcome.ok ? reply.code(201).send({ id: clientKey }) : sent(reply, outcome.error);
    });

  app.post('/process-imports/:id/publication', { ...duty, schema: { operationId: 'publishProcessTables', tags, params: Path, body: TablesPublished, response: { 200: PublicationLeft, 403: Problem, 404: Problem, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const outcome = await publishTables(db, neighbours, { id: request.params.id, validFrom: request.body.validFrom, press: { by: officerOf(request), at: clock.now() } });
      return outcome.ok ? outcome.value : sent(reply, outcome.error);
    });

  app.get('/process-tables', { ...requires('process.read'), schema: { operationId: 'exportProcessTables', tags, description: 'All processes by their newest version, in the form of data/internal-procedures.', response: { 200: z.array(z.unknown()) } } },
    async (_request, reply) => reply.header('content-disposition', 'attachment; filename="quy-trinh-noi-bo.json"').send([...await exportedTables(db, neighbours.recordHead)]));
  done();
};
