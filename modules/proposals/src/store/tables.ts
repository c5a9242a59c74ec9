// SPDX-License-Identifier: EUPL-1.2
import type { Db, Generated, Instant, Json } from '@motcua/db-kit';
import type { JsonValue, ProposalState } from '../model.ts';

export type EventKind = 'begun' | 'submitted' | 'returned' | 'published' | 'withdrawn' | 'rebased';

type Tables = {
  'proposals.proposal': {
    id: string; kind: string; key: string; title: string; state: ProposalState; revision: number; base_version: number | null; base: Json<JsonValue> | null; begun_at: Instant;
    changed_by_id: string; changed_by_name: string; changed_at: Instant; submitted_by_id: string | null; published_version: number | null;
    decision_number: string | null; decision_date: string | null; valid_from: string | null;
  };
  'proposals.revision': { proposal: string; revision: number; content: Json<JsonValue>; by_id: string; by_name: string; at: Instant };
  'proposals.event': { line: Generated<number>; id: string; proposal: string; kind: EventKind; note: string | null; by_id: string; by_name: string; at: Instant };
};

export const proposalsDb = (db: Db) => db.$extendTables<Tables>();
