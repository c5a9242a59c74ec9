// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { endHead, enterHead } from '../commands/heads.ts';
import { HeadList, LastDay, NewHeadship } from '../contract.ts';
import { entersFor, mayEnter } from '../permissions.ts';
import { agencyOfHead, headsOf } from '../views/heads.ts';
import { elsewhere, entryResponses, mine, sentEntry } from './entry.ts';
import type { RegisterContext } from './registers.ts';

/** Người đứng đầu cơ quan: read, entered from a day on, ended. */
export const headRoutes = ({ db, clock }: RegisterContext): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();

  app.get('/headships', { ...requires('register.read'), schema: { operationId: 'listHeads', tags: ['registers'], querystring: z.object({ agency: z.string().max(40) }), response: { 200: HeadList } } }, async (request) => {
    const officer = officerOf(request);
    const [agency] = mine(officer, request.query.agency) ?? [];
    return { heads: agency === undefined ? [] : await headsOf(db, agency, today()), mayEnterFor: entersFor(officer, 'headship.enter') };
  });

  app.post('/headships', { ...requires('headship.enter'), schema: { operationId: 'enterHead', tags: ['registers'], body: NewHeadship, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    return mayEnter(officer, 'headship.enter', request.body.agency) ? sentEntry(reply, await enterHead(db, request.body, { id: officer.id, at: clock.now() })) : elsewhere(reply);
  });

  app.post('/headships/:id/end', { ...requires('headship.enter'), schema: { operationId: 'endHead', tags: ['registers'], params: z.object({ id: z.uuid() }), body: LastDay, response: entryResponses } }, async (request, reply) => {
    const agency = await agencyOfHead(db, request.params.id);
    return agency !== undefined && !mayEnter(officerOf(request), 'headship.enter', agency) ? elsewhere(reply) : sentEntry(reply, await endHead(db, { ...request.params, ...request.body, today: today() }));
  });
  done();
};
