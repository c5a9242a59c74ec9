// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { SimulationAsked, Simulation } from '../contract.ts';
import type { z } from 'zod';
import { compileProcess } from '../definition/compile-process.ts';
import { draftSizeFault } from '../definition/draft-size.ts';
import { readTable } from '../drawing/table.ts';
import type { PublicationFault } from '../model.ts';
import { type WalkRefusal, walkThrough } from '../simulation/walk.ts';
import type { ProcessRoutesNeed } from './index.ts';

const broken = (faults: readonly PublicationFault[]): Problem => problem({
  status: 422, code: 'process-broken', title: 'Chưa chạy thử được: quy trình còn lỗi.', detail: 'Sửa các chỗ nêu dưới đây rồi chạy lại.',
  errors: faults.slice(0, 20).map(({ element, text }) => ({ path: element === null ? 'process' : `steps.${element}`, text })),
});

const stuck = ({ choice, refusal }: WalkRefusal): Problem => problem({
  status: 422, code: 'simulation-stuck', title: 'Hồ sơ thử không đi tiếp được ở lựa chọn này.',
  detail: 'name' in refusal ? `Tại «${refusal.name}»: không nhánh nào có điều kiện đúng, hoặc nhánh chờ nhau mãi. Chọn câu trả lời khác, hoặc sửa điều kiện.` : 'Bước này không còn chờ. Quay lại một lựa chọn rồi đi tiếp.',
  errors: [{ path: `choices.${Math.max(0, choice)}`, text: refusal.code }],
});

/** Papers a step makes, by its node. */
async function outputsOf(xml: string): Promise<ReadonlyMap<string, string>> {
  const table = await readTable(xml, 'whole');
  return new Map(table.ok ? table.value.rows.flatMap((row) => (row.kind === 'step' ? [[row.id, row.output] as const] : [])) : []);
}

/** Chạy thử một hồ sơ: a process drawn or published is walked through in the engine; nothing is stored. */
export const tryOutRoutes = ({ db, neighbours }: ProcessRoutesNeed): RoutePlugin => (app, _options, done) => {
  app.post('/process-simulations', { ...requires('process.try'), schema: { operationId: 'simulateProcess', tags: ['processes'], body: SimulationAsked, response: { 200: Simulation, 422: Problem } } },
    async ({ body }, reply) => {
      const size = draftSizeFault(body.xml);
      if (size !== null) return reply.code(422).type('application/problem+json').send(broken([size]));
      const compiled = await compileProcess(body.xml);
      if (!compiled.ok) return reply.code(422).type('application/problem+json').send(broken(compiled.error));
      const receivedAt = Temporal.Instant.from(body.receivedAt);
      const words = [...new Set([...compiled.value.nodes.values()].flatMap(({ task }) => (task === null ? [] : [task.agency])))];
      const { counting, promisedAt, nameOf } = await neighbours.timeOf(db, { agency: body.agency, words, procedure: body.procedure, receivedAt });
      const walk = walkThrough(compiled.value, body.choices, { from: receivedAt, variables: { ...body.variables, channel: 'counter', procedure: body.procedure ?? '' }, counting });
      if (!walk.ok) return reply.code(422).type('application/problem+json').send(stuck(walk.error));
      const outputs = await outputsOf(body.xml);
      const shown: z.infer<typeof Simulation> = {
        ...walk.value, agencyName: nameOf('competent'), promisedAt: promisedAt?.toString() ?? null, late: promisedAt !== null && Temporal.Instant.compare(Temporal.Instant.from(walk.value.at), promisedAt) > 0,
        steps: walk.value.steps.map((step) => ({ ...step, agency: nameOf(step.agency), output: outputs.get(step.node) ?? '' })),
        waiting: walk.value.waiting.map(({ node, questions, returns }) => ({ node, questions: questions.map((question) => ({ ...question, choices: [...question.choices] })), returns: [...returns] })), timers: [...walk.value.timers], messages: [...walk.value.messages],
      };
      return shown;
    });
  done();
};
