// SPDX-License-Identifier: EUPL-1.2
import { procedureOn } from '@motcua/catalogue';
import { Problem, type RoutePlugin, citizenOf, officerOf, requires } from '@motcua/http-kit';
import { type Citizen, officeDay } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import { z } from 'zod';
import { vaultOfDraft } from '../views/own-uploads.ts';
import { counterPopulationAnswers } from '../commands/ask-population.ts';
import { findDraft } from '../commands/draft.ts';
import { lookIntoVault } from '../commands/look-into-vault.ts';
import { onlyOnce, reuseOffers } from '../commands/reuse.ts';
import type { DossierContext } from '../context.ts';
import { type Draft, KnownAnswers, PopulationAnswers, PopulationQuery, ReuseFigures, ReuseFiguresAsked, ReuseOffers, VaultLook, VaultLooked } from '../contract.ts';
import { knownAnswers } from '../views/known-answers.ts';
import { answeredHere } from '../views/answered-papers.ts';
import { reuseFigures } from '../views/reuse-figures.ts';
import { questionResponses, refused } from './answer.ts';
import { lookedLog } from './looked.ts';

/** For whom registers were asked while a draft was filled in; null: for nobody. */
const registeredSubject = (who: Citizen, { content: { forOther, applicant } }: Draft): string | null => (!forOther ? who.personalId : applicant?.kind === 'organisation' ? applicant.personalId ?? null : null);

/** Papers the state holds already: offered while filing and at the counter, and counted when they were not asked for. */
export const reuseRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const looked = lookedLog(ctx);

  app.get('/drafts/:id/held-papers', { ...requires('draft.own'), schema: { operationId: 'heldPapers', tags: ['filing'], params: z.object({ id: z.uuid() }), response: { 200: ReuseOffers, ...questionResponses } } }, async (request, reply) => {
    const who = citizenOf(request);
    const draft = await findDraft(ctx.db, who, request.params.id);
    if (draft === undefined) return refused(reply, { code: 'dossier-unknown' });
    const at = ctx.clock.now();
    const day = officeDay(at).toString();
    const owner = await vaultOfDraft(ctx.db, { who, draft, day });
    const published = owner === null ? undefined : await procedureOn(ctx.db, draft.procedure, day);
    const offers = published === undefined || owner === null ? [] : await reuseOffers(ctx.db, { procedure: published.procedure, circumstance: draft.content.circumstance, owner, at });
    const subject = registeredSubject(who, draft);
    const answered = published === undefined || subject === null ? [] : await answeredHere(ctx, ctx.db, { procedure: published.procedure, circumstance: draft.content.circumstance, personalId: subject, at });
    return { offers: [...offers], answered: [...answered], rule: sourceTitle(onlyOnce) };
  });

  app.get('/drafts/:id/known-answers', { ...requires('draft.own'), schema: { operationId: 'knownAnswers', tags: ['filing'], params: z.object({ id: z.uuid() }), response: { 200: KnownAnswers, ...questionResponses } } }, async (request, reply) => {
    const who = citizenOf(request);
    const draft = await findDraft(ctx.db, who, request.params.id);
    return draft === undefined ? refused(reply, { code: 'dossier-unknown' }) : knownAnswers(ctx, ctx.db, { who, draft });
  });

  app.post('/population-queries', { ...requires('person.read'), schema: { operationId: 'askPopulation', tags: ['counter'], body: PopulationQuery, response: { 200: PopulationAnswers, 403: Problem, 404: Problem, 422: Problem } } }, async (request, reply) => {
    const officer = officerOf(request);
    const found = await counterPopulationAnswers(ctx, { officer, body: request.body });
    if (!found.ok) return refused(reply, found.error);
    await looked.atPerson(officer, request.body.person.personalId, { subject: 'person', purpose: 'intake' });
    return reply.send(found.value);
  });

  app.post('/vault-consents', { ...requires('person.read'), schema: { operationId: 'lookIntoVault', tags: ['counter'], body: VaultLook, response: { 201: VaultLooked, 403: Problem, 404: Problem, 422: Problem } } }, async (request, reply) => {
    const officer = officerOf(request);
    const found = await lookIntoVault(ctx, { officer, body: request.body });
    if (!found.ok) return refused(reply, found.error);
    await looked.atPerson(officer, request.body.personalId, { subject: 'vault', purpose: 'reuse' });
    return reply.code(201).send(found.value);
  });

  app.get('/figures/reuse', { ...requires('figures.read'), schema: { operationId: 'reuseFigures', tags: ['figures'], querystring: ReuseFiguresAsked, response: { 200: ReuseFigures, 422: Problem } } },
    (request) => reuseFigures(ctx, ctx.db, officerOf(request), request.query));
  done();
};
