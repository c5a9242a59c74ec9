// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { type Kinds, checkedBy, mergedBy, ownerOf, readGiven } from '../commands/write.ts';
import type { MergeAnswer, ProposalRow, ProposalView, DifferenceView } from '../contract.ts';
import { difference } from '../difference/difference.ts';
import type { JsonValue, ProposalState } from '../model.ts';
import { proposalActs } from '../permissions.ts';
import { tooMuch } from '../rules/too-much.ts';
import { type Proposal, contentOf, rowOf } from '../store/proposals.ts';
import { proposalsDb } from '../store/tables.ts';

const pageSize = 50;

const labelOf = (kinds: Kinds, kind: string): string => kinds.find((each) => each.kind === kind)?.label ?? kind;

type Listed = Pick<Proposal, 'id' | 'kind' | 'key' | 'title' | 'state' | 'changed_by_name' | 'changed_at' | 'valid_from' | 'published_version'>;

const rowView = (kinds: Kinds, row: Listed): ProposalRow => ({
  id: row.id, kind: row.kind, kindLabel: labelOf(kinds, row.kind), key: row.key, title: row.title, state: row.state, changedBy: row.changed_by_name, changedAt: row.changed_at.toString(),
  validFrom: row.valid_from, publishedVersion: row.published_version,
});

type Asked = { readonly kind?: string | undefined; readonly key?: string | undefined; readonly state?: ProposalState | undefined; readonly after?: string | undefined };

/** Bản soạn, the one changed last first. Keyset (changed_at, id). */
export async function listProposals(db: Db, kinds: Kinds, { kind, key, state, after }: Asked): Promise<{ readonly proposals: ProposalRow[]; readonly next: string | null }> {
  const [at, id] = after === undefined ? [] : after.split('~');
  const rows = await proposalsDb(db).selectFrom('proposals.proposal')
    .select(['id', 'kind', 'key', 'title', 'state', 'changed_by_name', 'changed_at', 'valid_from', 'published_version'])
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
    .$if(key !== undefined, (q) => q.where('key', '=', key ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'draft'))
    .$if(at !== undefined && id !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(at) && /^[\da-f-]{36}$/u.test(id), (q) => q.where(sql<boolean>`(changed_at, id) < (${at}::timestamptz, ${id}::uuid)`))
    .orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(pageSize + 1).execute();
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { proposals: shown.map((row) => rowView(kinds, row)), next: rows.length > pageSize && last !== undefined ? `${last.changed_at.toString()}~${last.id}` : null };
}

/** A bản soạn whole, with what a check finds now. Undefined when there is none. */
export async function viewProposal(db: Db, kinds: Kinds, { id, viewer }: { readonly id: string; readonly viewer: Officer }): Promise<ProposalView | undefined> {
  const row = await rowOf(db, id);
  if (row === undefined) return undefined;
  const owner = ownerOf(kinds, row);
  const content = await contentOf(db, id, row.revision) ?? null;
  const isOpen = row.state === 'draft' || row.state === 'submitted';
  const [current, findings, history] = await Promise.all([
    owner.current(db, row.key), isOpen ? checkedBy(owner, db, { key: row.key, content, base: row.base }) : [],
    proposalsDb(db).selectFrom('proposals.event').select(['id', 'kind', 'note', 'by_name', 'at']).where('proposal', '=', id).orderBy('line').execute(),
  ]);
  const may = (act: keyof typeof proposalActs): boolean => viewer.postings.some(({ role }) => proposalActs[act].roles.includes(role));
  return {
    ...rowView(kinds, row), revision: row.revision, content, baseVersion: row.base_version, currentVersion: current?.version ?? null,
    mayBegin: may('proposal.write'), mayWrite: may('proposal.write') && row.state === 'draft', mayPublish: may('proposal.publish') && row.submitted_by_id !== viewer.id,
    decision: row.decision_number === null || row.decision_date === null ? null : { number: row.decision_number, date: row.decision_date },
    findings: [...findings], history: history.map((event) => ({ id: event.id, kind: event.kind, note: event.note, by: event.by_name, at: event.at.toString() })),
  };
}

/** What a check finds in the newest revision. */
export async function findingsOf(db: Db, kinds: Kinds, id: string): Promise<ProposalView['findings']> {
  const row = await rowOf(db, id);
  if (row === undefined) return [];
  const content = await contentOf(db, id, row.revision) ?? null;
  return [...await checkedBy(ownerOf(kinds, row), db, { key: row.key, content, base: row.base })];
}

/** Khác biệt from the version it was begun from to what it says now. */
export async function viewDifference(db: Db, kinds: Kinds, id: string): Promise<DifferenceView | undefined> {
  const row = await rowOf(db, id);
  if (row === undefined) return undefined;
  const owner = ownerOf(kinds, row);
  const content = await contentOf(db, id, row.revision) ?? null;
  const much = tooMuch(content);
  if (much !== null) return { from: row.base_version, lines: [...difference([], [{ key: 'content', label: much.place, text: much.text }])] };
  return { from: row.base_version, lines: [...difference(row.base === null ? [] : await owner.describe(row.base), await owner.describe(content))] };
}

const inShort = (value: JsonValue | undefined): string => (value === undefined ? '(đã bỏ)' : typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 600);

/** What becomes of what I wrote over `revision` and of what was saved since; nothing is saved. Undefined when there is no such bản soạn, null when my content cannot be read. */
export async function viewMerge(db: Db, kinds: Kinds, asked: { readonly id: string; readonly revision: number; readonly content: unknown; readonly takeTheirs: readonly string[] }): Promise<MergeAnswer | null | undefined> {
  const row = await rowOf(db, asked.id);
  if (row === undefined) return undefined;
  const owner = ownerOf(kinds, row);
  const mine = readGiven(owner, asked.content);
  if (!mine.ok) return null;
  const [base, theirs] = await Promise.all([contentOf(db, row.id, asked.revision), contentOf(db, row.id, row.revision)]);
  const merged = await mergedBy(owner, { base: base ?? null, mine: mine.value, theirs: theirs ?? null }, asked.takeTheirs);
  return {
    revision: row.revision, by: row.changed_by_name, at: row.changed_at.toString(), content: merged.content,
    collisions: merged.collisions.map(({ path, place, mine: own, theirs: other }) => ({ path, place: place ?? owner.placeOf?.(mine.value, path) ?? path, mine: inShort(own), theirs: inShort(other) })),
    difference: [...difference(await owner.describe(theirs ?? null), await owner.describe(merged.content))],
  };
}
