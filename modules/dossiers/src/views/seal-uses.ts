// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import type { SealUses } from '../contract.ts';
import { holdersOf } from '../permissions.ts';

/** Lines a page of the log holds. */
const pageSize = 50;

/** Nhật ký con dấu: each use of a seal with its dossier and document, newest first, of the agencies the officer works for. Served by seal_use_by_seal. */
export async function sealUses(db: Db, officer: Officer, asked: { readonly seal: string; readonly before?: string | undefined }): Promise<SealUses> {
  const { roles } = holdersOf('seal-log');
  const agencies = [...new Set(officer.postings.filter(({ role }) => roles.includes(role)).map(({ agency }) => agency))];
  const { rows } = await sql<Omit<SealUses['uses'][number], 'at'> & { at: Temporal.Instant }>`
    select code, number, seal_name as seal, officer_name as officer, used_at as at from dossiers.seal_use
    where seal_id = ${asked.seal} and agency = any(${agencies}) and ${asked.before === undefined ? sql`true` : sql`used_at < ${asked.before}::timestamptz`} order by used_at desc, dossier_id limit ${pageSize + 1}`.execute(db);
  const uses = rows.slice(0, pageSize).map(({ at, ...use }) => ({ ...use, at: at.toString() }));
  return { uses, next: rows.length > pageSize ? uses.at(-1)?.at ?? null : null };
}
