// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import { MessageSet } from '../contract.ts';

type Tables = { 'messages.text_set': { readonly scope: string; readonly version: number; readonly content: Json<MessageSet>; readonly valid_from: string; readonly decision_number: string; readonly decision_date: string; readonly published_by: string; readonly published_at: Instant } };
const sets = (db: Db) => db.$extendTables<Tables>();

/** A published version of the texts of a procedure, or of all. */
export type PublishedTexts = { readonly scope: string; readonly version: number; readonly texts: MessageSet['texts']; readonly validFrom: string; readonly decision: string };

/** Every version, of each scope the newest first. */
export async function publishedTexts(db: Db, scope?: string): Promise<readonly PublishedTexts[]> {
  const all = sets(db).selectFrom('messages.text_set').select(['scope', 'version', 'content', 'valid_from', 'decision_number']).orderBy('scope').orderBy('version', 'desc').limit(5000);
  const rows = await (scope === undefined ? all : all.where('scope', '=', scope)).execute();
  return rows.map(({ scope: of, version, content, valid_from: validFrom, decision_number: decision }) => ({ scope: of, version, texts: MessageSet.parse(content).texts, validFrom, decision }));
}

type Entry = { readonly scope: string; readonly version: number; readonly content: MessageSet; readonly validFrom: string; readonly decision: { readonly number: string; readonly date: string }; readonly by: string; readonly at: Temporal.Instant };

/** Stores the next version of a scope. */
export async function insertTexts(tx: Db, { scope, version, content, validFrom, decision, by, at }: Entry): Promise<void> {
  await sets(tx).insertInto('messages.text_set').values({ scope, version, content: JSON.stringify(content), valid_from: validFrom, decision_number: decision.number, decision_date: decision.date, published_by: by, published_at: at.toString() }).execute();
}
