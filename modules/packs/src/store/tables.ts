// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { JsonValue } from '@motcua/proposals';

/** What was in force before an item was installed. */
export type Previous = { readonly kind: string; readonly key: string; readonly version: number; readonly content: JsonValue };
export type InstalledItem = { readonly kind: string; readonly key: string; readonly title: string; readonly version: number };

type Tables = {
  'packs.installed': {
    id: string; name: string; version: number; pack_version: number; title: string; signer: string; file: Buffer; items: Json<InstalledItem[]>; previous: Json<Previous[]>;
    decision_number: string; valid_from: string; by_id: string; by_name: string; at: Instant;
  };
  'packs.publisher': { id: string; name: string; root: Buffer; decision: string; added_by: string; added_at: Instant; ended_by: string | null; ended_at: Instant | null };
};

export const packsDb = (db: Db) => db.$extendTables<Tables>();
