// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { viewingLog } from '@motcua/vault';
import { decideCleansing } from '../commands/decide-cleansing.ts';
import { Cleansing, CleansingDecided, CleansingDecision } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { cleansingList } from '../views/cleansing.ts';
import { refusedBy } from './answer.ts';

const tags = ['cleansing'];
const isOwner = (text: string): boolean => /^\d{10,12}(-\d{3})?$/u.test(text);

/** Làm sạch dữ liệu: what contradicts itself, and what people decided about it. */
export const cleansingRoutes = (ctx: BackFileContext): RoutePlugin => (app, _options, done) => {
  const log = viewingLog();

  app.get('/cleansing', { ...requires('cleansing.read'), schema: { operationId: 'listCleansing', tags, response: { 200: Cleansing } } }, async (request) => {
    const officer = officerOf(request);
    const list = await cleansingList(ctx, officer);
    const owners = new Set(list.findings.flatMap(({ subject, values }) => [subject, ...values.map(({ value }) => value)]).filter(isOwner));
    // Whose names are in the answer is written down before it leaves.
    await log(ctx.db, [...owners].map((owner) => ({ owner, officer: { id: officer.id, name: officer.name }, agency: officer.postings[0]?.agency ?? null, subject: 'person', dossier: '', purpose: 'cleansing', at: ctx.clock.now() })));
    return list;
  });

  app.post('/cleansing/decisions', { ...requires('cleansing.decide'), schema: { operationId: 'decideCleansing', tags, body: CleansingDecision, response: { 201: CleansingDecided, 404: Problem, 422: Problem } } }, async (request, reply) => {
    const { clientKey: key, ...asked } = request.body;
    const decided = await decideCleansing(ctx, { key, ...asked, officer: officerOf(request) });
    return decided.ok ? reply.code(201).send(decided.value) : refusedBy(reply, decided.error);
  });
  done();
};
