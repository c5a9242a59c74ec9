// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { enterDelegation, revokeDelegation } from '../commands/delegations.ts';
import type { UnknownProcedures } from '../commands/entry.ts';
import { DelegationList, DelegationQuery, NewDelegation, OfficerList, OfficerQuery, Revocation, Signatories, SignatoryQuery } from '../contract.ts';
import { entersFor, mayEnter } from '../permissions.ts';
import { agencyOfDelegation, listDelegations, officersAt, signatoriesOf } from '../views/delegations.ts';
import { elsewhere, entryResponses, mine, sentEntry } from './entry.ts';

/** What the routes of the registers work with. */
export type RegisterContext = { readonly db: Db; readonly clock: Clock; readonly unknownProcedures: UnknownProcedures };

/** Sổ ủy quyền, phân công ký: read, entered, revoked; and the question who may sign what today. */
export const registerRoutes = ({ db, clock, unknownProcedures }: RegisterContext): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();

  app.get('/delegations', { ...requires('register.read'), schema: { operationId: 'listDelegations', tags: ['registers'], querystring: DelegationQuery, response: { 200: DelegationList } } }, async (request) => {
    const officer = officerOf(request);
    const delegations = await listDelegations(db, { agencies: mine(officer, request.query.agency), state: request.query.state, day: today() });
    return { delegations: [...delegations], mayEnterFor: entersFor(officer, 'delegation.enter'), day: today() };
  });

  app.post('/delegations', { ...requires('delegation.enter'), schema: { operationId: 'enterDelegation', tags: ['registers'], body: NewDelegation, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    if (!mayEnter(officer, 'delegation.enter', request.body.agency)) return elsewhere(reply);
    return sentEntry(reply, await enterDelegation(db, request.body, { id: officer.id, at: clock.now() }, unknownProcedures));
  });

  app.post('/delegations/:id/revocation', { ...requires('delegation.enter'), schema: { operationId: 'revokeDelegation', tags: ['registers'], params: z.object({ id: z.uuid() }), body: Revocation, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    const agency = await agencyOfDelegation(db, request.params.id);
    if (agency !== undefined && !mayEnter(officer, 'delegation.enter', agency)) return elsewhere(reply);
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
