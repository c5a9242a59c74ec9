// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Generated, type Instant, type Json, sql } from '@motcua/db-kit';
import { ok, refuse, type Result } from '@motcua/kernel';
import { lintEform } from '../definition/lint.ts';
import type { EformDefinition } from '../model.ts';

/** Why a definition was not published. */
export type PublishRefusal =
  | { readonly code: 'eform-faulty'; readonly faults: readonly string[] }
  | { readonly code: 'eform-version-taken'; readonly key: string; readonly version: number };

type EformTables = {
  'eforms.definition': {
    readonly key: string; readonly version: number; readonly title: string; readonly definition: Json<EformDefinition>;
    readonly published_by: string; readonly published_at: Instant; readonly valid_from: Generated<string>; readonly decision_number: string | null; readonly decision_date: string | null;
  };
};

/** Who publishes, from which day (ISO) on, by which decision. */
export type EformPublication = { readonly by: string; readonly at: Temporal.Instant; readonly validFrom?: string; readonly decision?: { readonly number: string; readonly date: string } };

const definitions = (db: Db) => db.$extendTables<EformTables>().selectFrom('eforms.definition');

/**
 * Publishes a version for good: a published version is never changed. The same definition again is no refusal.
 *
 * @error eform-faulty - `lintEform` found something
 * @error eform-version-taken - another definition has this key and version
 */
export async function publishEform(
  db: Db, definition: EformDefinition, { by, at, validFrom, decision }: EformPublication,
): Promise<Result<EformDefinition, PublishRefusal>> {
  const faults = lintEform(definition);
  if (faults.length > 0) return refuse({ code: 'eform-faulty', faults });
  const { key, version, title } = definition;
  const text = JSON.stringify(definition);
  await db.$extendTables<EformTables>().insertInto('eforms.definition')
    .values({ key, version, title, definition: text, published_by: by, published_at: at.toString(), decision_number: decision?.number ?? null, decision_date: decision?.date ?? null, ...(validFrom === undefined ? {} : { valid_from: validFrom }) })
    .onConflict((conflict) => conflict.doNothing()).execute();
  const same = await definitions(db).select('key').where('key', '=', key).where('version', '=', version)
    .where(sql<boolean>`definition = ${text}::jsonb`).executeTakeFirst();
  return same === undefined ? refuse({ code: 'eform-version-taken', key, version }) : ok(definition);
}

/** A published version; undefined when there is none. */
export async function getEform(db: Db, key: string, version: number): Promise<EformDefinition | undefined> {
  return (await definitions(db).select('definition').where('key', '=', key).where('version', '=', version).executeTakeFirst())?.definition;
}

/** The version a filing of `day` (ISO) takes: the newest begun by then; undefined when there is none. */
export async function eformOn(db: Db, key: string, day: string): Promise<EformDefinition | undefined> {
  return (await definitions(db).select('definition').where('key', '=', key).where('valid_from', '<=', day).orderBy('version', 'desc').limit(1).executeTakeFirst())?.definition;
}

/** Key, newest version and title of every form, by key. */
export async function listEforms(db: Db): Promise<readonly { readonly key: string; readonly version: number; readonly title: string }[]> {
  return definitions(db).select(['key', 'version', 'title']).distinctOn('key').orderBy('key').orderBy('version', 'desc').execute();
}

/** A published version with who published it, and when (ISO instant). */
export type PublishedEform = { readonly key: string; readonly version: number; readonly definition: EformDefinition; readonly validFrom: string; readonly decision: string | null; readonly publishedAt: string };

/** Every version, newest first: of one form, or of all by their key. */
export async function listEformVersions(db: Db, key?: string): Promise<readonly PublishedEform[]> {
  const all = definitions(db).select(['key', 'version', 'definition', 'valid_from as validFrom', 'decision_number as decision', 'published_at as publishedAt']).orderBy('key').orderBy('version', 'desc').limit(2000);
  const rows = await (key === undefined ? all : all.where('key', '=', key)).execute();
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toString() }));
}
