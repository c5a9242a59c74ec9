// SPDX-License-Identifier: EUPL-1.2
import type { Db, Generated, Instant } from '@motcua/db-kit';
import type { DelegationKind } from '../rules/signing-authority.ts';

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
    home_agency_code: Generated<string | null>; procedures: Generated<string[] | null>; backup_id: Generated<string | null>; document_number: Generated<string | null>; seat_agency_code: Generated<string | null>;
  };
  'organisation.absence': { id: string; officer_id: string; first_day: string; last_day: string; reason: string; entered_by: string; entered_at: Instant };
  'organisation.seal': {
    id: string; agency_code: string; kind: 'main' | 'second'; name: string; kept_at: string; custodian_id: string; registration_number: string; registered_on: string; permission_number: string | null;
    valid_from: string; valid_through: string | null; entered_by: string; entered_at: Instant;
  };
  'organisation.signing_hours': {
    id: string; officer_id: string; place_code: string; weekday: number; from_time: string; until_time: string; valid_from: string; valid_through: string | null; entered_by: string; entered_at: Instant;
  };
  'organisation.headship': { id: string; agency_code: string; officer_id: string; title: string; collective: string | null; valid_from: string; valid_until: string | null; document_number: string | null; entered_by: string | null; entered_at: Instant | null };
  'organisation.delegation': {
    id: string; kind: DelegationKind; agency_code: string; delegator_id: string; delegate_id: string; delegate_title: string; number: string; issued_on: string; legal_basis: string;
    procedures: string[] | null; valid_from: string; valid_through: string | null; appraised_by: string | null; appraised_on: string | null; appraisal_number: string | null;
    entered_by: string; entered_at: Instant;
  };
  'organisation.delegation_revocation': { delegation_id: string; revoked_from: string; number: string; reason: string; competence_moved: boolean; entered_by: string; entered_at: Instant };
};

export const organisationDb = (db: Db) => db.$extendTables<OrganisationTables>();
