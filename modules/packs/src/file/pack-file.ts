// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@motcua/kernel';
import type { JsonValue } from '@motcua/proposals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';

const key = z.string().min(1).max(120);
const hex = z.string().regex(/^[0-9a-f]{64}$/u);

const Manifest = z.object({
  format: z.literal('motcua-pack/1'), name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/u), title: z.string().min(1).max(300), version: z.number().int().min(1).max(1_000_000), notes: z.string().max(20_000),
  madeBy: z.string().max(300), madeAt: z.iso.datetime({ offset: true }),
  items: z.array(z.object({ kind: key, key, title: z.string().max(1000), file: z.string().max(300), sha256: hex })).min(1).max(300),
  tests: z.object({ file: z.literal('tests.json'), sha256: hex }),
});
const Tests = z.array(z.object({ kind: key, key, name: z.string().max(2000), given: z.json(), expected: z.json() })).max(2000);

/** `luggage`: files the content names; null: none. */
export type PackItem = { readonly kind: string; readonly key: string; readonly title: string; readonly content: JsonValue; readonly luggage: JsonValue };
/** One test of a pack: what an item answers to a question. */
export type PackTest = { readonly kind: string; readonly key: string; readonly name: string; readonly given: JsonValue; readonly expected: JsonValue };
/** A pack as opened: its items are those its manifest names, byte for byte. */
export type Pack = Omit<z.infer<typeof Manifest>, 'items' | 'tests' | 'format'> & {
  readonly items: readonly PackItem[]; readonly tests: readonly PackTest[]; readonly manifest: Uint8Array; readonly signature: Uint8Array;
};

/** Why a file is no pack, with the place inside it. */
export type PackFault = { readonly place: string; readonly text: string };

const mostFiles = 320;
const mostBytes = 64 * 1024 * 1024;
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (at: number, { kind }: Pick<PackItem, 'kind'>): string => `items/${String(at + 1).padStart(3, '0')}-${kind}.json`;
const bytesOf = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 1)}\n`);

/** The files of an archive, or why it is not opened: its sizes are looked at before anything is unpacked. */
function unpacked(zip: Uint8Array): Result<Readonly<Record<string, Uint8Array>>, PackFault> {
  const seen = { files: 0, bytes: 0 };
  const isTooLarge = (): boolean => seen.files > mostFiles || seen.bytes > mostBytes;
  try {
    const found = unzipSync(zip, {
      filter: ({ originalSize }) => {
        seen.files += 1;
        seen.bytes += originalSize;
        return !isTooLarge();
      },
    });
    return isTooLarge() ? refuse({ place: 'Tệp gói', text: `Gói lớn quá mức: nhiều nhất ${mostFiles} tệp và 64 MB khi mở ra. Chia thành nhiều gói.` }) : ok(found);
  } catch {
    return refuse({ place: 'Tệp gói', text: 'Không mở được: đây không phải gói thủ tục (.zip), hoặc tệp hỏng khi tải. Tải lại từ nơi làm gói.' });
  }
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes === undefined ? undefined : JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}

const Body = z.object({ content: z.json(), luggage: z.json() });

type Files = Readonly<Record<string, Uint8Array>>;

function readItems(files: Files, named: z.infer<typeof Manifest>['items']): Result<readonly PackItem[], PackFault> {
  const items: PackItem[] = [];
  for (const { kind, key: own, title, file, sha256 } of named) {
    const bytes = Object.hasOwn(files, file) ? files[file] : undefined;
    if (bytes === undefined) return refuse({ place: file, text: 'Bản kê của gói nêu tệp này nhưng trong gói không có. Tải lại gói.' });
    if (digestOf(bytes) !== sha256) return refuse({ place: file, text: 'Nội dung khác với bản kê đã ký: tệp bị sửa sau khi ký. Không dùng gói này.' });
    const body = Body.safeParse(jsonOf(bytes));
    if (!body.success) return refuse({ place: file, text: 'Không đọc được. Báo nơi làm gói.' });
    items.push({ kind, key: own, title, ...body.data });
  }
  return ok(items);
}

/**
 * Opens a pack: manifest, items and tests, each as its digest says. Whose signature it is, is asked elsewhere.
 *
 * @returns the pack, or the first fault with the place in the file
 */
export function openPack(zip: Uint8Array): Result<Pack, PackFault> {
  const files = unpacked(zip);
  if (!files.ok) return files;
  const [manifest, signature] = [files.value['manifest.json'], files.value['manifest.p7s']];
  if (manifest === undefined) return refuse({ place: 'manifest.json', text: 'Gói không có bản kê. Đây không phải gói thủ tục.' });
  if (signature === undefined) return refuse({ place: 'manifest.p7s', text: 'Gói chưa ký số nên không nhận. Đề nghị nơi làm gói ký rồi gửi lại.' });
  const read = Manifest.safeParse(jsonOf(manifest));
  if (!read.success) return refuse({ place: `manifest.json: ${read.error.issues[0]?.path.join('.') ?? ''}`, text: 'Bản kê sai dạng. Báo nơi làm gói.' });
  const testBytes = files.value['tests.json'];
  const tests = Tests.safeParse(jsonOf(testBytes));
  if (testBytes === undefined || !tests.success || digestOf(testBytes) !== read.data.tests.sha256) return refuse({ place: 'tests.json', text: 'Bộ thử thiếu, sai dạng hoặc khác với bản kê đã ký. Không dùng gói này.' });
  const named = new Set(read.data.items.map((item) => item.file));
  const extra = Object.keys(files.value).find((file) => !named.has(file) && !['manifest.json', 'manifest.p7s', 'tests.json'].includes(file) && !file.endsWith('/'));
  if (extra !== undefined) return refuse({ place: extra, text: 'Tệp này không có trong bản kê đã ký. Không dùng gói này.' });
  const items = readItems(files.value, read.data.items);
  return items.ok ? ok({ ...read.data, items: items.value, tests: tests.data, manifest, signature }) : items;
}

export type NewPack = Pick<Pack, 'name' | 'title' | 'version' | 'notes' | 'madeBy' | 'madeAt' | 'items' | 'tests'>;

/** Writes a pack; `sign` signs the bytes of its manifest. The same pack gives the same bytes but for the signature. */
export async function writePack({ items, tests, ...about }: NewPack, sign: (manifest: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> {
  const bodies = items.map((item, at) => ({ item, file: fileOf(at, item), bytes: bytesOf({ content: item.content, luggage: item.luggage }) }));
  const testBytes = bytesOf(tests);
  const manifest = bytesOf({
    format: 'motcua-pack/1', ...about, items: bodies.map(({ item, file, bytes }) => ({ kind: item.kind, key: item.key, title: item.title, file, sha256: digestOf(bytes) })),
    tests: { file: 'tests.json', sha256: digestOf(testBytes) },
  });
  return zipSync({
    'manifest.json': manifest, 'manifest.p7s': await sign(manifest), 'tests.json': testBytes, ...Object.fromEntries(bodies.map(({ file, bytes }) => [file, bytes])),
  }, { level: 9, mtime: about.madeAt });
}
