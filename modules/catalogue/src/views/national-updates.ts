// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { difference } from '@motcua/proposals';
import type { NationalFaults, NationalItems, NationalUpdates } from '../contract/national-updates.ts';
import { decisionOf } from '../rules/decision-of.ts';
import { missingParts } from '../rules/completeness.ts';
import { describeProcedure } from '../rules/describe-procedure.ts';
import { catalogueDb } from '../store/tables.ts';
import { procedureVersion } from './procedures.ts';

const pageSize = 100;
type Row = NationalUpdates['updates'][number];

/** Updates newest first, each with what is in it and how far it is decided; one when its id is given. */
export async function nationalUpdates(db: Db, id: string | null): Promise<readonly (Row & { readonly byId: string })[]> {
  const { rows } = await sql<Omit<Row, 'at'> & { readonly byId: string; readonly at: Temporal.Instant }>`
    select u.id, u.file_name as "fileName", u.is_whole as "isWhole", u.by_name as by, u.by_id as "byId", u.at, u.line_count as lines, u.same_count as same,
      i.new, i.changed, i.gone, i.open, i.approved, i.rejected, (select count(*)::int from catalogue.national_update_fault f where f.update_id = u.id) as unreadable
    from catalogue.national_update u cross join lateral (
      select count(*) filter (where kind = 'new')::int as new, count(*) filter (where kind = 'changed')::int as changed, count(*) filter (where kind = 'gone')::int as gone,
        count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'approved')::int as approved, count(*) filter (where state = 'rejected')::int as rejected
      from catalogue.national_update_item where update_id = u.id) i
    where ${id}::uuid is null or u.id = ${id}::uuid order by u.at desc, u.id desc limit 50`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toString() }));
}

/** Procedures of one kind in an update, by code. */
export async function nationalItems(db: Db, id: string, { kind, after }: { readonly kind: 'new' | 'changed' | 'gone'; readonly after: string | undefined }): Promise<NationalItems> {
  const rows = await catalogueDb(db).selectFrom('catalogue.national_update_item').selectAll().where('update_id', '=', id).where('kind', '=', kind)
    .where('code', '>', after ?? '').orderBy('code').limit(pageSize + 1).execute();
  const items = rows.slice(0, pageSize).map(({ code, name, state, base_version, content, note, version, decided_by, decided_at }) => ({
    code, name, kind, state, baseVersion: base_version, decision: content === null ? null : decisionOf(content), missing: content === null ? [] : [...missingParts(content)],
    note, version, decidedBy: decided_by, decidedAt: decided_at?.toString() ?? null,
  }));
  return { items, next: rows.length > pageSize ? items.at(-1)?.code ?? null : null };
}

/** Lines of an update that could not be read, in the order of the file. */
export async function nationalFaults(db: Db, id: string, after: number): Promise<NationalFaults> {
  const rows = await catalogueDb(db).selectFrom('catalogue.national_update_fault').select(['line', 'code', 'reasons']).where('update_id', '=', id).where('line', '>', after).orderBy('line').limit(pageSize + 1).execute();
  const faults = rows.slice(0, pageSize);
  return { faults, next: rows.length > pageSize ? String(faults.at(-1)?.line ?? '') : null };
}

/** What a record changes in a procedure, by meaning, against the version it was compared with; undefined when it is not in the update. */
export async function nationalDifference(db: Db, id: string, code: string): Promise<{ readonly from: number | null; readonly lines: ReturnType<typeof difference> } | undefined> {
  const item = await catalogueDb(db).selectFrom('catalogue.national_update_item').select(['base_version', 'content']).where('update_id', '=', id).where('code', '=', code).executeTakeFirst();
  if (item === undefined) return undefined;
  const base = item.base_version === null ? undefined : await procedureVersion(db, code, item.base_version);
  return { from: item.base_version, lines: difference(base === undefined ? [] : describeProcedure(base.procedure), item.content === null ? [] : describeProcedure(item.content)) };
}
