// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const block = 512;
/** A suite unpacked is never larger than this: an archive that says otherwise is not read. */
const mostBytes = 256 * 1024 * 1024;

const textAt = (bytes: Buffer, from: number, length: number): string => bytes.toString('latin1', from, from + length).replace(/\0.*$/su, '');

/** Files of a tar archive by their path; other entries are left out. */
function readTar(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  // A path longer than its field stands in an entry before it: of GNU tar as it is, of POSIX as «path=».
  let long: string | null = null;
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0;) {
    const size = Number.parseInt(textAt(bytes, at + 124, 12).trim(), 8);
    if (!Number.isSafeInteger(size) || size < 0) throw new Error('Tệp nén không đọc được.');
    const [prefix, name, kind] = [textAt(bytes, at + 345, 155), textAt(bytes, at, 100), textAt(bytes, at + 156, 1)];
    const content = bytes.subarray(at + block, at + block + size);
    if (kind === '' || kind === '0') files.set(path.posix.normalize(long ?? (prefix === '' ? name : `${prefix}/${name}`)), content);
    long = kind === 'L' ? textAt(content, 0, content.length) : kind === 'x' ? /^\d+ path=(.*)$/mu.exec(content.toString())?.[1] ?? null : null;
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

/** The text of an XML file in the encoding its first line names. */
function decoded(bytes: Buffer): string {
  const named = /encoding=["']([\w-]+)["']/u.exec(bytes.toString('latin1', 0, 200))?.[1] ?? 'utf-8';
  return new TextDecoder(named).decode(bytes);
}

/** The files of a suite: beside the list of tests, unpacked in `files`, or packed in `files.tar.gz`. */
export function suiteFiles(folder: string): (file: string) => string {
  const archive = path.join(folder, 'files.tar.gz');
  const packed = fs.existsSync(archive) ? readTar(gunzipSync(fs.readFileSync(archive), { maxOutputLength: mostBytes })) : new Map<string, Buffer>();
  return (file) => {
    const bytes = packed.get(path.posix.normalize(file)) ?? [path.join(folder, 'files', file), path.join(folder, file)].filter((each) => fs.existsSync(each)).map((each) => fs.readFileSync(each))[0];
    if (bytes === undefined) throw new Error(`Không có tệp ${file} trong ${folder}.`);
    return decoded(bytes);
  };
}

/** Every JSON file of a suite as text, by its path: in the folder, or in the archives that lie there. */
export function suiteTexts(folder: string): ReadonlyMap<string, string> {
  const found = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const packed = found.filter((file) => file.endsWith('.tar.gz'))
    .flatMap((file) => [...readTar(gunzipSync(fs.readFileSync(path.join(folder, file)), { maxOutputLength: mostBytes }))]);
  const plain = found.filter((file) => file.endsWith('.json')).map((file) => [file, fs.readFileSync(path.join(folder, file))] as const);
  return new Map([...packed, ...plain].filter(([file]) => file.endsWith('.json')).map(([file, bytes]) => [file, bytes.toString('utf8')]));
}
