// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Keyset, Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { Channel, Price, ProcedureChecklist, Procedure, ProcedurePage } from '../contract.ts';
import { checklistOn } from '../views/checklists.ts';
import { procedurePrice } from '../views/prices.ts';
import { procedureOn, searchProcedures } from '../views/procedures.ts';

const Search = z.object({
  q: z.string().max(300).optional(), field: z.string().max(60).optional(), level: z.string().max(40).optional(), agency: z.string().max(40).optional(), lifeEvent: z.string().max(200).optional(),
  online: z.stringbool().optional(), here: z.stringbool().optional(), after: Keyset,
});

const CodePath = z.object({ code: z.string().max(60) });
const PriceQuery = z.object({ channel: Channel.default('DIRECT'), circumstance: z.string().max(2000).optional(), claims: z.string().max(2000).optional().describe('reliefs said and proved, by id, with commas'), shipping: z.string().max(60).optional(), units: z.string().max(2000).regex(/^[^,:]{1,60}:\d{1,5}(,[^,:]{1,60}:\d{1,5})*$/u, 'Số lượng có dạng mã:số, cách nhau dấu phẩy.').optional().describe('how many of what is counted: id:count, with commas') });

export { controlRoutes } from './control.ts';
export { nationalUpdateRoutes } from './national-updates.ts';
export { nationalLineRoutes } from './national-line.ts';
export { guideFileRoutes } from './guide-files.ts';
export { deadlineRuleRoutes } from './deadline-rules.ts';
export { formPaperRoutes } from './form-papers.ts';
export { paperKindRoutes } from './paper-kinds.ts';
export { processCoverageRoutes } from './process-coverage.ts';

const unitsIn = (text: string | undefined): Readonly<Record<string, number>> => Object.fromEntries((text ?? '').split(',').filter((part) => part !== '').map((part) => { const [id = '', count = '1'] = part.split(':'); return [id, Number(count)]; }));

/** The public catalogue. */
export const catalogueRoutes = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();
  app.get('/procedures', { ...requires('procedure.read'), schema: { operationId: 'searchProcedures', querystring: Search, response: { 200: ProcedurePage } } },
    async ({ query }) => {
      const page = await searchProcedures(db, {
        day: today(),        text: query.q, field: query.field, level: query.level, agency: query.agency, lifeEvent: query.lifeEvent, onlineOnly: query.online, handledOnly: query.here, after: query.after,
      });
      return { procedures: [...page.procedures], next: page.next };
    });

  app.get('/procedures/:code/checklist', { ...requires('procedure.read'), schema: { operationId: 'getProcedureChecklist', params: CodePath, response: { 200: ProcedureChecklist } } },
    (request) => checklistOn(db, request.params.code, today()));

  app.get('/procedures/:code/price', { ...requires('procedure.read'), schema: { operationId: 'getProcedurePrice', params: CodePath, querystring: PriceQuery, response: { 200: Price, 404: Problem } } },
    async (request, reply) => {
      const { circumstance, channel, claims, shipping, units } = request.query;
      const price = await procedurePrice(db, request.params.code, { day: today(), channel, circumstance: circumstance ?? null, claims: claims?.split(',') ?? [], shipping: shipping ?? null, units: unitsIn(units) });
      return price ?? reply.code(404).send(problem({ status: 404, code: 'procedure-unknown', title: 'Chưa tìm thấy thủ tục với mã này.' }));
    });

  app.get('/procedures/:code', {
    ...requires('procedure.read'),
    schema: { operationId: 'getProcedure', params: CodePath, response: { 200: Procedure, 404: Problem } },
  }, async (request, reply) => {
    const found = await procedureOn(db, request.params.code, today());
    if (found === undefined) return reply.code(404).send(problem({ status: 404, code: 'procedure-unknown', title: 'Chưa tìm thấy thủ tục với mã này.' }));
    return found.procedure;
  });
  done();
};
