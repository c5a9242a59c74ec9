// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, type Json, sql } from '@motcua/db-kit';
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
    readonly published_by: string; readonly published_at: Instant;
  };
};

const definitions = (db: Db) => db.$extendTables<EformTables>().selectFrom('eforms.definition');

/**
 * Publishes a version for good: a published version is never changed. The same definition again is no refusal.
 *
 * @error eform-faulty - `lintEform` found something
 * @error eform-version-taken - another definition has this key and version
 */
export async function publishEform(
  db: Db, definition: EformDefinition, { by, at }: { readonly by: string; readonly at: Temporal.Instant },
): Promise<Result<EformDefinition, PublishRefusal>> {
  const faults = lintEform(definition);
  if (faults.length > 0) return refuse({ code: 'eform-faulty', faults });
  const { key, version, title } = definition;
  const text = JSON.stringify(definition);
  await db.$extendTables<EformTables>().insertInto('eforms.definition')
    .values({ key, version, title, definition: text, published_by: by, published_at: at.toString() })
    .onConflict((conflict) => conflict.doNothing()).execute();
  const same = await definitions(db).select('key').where('key', '=', key).where('version', '=', version)
    .where(sql<boolean>`definition = ${text}::jsonb`).executeTakeFirst();
  return same === undefined ? refuse({ code: 'eform-version-taken', key, version }) : ok(definition);
}

/** A published version, the newest when none is named; undefined when there is none. */
export async function getEform(db: Db, key: string, version?: number): Promise<EformDefinition | undefined> {
  const ofKey = definitions(db).select('definition').where('key', '=', key);
  const wanted = version === undefined ? ofKey.orderBy('version', 'desc').limit(1) : ofKey.where('version', '=', version);
  return (await wanted.executeTakeFirst())?.definition;
}

/** Key, newest version and title of every form, by key. */
export async function listEforms(db: Db): Promise<readonly { readonly key: string; readonly version: number; readonly title: string }[]> {
  return definitions(db).select(['key', 'version', 'title']).distinctOn('key').orderBy('key').orderBy('version', 'desc').execute();
}

/** A published version with who published it, and when (ISO instant). */
export type PublishedEform = { readonly key: string; readonly version: number; readonly definition: EformDefinition; readonly publishedBy: string; readonly publishedAt: string };

/** Every version of every form, by key, newest first. */
export async function listEformVersions(db: Db): Promise<readonly PublishedEform[]> {
  const rows = await definitions(db).select(['key', 'version', 'definition', 'published_by as publishedBy', 'published_at as publishedAt']).orderBy('key').orderBy('version', 'desc').limit(2000).execute();
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toString() }));
}
