// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import type { Clock } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sendAgain, sendPublished } from '../commands/national-outbox.ts';
import { nationalRound } from '../commands/national-round.ts';
import { NationalLineState, NationalRoundDone } from '../contract/national-line.ts';
import type { NationalLine } from '../national-line.ts';
import { nationalLineState } from '../views/national-line.ts';

const tags = ['catalogue'];
// Somebody waits for the answer: the rest comes with the next press, or at night.
const mostPressed = 200;

const notJoined = problem({ status: 409, code: 'national-line-not-joined', title: 'Chưa nối với cơ sở dữ liệu quốc gia.', detail: 'Người quản trị máy chủ đặt tài khoản vào MOTCUA_NATIONAL. Trong khi chờ, tải tệp lên để so.' });
const running = problem({ status: 409, code: 'national-round-running', title: 'Đang lấy từ cơ sở dữ liệu quốc gia.', detail: 'Chờ lần này xong rồi tải lại trang.' });
const unknown = problem({ status: 404, code: 'national-message-unknown', title: 'Không có tin nào chờ gửi với mã này.', detail: 'Tải lại trang: tin có thể vừa được gửi.' });
const sent = (reply: FastifyReply, body: Problem): FastifyReply => reply.code(body.status).type('application/problem+json').send(body);

/** Đường nối với cơ sở dữ liệu quốc gia về thủ tục hành chính: its state, asking now, sending again. `line` null: not joined. */
export const nationalLineRoutes = ({ db, clock, line }: { readonly db: Db; readonly clock: Clock; readonly line: NationalLine | null }): RoutePlugin => (app, _options, done) => {
  app.get('/catalogue/national-line', { ...requires('national-update.read'), schema: { operationId: 'getNationalLine', tags, response: { 200: NationalLineState } } },
    () => nationalLineState(db, { isJoined: line !== null, now: clock.now() }));

  app.post('/catalogue/national-line/rounds', { ...requires('national-update.upload'), schema: { operationId: 'askNationalLine', tags, response: { 201: NationalRoundDone, 409: Problem } } },
    async (request, reply) => {
      if (line === null) return sent(reply, notJoined);
      await sendPublished({ db, clock, line });
      const round = await nationalRound({ db, clock, line }, { by: officerOf(request), most: mostPressed });
      return round.ok ? reply.code(201).send(round.value) : sent(reply, running);
    });

  app.post('/catalogue/national-line/messages/:id/sending', { ...requires('national-update.decide'), schema: { operationId: 'sendNationalMessage', tags, params: z.object({ id: z.uuid() }), response: { 200: NationalLineState, 404: Problem, 409: Problem } } },
    async (request, reply) => {
      if (line === null) return sent(reply, notJoined);
      return await sendAgain({ db, clock, line }, request.params.id) ? nationalLineState(db, { isJoined: true, now: clock.now() }) : sent(reply, unknown);
    });
  done();
};
