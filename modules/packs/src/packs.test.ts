// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { createTestAuthority, issueSigningIdentity, type SigningIdentity, type TestAuthority } from '@motcua/documents';
import { ok, refuse } from '@motcua/kernel';
import { beginProposal, type JsonValue, type ProposalKind } from '@motcua/proposals';
import { publishProposal, submitProposal, viewProposal } from '@motcua/proposals/testing';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makePack, packOfBefore } from './commands/make-pack.ts';
import { addPublisher, endPublisher, publisherRoots } from './commands/publishers.ts';
import { type PackKindContext, packKind } from './kind.ts';
import { packsView, packView } from './views/packs.ts';

const now = Temporal.Instant.from('2026-11-20T09:00:00+07:00');
const [mai, an] = [{ id: 'mai', name: 'Trần Thị Mai' }, { id: 'an', name: 'Lê Văn An' }];
const Text = z.object({ text: z.string() });

type Shelf = Map<string, { version: number; content: JsonValue }>;
/** A kind as an owner would give it: texts on a shelf; a text «xấu» blocks, a text «hỏng» is refused when published. */
const textKind = (kind: string, shelf: Shelf): ProposalKind => ({
  kind, label: 'Văn bản', read: (content) => { const read = Text.safeParse(content); return read.success ? ok(read.data) : refuse([{ path: 'text', place: 'Chữ', text: 'sai dạng', blocks: true }]); },
  empty: () => ({ text: '' }), current: (_db, key) => Promise.resolve(shelf.get(key) ?? null), title: (content) => Text.parse(content).text,
  check: (_db, { content }) => Promise.resolve(Text.parse(content).text === 'xấu' ? [{ path: 'text', place: 'Chữ', text: 'Sửa chữ xấu.', blocks: true }] : []),
  describe: (content) => [{ key: 'text', label: 'Chữ', text: Text.parse(content).text }],
  prove: (content, given) => Promise.resolve(`${Text.parse(content).text}${typeof given === 'string' ? given : ''}`), questions: () => [{ name: 'thêm dấu hỏi', given: '?' }],
  publish: async (tx, { key, content }) => {
    if (Text.parse(content).text === 'hỏng') return refuse([{ path: 'text', place: 'Chữ', text: 'hỏng', blocks: true }]);
    await tx.selectNoFrom((e) => e.lit(1).as('one')).execute();
    const version = (shelf.get(key)?.version ?? 0) + 1;
    shelf.set(key, { version, content });
    return ok({ version });
  },
});

let database: TestDatabase;
let authority: TestAuthority;
let signer: SigningIdentity;
let stranger: SigningIdentity;
let foreign: TestAuthority;
const [here, there]: readonly [Shelf, Shelf] = [new Map(), new Map()];
const kindsOf = (shelf: Shelf) => [textKind('first', shelf), textKind('second', shelf)];
const context: PackKindContext = { kinds: kindsOf(here), clock: { now: () => now }, trust: async (db) => ({ roots: [authority.root, ...await publisherRoots(db)] }) };
const all = [...context.kinds, packKind(context)];

beforeAll(async () => {
  database = await testDatabase();
  authority = await createTestAuthority({ at: now });
  foreign = await createTestAuthority({ at: now });
  const order = { kind: 'agency', organisation: 'Tỉnh', secret: new Uint8Array(32), at: now } as const;
  signer = await issueSigningIdentity(database.db, authority, { ...order, ref: 'H15', name: 'UBND tỉnh Mẫu' });
  stranger = await issueSigningIdentity(database.db, foreign, { ...order, ref: 'H99', name: 'UBND tỉnh Khác' });
});
beforeEach(() => {
  for (const shelf of [here, there]) shelf.clear();
  there.set('a', { version: 4, content: { text: 'một' } }).set('b', { version: 2, content: { text: 'hai' } });
});
afterAll(async () => { await database.drop(); });

