// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Problem, type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { DryRun } from '../contract.ts';
import { type DryRunItem, dryRun } from '../dry-run/dry-run.ts';

/** Dossiers one trial looks at. */
const most = 120;

type Parts = { readonly db: Db; /** What a bản soạn proposes; a pack proposes several. Undefined when there is none. */ readonly itemsOf: (id: string) => Promise<readonly DryRunItem[] | undefined> };

/** Chạy thử trên hồ sơ cũ. */
export const dryRunRoutes = ({ db, itemsOf }: Parts): RoutePlugin => (app, _options, done) => {
  app.get('/proposals/:id/dry-run', { ...requires('proposal.read'), schema: { operationId: 'dryRunProposal', tags: ['proposals'], params: z.object({ id: z.uuid() }), response: { 200: DryRun, 404: Problem } } },
    async (request, reply) => {
      const items = await itemsOf(request.params.id);
      if (items === undefined) return reply.code(404).send(problem({ status: 404, code: 'proposal-unknown', title: 'Không có bản soạn này.', detail: 'Xem lại danh sách «Bản soạn».' }));
      return { lines: [...await dryRun(db, items, most)] };
    });
  done();
};
