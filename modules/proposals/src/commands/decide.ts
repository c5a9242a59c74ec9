// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { type Result, officeDay, ok, refuse } from '@motcua/kernel';
import type { Finding, JsonValue, ProposalRefusal, ProposalState } from '../model.ts';
import { type Press, type Proposal, addEvent, contentOf, isPressed, rowOf } from '../store/proposals.ts';
import { type EventKind, proposalsDb } from '../store/tables.ts';
import { type Kinds, checkedBy, lockedDraft, ownerOf } from './write.ts';

export type Ended = { readonly state: ProposalState; readonly publishedVersion: number | null };
type Pressed = { readonly id: string; readonly revision: number; readonly press: Press };

/** The same press again answers what stands. */
async function once(db: Db, { id, press }: Pressed, work: (tx: Db) => Promise<Result<Ended, ProposalRefusal>>): Promise<Result<Ended, ProposalRefusal>> {
  return inTransaction(db, async (tx): Promise<Result<Ended, ProposalRefusal>> => {
    if (!await isPressed(tx, press.clientKey)) return work(tx);
    const row = await rowOf(tx, id);
    return row === undefined ? refuse({ code: 'proposal-unknown' }) : ok({ state: row.state, publishedVersion: row.published_version });
  });
}

async function contentAt(tx: Db, row: Proposal): Promise<JsonValue> {
  const content = await contentOf(tx, row.id, row.revision);
  if (content === undefined) throw new Error(`proposal ${row.id} has lost its newest revision`);
  return content;
}

async function blocking(tx: Db, kinds: Kinds, row: Proposal): Promise<Result<JsonValue, ProposalRefusal>> {
  const owner = ownerOf(kinds, row);
  const content = await contentAt(tx, row);
  const current = await owner.current(tx, row.key);
  if ((current?.version ?? null) !== row.base_version) return refuse({ code: 'proposal-behind', version: current?.version ?? 0 });
  const findings: readonly Finding[] = (await checkedBy(owner, tx, { key: row.key, content, base: row.base })).filter(({ blocks }) => blocks);
  return findings.length > 0 ? refuse({ code: 'proposal-findings', findings }) : ok(content);
}

async function move(tx: Db, row: Proposal, { state, kind, note, press }: { readonly state: ProposalState; readonly kind: EventKind; readonly note: string | null; readonly press: Press }): Promise<Result<Ended, ProposalRefusal>> {
  await proposalsDb(tx).updateTable('proposals.proposal').set({ state, submitted_by_id: state === 'submitted' ? press.by.id : null, changed_at: press.at, changed_by_id: press.by.id, changed_by_name: press.by.name }).where('id', '=', row.id).execute();
  await addEvent(tx, row.id, { kind, note, press });
  return ok({ state, publishedVersion: null });
}

/**
 * Trình công bố: the draft is closed to writing until it is published or returned.
 *
 * @error proposal-findings - what blocks, all at once
 * @error proposal-behind - another version was published since it was begun
 */
export function submit(db: Db, kinds: Kinds, asked: Pressed & { readonly note: string | null }): Promise<Result<Ended, ProposalRefusal>> {
  return once(db, asked, async (tx) => {
    const row = await lockedDraft(tx, asked.id, asked.revision);
    if (!row.ok) return row;
    const sound = await blocking(tx, kinds, row.value);
    return sound.ok ? move(tx, row.value, { state: 'submitted', kind: 'submitted', note: asked.note, press: asked.press }) : sound;
  });
}

async function submittedRow(tx: Db, { id, revision }: Pressed): Promise<Result<Proposal, ProposalRefusal>> {
  const row = await rowOf(tx, id, true);
  if (row === undefined) return refuse({ code: 'proposal-unknown' });
  if (row.state !== 'submitted') return refuse({ code: 'proposal-not-submitted', state: row.state });
  return row.revision === revision ? ok(row) : refuse({ code: 'proposal-changed', by: row.changed_by_name, at: row.changed_at.toString() });
}

/** Trả lại để sửa: open to writing again, with the reason. Who submitted may take it back the same way. */
export function giveBack(db: Db, asked: Pressed & { readonly note: string }): Promise<Result<Ended, ProposalRefusal>> {
  return once(db, asked, async (tx) => {
    const row = await submittedRow(tx, asked);
    return row.ok ? move(tx, row.value, { state: 'draft', kind: 'returned', note: asked.note, press: asked.press }) : row;
  });
}

/** Bỏ bản soạn: it stays in the list as withdrawn, another may be begun. */
export function withdraw(db: Db, asked: Pressed & { readonly note: string }): Promise<Result<Ended, ProposalRefusal>> {
  return once(db, asked, async (tx) => {
    const row = await lockedDraft(tx, asked.id, asked.revision);
    return row.ok ? move(tx, row.value, { state: 'withdrawn', kind: 'withdrawn', note: asked.note, press: asked.press }) : row;
  });
}

/**
 * Công bố: a second person publishes what was submitted, on a decision, from a day on. What was accepted before keeps its version.
 *
 * @error proposal-second-person - who submitted, or who wrote last, may not publish it
 * @error proposal-day-passed, proposal-day-far - a version cannot have been in force before today, nor begin later than in two years
 * @error proposal-decision-day - the decision is not signed yet
 * @error proposal-findings - what blocks, asked again now
 */
export function publish(db: Db, kinds: Kinds, asked: Pressed & { readonly decision: { readonly number: string; readonly date: string }; readonly validFrom: string }): Promise<Result<Ended, ProposalRefusal>> {
  const { press, decision, validFrom } = asked;
  return once(db, asked, async (tx): Promise<Result<Ended, ProposalRefusal>> => {
    const row = await submittedRow(tx, asked);
    if (!row.ok) return row;
    if (row.value.submitted_by_id === press.by.id) return refuse({ code: 'proposal-second-person' });
    const today = officeDay(press.at);
    if (validFrom < today.toString()) return refuse({ code: 'proposal-day-passed' });
    if (validFrom > today.add({ years: 2 }).toString()) return refuse({ code: 'proposal-day-far' });
    if (decision.date > today.toString()) return refuse({ code: 'proposal-decision-day' });
    const content = await blocking(tx, kinds, row.value);
    if (!content.ok) return content;
    // What an owner stored before it refused must not stay.
    await sql`savepoint before_publishing`.execute(tx);
    const published = await ownerOf(kinds, row.value).publish(tx, { key: row.value.key, content: content.value, decision, validFrom, by: press.by, at: press.at });
    if (!published.ok) {
      await sql`rollback to savepoint before_publishing`.execute(tx);
      return refuse({ code: 'proposal-findings', findings: published.error });
    }
    await proposalsDb(tx).updateTable('proposals.proposal').set({
      state: 'published', published_version: published.value.version, decision_number: decision.number, decision_date: decision.date, valid_from: validFrom, changed_at: press.at, changed_by_id: press.by.id, changed_by_name: press.by.name,
    }).where('id', '=', row.value.id).execute();
    await addEvent(tx, row.value.id, { kind: 'published', note: decision.number, press });
    return ok({ state: 'published', publishedVersion: published.value.version });
  });
}
