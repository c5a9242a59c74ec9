// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEform } from '../definition/read.ts';
import type { EformDefinition } from '../model.ts';

const folder = join(import.meta.dirname, '..', '..', 'definitions');

/** The e-forms the product carries (`definitions/*.json`), ready to be published. */
export async function productEforms(): Promise<readonly EformDefinition[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => {
    const read = readEform(JSON.parse(await readFile(join(folder, file), 'utf8')));
    if (read === undefined) throw new Error(`definitions/${file} is not an e-form`);
    return read;
  }));
}
