// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { fold } from '@motcua/kernel';
import type { PlaceOption } from '../contract.ts';
import { organisationDb } from '../store/tables.ts';

/** The provinces of today, in the Vietnamese alphabet. */
export async function provinces(db: Db): Promise<readonly PlaceOption[]> {
  const rows = await organisationDb(db).selectFrom('organisation.place').select(['code', 'full_name'])
    .where('level', '=', 'province').where('valid_until', 'is', null).orderBy(sql`name collate "vi-x-icu"`).execute();
  return rows.map((row) => ({ code: row.code, name: row.full_name, province: null, provinceCode: null, formerly: null }));
}

/** The communes of a province today. Served by index place_by_parent. */
export async function communesOf(db: Db, provinceCode: string): Promise<readonly PlaceOption[]> {
  const rows = await organisationDb(db).selectFrom('organisation.place as c')
    .innerJoin('organisation.place as p', (join) => join.onRef('p.code', '=', 'c.parent_code').on('p.valid_until', 'is', null))
    .select(['c.code', 'c.full_name', 'p.full_name as province', 'p.code as provinceCode'])
    .where('c.parent_code', '=', provinceCode).where('c.level', '=', 'commune').where('c.valid_until', 'is', null)
    .orderBy(sql`c.name collate "vi-x-icu"`).execute();
  return rows.map((row) => ({ code: row.code, name: row.full_name, province: row.province, provinceCode: row.provinceCode, formerly: null }));
}

/**
 * Communes of today whose name, or whose name before 01/7/2025, holds the words, without tone marks.
 * Served by the trigram indexes; at most `limit` answers, today's names first.
 */
export async function searchPlaces(db: Db, text: string, limit = 20): Promise<readonly PlaceOption[]> {
  const words = fold(text);
  if (words.length < 2) return [];
  const pattern = `%${words.replace(/[%_\\]/gu, '\\$&')}%`;
  const { rows } = await sql<PlaceOption>`
    select distinct on (rank, code, formerly) code, name, province, "provinceCode", formerly from (
      select 0 as rank, c.code, c.full_name as name, p.full_name as province, p.code as "provinceCode", null::text as formerly
      from organisation.place c join organisation.place p on p.code = c.parent_code and p.valid_until is null
      where c.level = 'commune' and c.valid_until is null and c.folded like ${pattern}
      union all
      select 1, c.code, c.full_name, p.full_name, p.code, s.old_name || ', ' || s.old_district || ', ' || s.old_province
      from organisation.place_succession s
      join organisation.place c on c.code = s.new_code and c.valid_until is null
      join organisation.place p on p.code = c.parent_code and p.valid_until is null
      where s.folded like ${pattern}) found
    order by rank, code, formerly limit ${limit}`.execute(db);
  return rows;
}

/** A place by its code as it stood on a day; undefined when there was none. */
export async function placeOn(db: Db, code: string, day: string): Promise<{ readonly code: string; readonly fullName: string; readonly parentCode: string | null } | undefined> {
  return organisationDb(db).selectFrom('organisation.place').select(['code', 'full_name as fullName', 'parent_code as parentCode'])
    .where('code', '=', code).where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', day)])).executeTakeFirst();
}
