// SPDX-License-Identifier: EUPL-1.2
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPack, writePack } from './pack-file.ts';

const about = { name: 'gia-han-phep', title: 'Gia hạn giấy phép', version: 3, notes: '', madeBy: 'UBND tỉnh', madeAt: '2026-11-20T02:00:00Z' };
const items = [{ kind: 'note', key: '1.01', title: 'Một', content: { text: 'một' }, luggage: null }, { kind: 'note', key: '../../etc', title: 'Hai', content: { text: 'hai' }, luggage: { file: 'aGFp' } }];
const tests = [{ kind: 'note', key: '1.01', name: 'chữ', given: null, expected: 'một' }];
const written = () => writePack({ ...about, items, tests }, () => Promise.resolve(new Uint8Array([1, 2, 3])));

/** The pack with some of its files changed; null takes one out. */
async function changed(files: Readonly<Record<string, string | null>>): Promise<Uint8Array> {
  const all = unzipSync(await written());
  for (const [name, text] of Object.entries(files)) {
    if (text === null) Reflect.deleteProperty(all, name);
    else all[name] = new TextEncoder().encode(text);
  }
  return zipSync(all);
}

describe('tệp gói thủ tục (pack file)', () => {
  test('opens as it was written, keys of any shape never becoming file names', async () => {
    expect(openPack(await written())).toMatchObject({ ok: true, value: { ...about, items, tests } });
    expect(Object.keys(unzipSync(await written()))).toEqual(['manifest.json', 'manifest.p7s', 'tests.json', 'items/001-note.json', 'items/002-note.json']);
  });

  test('written twice is the same to the byte', async () => {
    expect(Buffer.from(await written()).equals(Buffer.from(await written()))).toBe(true);
  });

  test.each<readonly [string, Readonly<Record<string, string | null>>, string]>([
    ['without a manifest', { 'manifest.json': null }, 'manifest.json'],
    ['without a signature', { 'manifest.p7s': null }, 'manifest.p7s'],
    ['whose manifest is no JSON', { 'manifest.json': '{' }, 'manifest.json: '],
    ['with an item changed by one letter', { 'items/001-note.json': '{"text":"mốt"}' }, 'items/001-note.json'],
    ['with an item taken out', { 'items/002-note.json': null }, 'items/002-note.json'],
    ['with its tests changed', { 'tests.json': '[]' }, 'tests.json'],
    ['with a file nobody signed for', { 'items/999-note.json': '{}' }, 'items/999-note.json'],
  ])('%s is refused, the place named', async (_name, files, place) => {
    expect(openPack(await changed(files))).toMatchObject({ ok: false, error: { place } });
  });

  test('that is no archive, or half of one, is refused', async () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('PK nothing'), (await written()).subarray(0, 120)]) expect(openPack(bytes)).toMatchObject({ ok: false, error: { place: expect.stringMatching(/^(Tệp gói|manifest\.json)$/u) } });
  });

  test('that would unpack to more than the bounds is refused before it is unpacked', () => {
    const bomb = zipSync({ 'manifest.json': new Uint8Array(70 * 1024 * 1024) }, { level: 9 });
    const many = zipSync(Object.fromEntries(Array.from({ length: 400 }, (_each, at) => [`items/${at}.json`, new Uint8Array(1)])));

    expect(bomb.byteLength).toBeLessThan(200_000);
    for (const zip of [bomb, many]) expect(openPack(zip)).toMatchObject({ ok: false, error: { place: 'Tệp gói', text: expect.stringMatching(/64 MB/u) } });
  });
});
