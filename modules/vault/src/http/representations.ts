// SPDX-License-Identifier: EUPL-1.2
/** Routes of a counter that keeps who represents an organisation (người đại diện của tổ chức). */
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { newId, type Officer, officeDay } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NewRepresentation, OrganisationPath, RepresentationEnd, Representatives } from '../contract.ts';
import { viewingLog } from '../store/viewings.ts';
import { addRepresentation, endRepresentation, representativesOf } from '../store/representations.ts';
import type { VaultContext } from '../views/own-vault.ts';

const tags = ['vault'];

const mend = (reply: FastifyReply, path: string, text: string): FastifyReply => reply.code(422).type('application/problem+json')
  .send(problem({ status: 422, code: 'fields-to-mend', title: 'Có ô cần sửa.', errors: [{ path, text }] }));

/** Who an organisation is represented by: read, entered by an officer who saw the paper, ended when the role was left. */
export const representationRoutes = (ctx: VaultContext): RoutePlugin => (app, _options, done) => {
  const log = viewingLog();
  /** The list, once it is written down for everybody named in it that this officer saw the name. */
  const of = async (code: string, { id, name, postings }: Officer): Promise<z.infer<typeof Representatives>> => {
    const representatives = [...await representativesOf(ctx.db, code)];
    const look = { officer: { id, name }, agency: postings[0]?.agency ?? null, subject: 'person', dossier: '', purpose: 'representatives-kept', at: ctx.clock.now() } as const;
    await log(ctx.db, [...new Set([code, ...representatives.map(({ person }) => person)])].map((owner) => ({ ...look, owner })));
    return { representatives };
  };

  app.get('/organisations/:code/representatives', { ...requires('representation.keep'), schema: { operationId: 'representatives', tags, params: OrganisationPath, response: { 200: Representatives, 422: Problem } } }, (request) => of(request.params.code, officerOf(request)));

  app.post('/organisations/:code/representatives', { ...requires('representation.keep'), schema: { operationId: 'addRepresentative', tags, params: OrganisationPath, body: NewRepresentation, response: { 201: Representatives, 422: Problem } } }, async (request, reply) => {
    const officer = officerOf(request);
    const at = ctx.clock.now();
    const { from, until, ...said } = request.body;
    if (until !== null && until < from) return mend(reply, 'until', 'Ngày hết hạn ở trước ngày bắt đầu. Xem lại hai ngày trên giấy.');
    if (until !== null && until < officeDay(at).toString()) return mend(reply, 'until', 'Giấy đã hết hạn, không ghi nhận được.');
    const agency = officer.postings.find(({ role }) => role === 'intake-officer' || role === 'one-stop-head')?.agency ?? '';
    await addRepresentation(ctx.db, { ...said, id: newId(at), organisation: request.params.code, from, until, by: officer.name, byId: officer.id, agency, at: at.toString() });
    return reply.code(201).send(await of(request.params.code, officer));
  });

  app.post('/organisations/:code/representatives/:id/end', { ...requires('representation.keep'), schema: { operationId: 'endRepresentative', tags, params: OrganisationPath.extend({ id: z.uuid() }), body: RepresentationEnd, response: { 201: Representatives, 404: Problem, 422: Problem } } }, async (request, reply) => {
    const { code, id } = request.params;
    const isTheirs = (await representativesOf(ctx.db, code)).some((one) => one.id === id && one.endedAt === null);
    if (!isTheirs || !await endRepresentation(ctx.db, { id, reason: request.body.reason, by: officerOf(request).name, at: ctx.clock.now() })) {
      return reply.code(404).type('application/problem+json').send(problem({ status: 404, code: 'representative-unknown', title: 'Người này không còn là người đại diện.', detail: 'Mở lại danh sách người đại diện của tổ chức.' }));
    }
    return reply.code(201).send(await of(code, officerOf(request)));
  });
  done();
};
