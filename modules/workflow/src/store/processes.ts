// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Role, foldedWords } from '@motcua/kernel';
import { getDefinition } from './definitions.ts';
import { workflowDb } from './tables.ts';

/** A process by its newest version; `running`: instances that have not ended, of any version. */
export type ListedProcess = { readonly key: string; readonly version: number; readonly name: string; readonly sha256: string; readonly validFrom: string; readonly running: number };

/** A published version, newest first; `running` under it. */
export type ListedVersion = {
  readonly version: number; readonly name: string; readonly sha256: string; readonly validFrom: string; readonly publishedAt: Temporal.Instant; readonly publishedBy: string;
  readonly decisionNumber: string | null; readonly decisionDate: string | null; readonly running: number;
};

const perPage = 40;

/** One page of processes whose key or name holds every word, by key. Served by definition_by_key_newest and instance_running_by_version. */
export async function listProcesses(db: Db, asked: { readonly words?: string | undefined; readonly after?: string | undefined }): Promise<{ readonly processes: readonly ListedProcess[]; readonly next: string | null }> {
  const words = foldedWords(asked.words ?? '');
  const like = words.map((word) => sql`folded.text like ${`%${word}%`}`);
  const { rows } = await sql<ListedProcess>`
    select n.key, n.version, n.name, n.sha256, n.valid_from as "validFrom",
      (select count(*)::int from workflow.instance i where i.definition_key = n.key and not (i.state ->> 'ended')::boolean) as running
    from (select distinct on (key) key, version, name, sha256, valid_from from workflow.definition order by key, version desc) n
      cross join lateral (select lower(translate(normalize(n.key || ' ' || n.name, nfd), ${marks}, 'dd')) as text) folded
    where n.key > ${asked.after ?? ''} and ${like.length === 0 ? sql`true` : sql.join(like, sql` and `)}
    order by n.key limit ${perPage + 1}`.execute(db);
  const shown = rows.slice(0, perPage);
  return { processes: shown, next: rows.length > perPage ? shown.at(-1)?.key ?? null : null };
}

// Decomposed letters lose the marks of tone and shape, đ becomes d: as `fold` does it.
const marks = 'đĐ\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323';

/** Every version of a process, newest first. */
export async function listVersions(db: Db, key: string): Promise<readonly ListedVersion[]> {
  const { rows } = await sql<ListedVersion>`
    select d.version, d.name, d.sha256, d.valid_from as "validFrom", d.published_at as "publishedAt", d.published_by as "publishedBy", d.decision_number as "decisionNumber", d.decision_date as "decisionDate",
      (select count(*)::int from workflow.instance i where i.definition_key = d.key and i.definition_version = d.version and not (i.state ->> 'ended')::boolean) as running
    from workflow.definition d where d.key = ${key} order by d.version desc limit 200`.execute(db);
  return rows;
}

/** Keys of processes that have a version. */
export async function publishedKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await workflowDb(db).selectFrom('workflow.definition').select('key').distinct().where('key', 'in', [...keys]).execute();
  return new Set(rows.map(({ key }) => key));
}

/** The roles the steps of published processes ask for, by key; steps of another agency are left out. */
export async function rolesAsked(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>> {
  const asked = new Map<string, readonly Role[]>();
  for (const key of new Set(keys)) {
    const found = await getDefinition(db, key);
    const tasks = found === null ? [] : [...found.definition.nodes.values()].flatMap(({ task }) => task ?? []);
    if (found !== null) asked.set(key, [...new Set(tasks.filter(({ agency }) => agency === 'competent').map(({ role }) => role))]);
  }
  return asked;
}

/** Key and name of every process that procedures may be handled by, by key; those only others call are left out. */
export async function processNames(db: Db): Promise<readonly { readonly key: string; readonly name: string }[]> {
  const newest = await workflowDb(db).selectFrom('workflow.definition').select(['key', 'name', 'called_only']).distinctOn('key').orderBy('key').orderBy('version', 'desc').execute();
  return newest.filter(({ called_only: calledOnly }) => !calledOnly).map(({ key, name }) => ({ key, name }));
}
