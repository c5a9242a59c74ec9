// SPDX-License-Identifier: EUPL-1.2
import { endSigningMeans } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { enrolSigningMeans } from '../commands/enrol-means.ts';
import { cancelSigning, signElsewhere, signingOf } from '../commands/sign-elsewhere.ts';
import type { DossierContext } from '../context.ts';
import { KeyPlace, NewSigningMeans, OwnSigningMeans, SigningBegun, SigningMeansList, SigningStanding } from '../contract/signing.ts';
import type { Signing } from '../store/signings.ts';
import { ownSigningMeans, signingMeansAt } from '../views/signing-means.ts';
import { DossierPath, refused } from './answer.ts';
import { refusalProblem } from './refusal-words.ts';

const ById = z.object({ id: z.uuid() });
const problems = { 403: Problem, 404: Problem, 409: Problem, 422: Problem };

const standing = ({ id, code, kind, state, refusal, endsAt }: Signing): z.infer<typeof SigningStanding> => {
  const said = refusal === null ? null : refusalProblem(refusal);
  return { id, code, kind: KeyPlace.parse(kind), state, endsAt, title: said?.title ?? null, detail: said?.detail ?? null };
};

/** Keys that are not kept here: which an officer has, and signing with one of them. */
export const signingRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/signing-means', { ...requires('signing-means.own'), schema: { operationId: 'mySigningMeans', tags: ['registers'], response: { 200: OwnSigningMeans } } }, (request) => ownSigningMeans(ctx, officerOf(request)));

  app.post('/my/signing-means', { ...requires('signing-means.own'), schema: { operationId: 'enterSigningMeans', tags: ['registers'], body: NewSigningMeans, response: { 201: ById, ...problems } } }, async (request, reply) => {
    const entered = await enrolSigningMeans(ctx, { officer: officerOf(request), ...request.body });
    return entered.ok ? reply.code(201).send(entered.value) : refused(reply, entered.error);
  });

  app.post('/my/signing-means/:id/end', { ...requires('signing-means.own'), schema: { operationId: 'endSigningMeans', tags: ['registers'], params: ById, response: { 201: ById, ...problems } } }, async (request, reply) => {
    const ended = await endSigningMeans(ctx.db, { id: request.params.id, officer: officerOf(request).id, at: ctx.clock.now() });
    return ended ? reply.code(201).send({ id: request.params.id }) : refused(reply, { code: 'means-unknown' });
  });

  app.get('/signing-means', { ...requires('signing-means.read'), schema: { operationId: 'listSigningMeans', tags: ['registers'], querystring: z.object({ agency: z.string().max(40) }), response: { 200: SigningMeansList, ...problems } } }, async (request, reply) => {
    const means = await signingMeansAt(ctx, { by: officerOf(request), agency: request.query.agency });
    return means === null ? refused(reply, { code: 'not-permitted', act: 'approve' }) : reply.send({ means: [...means] });
  });

  app.post('/dossiers/:code/signing', { ...requires('dossier.approve'), schema: { operationId: 'signElsewhere', tags: ['dossiers'], params: DossierPath, body: SigningBegun, response: { 202: ById, ...problems } } }, async (request, reply) => {
    const { means, pin, ...body } = request.body;
    const begun = await signElsewhere(ctx, { ...request.params, ...body, actor: officerOf(request), body, means, pin });
    return begun.ok ? reply.code(202).send({ id: begun.value.id }) : refused(reply, begun.error);
  });

  app.get('/signings/:id', { ...requires('dossier.approve'), schema: { operationId: 'signingStanding', tags: ['dossiers'], params: ById, response: { 200: SigningStanding, ...problems } } }, async (request, reply) => {
    const found = await signingOf(ctx, { ...request.params, officer: officerOf(request).id });
    return found === undefined ? refused(reply, { code: 'dossier-unknown' }) : reply.send(standing(found));
  });

  app.post('/signings/:id/cancellation', { ...requires('dossier.approve'), schema: { operationId: 'cancelSigning', tags: ['dossiers'], params: ById, response: { 201: SigningStanding, ...problems } } }, async (request, reply) => {
    const asked = { ...request.params, officer: officerOf(request).id };
    await cancelSigning(ctx, asked);
    const found = await signingOf(ctx, asked);
    return found === undefined ? refused(reply, { code: 'dossier-unknown' }) : reply.code(201).send(standing(found));
  });
  done();
};
