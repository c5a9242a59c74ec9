// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, isRecord } from './model.ts';

const folder = join(import.meta.dirname, '..', '..', 'metaschema');
let read: ReadonlyMap<string, Schema> | undefined;

/** The schemas of draft 2020-12 itself, by their address. */
export function metaschemas(): ReadonlyMap<string, Schema> {
  read ??= new Map(readdirSync(folder).map((file) => {
    const schema: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    if (!isRecord(schema) || typeof schema['$id'] !== 'string') throw new Error(`metaschema/${file} is no metaschema`);
    return [schema['$id'], schema] as const;
  }));
  return read;
}
