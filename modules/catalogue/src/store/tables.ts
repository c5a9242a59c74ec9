// SPDX-License-Identifier: EUPL-1.2
import type { Db, Generated, Instant, Json } from '@motcua/db-kit';
import type { DecidedRow } from '../contract/national-updates.ts';
import type { Procedure } from '../model.ts';

/** How time counts, as a dated rule and a ready-made set both keep it. */
type Counting = {
  mode: 'by-day' | 'by-hour'; first_day_counted: boolean; cutoff: string | null; hours_per_day: string; on_supplement: 'restart' | 'pause'; last_minutes: number; counts_from: string | null;
  start_own: 'acceptance' | 'filing'; start_elsewhere: 'acceptance' | 'solving-agency'; start_by_post: 'acceptance' | 'hand-over-record'; not_counted: string[]; legal: string; unsure: string | null;
};

/** What was chosen: a ready-made set, for whom, from which day on. */
export type RuleChosen = { readonly set: string; readonly procedure: string | null; readonly channel: 'counter' | 'online' | 'post' | null; readonly validFrom: string; readonly firstAppointment: number | null };

export type CatalogueTables = {
  'catalogue.procedure': {
    code: string; version: number; name: string; folded: string; field_code: string | null; field_name: string | null; levels: string[]; online_level: string;
    applicant_kinds: string[]; life_events: string[]; competent_codes: string[]; missing_parts: string[]; paper_count: number;
  };
  'catalogue.procedure_version': {
    code: string; version: number; content: Json<Procedure>; digest: string; decision_number: string | null; decision_date: string | null;
    valid_from: string; valid_until: string | null; open_start: boolean; published_by: string | null; imported_at: Instant; source: string;
  };
  'catalogue.companion': {
    kind: 'fees' | 'guide' | 'checklist'; code: string; version: number; content: Json<unknown>; decision_number: string; decision_date: string;
    valid_from: string; valid_until: string | null; published_by: string; published_at: Instant;
  };
  'catalogue.abolition': {
    id: string; code: string; version: number; valid_until: string; decision_number: string; decision_date: string; reason: string; by_id: string; by_name: string; at: Instant;
  };
  'catalogue.lint_rule': { id: Generated<number>; kind: 'vague-label' | 'held-data' | 'forbidden-demand'; pattern: string; says: string; valid_from: string; valid_until: string | null; source: string; unsure: string | null };
  'catalogue.refused_record': { id: Generated<number>; source: string; line: number; code: string | null; reasons: string[]; record: string; refused_at: Instant };
  'catalogue.handling': {
    procedure_code: string; agency_code: string; valid_from: string; process_key: string; eform_key: string; unit_code: string | null; result_symbol: string; own: boolean;
  };
  'catalogue.deadline_rule': Counting & {
    id: Generated<number>; procedure_code: string | null; channel: 'counter' | 'online' | 'post' | null; valid_from: string; set_key: string | null; first_appointment: number | null;
  };
  'catalogue.rule_set': Counting & { key: string; name: string };
  'catalogue.rule_choice': {
    id: string; kind: 'chosen' | 'withdrawn'; rule_id: number; content: Json<RuleChosen>; decision: string; by_id: string; by_name: string; at: Instant;
  };
  'catalogue.national_update': {
    id: string; origin: Generated<'file' | 'line'>; file_name: string; file_digest: string; is_whole: boolean; line_count: number; same_count: number; by_id: string; by_name: string; at: Instant;
  };
  'catalogue.national_update_item': {
    update_id: string; code: string; kind: 'new' | 'changed' | 'gone'; name: string; content: Json<Procedure> | null; line: number | null; base_version: number | null;
    state: Generated<'open' | 'approved' | 'rejected'>; note: string | null; version: number | null; decided_by: string | null; decided_at: Instant | null;
  };
  'catalogue.national_update_fault': { update_id: string; line: number; code: string | null; reasons: string[]; record: string };
  'catalogue.national_update_press': { id: string; update_id: string; kind: 'approval' | 'rejection'; results: Json<DecidedRow[]>; by_id: string; by_name: string; at: Instant };
  'catalogue.paper_kind': {
    code: string; version: number; name: string; aliases: string[]; issuing_body: string | null; held_in: string | null; valid_months: number | null; procedure_code: string | null; retired: boolean; source: string; by_name: string | null; at: Instant;
  };
  'catalogue.component_kind': { line: Generated<number>; procedure_code: string; folded_name: string; kind_code: string | null; by_name: string; at: Instant };
  'catalogue.filing_setting': { id: Generated<number>; scope: string; procedure_code: string | null; valid_from: string; own_portal: boolean; legal: string };
};

export const catalogueDb = (db: Db) => db.$extendTables<CatalogueTables>();
