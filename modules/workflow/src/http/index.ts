// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Keyset, Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { difference } from '@motcua/proposals';
import { ProcessDifference, ProcessModel, ProcessPage, ProcessView } from '../contract.ts';
import { describeProcess } from '../drawing/describe.ts';
import type { ProcessNeighbours } from '../neighbours.ts';
import { processPage, processView } from '../views/processes.ts';
import { getDefinition } from '../store/definitions.ts';

export { tryOutRoutes } from './try-out.ts';
export { processImportRoutes } from './imports.ts';

const Key = z.object({ key: z.string().min(1).max(120) });
const Version = z.coerce.number().int().positive().max(1_000_000);
const unknown = problem({ status: 404, code: 'process-unknown', title: 'Chưa có quy trình với mã này.', detail: 'Mở danh sách quy trình để chọn.' });

export type ProcessRoutesNeed = { readonly db: Db; readonly clock: Clock; readonly neighbours: ProcessNeighbours };

/** Quy trình nội bộ: the list, one with its versions and step table, the model of a version. */
export const processRoutes = ({ db, clock, neighbours }: ProcessRoutesNeed): RoutePlugin => (app, _options, done) => {
  const tags = ['processes'];
  app.get('/processes', { ...requires('process.read'), schema: { operationId: 'listProcesses', tags, querystring: z.object({ q: z.string().max(200).optional(), after: Keyset }), response: { 200: ProcessPage } } },
    async ({ query }) => processPage(db, { words: query.q, after: query.after }));

  app.get('/processes/:key', { ...requires('process.read'), schema: { operationId: 'getProcess', tags, params: Key, querystring: z.object({ version: Version.optional() }), response: { 200: ProcessView, 404: Problem } } },
    async ({ params, query }, reply) => {
      const found = await processView(db, { key: params.key, version: query.version, today: officeDay(clock.now()).toString() });
      if (found === null) return reply.code(404).send(unknown);
      const { codes, ...view } = found;
      const names = await neighbours.procedureNames(db, codes);
      const people = new Map<string, string>();
      for (const { publishedBy } of view.versions) if (!people.has(publishedBy)) people.set(publishedBy, await neighbours.personName(db, publishedBy));
      const used = await neighbours.usesOf(db, params.key, officeDay(clock.now()).toString());
      return { ...view, used: { count: used.count, first: [...used.first] }, procedures: codes.map((code) => ({ code, name: names.get(code) ?? '' })), versions: view.versions.map((version) => ({ ...version, publishedBy: people.get(version.publishedBy) ?? '' })) };
    });

  app.get('/processes/:key/versions/:version', { ...requires('process.read'), schema: { operationId: 'getProcessModel', tags, params: Key.extend({ version: Version }), response: { 200: ProcessModel, 404: Problem } } },
    async ({ params }, reply) => {
      const found = await getDefinition(db, params.key, params.version);
      return found === null ? reply.code(404).send(unknown) : { key: found.key, version: found.version, name: found.name, xml: found.xml };
    });

  app.get('/processes/:key/difference', { ...requires('process.read'), schema: { operationId: 'compareProcessVersions', tags, params: Key, querystring: z.object({ from: Version, to: Version }), response: { 200: ProcessDifference, 404: Problem } } },
    async ({ params, query }, reply) => {
      const [before, after] = [await getDefinition(db, params.key, query.from), await getDefinition(db, params.key, query.to)];
      if (before === null || after === null) return reply.code(404).send(unknown);
      return { ...query, lines: [...difference(await describeProcess(before.xml), await describeProcess(after.xml))] };
    });
  done();
};
