// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, officerOf, problem, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type RuleRefusal, chooseRuleSet, faultOfChoice, withdrawRuleChoice } from '../commands/choose-rule-set.ts';
import { DeadlineRulesView, RuleChoice, RuleChoiceAsked, RuleChoiceEffects, RuleChosen, RuleWithdrawalAsked } from '../contract.ts';
import { ruleActs } from '../permissions.ts';
import { ruleChoiceEffects } from '../views/rule-choice-effects.ts';
import { ruleOverview } from '../views/rule-overview.ts';

const RulePath = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

function said(refusal: RuleRefusal): Problem {
  switch (refusal.code) {
    case 'rule-choice-bad': return problem({ status: 422, code: 'rule-choice-bad', title: refusal.text, errors: [{ path: refusal.field, text: refusal.text }] });
    case 'rule-already-chosen': return problem({ status: 409, code: 'rule-already-chosen', title: 'Đã có cách tính được chọn cho đúng thủ tục, cách nộp và ngày này.', detail: 'Thôi chọn cách tính đó trước nếu chưa đến ngày, hoặc chọn ngày khác.' });
    case 'rule-in-force': return problem({ status: 409, code: 'rule-in-force', title: 'Cách tính này đã được dùng nên không thôi chọn được.', detail: 'Chọn cách tính khác từ một ngày sau. Hồ sơ đã tiếp nhận giữ cách tính cũ.' });
    case 'rule-unknown': return problem({ status: 404, code: 'rule-unknown', title: 'Không còn cách tính này trong danh sách.', detail: 'Tải lại trang.' });
  }
}

const sent = (reply: FastifyReply, refusal: RuleRefusal): FastifyReply => {
  const body = said(refusal);
  return reply.code(body.status).type('application/problem+json').send(body);
};

/** Cách tính thời hạn: sets and dated rules, what a choice would change, choosing, taking back. */
export const deadlineRuleRoutes = ({ db, clock, province }: { readonly db: Db; readonly clock: Clock; readonly province: string }): RoutePlugin => (app, _options, done) => {
  app.get('/deadline-rules', { ...requires('deadline-rule.read'), schema: { operationId: 'getDeadlineRules', tags: ['deadline-rules'], response: { 200: DeadlineRulesView } } },
    async (request) => ruleOverview(db, { today: officeDay(clock.now()).toString(), mayChoose: officerOf(request).postings.some(({ role }) => ruleActs['deadline-rule.choose'].roles.includes(role)) }));

  app.post('/deadline-rules/previews', { ...requires('deadline-rule.choose'), schema: { operationId: 'previewRuleChoice', tags: ['deadline-rules'], body: RuleChoice, response: { 200: RuleChoiceEffects, 422: Problem } } },
    async (request, reply) => {
      const now = clock.now();
      const fault = await faultOfChoice(db, request.body, officeDay(now).toString());
      return fault === null ? ruleChoiceEffects(db, request.body, { now, scopes: [province, 'VN'] }) : sent(reply, fault);
    });

  app.post('/deadline-rules/choices', { ...requires('deadline-rule.choose'), schema: { operationId: 'chooseRuleSet', tags: ['deadline-rules'], body: RuleChoiceAsked, response: { 201: RuleChosen, 409: Problem, 422: Problem } } },
    async (request, reply) => {
      const { clientKey, decision, ...chosen } = request.body;
      const outcome = await chooseRuleSet(db, chosen, { by: officerOf(request), at: clock.now(), clientKey, decision });
      return outcome.ok ? reply.code(201).send({ id: clientKey }) : sent(reply, outcome.error);
    });

  app.post('/deadline-rules/choices/:id/withdrawal', { ...requires('deadline-rule.choose'), schema: { operationId: 'withdrawRuleChoice', tags: ['deadline-rules'], params: RulePath, body: RuleWithdrawalAsked, response: { 201: RuleChosen, 404: Problem, 409: Problem } } },
    async (request, reply) => {
      const outcome = await withdrawRuleChoice(db, request.params.id, { ...request.body, by: officerOf(request), at: clock.now() });
      return outcome.ok ? reply.code(201).send({ id: request.body.clientKey }) : sent(reply, outcome.error);
    });
  done();
};
