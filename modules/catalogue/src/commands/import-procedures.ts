// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Clock, officeDay } from '@motcua/kernel';
import type { Procedure } from '../model.ts';
import { missingParts } from '../rules/completeness.ts';
import { readRecord } from '../rules/read-record.ts';
import { catalogueDb } from '../store/tables.ts';
import { digestOf, endVersion, insertVersions, newestVersions } from '../store/versions.ts';

/** What an import did. `incomplete` were taken, but lack a mandatory part; `refused` keep their record. */
export type ImportedProcedures = {
  readonly taken: number;
  readonly unchanged: number;
  readonly replaced: number;
  readonly incomplete: readonly { readonly code: string; readonly missing: readonly string[] }[];
  readonly refused: readonly { readonly line: number; readonly code: string | null; readonly reasons: readonly string[]; readonly record: string }[];
};

type Read = { readonly procedure: Procedure; readonly digest: string; readonly line: number; readonly record: string };

const batchSize = 200;

const dayOrNull = (text: string | null): string | null => (text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : null);

type Stored = { readonly unchanged: number; readonly replaced: number; readonly coming: readonly (Read & { readonly from: string })[] };

/** Stores what is new or changed. What is to begin later here is left alone: a person decides between the two. */
async function storeBatch(db: Db, batch: readonly Read[], { at, source, isFirst }: { readonly at: Temporal.Instant; readonly source: string; readonly isFirst: boolean }): Promise<Stored> {
  const day = officeDay(at).toString();
  return inTransaction(db, async (tx) => {
    const before = await newestVersions(tx, batch.map(({ procedure }) => procedure.code));
    const changed = batch.filter(({ procedure, digest }) => before.get(procedure.code)?.digest !== digest);
    const coming = changed.flatMap((read) => { const newest = before.get(read.procedure.code); return newest !== undefined && newest.validFrom > day && !newest.openStart ? [{ ...read, from: newest.validFrom }] : []; });
    const held = new Set(coming.map(({ procedure }) => procedure.code));
    const fresh = changed.filter(({ procedure }) => !held.has(procedure.code));
    const old = fresh.flatMap(({ procedure }) => before.get(procedure.code) ?? []);
    for (const { code, version } of old) await endVersion(tx, { code, version, until: day });
    await insertVersions(tx, fresh.map(({ procedure }) => {
      const newest = before.get(procedure.code);
      return {
        procedure, version: (newest?.version ?? 0) + 1, validFrom: newest === undefined ? dayOrNull(procedure.decision.date) ?? day : day, openStart: newest === undefined && isFirst, at, source, publishedBy: null,
      };
    }));
    return { unchanged: batch.length - changed.length, replaced: old.length, coming };
  });
}

/**
 * Takes published procedures, one JSON record a line, into versioned procedures. The same record again changes nothing;
 * a changed one becomes a new version and ends the one before.
 *
 * @param lines - lines of the file; numbered from 1 in refusals
 * @param db - null reads and judges everything and stores nothing
 * @error a record that cannot be read is refused with its reasons and kept in catalogue.refused_record
 */
export async function importProcedures(
  db: Db | null,
  lines: AsyncIterable<string> | Iterable<string>,
  options: { readonly clock: Clock; readonly source: string; readonly progress?: (done: number) => void },
): Promise<ImportedProcedures> {
  const at = options.clock.now();
  const refused: { line: number; code: string | null; reasons: readonly string[]; record: string }[] = [];
  const incomplete: { code: string; missing: readonly string[] }[] = [];
  const seen = new Set<string>();
  let [line, taken, unchanged, replaced] = [0, 0, 0, 0];
  let batch: Read[] = [];
  // What the first import brings was there before; what a later one brings for the first time is new. Asked at the first batch: lines of a file are lost to whoever waits before reading them.
  let isFirst: boolean | null = null;
  const flush = async (): Promise<void> => {
    if (batch.length > 0 && db !== null) {
      isFirst ??= (await catalogueDb(db).selectFrom('catalogue.procedure_version').select('code').limit(1).executeTakeFirst()) === undefined;
      const stored = await storeBatch(db, batch, { at, source: options.source, isFirst });
      unchanged += stored.unchanged;
      replaced += stored.replaced;
      taken -= stored.coming.length;
      refused.push(...stored.coming.map(({ procedure, from, line: at, record }) => ({ line: at, code: procedure.code, reasons: [`đã công bố một bản có hiệu lực từ ${from}; so và duyệt trên màn hình «Cập nhật từ dữ liệu quốc gia»`], record: record.slice(0, 100_000) })));
    }
    batch = [];
    options.progress?.(line);
  };
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const refuseLine = (code: string | null, reasons: readonly string[]): void => { refused.push({ line, code, reasons, record: text.slice(0, 100_000) }); };
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch (fault) {
      refuseLine(null, [`không phải JSON: ${fault instanceof Error ? fault.message : String(fault)}`]);
      continue;
    }
    const read = readRecord(record);
    if (!read.ok) { refuseLine(read.error.code, read.error.reasons); continue; }
    const procedure = read.value;
    if (seen.has(procedure.code)) { refuseLine(procedure.code, ['mã thủ tục đã có ở một dòng trước trong cùng tệp']); continue; }
    seen.add(procedure.code);
    const missing = missingParts(procedure);
    if (missing.length > 0) incomplete.push({ code: procedure.code, missing });
    taken += 1;
    batch.push({ procedure, digest: digestOf(procedure), line, record: text });
    if (batch.length === batchSize) await flush();
  }
  await flush();
  if (db !== null && refused.length > 0) {
    await catalogueDb(db).insertInto('catalogue.refused_record').values(refused.map((row) => ({
      source: options.source, line: row.line, code: row.code, reasons: [...row.reasons], record: row.record.replaceAll('\u0000', ''), refused_at: at,
    }))).execute();
  }
  return { taken, unchanged, replaced, incomplete, refused };
}
