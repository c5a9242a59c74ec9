// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { newId, officeDay } from '@motcua/kernel';

/** What an officer saw in a list: the codes of the dossiers shown. */
export type ListLook = { readonly officer: { readonly id: string; readonly name: string }; readonly agency: string | null; readonly list: string; readonly purpose: string; readonly codes: readonly string[]; readonly at: Temporal.Instant };

/** Writes a look down in one statement: a line with the dossiers the officer had not seen in that list on that day; nothing where he saw them all. */
export type ListLookLog = (db: Db, look: ListLook) => Promise<void>;

/** What is remembered of the present day, so that a list asked again costs no statement. */
const mostRemembered = 200_000;

/** Makes the log of looks at lists of one program. What another program wrote is not written again. */
export function listLookLog(): ListLookLog {
  let today = '';
  const seen = new Set<string>();
  return async (db, { officer, agency, list, purpose, codes, at }) => {
    const day = officeDay(at).toString();
    if (day !== today || seen.size > mostRemembered) seen.clear();
    today = day;
    const keyOf = (code: string): string => `${officer.id} ${list} ${code}`;
    const fresh = [...new Set(codes)].filter((code) => !seen.has(keyOf(code)));
    if (fresh.length === 0) return;
    await sql`insert into dossiers.list_look (id, day, at, officer_id, officer_name, agency, list, purpose, codes)
      select ${newId(at)}::uuid, ${day}::date, ${at.toString()}::timestamptz, ${officer.id}, ${officer.name}, ${agency}, ${list}, ${purpose}, new.codes
      from (select array_agg(code) as codes from unnest(${fresh}::text[]) as code
        where not exists (select from dossiers.list_look l where l.officer_id = ${officer.id} and l.day = ${day}::date and l.list = ${list} and code = any(l.codes))) new where new.codes is not null`.execute(db);
    for (const code of fresh) seen.add(keyOf(code));
  };
}

/** Who saw a dossier in a list on a day. */
export type SeenInList = { readonly code: string; readonly officer: string; readonly agency: string | null; readonly list: string; readonly purpose: string; readonly at: Temporal.Instant };

/** Who saw some dossiers in lists, newest first. Served by list_look_by_code. */
export async function seenInLists(db: Db, { codes, limit }: { readonly codes: readonly string[]; readonly limit: number }): Promise<readonly SeenInList[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<SeenInList>`select code, officer_name as officer, agency, list, purpose, at from dossiers.list_look, unnest(codes) as code
    where codes && ${[...codes]}::text[] and code = any(${[...codes]}::text[]) order by at desc, code limit ${limit}`.execute(db);
  return rows;
}

/** Removes looks older than an instant; the database keeps any younger than 90 days. */
export async function forgetListLooks(db: Db, past: Temporal.Instant): Promise<number> {
  const { rows: [row] } = await sql<{ readonly gone: string }>`select dossiers.forget_list_looks(${past.toString()}) as gone`.execute(db);
  return Number(row?.gone ?? 0);
}
