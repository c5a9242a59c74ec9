// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, isUniqueViolation } from '@motcua/db-kit';
import { type Result, newId, ok, refuse } from '@motcua/kernel';
import type { Finding, JsonValue, Merged, ProposalKind, ProposalRefusal } from '../model.ts';
import { cleanContent } from '../rules/clean-content.ts';
import { mergeContents } from '../rules/merge.ts';
import { tooMuch } from '../rules/too-much.ts';
import { type Press, type Proposal, addEvent, addRevision, contentOf, isPressed, rowOf } from '../store/proposals.ts';
import { proposalsDb } from '../store/tables.ts';

export type Kinds = readonly ProposalKind[];

const kindOf = (kinds: Kinds, kind: string): ProposalKind | undefined => kinds.find((each) => each.kind === kind);

/** The kind of a stored bản soạn. @throws when the server was wired without it */
export function ownerOf(kinds: Kinds, { kind }: Pick<Proposal, 'kind'>): ProposalKind {
  const owner = kindOf(kinds, kind);
  if (owner === undefined) throw new Error(`no owner for proposals of kind ${kind}`);
  return owner;
}

/** What two people made of one content, by its owner's way. */
export async function mergedBy(owner: ProposalKind, sides: { readonly base: JsonValue | null; readonly mine: JsonValue; readonly theirs: JsonValue }, takeTheirs: readonly string[]): Promise<Merged> {
  return owner.merge === undefined ? mergeContents(sides, takeTheirs) : owner.merge(sides, takeTheirs);
}

/** The shape of a content from outside, unless it is more than anything that is drafted. */
export function readGiven(owner: ProposalKind, content: unknown): ReturnType<ProposalKind['read']> {
  const much = tooMuch(content);
  return much === null ? owner.read(content) : refuse([much]);
}

/** What a check finds in a stored content; one that is too much is not looked into. */
export async function checkedBy(owner: ProposalKind, db: Db, draft: Parameters<ProposalKind['check']>[1]): Promise<readonly Finding[]> {
  const much = tooMuch(draft.content);
  return much === null ? owner.check(db, draft) : [much];
}

const openOne = async (db: Db, kind: string, key: string): Promise<string | undefined> =>
  (await proposalsDb(db).selectFrom('proposals.proposal').select('id').where('kind', '=', kind).where('key', '=', key).where('state', 'in', ['draft', 'submitted']).executeTakeFirst())?.id;

type Begun = { readonly id: string; readonly isNew: boolean };

/**
 * Begins a bản soạn of a subject from the version in force, from a given content, or from what a new one begins with. There is one open bản soạn of a subject: it is answered when somebody began it already.
 *
 * @error proposal-kind-unknown - no such kind, or no new subject of this key is possible
 * @error proposal-findings - the given content cannot be read
 */
export async function begin(db: Db, kinds: Kinds, { kind, key, content, press }: { readonly kind: string; readonly key: string; readonly content?: unknown; readonly press: Omit<Press, 'clientKey'> }): Promise<Result<Begun, ProposalRefusal>> {
  const owner = kindOf(kinds, kind);
  if (owner === undefined) return refuse({ code: 'proposal-kind-unknown' });
  const open = await openOne(db, kind, key);
  if (open !== undefined) return ok({ id: open, isNew: false });
  const current = await owner.current(db, key);
  const given = content ?? current?.content ?? owner.empty(key);
  if (given === null) return refuse({ code: 'proposal-kind-unknown' });
  const read = readGiven(owner, given);
  if (!read.ok) return refuse({ code: 'proposal-findings', findings: read.error });
  const [id, clean] = [newId(press.at), cleanContent(read.value)];
  const base = owner.baseOf === undefined ? current?.content ?? null : await owner.baseOf(db, clean);
  try {
    await inTransaction(db, async (tx) => {
      await proposalsDb(tx).insertInto('proposals.proposal').values({
        id, kind, key, title: owner.title(clean), state: 'draft', revision: 1, base_version: current?.version ?? null, base: base === null ? null : JSON.stringify(base),
        begun_at: press.at, changed_by_id: press.by.id, changed_by_name: press.by.name, changed_at: press.at, submitted_by_id: null, published_version: null, decision_number: null, decision_date: null, valid_from: null,
      }).execute();
      await addRevision(tx, { proposal: id, revision: 1, content: clean }, press);
      await addEvent(tx, id, { kind: 'begun', note: null, press: { ...press, clientKey: newId(press.at) } });
    });
    return ok({ id, isNew: true });
  } catch (fault) {
    const other = isUniqueViolation(fault, 'proposal_open_is_one') ? await openOne(db, kind, key) : undefined;
    if (other === undefined) throw fault;
    return ok({ id: other, isNew: false });
  }
}

