// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { z } from 'zod';
import type { BatchView, Batches } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { reach, reaches } from '../permissions.ts';
import { archiveDb } from '../store/tables.ts';
import { narrowed } from './agencies.ts';

/** «3/2026» */
export const numberOf = ({ no, year }: { readonly no: number; readonly year: number }): string => `${String(no)}/${String(year)}`;

const newest = 100;

/** Who gave takes back, another receives, while neither was done. */
const mayOf = ({ isStanding, isMine, receives }: { readonly isStanding: boolean; readonly isMine: boolean; readonly receives: boolean }): { readonly mayReceive: boolean; readonly mayWithdraw: boolean } => ({ mayReceive: isStanding && !isMine && receives, mayWithdraw: isStanding && isMine });

type Asked = { readonly officer: Officer; readonly agency?: string | undefined; readonly id?: string };

/** Biên bản nộp lưu, newest first. */
export async function batches(ctx: ArchiveDesk, { officer, agency, id }: Asked): Promise<z.infer<typeof Batches>> {
  const scope = narrowed(reach(officer, 'archive.read', ctx.province), agency);
  const receives = reach(officer, 'archive.receive', ctx.province);
  const rows = await archiveDb(ctx.db).selectFrom('archive.batch as b').leftJoin('archive.batch_receipt as r', 'r.batch_id', 'b.id').leftJoin('archive.batch_withdrawal as w', 'w.batch_id', 'b.id')
    .select((from) => ['b.id', 'b.agency', 'b.year', 'b.no', 'b.by_id', 'b.by_name', 'b.at', 'r.by_name as receiver', 'r.at as receivedAt', 'w.by_name as withdrawer', 'w.at as withdrawnAt', 'w.reason', from.selectFrom('archive.withdrawn_item as x').select(({ fn }) => fn.countAll<string>().as('count')).whereRef('x.batch_id', '=', 'b.id').as('gone'), from.selectFrom('archive.item as i').select(({ fn }) => fn.countAll<string>().as('count')).whereRef('i.batch_id', '=', 'b.id').as('dossiers')])
    .$if(scope !== null, (query) => query.where('b.agency', 'in', [...scope ?? [], ''])).$if(id !== undefined, (query) => query.where('b.id', '=', id ?? '')).orderBy('b.at', 'desc').orderBy('b.id').limit(newest).execute();
  const nameOf = await agencyNames(ctx.db, rows.map((row) => row.agency));
  return {
    batches: rows.map((row) => ({
      withdrawn: row.withdrawer === null || row.withdrawnAt === null ? null : { by: row.withdrawer, at: row.withdrawnAt.toString(), reason: row.reason ?? '' },
      id: row.id, number: numberOf(row), agency: row.agency, agencyName: nameOf(row.agency), given: { by: row.by_name, at: row.at.toString() }, received: row.receiver === null || row.receivedAt === null ? null : { by: row.receiver, at: row.receivedAt.toString() },
      dossiers: Number(row.dossiers) + Number(row.gone), ...mayOf({ isStanding: row.receiver === null && row.withdrawer === null, isMine: row.by_id === officer.id, receives: reaches(receives, row.agency) }),
    })),
  };
}

/** What was last found in each package since its batch was made. */
async function lastChecks(ctx: ArchiveDesk, batch: string) {
  const rows = await archiveDb(ctx.db).selectFrom('archive.package_check as c').innerJoin('archive.item as i', 'i.dossier_id', 'c.dossier_id').innerJoin('archive.batch as b', 'b.id', 'i.batch_id').distinctOn('c.dossier_id').select(['c.dossier_id', 'c.verdict', 'c.text', 'c.at']).where('i.batch_id', '=', batch).whereRef('c.at', '>=', 'b.at').orderBy('c.dossier_id').orderBy('c.at', 'desc').execute();
  return new Map(rows.map(({ dossier_id: dossier, verdict, text, at }) => [dossier, { verdict, text, at: at.toString() }]));
}

/** One biên bản with its dossiers and what was last found in their packages; undefined when there is none within reach. */
export async function batchView(ctx: ArchiveDesk, { officer, id }: { readonly officer: Officer; readonly id: string }): Promise<BatchView | undefined> {
  const [batch] = (await batches(ctx, { officer, id })).batches;
  if (batch === undefined) return undefined;
  const items = batch.withdrawn === null ? await archiveDb(ctx.db).selectFrom('archive.item as i').leftJoin('archive.tombstone as t', 't.dossier_id', 'i.dossier_id')
    .select(['i.dossier_id', 'i.code', 'i.procedure_name', 'i.ended_on', 'i.documents', 'i.size', 'i.sha256', 'i.retention', 'i.kept_until', 't.destroyed_at']).where('i.batch_id', '=', id).orderBy('i.code').execute()
    : await archiveDb(ctx.db).selectFrom('archive.withdrawn_item as i').select(['i.dossier_id', 'i.code', 'i.procedure_name', 'i.ended_on', 'i.documents', 'i.size', 'i.sha256', 'i.retention', 'i.kept_until', sql<null>`null`.as('destroyed_at')]).where('i.batch_id', '=', id).orderBy('i.code').execute();
  const checks = await lastChecks(ctx, id);
  return {
    ...batch, items: items.map((item) => ({
      code: item.code, procedure: item.procedure_name, endedOn: item.ended_on, documents: item.documents, bytes: Number(item.size), sha256: item.sha256, retention: item.retention, keptUntil: item.kept_until, check: checks.get(item.dossier_id) ?? null, destroyed: item.destroyed_at !== null,
    })),
  };
}
