// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { ok, refuse } from '@motcua/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { giveBack, publish, submit, withdraw } from './commands/decide.ts';
import { begin, rebase, save } from './commands/write.ts';
import type { ProposalKind } from './model.ts';
import { listProposals, viewDifference, viewMerge, viewProposal } from './views/proposals.ts';

const Note = z.object({ title: z.string(), lines: z.array(z.object({ id: z.string(), text: z.string() })) });
type Note = z.infer<typeof Note>;
const now = Temporal.Instant.from('2026-11-20T09:00:00+07:00');
const mai = { id: 'mai', name: 'Trần Thị Mai' };
const an = { id: 'an', name: 'Lê Văn An' };
const decision = { number: '12/QĐ-UBND', date: '2026-11-19' };

let published: { version: number; content: Note }[] = [];
const noteOf = (content: unknown): Note => Note.parse(content);
/** A kind as its owner would give it: notes that must have a title and at least one line. */
const notes: ProposalKind = {
  kind: 'note', label: 'Ghi chú',
  read: (content) => { const read = Note.safeParse(content); return read.success ? ok(read.data) : refuse([{ path: '', place: 'Nội dung', text: 'sai dạng', blocks: true }]); },
  empty: (key) => (key.startsWith('moi') ? { title: '', lines: [] } : null),
  current: () => Promise.resolve(published.at(-1) ?? null),
  title: (content) => noteOf(content).title,
  check: (_db, { content }) => Promise.resolve(noteOf(content).lines.length === 0 ? [{ path: 'lines', place: 'Các dòng', text: 'Thêm ít nhất một dòng.', blocks: true }] : []),
  describe: (content) => [{ key: 'title', label: 'Tên', text: noteOf(content).title }, ...noteOf(content).lines.map(({ id, text }) => ({ key: id, label: `Dòng ${id}`, text }))],
  publish: (_tx, { content }) => { published.push({ version: published.length + 1, content: noteOf(content) }); return Promise.resolve(ok({ version: published.length })); },
};
const kinds = [notes];

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
beforeEach(() => { published = [{ version: 1, content: { title: 'Cũ', lines: [{ id: 'a', text: 'một' }, { id: 'b', text: 'hai' }] } }]; });
afterAll(async () => { await database.drop(); });

const press = (by = mai, at = now) => ({ by, at, clientKey: randomUUID() });
const content = (title: string, ...texts: readonly string[]): Note => ({ title, lines: texts.map((text, at) => ({ id: 'abc'[at] ?? 'z', text })) });
async function begun(key: string): Promise<string> {
  const made = await begin(database.db, kinds, { kind: 'note', key, press: press() });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}
const saved = (id: string, revision: number, what: Note, by = mai) => save(database.db, kinds, { id, revision, content: what, press: press(by) });
const view = async (id: string) => viewProposal(database.db, kinds, { id, viewer: { kind: 'officer', ...mai, postings: [{ role: 'procedure-controller', agency: 'A', unit: null }] } });
async function submitted(key: string): Promise<string> {
  const id = await begun(key);
  await saved(id, 1, content('Mới', 'một', 'ba'));
  await submit(database.db, kinds, { id, revision: 2, note: null, press: press() });
  return id;
}

