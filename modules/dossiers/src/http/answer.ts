// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import { Problem } from '@motcua/http-kit';
import type { Result } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ActDone } from '../contract.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { refusalProblem, statusOf } from './refusal-words.ts';

/** Path of everything under one dossier. */
export const DossierPath = z.object({ code: z.string().max(80) });

/** What an act may answer. */
export const actResponses = { 201: ActDone, 403: Problem, 404: Problem, 409: Problem, 422: Problem, 507: Problem };

/** What a question may answer besides its value. */
export const questionResponses = { 404: Problem, 410: Problem };

/** What a forecast may answer besides its value. */
export const forecastResponses = { 404: Problem, 409: Problem, 410: Problem, 422: Problem };

/** Sends the outcome of an act: 201 with what it did, or the refusal in words. */
export function sent(reply: FastifyReply, outcome: Result<ActDone, LifecycleRefusal>): FastifyReply {
  if (outcome.ok) return reply.code(201).send(outcome.value);
  return reply.code(statusOf[outcome.error.code]).type('application/problem+json').send(refusalProblem(outcome.error));
}

/** Sends a paper to be looked at in the browser; null: there is none. */
export const sentPdf = (reply: FastifyReply, pdf: Uint8Array | null, name: string): FastifyReply => (pdf === null ? refused(reply, { code: 'no-such-paper' })
  : reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(name).replace(/^attachment/u, 'inline')).send(Buffer.from(pdf)));

/** Sends a refusal. */
export function refused(reply: FastifyReply, refusal: LifecycleRefusal): FastifyReply {
  return reply.code(statusOf[refusal.code]).type('application/problem+json').send(refusalProblem(refusal));
}
