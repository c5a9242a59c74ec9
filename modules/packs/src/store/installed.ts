// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Publication } from '@motcua/proposals';
import { newId } from '@motcua/kernel';
import { type InstalledItem, packsDb, type Previous } from './tables.ts';

/** The newest installation of a pack here. */
export const newestInstalled = (db: Db, name: string) => packsDb(db).selectFrom('packs.installed').select(['version', 'file']).where('name', '=', name).orderBy('version', 'desc').limit(1).executeTakeFirst();

/** Two installations of one pack at once wait for each other. */
export const lockPack = (tx: Db, name: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`pack ${name}`}, 0))`.execute(tx);

type Installation = {
  readonly name: string; readonly packVersion: number; readonly title: string; readonly signer: string; readonly file: Buffer; readonly items: readonly InstalledItem[]; readonly previous: readonly Previous[];
  readonly publication: Publication;
};

/** Keeps an installation; answers how many this pack has had here. */
export async function addInstalled(tx: Db, { publication, packVersion, items, previous, ...of }: Installation): Promise<number> {
  const version = ((await newestInstalled(tx, of.name))?.version ?? 0) + 1;
  const { by, at, decision, validFrom } = publication;
  await packsDb(tx).insertInto('packs.installed').values({
    id: newId(at), ...of, version, pack_version: packVersion, items: JSON.stringify(items), previous: JSON.stringify(previous),
    decision_number: decision.number, valid_from: validFrom, by_id: by.id, by_name: by.name, at,
  }).execute();
  return version;
}
