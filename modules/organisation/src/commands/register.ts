// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Role } from '@motcua/kernel';
import { type OrganisationTables, organisationDb } from '../store/tables.ts';

/** Enters agencies, or brings their names up to date. */
export async function registerAgencies(db: Db, agencies: readonly OrganisationTables['organisation.agency'][]): Promise<void> {
  if (agencies.length === 0) return;
  await organisationDb(db).insertInto('organisation.agency').values([...agencies])
    .onConflict((row) => row.column('code').doUpdateSet((set) => ({ name: set.ref('excluded.name'), parent_code: set.ref('excluded.parent_code') }))).execute();
}

/** A one-stop shop with its counters. */
export type NewShop = OrganisationTables['organisation.one_stop_shop'] & { readonly counters: readonly { readonly number: string; readonly subject: string }[] };

/** Opens a one-stop shop at an agency. */
export async function openOneStopShop(db: Db, { counters, ...shop }: NewShop): Promise<void> {
  const into = organisationDb(db);
  await into.insertInto('organisation.one_stop_shop').values(shop).execute();
  if (counters.length > 0) await into.insertInto('organisation.counter').values(counters.map((counter) => ({ ...counter, agency_code: shop.agency_code }))).execute();
}

/** Enters the units (phòng) of an agency. */
export async function registerDivisions(db: Db, agency: string, divisions: readonly { readonly code: string; readonly name: string }[]): Promise<void> {
  if (divisions.length === 0) return;
  await organisationDb(db).insertInto('organisation.division').values(divisions.map((division) => ({ ...division, agency_code: agency }))).execute();
}

/** An officer and the posts held from the first day on. */
export type NewOfficer = {
  readonly id: string; readonly login: string; readonly name: string; readonly title: string; readonly phone: string | null; readonly from: string;
  readonly postings: readonly { readonly id: string; readonly role: Role; readonly agency: string; readonly unit: string | null }[];
};

/** Enters an officer with postings. */
export async function postOfficer(db: Db, officer: NewOfficer): Promise<void> {
  const into = organisationDb(db);
  await into.insertInto('organisation.officer').values({ id: officer.id, login: officer.login, name: officer.name, title: officer.title, phone: officer.phone, valid_until: null }).execute();
  await into.insertInto('organisation.posting').values(officer.postings.map((posting) => ({
    id: posting.id, officer_id: officer.id, role: posting.role, agency_code: posting.agency, unit_code: posting.unit, valid_from: officer.from, valid_until: null,
  }))).execute();
}
