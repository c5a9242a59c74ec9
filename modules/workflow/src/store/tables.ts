// SPDX-License-Identifier: EUPL-1.2
import type { Db, Generated, Instant, Json } from '@motcua/db-kit';
import type { ProcessState } from '../model.ts';

export type WorkflowTables = {
  'workflow.definition': {
    key: string; version: number; name: string; xml: string; sha256: string; published_at: Instant; published_by: string; valid_from: string; decision_number: string | null; decision_date: string | null; called_only: Generated<boolean>;
  };
  'workflow.instance': {
    id: string; definition_key: string; definition_version: number; definition_sha256: string; subject: string; state: Json<ProcessState>; revision: number;
  };
  'workflow.import': { id: string; file_name: string; by_id: string; by_name: string; at: Instant };
  'workflow.import_record': {
    import_id: string; place: number; record_id: string; name: string; record: Json<unknown>; refusal: string | null; questions: string[]; notes: string[]; published_version: Generated<number | null>; fault: Generated<string | null>;
  };
  'workflow.import_decision': { id: string; import_id: string; place: number; choice: 'as-decided' | 'sum' | 'leave-out'; note: string | null; by_id: string; by_name: string; at: Instant };
  'workflow.timer': { instance: string; id: string; node: string; due_at: Instant; fired: boolean };
};

export const workflowDb = (db: Db) => db.$extendTables<WorkflowTables>();