const items = [{ kind: 'second', key: 'b' }, { kind: 'first', key: 'a' }];
/** A pack made where other things are in force. */
async function madeThere(name: string, by = signer): Promise<Buffer> {
  const made = await makePack(database.db, { kinds: kindsOf(there), signer: by, at: now }, { name, title: 'Gói thử', version: 7, notes: '', items });
  if (!made.ok) throw new Error(made.error.code);
  return Buffer.from(made.value);
}
async function brought(name: string, file: Uint8Array): Promise<string> {
  const begun = await beginProposal(database.db, all, { kind: 'pack', key: name, content: { file: Buffer.from(file).toString('base64') }, press: { by: mai, at: now } });
  if (!begun.ok) throw new Error(begun.error.code);
  return begun.value.id;
}
const submitted = (id: string) => submitProposal(database.db, all, { id, revision: 1, note: null, press: { by: mai, at: now, clientKey: randomUUID() } });
const published = (id: string) => publishProposal(database.db, all, { id, revision: 1, decision: { number: '9/QĐ', date: '2026-11-20' }, validFrom: '2026-12-01', press: { by: an, at: now, clientKey: randomUUID() } });
const lookedAt = (id: string) => viewProposal(database.db, all, { id, viewer: { kind: 'officer', ...an, postings: [{ role: 'procedure-controller', agency: 'H15', unit: null }] } });

