// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** A check of ours: what it finds in the tree, and what it finds in a fixture that breaks it (which must be something). */
export type Check = {
  readonly name: string;
  readonly faults: () => readonly string[] | Promise<readonly string[]>;
  readonly onBroken: () => readonly string[] | Promise<readonly string[]>;
};

/** A file by its path from the root, with its text. */
export type Source = { readonly file: string; readonly text: string };

export const root = path.resolve(import.meta.dirname, '../..');

export const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

/** A fixture's text. */
export const fixture = (file: string): string => read(`tools/checks/fixtures/${file}`);

let listed: readonly string[] | undefined;

/** Files of the tree (tracked, or new and not ignored) whose path matches; fixtures never. A copy without git is walked. */
export function files(pattern: RegExp): readonly string[] {
  listed ??= listing().filter((file) => !file.startsWith('tools/checks/fixtures/') && fs.existsSync(path.join(root, file)));
  return listed.filter((file) => pattern.test(file));
}

function listing(): readonly string[] {
  try {
    return execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n').filter((file) => file !== '');
  } catch {
    const skipped = new Set(['node_modules', 'dist', '.motcua', '.git']);
    const walk = (folder: string): readonly string[] => fs.readdirSync(path.join(root, folder), { withFileTypes: true })
      .flatMap((entry) => (skipped.has(entry.name) ? [] : entry.isDirectory() ? walk(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));
    return walk('');
  }
}

export const sources = (pattern: RegExp): readonly Source[] => files(pattern).map((file) => ({ file, text: read(file) }));
