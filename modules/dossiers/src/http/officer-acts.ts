// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { accept, takeIn } from '../commands/accept.ts';
import { approve, issue, returnResult } from '../commands/decide.ts';
import { close, refuseDossier, stop, withdraw } from '../commands/endings.ts';
import { answerConsultation, assign, completeStep, consult, pay, release, requestPayment, sendBack } from '../commands/handle.ts';
import { confirmIdentity, requestIdentity } from '../commands/identity.ts';
import { sendUpstream } from '../commands/send-upstream.ts';
import { requestSupplement, supplement } from '../commands/supplement.ts';
import type { DossierContext } from '../context.ts';
import {
  Acceptance, Approval, Assignment, Closing, Consultation, ConsultationAnswer, CounterIntake, IdentityConfirmation, IdentityRequest, Issue, Payment, PaymentRequest, Refusal, Release, Return, SendBack, SendUpstream, StepCompletion, Stop,
  CounterSupplement, SupplementRequest, Withdrawal,
} from '../contract.ts';
import { DossierPath, actResponses, sent } from './answer.ts';

const TaskPath = DossierPath.extend({ task: z.string().max(60) });

const duty = <Body extends z.ZodType>(act: string, operationId: string, body: Body) => ({ ...requires(act), schema: { operationId, tags: ['dossiers'], params: DossierPath, body, response: actResponses } });
const stepDuty = <Body extends z.ZodType>(act: string, operationId: string, body: Body) => ({ ...requires(act), schema: { operationId, tags: ['dossiers'], params: TaskPath, body, response: actResponses } });

/** The acts of officers on dossiers. Each route: permission, schema, act, answer. */
export const officerActRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.post('/dossiers', { ...requires('dossier.intake'), schema: { operationId: 'takeIn', tags: ['dossiers'], body: CounterIntake, response: actResponses } },
    async (request, reply) => sent(reply, await takeIn(ctx, { actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/acceptance', duty('dossier.accept', 'accept', Acceptance),
    async (request, reply) => sent(reply, await accept(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/supplement-requests', duty('dossier.request-supplement', 'requestSupplement', SupplementRequest),
    async (request, reply) => sent(reply, await requestSupplement(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/supplements', duty('dossier.supplement', 'supplementAtCounter', CounterSupplement),
    async (request, reply) => sent(reply, await supplement(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: { ...request.body, documents: new Map() } })));

  app.post('/dossiers/:code/refusal', duty('dossier.refuse', 'refuse', Refusal),
    async (request, reply) => sent(reply, await refuseDossier(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/assignments', duty('dossier.assign', 'assign', Assignment),
    async (request, reply) => sent(reply, await assign(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/releases', duty('dossier.release', 'release', Release),
    async (request, reply) => sent(reply, await release(ctx, { ...request.params, ...request.body, actor: officerOf(request) })));

  app.post('/dossiers/:code/steps/:task/completion', stepDuty('dossier.complete-step', 'completeStep', StepCompletion),
    async (request, reply) => sent(reply, await completeStep(ctx, { ...request.params, ...request.body, taskId: request.params.task, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/steps/:task/return', stepDuty('dossier.send-back', 'sendBack', SendBack),
    async (request, reply) => sent(reply, await sendBack(ctx, { ...request.params, ...request.body, taskId: request.params.task, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/upstream', duty('dossier.send-upstream', 'sendUpstream', SendUpstream),
    async (request, reply) => sent(reply, await sendUpstream(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: { to: request.body.to, reason: request.body.reason } })));

  app.post('/dossiers/:code/consultations', duty('dossier.consult', 'consult', Consultation),
    async (request, reply) => sent(reply, await consult(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/consultations/:id/answer', {
    ...requires('dossier.answer-consultation'),
    schema: { operationId: 'answerConsultation', tags: ['dossiers'], params: DossierPath.extend({ id: z.uuid() }), body: ConsultationAnswer, response: actResponses },
  }, async (request, reply) => sent(reply, await answerConsultation(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: { opinion: request.body.opinion, agrees: request.body.agrees } })));

  app.post('/dossiers/:code/payment-requests', duty('dossier.request-payment', 'requestPayment', PaymentRequest),
    async (request, reply) => sent(reply, await requestPayment(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: { amountVnd: request.body.amountVnd, reason: request.body.reason } })));

  app.post('/dossiers/:code/identity-requests', duty('dossier.request-identity', 'requestIdentity', IdentityRequest),
    async (request, reply) => sent(reply, await requestIdentity(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/identity-confirmations', duty('dossier.confirm-identity', 'confirmIdentity', IdentityConfirmation),
    async (request, reply) => sent(reply, await confirmIdentity(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/payments', duty('dossier.pay', 'pay', Payment),
    async (request, reply) => sent(reply, await pay(ctx, {
      ...request.params, ...request.body, actor: officerOf(request), body: { amountVnd: request.body.amountVnd, receiptNumber: request.body.receiptNumber, way: request.body.way },
    })));

  app.post('/dossiers/:code/approval', duty('dossier.approve', 'approve', Approval),
    async (request, reply) => sent(reply, await approve(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/issue', duty('dossier.issue', 'issue', Issue),
    async (request, reply) => sent(reply, await issue(ctx, { ...request.params, ...request.body, actor: officerOf(request), seal: request.body.seal, body: request.body })));

  app.post('/dossiers/:code/return', duty('dossier.return', 'returnResult', Return),
    async (request, reply) => sent(reply, await returnResult(ctx, {
      ...request.params, ...request.body, actor: officerOf(request),
      body: { way: request.body.way, receivedBy: request.body.receivedBy, receiver: request.body.receiver, feeVnd: request.body.feeVnd, receiptNumber: request.body.receiptNumber, revocation: request.body.revocation },
    })));

  app.post('/dossiers/:code/withdrawal', duty('dossier.withdraw', 'withdraw', Withdrawal),
    async (request, reply) => sent(reply, await withdraw(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/stop', duty('dossier.stop', 'stop', Stop),
    async (request, reply) => sent(reply, await stop(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));

  app.post('/dossiers/:code/closing', duty('dossier.close', 'close', Closing),
    async (request, reply) => sent(reply, await close(ctx, { ...request.params, ...request.body, actor: officerOf(request), body: request.body })));
  done();
};