describe('gói thủ tục (packs)', () => {
  test('made in one place is looked at, tested, submitted and published in another, its items together', async () => {
    here.set('a', { version: 1, content: { text: 'cũ' } });
    const id = await brought('g1', await madeThere('g1'));

    expect(await packView(database.db, context, id)).toMatchObject({
      title: 'Gói thử', version: 7, madeBy: 'UBND tỉnh Mẫu', signature: { verdict: 'valid', signer: 'UBND tỉnh Mẫu' },
      items: [{ key: 'b', standing: 'new' }, { key: 'a', standing: 'changed' }], tests: [{ passed: true }, { passed: true }],
    });
    expect(await submitted(id)).toMatchObject({ ok: true });
    expect(await published(id)).toMatchObject({ ok: true, value: { state: 'published', publishedVersion: 1 } });
    expect([...here]).toEqual([['a', { version: 2, content: { text: 'một' } }], ['b', { version: 1, content: { text: 'hai' } }]]);
    expect((await packsView(database.db)).installed.filter(({ name }) => name === 'g1')).toMatchObject([{ version: 1, packVersion: 7, signer: 'UBND tỉnh Mẫu', isNewest: true, items: [{ key: 'a', version: 2 }, { key: 'b', version: 1 }] }]);
  });

  test('goes back by a pack of what was in force before; what is the same gets no new version', async () => {
    here.set('a', { version: 1, content: { text: 'cũ' } }).set('b', { version: 5, content: { text: 'hai' } });
    const id = await brought('g2', await madeThere('g2'));
    await submitted(id);
    await published(id);
    const back = await packOfBefore(database.db, { kinds: context.kinds, signer, at: now }, 'g2');
    const way = await brought('g2', back.ok ? back.value : new Uint8Array());

    expect(await submitted(way)).toMatchObject({ ok: true });
    expect(await published(way)).toMatchObject({ value: { publishedVersion: 2 } });
    expect([...here]).toEqual([['a', { version: 3, content: { text: 'cũ' } }], ['b', { version: 5, content: { text: 'hai' } }]]);
    expect(await packOfBefore(database.db, { kinds: context.kinds, signer, at: now }, 'none')).toEqual({ ok: false, error: { code: 'pack-not-installed' } });
  });

  test('of a stranger is not submitted until its authority is entered, and not any more once that is ended', async () => {
    const id = await brought('g3', await madeThere('g3', stranger));
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(foreign.root).toString('base64')}\n-----END CERTIFICATE-----`;

    expect(await submitted(id)).toMatchObject({ error: { code: 'proposal-findings', findings: [{ place: 'Chữ ký số của gói', text: expect.stringMatching(/Chưa xác định được tổ chức cấp/u) }] } });
    const added = await addPublisher(database.db, { pem, decision: '3/QĐ', by: an, at: now });
    expect(await addPublisher(database.db, { pem, decision: '3/QĐ', by: an, at: now })).toMatchObject({ error: { code: 'publisher-known' } });
    expect(await submitted(id)).toMatchObject({ ok: true });
    await endPublisher(database.db, { id: added.ok ? added.value : '', by: an, at: now });
    expect(await published(id)).toMatchObject({ error: { code: 'proposal-findings' } });
    expect(here.size).toBe(0);
  });

  test.each(['', 'chữ thường', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])('takes no publisher without a certificate of an authority (%#)', async (pem) => {
    expect(await addPublisher(database.db, { pem, decision: '3/QĐ', by: an, at: now })).toEqual({ ok: false, error: { code: 'publisher-certificate' } });
  });

  test('whose items do not fit here says which and where', async () => {
    there.set('a', { version: 5, content: { text: 'xấu' } });
    const id = await brought('g4', await madeThere('g4'));

    expect(await submitted(id)).toMatchObject({ error: { findings: [{ path: 'first a.text', place: 'xấu: Chữ', text: 'Sửa chữ xấu.' }] } });
  });

  test('of what is in force here already is not held back by what was to be mended in it before', async () => {
    here.set('a', { version: 1, content: { text: 'xấu' } });
    there.set('a', { version: 5, content: { text: 'xấu' } });
    const id = await brought('g9', await madeThere('g9'));

    expect(await submitted(id)).toMatchObject({ ok: true });
  });

  test('is published whole or not at all', async () => {
    there.set('b', { version: 3, content: { text: 'hỏng' } });
    const id = await brought('g5', await madeThere('g5'));
    await submitted(id);

    expect(await published(id)).toMatchObject({ error: { code: 'proposal-findings' } });
    expect((await packsView(database.db)).installed.filter(({ name }) => name === 'g5')).toEqual([]);
    expect(await lookedAt(id)).toMatchObject({ state: 'submitted' });
  });

  test('is told to be brought again when something of it was published meanwhile', async () => {
    const id = await brought('g6', await madeThere('g6'));
    here.set('a', { version: 1, content: { text: 'của người khác' } });

    expect(await submitted(id)).toMatchObject({ error: { findings: [{ place: 'một: Tệp gói', text: expect.stringMatching(/Đã có bản khác/u) }] } });
  });

  test('whose tests answer otherwise here is not submitted', async () => {
    const id = await brought('g7', await madeThere('g7'));
    const other = kindsOf(here).map((kind) => ({ ...kind, prove: () => Promise.resolve('khác') }));
    const strange: PackKindContext = { ...context, kinds: other };

    expect(await submitProposal(database.db, [...other, packKind(strange)], { id, revision: 1, note: null, press: { by: mai, at: now, clientKey: randomUUID() } })).toMatchObject({ error: { findings: [{ path: 'tests' }, { path: 'tests' }] } });
  });

  test('is not made of something that is not in force', async () => {
    expect(await makePack(database.db, { kinds: kindsOf(there), signer, at: now }, { name: 'x', title: 'x', version: 1, notes: '', items: [{ kind: 'first', key: 'none' }] })).toEqual({ ok: false, error: { code: 'pack-item-unknown', kind: 'first', key: 'none' } });
  });

  test('carries a signature openssl accepts', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'motcua-pack-'));
    try {
      const files = unzipSync(await madeThere('g8'));
      for (const name of ['manifest.json', 'manifest.p7s']) writeFileSync(path.join(folder, name), files[name] ?? '');
      writeFileSync(path.join(folder, 'root.pem'), `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.root).toString('base64').replace(/.{64}/gu, '$&\n')}\n-----END CERTIFICATE-----\n`);
      const verify = (): string => execFileSync('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'manifest.p7s', '-content', 'manifest.json', '-CAfile', 'root.pem', '-purpose', 'any', '-attime', String(Math.floor(now.epochMilliseconds / 1000)), '-out', '/dev/null'], { cwd: folder, stdio: 'pipe' }).toString();

      expect(verify).not.toThrow();
      writeFileSync(path.join(folder, 'manifest.json'), '{}');
      expect(verify).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
