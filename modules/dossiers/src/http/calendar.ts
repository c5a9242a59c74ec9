// SPDX-License-Identifier: EUPL-1.2
import { CalendarYear } from '@motcua/deadlines/contract';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type CalendarRefused, changeCalendar, previewCalendarChange } from '../commands/change-calendar.ts';
import type { DossierContext } from '../context.ts';
import { AffectedPage, CalendarChangeAsked, CalendarChanged, CalendarEffects, CalendarPreview } from '../contract.ts';
import { affectedBy, agencyYear } from '../views/calendar.ts';

const YearAsked = z.object({ agency: z.string().max(40), year: z.coerce.number().int().min(2018).max(2100) });
const ChangePath = z.object({ id: z.uuid() });

function refusedChange(reply: FastifyReply, refusal: CalendarRefused): FastifyReply {
  const said = refusal.code === 'calendar-not-yours'
    ? problem({ status: 403, code: 'calendar-not-yours', title: 'Lịch của cơ quan này do người quản trị khác giữ.', detail: 'Chọn cơ quan của anh/chị, hoặc báo người quản trị của tỉnh.' })
    : problem({ status: 422, code: 'calendar-contradiction', title: refusal.text, errors: [{ path: `change.${refusal.field}`, text: refusal.text }] });
  return reply.code(said.status).type('application/problem+json').send(said);
}

/** Working calendars (lịch làm việc): a year to look at, what a change would do, the change. */
export const calendarRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/calendar', { ...requires('calendar.read'), schema: { operationId: 'getCalendarYear', tags: ['calendar'], querystring: YearAsked, response: { 200: CalendarYear, 404: Problem } } },
    async (request, reply) => {
      const year = await agencyYear(ctx, ctx.db, { ...request.query, actor: officerOf(request) });
      return year ?? reply.code(404).type('application/problem+json').send(problem({ status: 404, code: 'agency-unknown', title: 'Chưa tìm thấy cơ quan này.', detail: 'Chọn cơ quan trong danh sách.' }));
    });

  app.post('/calendar/previews', { ...requires('calendar.change'), schema: { operationId: 'previewCalendarChange', tags: ['calendar'], body: CalendarPreview, response: { 200: CalendarEffects, 403: Problem, 422: Problem } } },
    async (request, reply) => {
      const effects = await previewCalendarChange(ctx, { ...request.body, actor: officerOf(request) });
      return effects.ok ? effects.value : refusedChange(reply, effects.error);
    });

  app.post('/calendar/changes', { ...requires('calendar.change'), schema: { operationId: 'changeCalendar', tags: ['calendar'], body: CalendarChangeAsked, response: { 201: CalendarChanged, 403: Problem, 422: Problem } } },
    async (request, reply) => {
      const effects = await changeCalendar(ctx, { ...request.body, actor: officerOf(request) });
      return effects.ok ? reply.code(201).send({ id: request.body.clientKey, effects: effects.value }) : refusedChange(reply, effects.error);
    });

  app.get('/calendar/changes/:id/dossiers', {
    ...requires('calendar.change'), schema: { operationId: 'dossiersOfCalendarChange', tags: ['calendar'], params: ChangePath, querystring: z.object({ after: z.uuid().optional() }), response: { 200: AffectedPage } },
  }, async (request) => {
    const page = await affectedBy(ctx.db, request.params.id, request.query.after);
    return { dossiers: [...page.dossiers], next: page.next };
  });
  done();
};
