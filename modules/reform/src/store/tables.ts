// SPDX-License-Identifier: EUPL-1.2
import type { Db, Generated, Instant } from '@motcua/db-kit';

type ReformTables = {
  'reform.clock_rule': { id: Generated<number>; kind: 'lead-province' | 'lead-shortened' | 'entry-province' | 'list'; working_days: number; watched_from: string; valid_from: string; valid_until: string | null; source: string; unsure: string | null };
  'reform.list_publication': { id: string; ministry_decision: string; ministry_day: string; decision_number: string; decision_day: string; public_on: string; by_id: string; by_name: string; at: Instant };
};

export const reformDb = (db: Db) => db.$extendTables<ReformTables>();
