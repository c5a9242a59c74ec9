// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type ContentVerdict, type Trust, validateContent } from '@motcua/documents';
import { type Clock, ok, refuse, type Result } from '@motcua/kernel';
import { type Finding, isSame, type JsonValue, type Part, type ProposalKind, type Publication } from '@motcua/proposals';
import { z } from 'zod';
import { openPack, type Pack, type PackItem } from './file/pack-file.ts';
import { testPack } from './rules/test-pack.ts';
import { addInstalled, lockPack, newestInstalled } from './store/installed.ts';
import type { Previous } from './store/tables.ts';

/** What a proposal of a pack holds: the file as it was signed; its base holds the items in force. */
const PackContent = z.object({ file: z.base64() });
const Base = z.object({ items: z.array(z.object({ kind: z.string(), key: z.string(), version: z.number().int(), content: z.json() })) });

export type PackKindContext = { readonly kinds: readonly ProposalKind[]; readonly clock: Clock; readonly trust: (db: Db) => Promise<Trust> };

const whole = (text: string): Finding => ({ path: 'file', place: 'Tệp gói', text, blocks: true });

/** The pack of a proposal's content. */
export function packOf(content: JsonValue): Result<Pack, readonly Finding[]> {
  const read = PackContent.safeParse(content);
  if (!read.success) return refuse([whole('Không đọc được gói đã tải lên. Tải lên lại.')]);
  const pack = openPack(Buffer.from(read.data.file, 'base64'));
  return pack.ok ? pack : refuse([{ path: 'file', place: pack.error.place, text: pack.error.text, blocks: true }]);
}

const itemsOf = (content: JsonValue): readonly Pick<PackItem, 'kind' | 'key' | 'content'>[] => {
  const base = Base.safeParse(content);
  return base.success ? base.data.items : packItems(content);
};

/** What a pack that was brought in proposes; nothing when it cannot be opened. */
export function packItems(content: JsonValue): readonly PackItem[] {
  const pack = packOf(content);
  return pack.ok ? pack.value.items : [];
}

