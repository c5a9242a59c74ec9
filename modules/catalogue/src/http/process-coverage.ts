// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type RoutePlugin, pageQuery, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import { ProcessCoverage } from '../contract.ts';
import { processCoverage } from '../views/process-coverage.ts';

/** Độ phủ quy trình nội bộ: which procedures have an internal procedure of their own, which not yet. */
export const processCoverageRoutes = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): RoutePlugin => (app, _options, done) => {
  app.get('/process-coverage', { ...requires('process.read'), schema: { operationId: 'getProcessCoverage', tags: ['processes'], querystring: pageQuery, response: { 200: ProcessCoverage } } },
    async ({ query }) => processCoverage(db, { day: officeDay(clock.now()).toString(), after: query.after }));
  done();
};
