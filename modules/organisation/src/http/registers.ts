// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Clock, type Officer, type Result, officeDay } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type EntryRefusal, enterDelegation, revokeDelegation } from '../commands/delegations.ts';
import { DelegationList, DelegationQuery, Entered, NewDelegation, OfficerList, OfficerQuery, Revocation, Signatories, SignatoryQuery } from '../contract.ts';
import { keepsRegistersOf, readsRegistersOf } from '../permissions.ts';
import { agencyOfDelegation, listDelegations, officersAt, signatoriesOf } from '../views/delegations.ts';

/** What the routes of the registers work with. */
export type RegisterContext = { readonly db: Db; readonly clock: Clock };

const entryResponses = { 201: Entered, 403: Problem, 404: Problem, 409: Problem, 422: Problem };

/** 403 in words: the register of another agency. */
const elsewhere = (reply: FastifyReply): FastifyReply =>
  reply.code(403).type('application/problem+json').send(problem({ status: 403, code: 'not-permitted', title: 'Sổ của cơ quan này do người quản trị của cơ quan đó giữ.', detail: 'Chọn cơ quan của mình, hoặc nhờ quản trị cấp tỉnh.' }));

/** Sends the outcome of an entry: 201 with its id, or the refusal in words. */
function sentEntry(reply: FastifyReply, outcome: Result<{ readonly id: string }, EntryRefusal>): FastifyReply {
  if (outcome.ok) return reply.code(201).send(outcome.value);
  const { error } = outcome;
  const told = reply.type('application/problem+json');
  switch (error.code) {
    case 'fields-to-mend': return told.code(422).send(problem({ status: 422, code: 'fields-to-mend', title: `Còn ${error.fields.length} chỗ cần sửa.`, errors: error.fields }));
    case 'entry-unknown': return told.code(404).send(problem({ status: 404, code: 'entry-unknown', title: 'Không có dòng này trong sổ.', detail: 'Tải lại sổ rồi chọn lại.' }));
    case 'revoked-already': return told.code(409).send(problem({ status: 409, code: 'revoked-already', title: 'Văn bản này đã được thu hồi.', detail: 'Tải lại sổ để xem ngày thu hồi.' }));
  }
}

const mine = (officer: Officer, asked: string | undefined): readonly string[] | null => {
  const readable = readsRegistersOf(officer);
  if (asked === undefined) return readable;
  return readable === null || readable.includes(asked) ? [asked] : [];
};

const keeps = (officer: Officer): string[] => officer.postings.flatMap(({ role, agency }) => (role === 'province-administrator' ? ['*'] : role === 'agency-administrator' ? [agency] : []));

/** Sổ ủy quyền, phân công ký: read, entered, revoked; and the question who may sign what today. */
export const registerRoutes = ({ db, clock }: RegisterContext): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();

  app.get('/delegations', { ...requires('register.read'), schema: { operationId: 'listDelegations', tags: ['registers'], querystring: DelegationQuery, response: { 200: DelegationList } } }, async (request) => {
    const officer = officerOf(request);
    const delegations = await listDelegations(db, { agencies: mine(officer, request.query.agency), state: request.query.state, day: today() });
    return { delegations: [...delegations], mayEnterFor: keeps(officer), day: today() };
  });

  app.post('/delegations', { ...requires('delegation.enter'), schema: { operationId: 'enterDelegation', tags: ['registers'], body: NewDelegation, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    if (!keepsRegistersOf(officer, request.body.agency)) return elsewhere(reply);
    return sentEntry(reply, await enterDelegation(db, request.body, { id: officer.id, at: clock.now() }));
  });

  app.post('/delegations/:id/revocation', { ...requires('delegation.enter'), schema: { operationId: 'revokeDelegation', tags: ['registers'], params: z.object({ id: z.uuid() }), body: Revocation, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    const agency = await agencyOfDelegation(db, request.params.id);
    if (agency !== undefined && !keepsRegistersOf(officer, agency)) return elsewhere(reply);
    return sentEntry(reply, await revokeDelegation(db, { ...request.body, id: request.params.id }, { id: officer.id, at: clock.now() }));
  });

  app.get('/signatories', { ...requires('register.read'), schema: { operationId: 'listSignatories', tags: ['registers'], querystring: SignatoryQuery, response: { 200: Signatories } } }, async (request) => {
    const { head, signatories } = await signatoriesOf(db, { ...request.query, day: today() });
    return { day: today(), head, signatories: signatories.map(({ id, name, authority }) => ({ id, name, kind: authority.kind, lines: [...authority.lines], number: authority.delegation?.number ?? null })) };
  });

  app.get('/officers', { ...requires('register.read'), schema: { operationId: 'listOfficers', tags: ['registers'], querystring: OfficerQuery, response: { 200: OfficerList } } }, async (request) => {
    const [agency] = mine(officerOf(request), request.query.agency) ?? [];
    return { officers: agency === undefined ? [] : (await officersAt(db, agency, today())).map((officer) => ({ ...officer, roles: [...officer.roles] })) };
  });
  done();
};