const named = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`;

/** What is in force of each item, for the difference and for a way back. */
export async function inForce(db: Db, kinds: readonly ProposalKind[], items: readonly Pick<PackItem, 'kind' | 'key'>[]): Promise<readonly Previous[]> {
  const found: Previous[] = [];
  for (const { kind, key } of items) {
    const current = await kinds.find((each) => each.kind === kind)?.current(db, key) ?? null;
    if (current !== null) found.push({ kind, key, ...current });
  }
  return found;
}

/** Whose signature the pack carries, and whether it is believed here. */
export async function verdictOf(db: Db, { clock, trust }: PackKindContext, pack: Pack): Promise<ContentVerdict> {
  return validateContent(pack.manifest, { signature: pack.signature, trust: await trust(db), at: clock.now() });
}

async function itemFindings(db: Db, kinds: readonly ProposalKind[], { item, base }: { readonly item: PackItem; readonly base: readonly Previous[] }): Promise<readonly Finding[]> {
  const owner = kinds.find((each) => each.kind === item.kind);
  const at = (finding: Finding): Finding => ({ ...finding, path: `${named(item)}.${finding.path}`, place: `${item.title}: ${finding.place}` });
  if (owner === undefined) return [at(whole(`Hệ thống này chưa có loại «${item.kind}». Nâng cấp hệ thống, hoặc dùng gói không có thứ này.`))];
  const read = owner.read(item.content);
  if (!read.ok) return read.error.map(at);
  const before = base.find((each) => named(each) === named(item));
  const now = await owner.current(db, item.key);
  const isBehind = (before?.version ?? null) !== (now?.version ?? null);
  return [
    ...(isBehind ? [at(whole('Đã có bản khác được công bố sau khi tải gói lên. Tải gói lên lại để so với bản mới.'))] : []),
    // What is in force here as it stands brings nothing new: what is to be mended in it is mended where it is kept.
    ...(await owner.check(db, { key: item.key, content: read.value, base: before?.content ?? null })).map(at).map((finding) => ({ ...finding, blocks: finding.blocks && !isSame(before?.content, read.value) })),
  ];
}

async function findings(db: Db, context: PackKindContext, { content, base }: { readonly content: JsonValue; readonly base: JsonValue | null }): Promise<readonly Finding[]> {
  const pack = packOf(content);
  if (!pack.ok) return pack.error;
  const verdict = await verdictOf(db, context, pack.value);
  const before = Base.safeParse(base);
  const found: Finding[] = verdict.verdict === 'valid' ? [] : [{ path: 'file', place: 'Chữ ký số của gói', text: verdict.reason, blocks: true }];
  for (const item of pack.value.items) found.push(...await itemFindings(db, context.kinds, { item, base: before.success ? before.data.items : [] }));
  const tested = await testPack(context.kinds, pack.value);
  return [...found, ...tested.filter(({ passed }) => !passed).map(({ name, title }): Finding => ({ path: 'tests', place: `Bộ thử của gói: ${title}`, text: `«${name}» cho kết quả khác với lúc làm gói. Báo nơi làm gói.`, blocks: true }))];
}

async function describe(kinds: readonly ProposalKind[], content: JsonValue): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const item of itemsOf(content)) {
    const owner = kinds.find((each) => each.kind === item.kind);
    const read = owner?.read(item.content);
    if (owner === undefined || read?.ok !== true) continue;
    parts.push({ key: named(item), label: `${owner.label}: ${owner.title(read.value)}`, parts: await owner.describe(read.value) });
  }
  return parts;
}

/** Items in the order their owners are wired: what others name comes first. What is in force already is left as it is. */
async function install(tx: Db, context: PackKindContext, { publication, pack }: { readonly publication: Publication; readonly pack: Pack }): Promise<Result<{ readonly version: number }, readonly Finding[]>> {
  const previous = await inForce(tx, context.kinds, pack.items);
  const items: { kind: string; key: string; title: string; version: number }[] = [];
  for (const owner of context.kinds) {
    for (const item of pack.items.filter(({ kind }) => kind === owner.kind)) {
      const [read, before] = [owner.read(item.content), previous.find((each) => named(each) === named(item))];
      if (!read.ok) return read;
      const published = before !== undefined && isSame(before.content, read.value) ? ok({ version: before.version }) : await owner.publish(tx, { ...publication, key: item.key, content: read.value });
      if (!published.ok) return published;
      items.push({ kind: item.kind, key: item.key, title: item.title, version: published.value.version });
    }
  }
  const version = await addInstalled(tx, { name: pack.name, packVersion: pack.version, title: pack.title, signer: (await verdictOf(tx, context, pack)).signer, file: fileOf(publication.content), items, previous, publication });
  return ok({ version });
}

const fileOf = (content: JsonValue): Buffer => Buffer.from(PackContent.parse(content).file, 'base64');

/** Gói thủ tục as a bản soạn: brought along as a signed file, never edited, its items published together or not at all. */
export function packKind(context: PackKindContext): ProposalKind {
  return {
    kind: 'pack', label: 'Gói thủ tục',
    read: (content) => { const read = PackContent.safeParse(content); return read.success ? ok(read.data) : refuse([whole('Không đọc được gói đã tải lên. Tải lên lại.')]); },
    empty: () => null,
    current: async (db, key) => { const row = await newestInstalled(db, key); return row === undefined ? null : { version: row.version, content: { file: row.file.toString('base64') } }; },
    baseOf: async (db, content) => { const pack = packOf(content); return { items: pack.ok ? (await inForce(db, context.kinds, pack.value.items)).map((item) => ({ ...item })) : [] }; },
    title: (content) => { const pack = packOf(content); return pack.ok ? `${pack.value.title}, bản ${pack.value.version}` : 'Gói thủ tục'; },
    check: (db, { content, base }) => findings(db, context, { content, base }),
    describe: (content) => describe(context.kinds, content),
    publish: async (tx, publication) => {
      const pack = packOf(publication.content);
      if (!pack.ok) return pack;
      if (pack.value.name !== publication.key) return refuse([whole('Gói này mang tên khác với bản soạn.')]);
      await lockPack(tx, pack.value.name);
      return install(tx, context, { publication, pack: pack.value });
    },
  };
}
