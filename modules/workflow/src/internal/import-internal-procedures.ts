// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { processToPublish } from '../definition/compile-process.ts';
import { publishProcess } from '../store/definitions.ts';
import { fromInternalProcedure } from './from-internal-procedure.ts';
import { type InternalProcedure, readInternalProcedure } from './model.ts';

export type ImportReport = {
  /** `version` is null in a dry run. */
  readonly taken: readonly { readonly id: string; readonly version: number | null; readonly notes: readonly string[] }[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
  readonly contradictions: readonly { readonly id: string; readonly note: string }[];
};

/** A number that is none («mẫu, chưa công bố») names no decision. */
export const decisionOf = ({ decision }: InternalProcedure): { readonly decision?: InternalProcedure['decision'] } => (/^\d/u.test(decision.number) ? { decision } : {});

type Options = { readonly by: string; readonly at: Temporal.Instant; readonly dryRun: boolean };

const idOf = (record: unknown, at: number): string =>
  (typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string' ? record.id : `#${at + 1}`);

/**
 * Publishes each record of data/internal-procedures under its id. Running it again publishes nothing new; one bad record does not stop the others.
 *
 * @returns what was taken, what was refused and why, and where the decisions contradict themselves
 */
export async function importInternalProcedures(db: Db, json: unknown, { by, at, dryRun }: Options): Promise<ImportReport> {
  if (!Array.isArray(json)) return { taken: [], refused: [{ id: '', reason: 'tệp không phải một danh sách quy trình' }], contradictions: [] };
  const records: readonly unknown[] = json;
  const taken: ImportReport['taken'][number][] = [];
  const refused: ImportReport['refused'][number][] = [];
  const contradictions: ImportReport['contradictions'][number][] = [];
  for (const [index, record] of records.entries()) {
    const id = idOf(record, index);
    const read = readInternalProcedure(record);
    if (!read.ok) { refused.push({ id, reason: read.error }); continue; }
    const { xml, notes, contradictions: found } = await fromInternalProcedure(read.value);
    const published = dryRun ? await processToPublish(xml) : await publishProcess(db, { key: id, name: read.value.name, xml, by, at, ...decisionOf(read.value) });
    if (!published.ok) { refused.push({ id, reason: published.error.map(({ text }) => text).join(' ') }); continue; }
    taken.push({ id, version: 'version' in published.value ? published.value.version : null, notes });
    contradictions.push(...found.map((note) => ({ id, note })));
  }
  return { taken, refused, contradictions };
}
