// SPDX-License-Identifier: EUPL-1.2
import type { Db, Generated } from '@motcua/db-kit';

type PlaceLevel = 'province' | 'district' | 'commune';
export type AgencyKind = 'ministry' | 'people-committee' | 'department' | 'commune' | 'centre' | 'other';

export type OrganisationTables = {
  'organisation.place': {
    code: string; valid_from: string; valid_until: string | null; level: PlaceLevel; name: string; full_name: string;
    unit_type: string; parent_code: string | null; folded: string;
  };
  'organisation.place_succession': {
    id: Generated<number>; old_code: string | null; old_name: string; old_district: string; old_province: string;
    new_code: string; in_force: string; code_source: string; folded: string;
  };
  'organisation.agency': {
    code: string; name: string; short_name: string | null; parent_code: string | null; kind: AgencyKind; place_code: string | null;
    phone: string | null; address: string | null; code_format: string; valid_from: string; valid_until: string | null; demonstration: boolean;
  };
  'organisation.division': { agency_code: string; code: string; name: string };
  'organisation.one_stop_shop': { agency_code: string; name: string; address: string; phone: string; takes_all_of_province: boolean };
  'organisation.counter': { agency_code: string; number: string; subject: string };
  'organisation.officer': { id: string; login: string; name: string; title: string; phone: string | null; valid_until: string | null };
  'organisation.posting': {
    id: string; officer_id: string; role: string; agency_code: string; unit_code: string | null; valid_from: string; valid_until: string | null;
  };
};

export const organisationDb = (db: Db) => db.$extendTables<OrganisationTables>();
