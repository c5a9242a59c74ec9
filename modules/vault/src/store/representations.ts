// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, sql } from '@motcua/db-kit';
import type { Representation } from '../model.ts';

type Tables = {
  'vault.representation': {
    id: string; organisation_ref: string; organisation_name: string; person_ref: string; person_name: string; capacity: Representation['capacity']; document: string; from_day: string; until_day: string | null; by_id: string; by_name: string; agency: string; at: Instant;
  };
  'vault.representation_end': { representation_id: string; reason: string; by_name: string; at: Instant };
  'vault.representative_look': { owner_ref: string; hour: Instant; person_ref: string; person_name: string; at: Instant };
};
const vaultDb = (db: Db) => db.$extendTables<Tables>();

type Row = { readonly id: string; readonly organisation: string; readonly organisationName: string; readonly person: string; readonly personName: string; readonly capacity: Representation['capacity']; readonly document: string; readonly from: string; readonly until: string | null; readonly by: string; readonly at: Temporal.Instant; readonly endedAt: Temporal.Instant | null; readonly endedBecause: string | null };

const most = 200;

/** Representations of a person or of an organisation, newest first. Served by representation_by_person and representation_by_organisation. */
async function kept(db: Db, by: { readonly person: string } | { readonly organisation: string }): Promise<readonly Representation[]> {
  const whose = 'person' in by ? sql`r.person_ref = ${by.person}` : sql`r.organisation_ref = ${by.organisation}`;
  const { rows } = await sql<Row>`
    select r.id, r.organisation_ref as organisation, r.organisation_name as "organisationName", r.person_ref as person, r.person_name as "personName", r.capacity, r.document, r.from_day::text as from, r.until_day::text as until, r.by_name as by, r.at, e.at as "endedAt", e.reason as "endedBecause"
    from vault.representation r left join vault.representation_end e on e.representation_id = r.id where ${whose} order by r.at desc limit ${most}`.execute(db);
  return rows.map(({ at, endedAt, ...row }) => ({ ...row, at: at.toString(), endedAt: endedAt?.toString() ?? null }));
}

/** Whom an organisation has or had as representatives, newest first. */
export const representativesOf = (db: Db, organisation: string): Promise<readonly Representation[]> => kept(db, { organisation });

const counts = (day: string) => ({ from, until, endedAt }: Representation): boolean => endedAt === null && from <= day && (until === null || until >= day);

/** The organisations a person represents on a day, each once. @param day - ISO 8601 */
export async function organisationsOf(db: Db, person: string, day: string): Promise<readonly Representation[]> {
  const now = (await kept(db, { person })).filter(counts(day));
  return [...new Map(now.map((one) => [one.organisation, one])).values()];
}

/** Whether a person represents an organisation on a day. @param day - ISO 8601 */
export const represents = async (db: Db, { person, organisation, day }: { readonly person: string; readonly organisation: string; readonly day: string }): Promise<boolean> =>
  (await kept(db, { person })).some((one) => one.organisation === organisation && counts(day)(one));

/** Writes a representation down. */
export async function addRepresentation(db: Db, one: Omit<Representation, 'endedAt' | 'endedBecause'> & { readonly byId: string; readonly agency: string }): Promise<void> {
  await vaultDb(db).insertInto('vault.representation').values({
    id: one.id, organisation_ref: one.organisation, organisation_name: one.organisationName, person_ref: one.person, person_name: one.personName, capacity: one.capacity, document: one.document,
    from_day: one.from, until_day: one.until, by_id: one.byId, by_name: one.by, agency: one.agency, at: one.at,
  }).execute();
}

/** Ends a representation; false when it was ended already or never was. */
export async function endRepresentation(db: Db, { id, reason, by, at }: { readonly id: string; readonly reason: string; readonly by: string; readonly at: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql`insert into vault.representation_end (representation_id, reason, by_name, at) select id, ${reason}, ${by}, ${at.toString()} from vault.representation where id = ${id} on conflict do nothing returning representation_id`.execute(db);
  return rows.length > 0;
}

/** Writes down that a representative looked into the vault of an organisation. */
export async function representativeLooked(db: Db, { organisation, person, at }: { readonly organisation: string; readonly person: { readonly ref: string; readonly name: string }; readonly at: Temporal.Instant }): Promise<void> {
  await vaultDb(db).insertInto('vault.representative_look').values({ owner_ref: organisation, hour: at.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString(), person_ref: person.ref, person_name: person.name, at: at.toString() }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Which representatives looked into the vault of an organisation, newest first. Served by the primary key. */
export async function representativeLooks(db: Db, organisation: string): Promise<readonly { readonly name: string; readonly at: Temporal.Instant }[]> {
  return vaultDb(db).selectFrom('vault.representative_look').select(['person_name as name', 'at']).where('owner_ref', '=', organisation).orderBy('at', 'desc').limit(most).execute();
}
