// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { BackFileBatches, LineState } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { type Batch, batchesOf, numberOf } from '../store/batches.ts';
import { stateOf, standing } from './line-state.ts';

/** How many lines of some batches stand where, in one question. */
export async function countsOf({ db }: Pick<BackFileContext, 'db'>, batches: readonly string[]): Promise<ReadonlyMap<string, Partial<Record<LineState, number>>>> {
  if (batches.length === 0) return new Map();
  const { rows } = await sql<{ id: string; state: LineState; n: number }>`select l.batch_id as id, ${stateOf} as state, count(*)::int as n from ${standing} where l.batch_id = any(${[...batches]}::uuid[]) group by 1, 2`.execute(db);
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, some]) => [id, Object.fromEntries(some.map(({ state, n }) => [state, n]))]));
}

/** A batch as screens show it. */
export const shownBatch = (batch: Batch, counts: Partial<Record<LineState, number>>, agencyName: string): BackFileBatches['batches'][number] =>
  ({ id: batch.id, number: numberOf(batch), title: batch.title, agency: batch.agency, agencyName, by: batch.byName, at: batch.at.toString(), counts, dropped: batch.dropped });

/** Lô hồ sơ cũ: the batches of the agencies an officer digitises for. */
export async function batchList(ctx: BackFileContext, officer: Officer): Promise<BackFileBatches> {
  const desks = backFileDesks(officer);
  const batches = await batchesOf(ctx.db, desks);
  const [nameOf, counts] = await Promise.all([agencyNames(ctx.db, desks), countsOf(ctx, batches.map(({ id }) => id))]);
  return { agencies: desks.map((code) => ({ code, name: nameOf(code) })), batches: batches.map((batch) => shownBatch(batch, counts.get(batch.id) ?? {}, nameOf(batch.agency))) };
}
