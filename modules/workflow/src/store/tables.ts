// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { ProcessState } from '../model.ts';

export type WorkflowTables = {
  'workflow.definition': {
    key: string; version: number; name: string; xml: string; sha256: string; published_at: Instant; published_by: string; valid_from: string; decision_number: string | null; decision_date: string | null;
  };
  'workflow.instance': {
    id: string; definition_key: string; definition_version: number; definition_sha256: string; subject: string; state: Json<ProcessState>; revision: number;
  };
  'workflow.timer': { instance: string; id: string; node: string; due_at: Instant; fired: boolean };
};

export const workflowDb = (db: Db) => db.$extendTables<WorkflowTables>();
