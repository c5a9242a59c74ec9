// SPDX-License-Identifier: EUPL-1.2
import { endSigningMeans } from '@motcua/documents';
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import type { Officer } from '@motcua/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { approval, issuing } from '../commands/decide.ts';
import { digitising } from '../commands/digitise.ts';
import { digitisingWorking } from '../commands/digitise-working.ts';
import { enrolSigningMeans } from '../commands/enrol-means.ts';
import { extending } from '../commands/extend.ts';
import { stepCompletion } from '../commands/handle.ts';
import { reissuing } from '../commands/reissue.ts';
import { type ToSign, cancelSignings, onDossier, signElsewhere, standingOfSignings } from '../commands/sign-elsewhere.ts';
import { slipToSignElsewhere } from '../commands/sign-hand-over.ts';
import type { DossierContext } from '../context.ts';
import { BatchSigningBegun, DigitisedBegun, ExtensionBegun, InitialBegun, KeyPlace, NewSigningMeans, OwnSigningMeans, ReissueBegun, SealingBegun, SigningBatch, SigningBegun, SigningMeansList, SigningStanding, SlipBegun, WorkingPaperBegun } from '../contract/signing.ts';
import { agencyKeysKept } from '../permissions.ts';
import type { Signing } from '../store/signings.ts';
import { ownSigningMeans, signingMeansAt } from '../views/signing-means.ts';
import { DossierPath, refused } from './answer.ts';
import { batchKey } from './batch.ts';
import { refusalProblem } from './refusal-words.ts';

const ById = z.object({ id: z.uuid() });
const TaskPath = DossierPath.extend({ task: z.string().max(60) });
const problems = { 403: Problem, 404: Problem, 409: Problem, 422: Problem };
const begins = { 202: ById, ...problems };

const standing = ({ id, code, kind, state, refusal, endsAt }: Signing): z.infer<typeof SigningStanding> => {
  const said = refusal === null ? null : refusalProblem(refusal);
  return { id, code, kind: KeyPlace.parse(kind), state, endsAt, title: said?.title ?? null, detail: said?.detail ?? null };
};

/** The keys that are not kept here: which an officer has, for himself and for the seal of his agency. */
export const signingMeansRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/my/signing-means', { ...requires('signing-means.own'), schema: { operationId: 'mySigningMeans', tags: ['registers'], response: { 200: OwnSigningMeans } } }, (request) => ownSigningMeans(ctx, officerOf(request)));

  app.post('/my/signing-means', { ...requires('signing-means.own'), schema: { operationId: 'enterSigningMeans', tags: ['registers'], body: NewSigningMeans, response: { 201: ById, ...problems } } }, async (request, reply) => {
    const entered = await enrolSigningMeans(ctx, { officer: officerOf(request), ...request.body });
    return entered.ok ? reply.code(201).send(entered.value) : refused(reply, entered.error);
  });

  app.post('/my/signing-means/:id/end', { ...requires('signing-means.own'), schema: { operationId: 'endSigningMeans', tags: ['registers'], params: ById, response: { 201: ById, ...problems } } }, async (request, reply) => {
    const officer = officerOf(request);
    const ended = await endSigningMeans(ctx.db, { id: request.params.id, officer: officer.id, agencies: agencyKeysKept(officer), at: ctx.clock.now() });
    return ended ? reply.code(201).send({ id: request.params.id }) : refused(reply, { code: 'means-unknown' });
  });

  app.get('/signing-means', { ...requires('signing-means.read'), schema: { operationId: 'listSigningMeans', tags: ['registers'], querystring: z.object({ agency: z.string().max(40) }), response: { 200: SigningMeansList, ...problems } } }, async (request, reply) => {
    const means = await signingMeansAt(ctx, { by: officerOf(request), agency: request.query.agency });
    return means === null ? refused(reply, { code: 'not-permitted', act: 'approve' }) : reply.send({ means: [...means] });
  });
  done();
};

type Key = { readonly officer: Officer; readonly means: string; readonly pin: string | null };
type Sent<Params, Body> = FastifyRequest & { readonly params: Params; readonly body: Body };

/** What an act is asked with, and the key it is to be signed with. */
function given<Params extends object, Body extends Omit<Key, 'officer'>>(request: Sent<Params, Body>): { readonly key: Key; readonly asked: Params & Omit<Body, 'means' | 'pin'> & { readonly actor: Officer; readonly body: Omit<Body, 'means' | 'pin'> } } {
  const { means, pin, ...body } = request.body;
  const officer = officerOf(request);
  return { key: { officer, means, pin }, asked: { ...request.params, ...body, actor: officer, body } };
}

