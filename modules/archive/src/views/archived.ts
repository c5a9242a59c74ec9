// SPDX-License-Identifier: EUPL-1.2
import { type Officer, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { z } from 'zod';
import type { ArchiveQuery, ArchivedDossiers } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { reach } from '../permissions.ts';
import { archiveDb } from '../store/tables.ts';
import { agenciesOf, narrowed } from './agencies.ts';
import { numberOf } from './batches.ts';

const aPage = 50;

/** Tìm hồ sơ trong lưu trữ: by code or procedure, year, agency, what became of it; pages by code, names nobody. */
export async function archivedDossiers(ctx: ArchiveDesk, { officer, find, year, agency, state, after }: z.infer<typeof ArchiveQuery> & { readonly officer: Officer }): Promise<ArchivedDossiers> {
  const scope = reach(officer, 'archive.read', ctx.province);
  const within = narrowed(scope, agency);
  const today = officeDay(ctx.clock.now()).toString();
  const typed = `%${(find ?? '').replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  const rows = await archiveDb(ctx.db).selectFrom('archive.item as i').innerJoin('archive.batch as b', 'b.id', 'i.batch_id').leftJoin('archive.batch_receipt as r', 'r.batch_id', 'b.id').leftJoin('archive.tombstone as t', 't.dossier_id', 'i.dossier_id').leftJoin('archive.destruction_approval as a', 'a.destruction_id', 't.destruction_id')
    .select(['i.code', 'i.procedure_name', 'i.ended_on', 'i.retention', 'i.kept_until', 'b.id', 'b.no', 'b.year', 'b.agency', 'r.by_id as received', 't.destroyed_at', 'a.decision_number', 'a.decision_date'])
    .$if(within !== null, (query) => query.where('b.agency', 'in', [...within ?? [], '']))
    .$if((find ?? '') !== '', (query) => query.where((where) => where.or([where('i.code', 'ilike', typed), where('i.procedure_name', 'ilike', typed), where('i.procedure_code', 'ilike', typed)])))
    .$if(year !== undefined, (query) => query.where('i.ended_on', '>=', `${String(year)}-01-01`).where('i.ended_on', '<=', `${String(year)}-12-31`))
    .$if(state === 'destroyed', (query) => query.where('t.dossier_id', 'is not', null)).$if(state === 'kept' || state === 'over', (query) => query.where('t.dossier_id', 'is', null)).$if(state === 'over', (query) => query.where('i.kept_until', '<', today))
    .$if(after !== undefined, (query) => query.where('i.code', '>', after ?? '')).orderBy('i.code').limit(aPage + 1).execute();
  const shown = rows.slice(0, aPage);
  const nameOf = await agencyNames(ctx.db, shown.map((row) => row.agency));
  const stateOf = (row: (typeof rows)[number]): ArchivedDossiers['dossiers'][number]['state'] => {
    if (row.destroyed_at !== null) return 'destroyed';
    if (row.received === null) return 'waiting';
    return row.kept_until !== null && row.kept_until < today ? 'over' : 'kept';
  };
  return {
    agencies: await agenciesOf(ctx, scope), thisYear: Number(today.slice(0, 4)), mayOpen: reach(officer, 'archive.open', ctx.province)?.length !== 0, next: rows.length > aPage ? shown.at(-1)?.code ?? null : null,
    dossiers: shown.map((row) => ({ code: row.code, procedure: row.procedure_name, agencyName: nameOf(row.agency), endedOn: row.ended_on, retention: row.retention, keptUntil: row.kept_until, batch: { id: row.id, number: numberOf(row) }, state: stateOf(row), decision: row.decision_number === null ? null : `${row.decision_number}, ${row.decision_date ?? ''}` })),
  };
}
