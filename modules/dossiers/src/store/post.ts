// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { PostalNote } from '../model.ts';

type Enterprise = { readonly code: string; readonly name: string; readonly slipDays: number | null };

/** The postal enterprises of a day, in the order of their list. */
export async function enterprisesOn(db: Db, day: string): Promise<readonly Enterprise[]> {
  return (await sql<Enterprise>`select code, name, slip_days as "slipDays" from dossiers.postal_enterprise where valid_from <= ${day} and (valid_until is null or valid_until > ${day}) order by sort, code`.execute(db)).rows;
}

/** A postal enterprise of a day; undefined when it is not on the list then. */
export async function enterpriseOn(db: Db, { code, day }: { readonly code: string; readonly day: string }): Promise<Enterprise | undefined> {
  return (await enterprisesOn(db, day)).find((one) => one.code === code);
}

/** Which moment is the day of return of a result sent by post, on a day. */
export async function returnCountsWhen(db: Db, day: string): Promise<'handed-to-post' | 'delivered'> {
  const { rows: [row] } = await sql<{ when: 'handed-to-post' | 'delivered' }>`select counts_when as when from dossiers.postal_return_rule where valid_from <= ${day} order by valid_from desc limit 1`.execute(db);
  return row?.when ?? 'delivered';
}

type SlipAsked = { readonly enterprise: string; readonly slip: string; readonly since: Temporal.Instant };

/** Nobody else uses the same slip until the transaction ends. */
const lockSlip = (tx: Db, { enterprise, slip }: SlipAsked) => sql`select pg_advisory_xact_lock(hashtextextended(${`postal-slip ${enterprise} ${slip}`}, 0))`.execute(tx);

/** The dossier filed under a slip since a moment; undefined when there is none. Served by event_of_postal_filing. */
export async function filingSlipHolder(tx: Db, asked: SlipAsked): Promise<string | undefined> {
  await lockSlip(tx, asked);
  return (await sql<{ code: string }>`select data ->> 'code' as code from dossiers.event where type = 'submitted' and data ? 'post' and data -> 'post' ->> 'slip' = ${asked.slip}
    and data -> 'post' -> 'enterprise' ->> 'code' = ${asked.enterprise} and at >= ${asked.since} limit 1`.execute(tx)).rows[0]?.code;
}

/** The dossier whose result went under a slip since a moment; undefined when there is none. Served by event_of_parcel. */
export async function slipHolder(tx: Db, asked: SlipAsked): Promise<string | undefined> {
  await lockSlip(tx, asked);
  return (await sql<{ code: string }>`select d.code from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where e.type = 'post-packed' and e.data ->> 'slip' = ${asked.slip}
    and e.data -> 'enterprise' ->> 'code' = ${asked.enterprise} and e.at >= ${asked.since} limit 1`.execute(tx)).rows[0]?.code;
}

/** A list handed to the post by its id, as the first of its dossiers keeps it; with `lock`, nobody else begins the same list until the transaction ends. */
export async function findPostalNote(db: Db, id: string, lock = false): Promise<PostalNote | undefined> {
  if (lock) await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db);
  return (await sql<{ note: PostalNote }>`select data -> 'note' as note from dossiers.event where type = 'post-taken' and data -> 'note' ->> 'id' = ${id} limit 1`.execute(db)).rows[0]?.note;
}

/** Whose results a postal list is about: the codes of its dossiers. */
export async function dossiersOnPostalNote(db: Db, id: string): Promise<readonly { readonly code: string }[]> {
  return (await sql<{ code: string }>`select d.code from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where e.type = 'post-taken' and e.data -> 'note' ->> 'id' = ${id}`.execute(db)).rows;
}

export type PostalLine = { readonly dossierId: string; readonly slip: string; readonly at: Temporal.Instant; readonly by: string };

/** The dossiers of a list handed to the post, in the order they were put on it. */
export async function postalNoteLines(db: Db, id: string): Promise<readonly PostalLine[]> {
  return (await sql<PostalLine>`select dossier_id as "dossierId", data ->> 'slip' as slip, at, actor ->> 'name' as by from dossiers.event where type = 'post-taken' and data -> 'note' ->> 'id' = ${id} order by at, dossier_id`.execute(db)).rows;
}

/** The dossiers whose results go by post from these shops: those to pack, or those packed and on their way. Served by dossier_parcels. */
export async function parcelsOf(db: Db, asked: { readonly toPack: boolean; readonly shops: readonly string[]; readonly limit: number }): Promise<readonly string[]> {
  if (asked.shops.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where returning_agency in (${sql.join(asked.shops)}) and parcel_stage is not null and (parcel_stage = 'to-pack') = ${asked.toPack}
    order by decided_at, code limit ${asked.limit}`.execute(db);
  return rows.map(({ id }) => id);
}
