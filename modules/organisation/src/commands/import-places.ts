// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Db, inTransaction } from '@motcua/db-kit';
import { cleanText, fold } from '@motcua/kernel';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type OrganisationTables, organisationDb } from '../store/tables.ts';

type Place = OrganisationTables['organisation.place'];
type Succession = Omit<OrganisationTables['organisation.place_succession'], 'id'>;

/** What an import took and what it refused; a refused record keeps its file, line and reason. */
export type ImportedPlaces = {
  readonly places: number;
  readonly successions: number;
  readonly refused: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
};

const levels = { PROVINCE: 'province', DISTRICT: 'district', COMMUNE: 'commune' } as const;

const PlaceRow = z.object({
  code: z.string().regex(/^\d{2,5}$/u), level: z.enum(['PROVINCE', 'DISTRICT', 'COMMUNE']), name: z.string().min(1),
  full_name: z.string().min(1), unit_type: z.string(), parent_code: z.string(),
});
const SuccessionRow = z.object({
  old_code: z.string(), old_name: z.string(), old_district: z.string(), old_province: z.string(),
  new_code: z.string().regex(/^\d{5}$/u), old_code_source: z.string(),
});

const reorganisation = '2025-07-01';

async function read(folder: string, file: string): Promise<unknown[]> {
  const bytes = await readFile(join(folder, file));
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
}

const same = (a: Place, b: Place): boolean =>
  a.parent_code === b.parent_code && a.unit_type === b.unit_type && fold(a.full_name) === fold(b.full_name);

/** Joins the lists of successive days: a place unchanged from one list to the next is one row. */
function joined(lists: readonly { readonly day: string; readonly rows: readonly Place[] }[]): Place[] {
  const closed: Place[] = [];
  let open = new Map<string, Place>();
  for (const { day, rows } of lists) {
    const next = new Map<string, Place>();
    for (const row of rows) {
      const before = open.get(row.code);
      next.set(row.code, before !== undefined && same(before, row) ? { ...row, valid_from: before.valid_from } : row);
    }
    for (const [code, before] of open) {
      if (next.get(code)?.valid_from !== before.valid_from) closed.push({ ...before, valid_until: day });
    }
    open = next;
  }
  return [...closed, ...open.values()];
}

async function inBatches<Row>(rows: readonly Row[], insert: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) await insert(rows.slice(at, at + 1000));
}

/**
 * Takes the administrative units and the succession of communes from a folder of lists
 * (`units-…-YYYY-MM-DD.csv[.gz]`, `commune-mapping-….csv[.gz]`). Replaces what was taken before.
 *
 * @param db - null reads and judges everything and stores nothing
 * @error a row that cannot be read is listed with file, line and reason; the others are taken
 */
export async function importPlaces(db: Db | null, folder: string): Promise<ImportedPlaces> {
  const refused: { file: string; line: number; reason: string }[] = [];
  const files = (await readdir(folder)).sort();
  const readable = async <Row>(file: string, schema: z.ZodType<Row>): Promise<Row[]> =>
    (await read(folder, file)).flatMap((record, index) => {
      const row = schema.safeParse(record);
      if (row.success) return [row.data];
      refused.push({ file, line: index + 2, reason: z.prettifyError(row.error) });
      return [];
    });

  const lists: { day: string; rows: Place[] }[] = [];
  for (const file of files.filter((name) => name.startsWith('units-'))) {
    const day = /(\d{4}-\d{2}-\d{2})/u.exec(file)?.[1];
    if (day === undefined) continue;
    const rows = (await readable(file, PlaceRow)).map((row): Place => ({
      code: row.code, valid_from: day, valid_until: null, level: levels[row.level], name: cleanText(row.name), full_name: cleanText(row.full_name),
      unit_type: cleanText(row.unit_type), parent_code: row.parent_code === '' ? null : row.parent_code, folded: fold(row.full_name),
    }));
    lists.push({ day, rows });
  }
  const places = joined(lists.sort((a, b) => a.day.localeCompare(b.day)));

  const successions: Succession[] = [];
  for (const file of files.filter((name) => name.startsWith('commune-mapping'))) {
    for (const row of await readable(file, SuccessionRow)) {
      if (row.old_name === '') continue;
      successions.push({
        old_code: row.old_code === '' ? null : row.old_code, old_name: cleanText(row.old_name), old_district: cleanText(row.old_district),
        old_province: cleanText(row.old_province), new_code: row.new_code, in_force: reorganisation, code_source: row.old_code_source,
        folded: fold(`${row.old_name} ${row.old_district} ${row.old_province}`),
      });
    }
  }

  if (db !== null) {
    await inTransaction(db, async (tx) => {
      const into = organisationDb(tx);
      await into.deleteFrom('organisation.place').execute();
      await into.deleteFrom('organisation.place_succession').execute();
      await inBatches(places, (batch) => into.insertInto('organisation.place').values(batch).execute());
      await inBatches(successions, (batch) => into.insertInto('organisation.place_succession').values(batch).execute());
    });
  }
  return { places: places.length, successions: successions.length, refused };
}
