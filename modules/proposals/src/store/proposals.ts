// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { JsonValue, ProposalState } from '../model.ts';
import { type EventKind, proposalsDb } from './tables.ts';

/** Who presses, when, with which key: the same key again does nothing twice. */
export type Press = { readonly by: { readonly id: string; readonly name: string }; readonly at: Temporal.Instant; readonly clientKey: string };

/** A bản soạn as its row says; the content stands in its newest revision. */
export type Proposal = {
  readonly id: string; readonly kind: string; readonly key: string; readonly title: string; readonly state: ProposalState; readonly revision: number;
  readonly base_version: number | null; readonly base: JsonValue | null; readonly changed_by_id: string; readonly changed_by_name: string; readonly changed_at: Temporal.Instant;
  readonly submitted_by_id: string | null; readonly published_version: number | null; readonly decision_number: string | null; readonly decision_date: string | null; readonly valid_from: string | null;
};

/** The row; locked until the end of the transaction when asked. */
export async function rowOf(db: Db, id: string, isLocked = false): Promise<Proposal | undefined> {
  const asked = proposalsDb(db).selectFrom('proposals.proposal').selectAll().where('id', '=', id);
  return (isLocked ? asked.forUpdate() : asked).executeTakeFirst();
}

/** Content of a revision, with who saved it; undefined when it is not kept any more. */
export async function contentOf(db: Db, proposal: string, revision: number): Promise<JsonValue | undefined> {
  const row = await proposalsDb(db).selectFrom('proposals.revision').select('content').where('proposal', '=', proposal).where('revision', '=', revision).executeTakeFirst();
  return row?.content;
}

/** Adds a revision; of one person's stretch older than an hour only the last stays. */
export async function addRevision(tx: Db, { proposal, revision, content }: { readonly proposal: string; readonly revision: number; readonly content: JsonValue }, { by, at }: Pick<Press, 'by' | 'at'>): Promise<void> {
  await proposalsDb(tx).insertInto('proposals.revision').values({ proposal, revision, content: JSON.stringify(content), by_id: by.id, by_name: by.name, at }).execute();
  await sql`delete from proposals.revision old using proposals.revision next
    where old.proposal = ${proposal} and next.proposal = old.proposal and next.revision = old.revision + 1 and next.by_id = old.by_id and old.at < ${at.subtract({ hours: 1 }).toString()}`.execute(tx);
}

/** Whether a press was taken already. */
export async function isPressed(db: Db, clientKey: string): Promise<boolean> {
  return (await proposalsDb(db).selectFrom('proposals.event').select('id').where('id', '=', clientKey).executeTakeFirst()) !== undefined;
}

export async function addEvent(tx: Db, proposal: string, { kind, note, press }: { readonly kind: EventKind; readonly note: string | null; readonly press: Press }): Promise<void> {
  await proposalsDb(tx).insertInto('proposals.event').values({ id: press.clientKey, proposal, kind, note, by_id: press.by.id, by_name: press.by.name, at: press.at }).execute();
}

/** What a bản soạn proposes now; undefined when there is none. */
export async function proposed(db: Db, id: string): Promise<{ readonly kind: string; readonly key: string; readonly title: string; readonly content: JsonValue } | undefined> {
  const row = await rowOf(db, id);
  const content = row === undefined ? undefined : await contentOf(db, id, row.revision);
  return row === undefined || content === undefined ? undefined : { kind: row.kind, key: row.key, title: row.title, content };
}

/** How a bản soạn stands; `validFrom` once it is published. */
export type ProposalStanding = { readonly id: string; readonly kind: string; readonly key: string; readonly title: string; readonly state: ProposalState; readonly validFrom: string | null; readonly content: JsonValue | null };

/** How the bản soạn of some subjects stand, newest first; `ids` asks for some by name instead. Contents only when asked for. */
export async function proposalStandings(db: Db, asked: { readonly kind: string; readonly keys: readonly string[]; readonly withContent?: boolean } | { readonly ids: readonly string[] }): Promise<readonly ProposalStanding[]> {
  const none = 'ids' in asked ? asked.ids.length === 0 : asked.keys.length === 0;
  if (none) return [];
  const rows = await proposalsDb(db).selectFrom('proposals.proposal').select(['id', 'kind', 'key', 'title', 'state', 'valid_from', 'revision'])
    .where((where) => ('ids' in asked ? where('id', 'in', [...asked.ids]) : where.and([where('kind', '=', asked.kind), where('key', 'in', [...asked.keys])])))
    .orderBy('begun_at', 'desc').limit(2000).execute();
  const isFull = 'withContent' in asked && asked.withContent;
  const contents = !isFull || rows.length === 0 ? [] : await proposalsDb(db).selectFrom('proposals.revision as r').innerJoin('proposals.proposal as p', (join) => join.onRef('p.id', '=', 'r.proposal').onRef('p.revision', '=', 'r.revision'))
    .select(['r.proposal', 'r.content']).where('r.proposal', 'in', rows.map(({ id }) => id)).execute();
  return rows.map(({ id, kind, key, title, state, valid_from: validFrom }) => ({ id, kind, key, title, state, validFrom, content: contents.find(({ proposal }) => proposal === id)?.content ?? null }));
}
