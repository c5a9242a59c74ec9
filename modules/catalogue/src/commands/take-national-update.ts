// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { type Officer, type Result, newId, officeDay, ok } from '@motcua/kernel';
import { catalogueDb } from '../store/tables.ts';
import { type KnownVersion, compareRecord } from './compare-record.ts';
import { type NationalFile, readNationalFile } from './read-national-file.ts';

const batchSize = 200;

type Item = { readonly code: string; readonly kind: 'new' | 'changed' | 'gone'; readonly name: string; readonly content: string | null; readonly line: number | null; readonly base_version: number | null };

const batches = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] => Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, at) => rows.slice(at * batchSize, (at + 1) * batchSize));

async function knownVersions(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>> {
  const { rows } = await sql<{ code: string; version: number; digest: string; validUntil: string | null; decision: KnownVersion['decision'] }>`
    select distinct on (code) code, version, digest, valid_until as "validUntil", content -> 'decision' as decision
    from catalogue.procedure_version where code = any (${codes}) order by code, version desc`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

/** What the file brings that is not here, or is otherwise here. */
async function brought(db: Db, records: NationalFile['records']): Promise<{ readonly items: readonly Item[]; readonly same: number }> {
  const items: Item[] = [];
  for (const batch of batches(records)) {
    const known = await knownVersions(db, batch.map(({ procedure }) => procedure.code));
    for (const { procedure, line } of batch) {
      const here = known.get(procedure.code);
      const kind = compareRecord(procedure, here);
      if (kind !== 'same') items.push({ code: procedure.code, kind, name: procedure.name, content: JSON.stringify(procedure), line, base_version: here?.version ?? null });
    }
  }
  return { items, same: records.length - items.length };
}

/** What came from the national list, counts today, has no end, and is named in no line. An unread line still names its procedure. */
async function gone(db: Db, file: NationalFile, day: string): Promise<readonly Item[]> {
  const named = [...file.records.map(({ procedure }) => procedure.code), ...file.unread.flatMap(({ code }) => code ?? [])];
  const { rows } = await sql<{ code: string; name: string; version: number }>`
    select v.code, p.name, v.version from catalogue.in_force(${day}) p join catalogue.procedure_version v on v.code = p.code and v.version = p.version
    where v.published_by is null and v.valid_until is null and not (v.code = any (${named})) order by v.code`.execute(db);
  return rows.map(({ code, name, version }) => ({ code, kind: 'gone', name, content: null, line: null, base_version: version }));
}

/** A file as it was handed in. */
export type HandedIn = { readonly bytes: Uint8Array; readonly fileName: string; readonly isWhole: boolean; readonly by: Pick<Officer, 'id' | 'name'>; readonly at: Temporal.Instant };

/**
 * Nhận tệp dữ liệu quốc gia: compares every record with what is here and keeps the differences for a second person. Changes nothing in the catalogue.
 *
 * @error what is wrong with the file as a whole, in words
 */
export async function takeNationalUpdate(db: Db, { bytes, fileName, isWhole, by, at }: HandedIn): Promise<Result<{ readonly id: string }, string>> {
  const file = await readNationalFile(bytes);
  if (!file.ok) return file;
  const id = newId(at);
  await inTransaction(db, async (tx) => {
    const { items, same } = await brought(tx, file.value.records);
    const missing = isWhole ? await gone(tx, file.value, officeDay(at).toString()) : [];
    const into = catalogueDb(tx);
    await into.insertInto('catalogue.national_update').values({
      id, file_name: fileName, file_digest: createHash('sha256').update(bytes).digest('hex'), is_whole: isWhole, line_count: file.value.lines, same_count: same, by_id: by.id, by_name: by.name, at,
    }).execute();
    for (const batch of batches([...items, ...missing])) await into.insertInto('catalogue.national_update_item').values(batch.map((item) => ({ update_id: id, ...item }))).execute();
    for (const batch of batches(file.value.unread)) {
      await into.insertInto('catalogue.national_update_fault').values(batch.map(({ line, code, reasons, record }) => ({ update_id: id, line, code: code?.replaceAll('\u0000', '') ?? null, reasons: reasons.map((reason) => reason.replaceAll('\u0000', '')), record: record.replaceAll('\u0000', '') }))).execute();
    }
  });
  return ok({ id });
}
