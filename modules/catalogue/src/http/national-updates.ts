// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/multipart';
import type { Db } from '@motcua/db-kit';
import { Keyset, Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Clock, type Result, cleanText, officeDay } from '@motcua/kernel';
import { DifferenceView } from '@motcua/proposals/contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type NationalRefusal, approveNationalUpdate, rejectNationalUpdate } from '../commands/decide-national-update.ts';
import { takeNationalUpdate } from '../commands/take-national-update.ts';
import {
  type DecidedRow, NationalApprovalAsked, NationalDecided, NationalFaults, NationalItems, NationalKind, NationalRejectionAsked, NationalUpdateEntered, NationalUpdateView, NationalUpdates,
} from '../contract/national-updates.ts';
import { nationalDifference, nationalFaults, nationalItems, nationalUpdates } from '../views/national-updates.ts';

const tags = ['catalogue'];
const Path = z.object({ id: z.uuid() });

const secondPerson = 'Người tải tệp lên hoặc bấm lấy không tự duyệt hay từ chối.';

function said({ code }: NationalRefusal): Problem {
  switch (code) {
    case 'national-update-unknown': return problem({ status: 404, code: 'national-update-unknown', title: 'Chưa tìm thấy lần cập nhật hoặc thủ tục này.', detail: 'Xem lại danh sách các lần cập nhật.' });
    case 'national-update-second-person': return problem({ status: 403, code: 'national-update-second-person', title: secondPerson, detail: 'Nhờ một người khác có quyền công bố xem và quyết định.' });
    case 'national-update-press-used': return problem({ status: 409, code: 'national-update-press-used', title: 'Lần bấm này đã dùng cho một việc khác.', detail: 'Tải lại trang rồi làm lại.' });
    case 'national-update-day-passed': return problem({ status: 422, code: 'national-update-day-passed', title: 'Ngày có hiệu lực đã qua.', errors: [{ path: 'validFrom', label: 'Có hiệu lực từ', text: 'Có hiệu lực từ: chọn từ hôm nay trở đi. Hồ sơ đã nộp giữ bản cũ.' }] });
  }
}

const sent = (reply: FastifyReply, body: Problem): FastifyReply => reply.code(body.status).type('application/problem+json').send(body);
const unreadable = (text: string): Problem => problem({ status: 422, code: 'national-file-unreadable', title: text, errors: [{ path: 'file', label: 'Tệp dữ liệu quốc gia', text }] });
const unknown: NationalRefusal = { code: 'national-update-unknown' };

/** Cập nhật từ dữ liệu quốc gia: a file is compared with the catalogue, a second person takes over or turns down each procedure. */
export const nationalUpdateRoutes = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): RoutePlugin => (app, _options, done) => {
  const decided = (reply: FastifyReply, outcome: Result<readonly DecidedRow[], NationalRefusal>): FastifyReply => (outcome.ok ? reply.code(201).send({ results: outcome.value }) : sent(reply, said(outcome.error)));

  app.get('/catalogue/national-updates', { ...requires('national-update.read'), schema: { operationId: 'listNationalUpdates', tags, response: { 200: NationalUpdates } } },
    async () => ({ updates: [...await nationalUpdates(db, null)] }));

  app.post('/catalogue/national-updates', { ...requires('national-update.upload'), schema: { operationId: 'uploadNationalUpdate', tags, querystring: z.object({ whole: z.stringbool().default(false) }), response: { 201: NationalUpdateEntered, 422: Problem } } },
    async (request, reply) => {
      const part = request.isMultipart() ? await request.file() : undefined;
      if (part === undefined) return sent(reply, unreadable('Chọn tệp JSON Lines của dữ liệu quốc gia, nén .gz hoặc không.'));
      const bytes = await part.toBuffer();
      const taken = await takeNationalUpdate(db, { bytes, fileName: cleanText(part.filename).slice(0, 200), isWhole: request.query.whole, by: officerOf(request), at: clock.now() });
      return taken.ok ? reply.code(201).send(taken.value) : sent(reply, unreadable(taken.error));
    });

  app.get('/catalogue/national-updates/:id', { ...requires('national-update.read'), schema: { operationId: 'getNationalUpdate', tags, params: Path, response: { 200: NationalUpdateView, 404: Problem } } },
    async (request, reply) => {
      const [found] = await nationalUpdates(db, request.params.id);
      if (found === undefined) return sent(reply, said(unknown));
      const mayDecide = found.byId !== officerOf(request).id;
      return { ...found, today: officeDay(clock.now()).toString(), mayDecide, mayNot: mayDecide ? null : secondPerson };
    });

  app.get('/catalogue/national-updates/:id/procedures', { ...requires('national-update.read'), schema: { operationId: 'listNationalUpdateProcedures', tags, params: Path, querystring: z.object({ kind: NationalKind, after: Keyset }), response: { 200: NationalItems } } },
    ({ params, query }) => nationalItems(db, params.id, { kind: query.kind, after: query.after }));

  app.get('/catalogue/national-updates/:id/unreadable', { ...requires('national-update.read'), schema: { operationId: 'listNationalUpdateUnreadable', tags, params: Path, querystring: z.object({ after: z.coerce.number().int().min(0).max(1_000_000).default(0) }), response: { 200: NationalFaults } } },
    ({ params, query }) => nationalFaults(db, params.id, query.after));

  app.get('/catalogue/national-updates/:id/procedures/:code/difference', { ...requires('national-update.read'), schema: { operationId: 'getNationalDifference', tags, params: Path.extend({ code: z.string().max(60) }), response: { 200: DifferenceView, 404: Problem } } },
    async (request, reply) => {
      const found = await nationalDifference(db, request.params.id, request.params.code);
      return found === undefined ? sent(reply, said(unknown)) : { from: found.from, lines: [...found.lines] };
    });

  const answers = { 201: NationalDecided, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  app.post('/catalogue/national-updates/:id/approval', { ...requires('national-update.decide'), schema: { operationId: 'approveNationalUpdate', tags, params: Path, body: NationalApprovalAsked, response: answers } },
    async (request, reply) => {
      const { clientKey, codes, validFrom, decision } = request.body;
      return decided(reply, await approveNationalUpdate(db, { id: request.params.id, clientKey, codes, by: officerOf(request), at: clock.now() }, { validFrom, decision }));
    });

  app.post('/catalogue/national-updates/:id/rejection', { ...requires('national-update.decide'), schema: { operationId: 'rejectNationalUpdate', tags, params: Path, body: NationalRejectionAsked, response: answers } },
    async (request, reply) => {
      const { clientKey, codes, reason } = request.body;
      return decided(reply, await rejectNationalUpdate(db, { id: request.params.id, clientKey, codes, by: officerOf(request), at: clock.now() }, reason));
    });
  done();
};
