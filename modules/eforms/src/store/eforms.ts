// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Result } from '@motcua/kernel';
import type { EformDefinition } from '../model.ts';

/** Why a definition was not published. */
export type PublishRefusal =
  | { readonly code: 'eform-faulty'; readonly faults: readonly string[] }
  | { readonly code: 'eform-version-taken'; readonly key: string; readonly version: number };

/**
 * Publishes a version for good: a published version is never changed. The same definition again is no refusal.
 *
 * @error eform-faulty - `lintEform` found something
 * @error eform-version-taken - another definition has this key and version
 */
export function publishEform(
  _db: Db, _definition: EformDefinition, _act: { readonly by: string; readonly at: Temporal.Instant },
): Promise<Result<EformDefinition, PublishRefusal>> {
  return Promise.reject(new Error('not built yet'));
}

/** A published version, the newest when none is named; undefined when there is none. */
export function getEform(_db: Db, _key: string, _version?: number): Promise<EformDefinition | undefined> {
  return Promise.reject(new Error('not built yet'));
}

/** Key, newest version and title of every form, by key. */
export function listEforms(_db: Db): Promise<readonly { readonly key: string; readonly version: number; readonly title: string }[]> {
  return Promise.reject(new Error('not built yet'));
}