/** Signing with one of them: results, initials, the seal, apologies, what is digitised, slips, many results at once; each is waited for and asked about. */
export const signingRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  const begin = async (reply: FastifyReply, key: Key, item: ToSign): Promise<FastifyReply> => {
    const begun = await signElsewhere(ctx, { ...key, items: [item] });
    return begun.ok ? reply.code(202).send({ id: begun.value.items[0]?.id ?? '' }) : refused(reply, begun.error);
  };

  app.post('/dossiers/:code/signing', { ...requires('dossier.approve'), schema: { operationId: 'signElsewhere', tags: ['dossiers'], params: DossierPath, body: SigningBegun, response: begins } },
    async (request, reply) => {
      const { key, asked } = given(request);
      return begin(reply, key, onDossier(ctx, { name: 'approve', asked, act: approval(asked) }));
    });

  app.post('/dossiers/:code/steps/:task/signing', { ...requires('dossier.complete-step'), schema: { operationId: 'initialElsewhere', tags: ['dossiers'], params: TaskPath, body: InitialBegun, response: begins } },
    async (request, reply) => {
      const { key, asked: about } = given(request);
      const asked = { ...about, taskId: request.params.task };
      return begin(reply, key, onDossier(ctx, { name: 'complete-step', asked, act: stepCompletion(asked) }));
    });

  app.post('/dossiers/:code/sealing', { ...requires('dossier.issue'), schema: { operationId: 'sealElsewhere', tags: ['dossiers'], params: DossierPath, body: SealingBegun, response: begins } },
    async (request, reply) => {
      const { key, asked } = given(request);
      return begin(reply, key, onDossier(ctx, { name: 'issue', asked, act: issuing(asked) }));
    });

  app.post('/dossiers/:code/extension-signing', { ...requires('dossier.extend'), schema: { operationId: 'extendElsewhere', tags: ['dossiers'], params: DossierPath, body: ExtensionBegun, response: begins } },
    async (request, reply) => {
      const { key, asked } = given(request);
      return begin(reply, key, onDossier(ctx, { name: 'extend', asked, act: extending(asked) }));
    });

  app.post('/dossiers/:code/reissue-signing', { ...requires('dossier.reissue'), schema: { operationId: 'reissueElsewhere', tags: ['papers'], params: DossierPath, body: ReissueBegun, response: begins } },
    async (request, reply) => {
      const { key, asked } = given(request);
      return begin(reply, key, onDossier(ctx, { name: 'reissue', asked, act: reissuing(asked) }));
    });

  app.post('/dossiers/:code/digitised-signing', { ...requires('dossier.digitise'), schema: { operationId: 'digitiseElsewhere', tags: ['papers'], params: DossierPath, body: DigitisedBegun, response: begins } },
    async (request, reply) => {
      const { key, asked } = given(request);
      return begin(reply, key, onDossier(ctx, { name: 'digitise', asked, act: digitising(asked) }));
    });

  app.post('/dossiers/:code/working-paper-signing', { ...requires('dossier.digitise'), schema: { operationId: 'digitiseWorkingPaperElsewhere', tags: ['papers'], params: DossierPath, body: WorkingPaperBegun, response: begins } },
    async (request, reply) => {
      const { key, asked } = given(request);
      return begin(reply, key, onDossier(ctx, { name: 'digitise', asked, act: digitisingWorking(asked) }));
    });

  app.post('/paper-hand-overs/:id/signing', { ...requires('papers.sign'), schema: { operationId: 'signHandOverNoteElsewhere', tags: ['papers'], params: ById, body: SlipBegun, response: begins } },
    async (request, reply) => {
      const officer = officerOf(request);
      return begin(reply, { officer, ...request.body }, await slipToSignElsewhere(ctx, { actor: officer, ...request.params }));
    });

  app.post('/batch/signing', { ...requires('dossier.approve'), schema: { operationId: 'signManyElsewhere', tags: ['dossiers'], body: BatchSigningBegun, response: { 202: ById, ...problems } } }, async (request, reply) => {
    const { means, pin, items, clientKey, opinion } = request.body;
    const officer = officerOf(request);
    const begun = await signElsewhere(ctx, { officer, means, pin, items: items.map((item) => {
      const asked = { ...item, clientKey: batchKey(clientKey, item), actor: officer, body: { opinion } };
      return onDossier(ctx, { name: 'approve', asked, act: approval(asked) });
    }) });
    return begun.ok ? reply.code(202).send({ id: begun.value.batch }) : refused(reply, begun.error);
  });

  app.get('/signings/:id', { ...requires('signing-means.own'), schema: { operationId: 'signingStanding', tags: ['dossiers'], params: ById, response: { 200: SigningStanding, ...problems } } }, async (request, reply) => {
    const [found] = await standingOfSignings(ctx, { ...request.params, officer: officerOf(request).id });
    return found === undefined ? refused(reply, { code: 'dossier-unknown' }) : reply.send(standing(found));
  });

  app.post('/signings/:id/cancellation', { ...requires('signing-means.own'), schema: { operationId: 'cancelSigning', tags: ['dossiers'], params: ById, response: { 201: SigningStanding, ...problems } } }, async (request, reply) => {
    const asked = { ...request.params, officer: officerOf(request).id };
    await cancelSignings(ctx, asked);
    const [found] = await standingOfSignings(ctx, asked);
    return found === undefined ? refused(reply, { code: 'dossier-unknown' }) : reply.code(201).send(standing(found));
  });

  app.get('/signing-batches/:id', { ...requires('signing-means.own'), schema: { operationId: 'signingBatchStanding', tags: ['dossiers'], params: ById, response: { 200: SigningBatch, ...problems } } }, async (request, reply) => {
    const found = await standingOfSignings(ctx, { batch: request.params.id, officer: officerOf(request).id });
    return found.length === 0 ? refused(reply, { code: 'dossier-unknown' }) : reply.send({ signings: found.map(standing) });
  });

  app.post('/signing-batches/:id/cancellation', { ...requires('signing-means.own'), schema: { operationId: 'cancelSigningBatch', tags: ['dossiers'], params: ById, response: { 201: SigningBatch, ...problems } } }, async (request, reply) => {
    const asked = { batch: request.params.id, officer: officerOf(request).id };
    await cancelSignings(ctx, asked);
    const found = await standingOfSignings(ctx, asked);
    return found.length === 0 ? refused(reply, { code: 'dossier-unknown' }) : reply.code(201).send({ signings: found.map(standing) });
  });
  done();
};