/** The row of a draft that may be written to at a revision, locked; or why not. */
export async function lockedDraft(tx: Db, id: string, revision: number): Promise<Result<Proposal, ProposalRefusal>> {
  const row = await rowOf(tx, id, true);
  if (row === undefined) return refuse({ code: 'proposal-unknown' });
  if (row.state !== 'draft') return refuse({ code: 'proposal-not-editable', state: row.state });
  return row.revision === revision ? ok(row) : refuse({ code: 'proposal-changed', by: row.changed_by_name, at: row.changed_at.toString() });
}

async function store(tx: Db, owner: ProposalKind, { row, content, press }: { readonly row: Proposal; readonly content: JsonValue; readonly press: Pick<Press, 'by' | 'at'> }): Promise<number> {
  const revision = row.revision + 1;
  await addRevision(tx, { proposal: row.id, revision, content }, press);
  await proposalsDb(tx).updateTable('proposals.proposal').set({ revision, title: owner.title(content), changed_by_id: press.by.id, changed_by_name: press.by.name, changed_at: press.at }).where('id', '=', row.id).execute();
  return revision;
}

/**
 * Saves a content over the revision that was seen.
 *
 * @returns the number of the new revision
 * @error proposal-changed - somebody saved meanwhile: ask for the merge
 */
export async function save(db: Db, kinds: Kinds, { id, revision, content, press }: { readonly id: string; readonly revision: number; readonly content: unknown; readonly press: Pick<Press, 'by' | 'at'> }): Promise<Result<number, ProposalRefusal>> {
  return inTransaction(db, async (tx): Promise<Result<number, ProposalRefusal>> => {
    const row = await lockedDraft(tx, id, revision);
    if (!row.ok) return row;
    const owner = ownerOf(kinds, row.value);
    const read = readGiven(owner, content);
    if (!read.ok) return refuse({ code: 'proposal-findings', findings: read.error });
    return ok(await store(tx, owner, { row: row.value, content: cleanContent(read.value), press }));
  });
}

/**
 * Takes the version in force now as the base: what it changed since the old base comes in, where both changed the draft stands.
 *
 * @error proposal-changed - somebody saved meanwhile
 */
export async function rebase(db: Db, kinds: Kinds, { id, revision, press }: { readonly id: string; readonly revision: number; readonly press: Press }): Promise<Result<number, ProposalRefusal>> {
  return inTransaction(db, async (tx): Promise<Result<number, ProposalRefusal>> => {
    if (await isPressed(tx, press.clientKey)) return ok((await rowOf(tx, id))?.revision ?? revision);
    const row = await lockedDraft(tx, id, revision);
    if (!row.ok) return row;
    const owner = ownerOf(kinds, row.value);
    const current = await owner.current(tx, row.value.key);
    const mine = await contentOf(tx, id, revision);
    if (current === null || mine === undefined || current.version === row.value.base_version) return ok(revision);
    const { content } = await mergedBy(owner, { base: row.value.base, mine, theirs: current.content }, []);
    await proposalsDb(tx).updateTable('proposals.proposal').set({ base_version: current.version, base: JSON.stringify(current.content) }).where('id', '=', id).execute();
    await addEvent(tx, id, { kind: 'rebased', note: `Bản ${current.version}`, press });
    return ok(await store(tx, owner, { row: row.value, content, press }));
  });
}
