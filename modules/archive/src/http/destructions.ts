// SPDX-License-Identifier: EUPL-1.2
import { closedByCode } from '@motcua/dossiers';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { approveDestruction, proposeDestruction, refuseDestruction } from '../commands/destroy.ts';
import { ArchiveDone, DestructionDecision, DestructionRefusal, Destructions, NewDestruction } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { destructionPaper } from '../papers/batch-papers.ts';
import { printList } from '../papers/list-paper.ts';
import { reach, reaches } from '../permissions.ts';
import { notClosed } from '../views/closed-named.ts';
import { destructionOf, destructions } from '../views/destructions.ts';
import { paper, refusedBy } from './answer.ts';

const tags = ['archive'];
const Path = z.object({ id: z.uuid() });
const faults = { 403: Problem, 404: Problem, 409: Problem, 422: Problem };

/** Hủy hồ sơ hết thời hạn bảo quản: one proposes, another decides; the owner's maintenance run destroys. */
export const destructionRoutes = (ctx: ArchiveDesk): RoutePlugin => (app, _options, done) => {
  app.get('/archive/destructions', { ...requires('archive.read'), schema: { operationId: 'listDestructions', tags, response: { 200: Destructions } } }, (request) => destructions(ctx, officerOf(request)));

  app.post('/archive/destructions', { ...requires('archive.propose-destruction'), schema: { operationId: 'proposeDestruction', tags, body: NewDestruction, response: { 201: ArchiveDone, ...faults } } }, async (request, reply) => {
    const officer = officerOf(request);
    const { agency, clientKey: key, noComplaint, dossiers: codes } = request.body;
    const scope = reach(officer, 'archive.propose-destruction', ctx.province);
    if (!reaches(scope, agency)) return refusedBy(reply, { code: 'archive-not-yours' });
    const closed = new Map((await closedByCode(ctx.db, codes)).map((one) => [one.code, one]));
    const unknown = codes.find((code) => !closed.has(code));
    if (unknown !== undefined) return refusedBy(reply, await notClosed(ctx.db, { code: unknown, scope }));
    const proposed = await proposeDestruction(ctx, { agency, key, by: officer, noComplaint, dossiers: [...closed.values()] });
    return proposed.ok ? reply.code(201).send(proposed.value) : refusedBy(reply, proposed.error);
  });

  app.post('/archive/destructions/:id/decision', { ...requires('archive.decide-destruction'), schema: { operationId: 'decideDestruction', tags, params: Path, body: DestructionDecision, response: { 201: ArchiveDone, ...faults } } }, async (request, reply) => {
    const officer = officerOf(request);
    const proposal = await destructionOf(ctx, officer, request.params.id);
    if (proposal === undefined || !reaches(reach(officer, 'archive.decide-destruction', ctx.province), proposal.agency)) return refusedBy(reply, { code: 'destruction-unknown' });
    const [today, begun] = [ctx.clock.now(), Temporal.Instant.from(proposal.proposed.at)].map((at) => officeDay(at).toString());
    if (request.body.date > (today ?? '') || request.body.date < (begun ?? '')) {
      const text = 'Ngày quyết định từ ngày đề nghị đến hôm nay. Kiểm tra lại ngày.';
      return reply.code(422).type('application/problem+json').send(problem({ status: 422, code: 'archive-decision-day', title: text, errors: [{ path: 'date', label: 'Ngày quyết định', text }] }));
    }
    const approved = await approveDestruction(ctx, { id: proposal.id, by: officer, decision: request.body });
    return approved.ok ? reply.code(201).send(approved.value) : refusedBy(reply, approved.error);
  });

  app.post('/archive/destructions/:id/refusal', { ...requires('archive.decide-destruction'), schema: { operationId: 'refuseDestruction', tags, params: Path, body: DestructionRefusal, response: { 201: ArchiveDone, ...faults } } }, async (request, reply) => {
    const officer = officerOf(request);
    const proposal = await destructionOf(ctx, officer, request.params.id);
    if (proposal === undefined || !reaches(reach(officer, 'archive.decide-destruction', ctx.province), proposal.agency)) return refusedBy(reply, { code: 'destruction-unknown' });
    const refused = await refuseDestruction(ctx, { id: proposal.id, by: officer, reason: request.body.reason, isWithdrawal: false });
    return refused.ok ? reply.code(201).send(refused.value) : refusedBy(reply, refused.error);
  });

  app.post('/archive/destructions/:id/withdrawal', { ...requires('archive.propose-destruction'), schema: { operationId: 'withdrawDestruction', tags, params: Path, body: DestructionRefusal, response: { 201: ArchiveDone, ...faults } } }, async (request, reply) => {
    const officer = officerOf(request);
    const proposal = await destructionOf(ctx, officer, request.params.id);
    if (proposal === undefined) return refusedBy(reply, { code: 'destruction-unknown' });
    const withdrawn = await refuseDestruction(ctx, { id: proposal.id, by: officer, reason: request.body.reason, isWithdrawal: true });
    return withdrawn.ok ? reply.code(201).send(withdrawn.value) : refusedBy(reply, withdrawn.error);
  });

  app.get('/archive/destructions/:id/printed', { ...requires('archive.read'), schema: { operationId: 'printDestruction', tags, params: Path } }, async (request, reply) => {
    const proposal = await destructionOf(ctx, officerOf(request), request.params.id);
    if (proposal === undefined) return refusedBy(reply, { code: 'destruction-unknown' });
    return paper(reply, 'danh-muc-huy.pdf', await printList(destructionPaper(proposal), { demonstration: ctx.demonstration, at: ctx.clock.now() }));
  });
  done();
};
