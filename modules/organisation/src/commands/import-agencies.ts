// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import type { Db } from '@motcua/db-kit';
import { cleanText } from '@motcua/kernel';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { registerAgencies } from './register.ts';

const Row = z.object({ code: z.string().min(1), name: z.string().min(1), format: z.enum(['LEVEL1', 'DOTTED_2020', 'LEGACY_2016', 'LOCAL']), parent_code: z.string() });

/**
 * Takes the agencies that occur in the published procedures, as names for their codes.
 *
 * @returns how many were taken, and the rows refused (no code, no name) with their line
 */
export async function importAgencies(db: Db, file: string): Promise<{ readonly taken: number; readonly refused: readonly { readonly line: number; readonly reason: string }[] }> {
  const refused: { line: number; reason: string }[] = [];
  const records: unknown[] = parse(await readFile(file), { columns: true, bom: true });
  const agencies = records.flatMap((record, index) => {
    const row = Row.safeParse(record);
    if (!row.success) { refused.push({ line: index + 2, reason: z.prettifyError(row.error) }); return []; }
    const { code, name, format, parent_code } = row.data;
    return [{
      code, name: cleanText(name), short_name: null, parent_code: parent_code === '' ? null : parent_code,
      kind: format === 'LEVEL1' && code.startsWith('G') ? 'ministry' as const : 'other' as const,
      place_code: null, phone: null, address: null, code_format: format, valid_from: '2020-09-15', valid_until: null, demonstration: false,
    }];
  });
  // A code may stand under several names: an agency was renamed, the code stayed. The last name is the newest.
  await registerAgencies(db, [...new Map(agencies.map((agency) => [agency.code, agency])).values()]);
  return { taken: agencies.length, refused };
}
