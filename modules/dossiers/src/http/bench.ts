// SPDX-License-Identifier: EUPL-1.2
import { attachmentHeader } from '@motcua/documents';
import type { EformDefinition } from '@motcua/eforms';
import { Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { type Result, ok, refuse } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { type BenchParts, BenchTooLong, type Trial, benchPaper, benchPerson, benchForm, trial } from '../bench/trial.ts';
import { BenchTaken } from '../store/bench.ts';
import { BenchAsked, BenchPaperAsked, BenchRun, BenchSample, BenchSampleAsked, type Party } from '../contract.ts';
import { refused } from './answer.ts';
import { refusalProblem } from './refusal-words.ts';

type Parts = BenchParts & { /** Answers that fit a form, of the person of the bench. */ readonly answersFor: (form: EformDefinition, party: Party) => Readonly<Record<string, unknown>> };

type Line = Trial['taken'];

function lineOf({ at, outcome }: Line): BenchRun['taken'] {
  if (outcome.ok) return { at, refused: null, note: outcome.value.note };
  const { error } = outcome;
  if (error.code === 'nobody') return { at, refused: { title: 'Không có ai làm việc này.', detail: `Chưa có người giữ vai «${error.role}» ở ${error.agency} được làm việc này. Bố trí người ở «Bố trí cán bộ».` }, note: null };
  const { title, detail, errors } = refusalProblem(error);
  return { at, refused: { title, detail: [detail ?? '', ...(errors ?? []).map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`))].join(' ').trim() }, note: null };
}

const taken = problem({ status: 409, code: 'bench-taken', title: 'Bàn thử đang có người dùng.', detail: 'Chờ vài giây rồi bấm lại.' });
const tooLong = problem({ status: 422, code: 'bench-too-long', title: 'Lần chạy thử dài quá.', detail: 'Bớt lựa chọn rồi chạy lại từ đầu.' });

const isTooLong = (fault: unknown): boolean => fault instanceof BenchTooLong || (fault instanceof Error && 'code' in fault && (fault.code === '57014' || fault.code === '55P03'));

/** The bench is held by another, or the run was cut: said, and nothing was kept. */
async function atBench<Value>(run: () => Promise<Value>): Promise<Result<Value, Problem>> {
  try {
    return ok(await run());
  } catch (fault) {
    if (fault instanceof BenchTaken) return refuse(taken);
    if (isTooLong(fault)) return refuse(tooLong);
    throw fault;
  }
}

const told = (reply: FastifyReply, said: Problem): FastifyReply => reply.code(said.status).type('application/problem+json').send(said);

/** Bàn thử: a whole procedure on a dossier that does not exist. */
export const benchRoutes = (parts: Parts): RoutePlugin => (app, _options, done) => {
  const answers = { 404: Problem, 409: Problem, 422: Problem };
  app.post('/bench', { ...requires('bench.run'), schema: { operationId: 'runBench', tags: ['bench'], body: BenchAsked, response: { 200: BenchRun, ...answers } } }, async (request, reply) => {
    const begun = performance.now();
    const ran = await atBench(() => trial(parts, request.body));
    if (!ran.ok) return told(reply, ran.error);
    const { taken: first, lines, ...run } = ran.value;
    return { ...run, taken: lineOf(first), lines: lines.map(lineOf), tookMs: Math.round(performance.now() - begun) };
  });

  app.post('/bench/samples', { ...requires('bench.run'), schema: { operationId: 'sampleBench', tags: ['bench'], body: BenchSampleAsked, response: { 200: BenchSample, ...answers } } }, async (request, reply) => {
    const ran = await atBench(() => benchForm(parts, request.body));
    if (!ran.ok) return told(reply, ran.error);
    if (!ran.value.ok) return refused(reply, ran.value.error);
    const { form, circumstances } = ran.value.value;
    return { form, circumstances, answers: { ...parts.answersFor(form, benchPerson) } };
  });

  app.post('/bench/papers', { ...requires('bench.run'), schema: { operationId: 'printBenchPaper', tags: ['bench'], body: BenchPaperAsked } }, async (request, reply) => {
    const ran = await atBench(() => benchPaper(parts, request.body));
    if (!ran.ok) return told(reply, ran.error);
    if (ran.value === null) return refused(reply, { code: 'no-such-paper' });
    return reply.header('content-type', 'application/pdf').header('content-disposition', attachmentHeader(`${request.body.paper}-ban-thu.pdf`).replace(/^attachment/u, 'inline')).send(Buffer.from(ran.value));
  });
  done();
};
