// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { FormPapers } from '../contract/form-papers.ts';
import { formPapers } from '../views/form-papers.ts';

const shown = 40;

/** Tờ khai thay cho giấy nào: what the designer of e-forms chooses from. */
export const formPaperRoutes = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): RoutePlugin => (app, _options, done) => {
  app.get('/catalogue/eforms/:key/papers', { ...requires('catalogue.read'), schema: { operationId: 'formPapers', tags: ['catalogue'], params: z.object({ key: z.string().max(80) }), querystring: z.object({ title: z.string().max(500).default('') }), response: { 200: FormPapers } } },
    (request) => formPapers(db, { key: request.params.key, title: request.query.title, day: officeDay(clock.now()).toString(), limit: shown }));
  done();
};