describe('bản soạn (proposals)', () => {
  const deep = (layers: number): unknown => (layers === 0 ? 'x' : [deep(layers - 1)]);
  test.each([
    ['more values than anything that is drafted', Array.from({ length: 60_001 }, () => 0), 'nhiều nhất 60000'], ['values in values without end', deep(3000), 'sâu hơn 40 lớp'],
  ])('refuses %s, wherever a content comes in', async (_what, given, words) => {
    const refused = { ok: false, error: { code: 'proposal-findings', findings: [{ path: 'content', place: 'Cả bản soạn', text: expect.stringContaining(words), blocks: true }] } };
    const id = await begun('lon');

    expect(await begin(database.db, kinds, { kind: 'note', key: 'lon-moi', content: given, press: press() })).toEqual(refused);
    expect(await save(database.db, kinds, { id, revision: 1, content: given, press: press() })).toEqual(refused);
    expect(await viewMerge(database.db, kinds, { id, revision: 1, content: given, takeTheirs: [] })).toBeNull();
  });

  test('begins from the version in force; a second beginner joins the one that is open', async () => {
    const id = await begun('k1');

    expect(await begin(database.db, kinds, { kind: 'note', key: 'k1', press: press(an) })).toEqual({ ok: true, value: { id, isNew: false } });
    expect(await view(id)).toMatchObject({ state: 'draft', revision: 1, baseVersion: 1, content: { title: 'Cũ' }, mayWrite: true });
  });

  test('two who begin at once get the same one', async () => {
    const both = await Promise.all([mai, an].map((by) => begin(database.db, kinds, { kind: 'note', key: 'k2', press: press(by) })));

    expect(new Set(both.map((each) => (each.ok ? each.value.id : '')))).toHaveLength(1);
  });

  test('refuses a kind nobody owns and a subject that cannot be new, and keeps null characters out', async () => {
    published = [];
    const made = await begin(database.db, kinds, { kind: 'note', key: 'moi-1', press: press() });

    expect(await begin(database.db, kinds, { kind: 'none', key: 'x', press: press() })).toMatchObject({ error: { code: 'proposal-kind-unknown' } });
    expect(await begin(database.db, kinds, { kind: 'note', key: 'cu', press: press() })).toMatchObject({ error: { code: 'proposal-kind-unknown' } });
    expect(made.ok && await saved(made.value.id, 1, content('a\u0000b\ud800', 'một'))).toEqual({ ok: true, value: 2 });
    expect(made.ok && (await view(made.value.id))?.content).toMatchObject({ title: 'ab\ufffd' });
  });

  test('never overwrites what another saved: the second is told who and when, and both are merged', async () => {
    const id = await begun('k3');
    await saved(id, 1, content('Cũ', 'một', 'hai sửa'), an);
    const mine = content('Tên của tôi', 'một', 'hai');

    expect(await saved(id, 1, mine)).toMatchObject({ ok: false, error: { code: 'proposal-changed', by: an.name } });
    const merge = await viewMerge(database.db, kinds, { id, revision: 1, content: mine, takeTheirs: [] });
    expect(merge).toMatchObject({ revision: 2, by: an.name, collisions: [], content: { title: 'Tên của tôi', lines: [{ text: 'một' }, { text: 'hai sửa' }] } });
    expect(merge?.difference.filter(({ change }) => change !== 'same').map(({ path }) => path)).toEqual(['title']);
    expect(await saved(id, 2, noteOf(merge?.content))).toEqual({ ok: true, value: 3 });
  });

  test('shows what collides side by side and takes theirs where it is asked for', async () => {
    const id = await begun('k4');
    await saved(id, 1, content('Của An', 'một', 'hai'), an);
    const asked = { id, revision: 1, content: content('Của Mai', 'một', 'hai') };

    expect(await viewMerge(database.db, kinds, { ...asked, takeTheirs: [] })).toMatchObject({ collisions: [{ path: 'title', mine: 'Của Mai', theirs: 'Của An' }], content: { title: 'Của Mai' } });
    expect(await viewMerge(database.db, kinds, { ...asked, takeTheirs: ['title'] })).toMatchObject({ content: { title: 'Của An' } });
  });

  test('is not submitted while something blocks, and says what', async () => {
    const id = await begun('k5');
    await saved(id, 1, content('Trống'));

    expect(await submit(database.db, kinds, { id, revision: 2, note: null, press: press() })).toMatchObject({ ok: false, error: { code: 'proposal-findings', findings: [{ path: 'lines' }] } });
  });

  test('is closed to writing once submitted, and opened again by returning it with the reason', async () => {
    const id = await submitted('k6');

    expect(await saved(id, 2, content('Lén', 'x'))).toMatchObject({ error: { code: 'proposal-not-editable', state: 'submitted' } });
    expect(await giveBack(database.db, { id, revision: 2, note: 'Thiếu căn cứ', press: press(an) })).toMatchObject({ value: { state: 'draft' } });
    expect(await saved(id, 2, content('Sửa', 'x'))).toEqual({ ok: true, value: 3 });
    expect((await view(id))?.history.map(({ kind, note }) => [kind, note])).toEqual([['begun', null], ['submitted', null], ['returned', 'Thiếu căn cứ']]);
  });

  test('is published by a second person only, from today on at the earliest, once however often it is pressed', async () => {
    const id = await submitted('k7');
    const asked = { id, revision: 2, decision, validFrom: '2026-12-01' };
    const pressed = press(an);

    expect(await publish(database.db, kinds, { ...asked, press: press(mai) })).toMatchObject({ error: { code: 'proposal-second-person' } });
    expect(await publish(database.db, kinds, { ...asked, validFrom: '2026-11-19', press: pressed })).toMatchObject({ error: { code: 'proposal-day-passed' } });
    expect(await publish(database.db, kinds, { ...asked, validFrom: '2099-01-01', press: pressed })).toMatchObject({ error: { code: 'proposal-day-far' } });
    expect(await publish(database.db, kinds, { ...asked, decision: { number: '1', date: '2026-11-21' }, press: pressed })).toMatchObject({ error: { code: 'proposal-decision-day' } });
    const twice = [await publish(database.db, kinds, { ...asked, press: pressed }), await publish(database.db, kinds, { ...asked, press: pressed })];
    expect(twice).toEqual(Array(2).fill({ ok: true, value: { state: 'published', publishedVersion: 2 } }));
    expect(published).toHaveLength(2);
    expect(await view(id)).toMatchObject({ state: 'published', publishedVersion: 2, decision, validFrom: '2026-12-01' });
  });

  test('takes in another version published meanwhile before it is submitted', async () => {
    const id = await begun('k8');
    await saved(id, 1, content('Cũ', 'một', 'hai sửa'));
    published.push({ version: 2, content: content('Tên mới', 'một', 'hai') });

    expect(await submit(database.db, kinds, { id, revision: 2, note: null, press: press() })).toMatchObject({ error: { code: 'proposal-behind', version: 2 } });
    expect(await rebase(database.db, kinds, { id, revision: 2, press: press() })).toEqual({ ok: true, value: 3 });
    expect(await view(id)).toMatchObject({ baseVersion: 2, content: { title: 'Tên mới', lines: [{ text: 'một' }, { text: 'hai sửa' }] } });
    expect((await viewDifference(database.db, kinds, id))?.lines.filter(({ change }) => change !== 'same').map(({ path }) => path)).toEqual(['b']);
    expect(await submit(database.db, kinds, { id, revision: 3, note: null, press: press() })).toMatchObject({ ok: true });
  });

  test('that was withdrawn makes room for another, and stays in the list', async () => {
    const id = await begun('k9');
    await withdraw(database.db, { id, revision: 1, note: 'Không cần nữa', press: press() });

    expect(await begun('k9')).not.toBe(id);
    expect((await listProposals(database.db, kinds, { key: 'k9' })).proposals.map(({ state }) => state).toSorted()).toEqual(['draft', 'withdrawn']);
  });

  test('keeps, of one person\'s stretch older than an hour, only the last saved state', async () => {
    const id = await begun('k10');
    for (const [at, text] of ['x', 'y', 'z'].entries()) await save(database.db, kinds, { id, revision: at + 1, content: content(text, 'một'), press: press(mai, now.add({ minutes: at })) });
    await save(database.db, kinds, { id, revision: 4, content: content('cuối', 'một'), press: press(an, now.add({ hours: 2 })) });

    const kept = await database.pool.query<{ revision: number }>('select revision from proposals.revision where proposal = $1 order by 1', [id]);
    expect(kept.rows.map(({ revision }) => revision)).toEqual([4, 5]);
  });
});
