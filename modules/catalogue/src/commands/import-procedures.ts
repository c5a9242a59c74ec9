// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Clock, fold, officeDay } from '@motcua/kernel';
import type { Procedure } from '../model.ts';
import { missingParts } from '../rules/completeness.ts';
import { readRecord } from '../rules/read-record.ts';
import { catalogueDb } from '../store/tables.ts';

/** What an import did. `incomplete` were taken, but lack a mandatory part; `refused` keep their record. */
export type ImportedProcedures = {
  readonly taken: number;
  readonly unchanged: number;
  readonly replaced: number;
  readonly incomplete: readonly { readonly code: string; readonly missing: readonly string[] }[];
  readonly refused: readonly { readonly line: number; readonly code: string | null; readonly reasons: readonly string[]; readonly record: string }[];
};

type Read = { readonly procedure: Procedure; readonly digest: string; readonly missing: readonly string[] };

const batchSize = 200;

const digestOf = (procedure: Procedure): string => createHash('sha256').update(JSON.stringify(procedure)).digest('hex');

const dateOrNull = (text: string | null): string | null => (text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : null);

function rowOf({ procedure, missing }: Read, version: number) {
  return {
    code: procedure.code, version, name: procedure.name,
    folded: fold([procedure.name, procedure.keywords ?? '', procedure.lifeEvents.join(' '), procedure.field?.name ?? '', procedure.code].join(' ')),
    field_code: procedure.field?.code ?? null, field_name: procedure.field?.name ?? null, levels: procedure.levels, online_level: procedure.onlineLevel,
    applicant_kinds: procedure.applicantKinds.map(({ name }) => name), life_events: procedure.lifeEvents,
    competent_codes: procedure.competentAgencies.flatMap(({ code }) => code ?? []), missing_parts: [...missing],
    paper_count: procedure.papers.reduce((sum, group) => sum + group.papers.length, 0),
  };
}

async function storeBatch(db: Db, batch: readonly Read[], { at, source }: { readonly at: Temporal.Instant; readonly source: string }): Promise<{ unchanged: number; replaced: number }> {
  const day = officeDay(at).toString();
  return inTransaction(db, async (tx) => {
    const into = catalogueDb(tx);
    const codes = batch.map(({ procedure }) => procedure.code);
    const known = await into.selectFrom('catalogue.procedure_version as v').innerJoin('catalogue.procedure as p', (join) => join.onRef('p.code', '=', 'v.code').onRef('p.version', '=', 'v.version'))
      .select(['v.code', 'v.version', 'v.digest']).where('v.code', 'in', codes).execute();
    const before = new Map(known.map((row) => [row.code, row]));
    const fresh = batch.filter(({ procedure, digest }) => before.get(procedure.code)?.digest !== digest);
    const old = fresh.flatMap(({ procedure }) => before.get(procedure.code) ?? []);
    for (const { code, version } of old) {
      await into.updateTable('catalogue.procedure_version').set({ valid_until: day }).where('code', '=', code).where('version', '=', version).execute();
    }
    if (fresh.length > 0) {
      const versionOf = (code: string): number => (before.get(code)?.version ?? 0) + 1;
      await into.insertInto('catalogue.procedure_version').values(fresh.map(({ procedure, digest }) => ({
        code: procedure.code, version: versionOf(procedure.code), content: JSON.stringify(procedure), digest,
        decision_number: procedure.decision.number, decision_date: dateOrNull(procedure.decision.date),
        valid_from: before.has(procedure.code) ? day : dateOrNull(procedure.decision.date) ?? day, valid_until: null, imported_at: at, source,
      }))).execute();
      await into.insertInto('catalogue.procedure').values(fresh.map((read) => rowOf(read, versionOf(read.procedure.code))))
        .onConflict((row) => row.column('code').doUpdateSet((set) => ({
          version: set.ref('excluded.version'), name: set.ref('excluded.name'), folded: set.ref('excluded.folded'), field_code: set.ref('excluded.field_code'),
          field_name: set.ref('excluded.field_name'), levels: set.ref('excluded.levels'), online_level: set.ref('excluded.online_level'),
          applicant_kinds: set.ref('excluded.applicant_kinds'), life_events: set.ref('excluded.life_events'), competent_codes: set.ref('excluded.competent_codes'),
          missing_parts: set.ref('excluded.missing_parts'), paper_count: set.ref('excluded.paper_count'),
        }))).execute();
    }
    return { unchanged: batch.length - fresh.length, replaced: old.length };
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
  const flush = async (): Promise<void> => {
    if (batch.length > 0 && db !== null) {
      const stored = await storeBatch(db, batch, { at, source: options.source });
      unchanged += stored.unchanged;
      replaced += stored.replaced;
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
    batch.push({ procedure, digest: digestOf(procedure), missing });
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
