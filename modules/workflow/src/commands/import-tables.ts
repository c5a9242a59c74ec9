// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { officeDay, ok, refuse, type Result } from '@motcua/kernel';
import { fromInternalProcedure } from '../internal/from-internal-procedure.ts';
import { decisionOf } from '../internal/import-internal-procedures.ts';
import { decided, judgeRecord } from '../internal/judge-record.ts';
import { readInternalProcedure } from '../internal/model.ts';
import type { RecordChoice } from '../internal/record-choices.ts';
import type { ProcessNeighbours } from '../neighbours.ts';
import { publishProcess } from '../store/definitions.ts';
import { importAt, type ImportRecord, type Press, recordAt, recordsOf } from '../store/imports.ts';
import { workflowDb } from '../store/tables.ts';

/** Why an act on an import was not done. */
export type ImportRefusal =
  | { readonly code: 'import-unknown' } | { readonly code: 'import-not-a-table'; readonly detail: string } | { readonly code: 'import-too-many'; readonly most: number }
  | { readonly code: 'import-undecided'; readonly count: number } | { readonly code: 'import-second-person' } | { readonly code: 'import-day-passed' } | { readonly code: 'import-record-closed' };

const mostRecords = 2000;
/** Records published by one press: each is drawn, checked and stored; a file of many is published press by press. */
const perPress = 25;

function parsed(text: string): Result<readonly unknown[], ImportRefusal> {
  try {
    const json: unknown = JSON.parse(text);
    if (!Array.isArray(json) || json.length === 0) return refuse({ code: 'import-not-a-table', detail: 'Tệp phải là một danh sách quy trình, ít nhất một.' });
    return json.length > mostRecords ? refuse({ code: 'import-too-many', most: mostRecords }) : ok(json);
  } catch {
    return refuse({ code: 'import-not-a-table', detail: 'Tệp không phải JSON đọc được, hoặc bị cắt ngang khi tải.' });
  }
}

const whole = (text: string): string => text.toWellFormed().replaceAll('\u0000', '');

/** PostgreSQL keeps no NUL and no half of a pair; all else of a record stays as it came. */
function storable(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return whole(value);
  return typeof value !== 'object' || value === null || Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).map(([key, inner]) => [whole(key), inner]));
}

/** Hands in a file of tables: every record is read and kept as it came, nothing is published yet. A record whose id stood before in the file is refused. */
export async function handInTables(db: Db, file: { readonly name: string; readonly text: string }, press: Press): Promise<Result<{ readonly id: string }, ImportRefusal>> {
  const list = parsed(file.text);
  if (!list.ok) return list;
  const first = new Map<string, number>();
  const rows = list.value.map((record, at) => {
    const judged = judgeRecord(record, at + 1);
    const before = first.get(judged.id);
    if (before === undefined) first.set(judged.id, at + 1);
    const refusal = before === undefined ? judged.refusal : `mã ${judged.id} đã có ở bản ghi ${before} trong cùng tệp`;
    return { import_id: press.id, place: at + 1, record_id: judged.id, name: judged.name, record: JSON.stringify(record, storable), refusal, questions: [...judged.questions], notes: [...judged.notes] };
  });
  return inTransaction(db, async (tx) => {
    if (await importAt(tx, press.id) !== undefined) return ok({ id: press.id });
    await workflowDb(tx).insertInto('workflow.import').values({ id: press.id, file_name: file.name, by_id: press.by.id, by_name: press.by.name, at: press.at }).execute();
    for (let at = 0; at < rows.length; at += 200) await workflowDb(tx).insertInto('workflow.import_record').values(rows.slice(at, at + 200)).execute();
    return ok({ id: press.id });
  });
}

/**
 * Decides about a record that contradicts itself; who and when is kept, a later decision counts.
 *
 * @error import-record-closed - it is published, or cannot be read at all
 */
export async function decideRecord(db: Db, asked: { readonly id: string; readonly place: number; readonly choice: RecordChoice; readonly note: string | null }, press: Press): Promise<Result<null, ImportRefusal>> {
  const found = (await recordsOf(db, asked.id)).find(({ place }) => place === asked.place);
  if (found === undefined) return refuse({ code: 'import-unknown' });
  if (found.publishedVersion !== null || found.refusal !== null) return refuse({ code: 'import-record-closed' });
  await workflowDb(db).insertInto('workflow.import_decision').values({ id: press.id, import_id: asked.id, place: asked.place, choice: asked.choice, note: asked.note, by_id: press.by.id, by_name: press.by.name, at: press.at })
    .onConflict((row) => row.column('id').doNothing()).execute();
  return ok(null);
}

const isWaiting = ({ publishedVersion, fault, refusal, choice }: ImportRecord): boolean => publishedVersion === null && fault === null && refusal === null && choice !== 'leave-out';

type Publishing = { readonly id: string; readonly validFrom: string; readonly press: Omit<Press, 'id'> };

/** Procedures that several records of the file name: which of them is used must be said by a person. */
async function sharedCodes(db: Db, id: string, records: readonly ImportRecord[]): Promise<ReadonlySet<string>> {
  const counts = new Map<string, number>();
  for (const { place } of records.filter(({ refusal, choice }) => refusal === null && choice !== 'leave-out')) {
    const read = readInternalProcedure(await recordAt(db, id, place));
    for (const code of read.ok ? read.value.procedureCodes : []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([code]) => code));
}

async function publishRecord(db: Db, record: ImportRecord, { id, validFrom, press, takeUp }: Publishing & { readonly takeUp: (tx: Db, key: string, codes: readonly string[]) => Promise<unknown> }): Promise<void> {
  const read = readInternalProcedure(await recordAt(db, id, record.place));
  if (!read.ok || record.choice === 'leave-out') return;
  const procedure = decided(read.value, record.choice ?? 'as-decided');
  const { xml } = await fromInternalProcedure(procedure);
  await inTransaction(db, async (tx) => {
    const published = await publishProcess(tx, { key: procedure.id, name: procedure.name, xml, by: press.by.id, at: press.at, validFrom, ...decisionOf(procedure) });
    if (published.ok) await takeUp(tx, procedure.id, procedure.procedureCodes);
    const outcome = published.ok ? { published_version: published.value.version } : { fault: published.error.map(({ text }) => text).join(' ').slice(0, 2000) };
    await workflowDb(tx).updateTable('workflow.import_record').set(outcome).where('import_id', '=', id).where('place', '=', record.place).execute();
  });
}

/**
 * Publishes the records of an import, some by each press, each under its own id and by the decision it names; a bad one does not stop the others. Procedures named by
 * one record alone are handled by it from its day on.
 *
 * @returns how many are still to be published
 * @error import-undecided - a contradiction nobody has decided about
 * @error import-second-person - who handed in the file does not publish it
 */
export async function publishTables(db: Db, neighbours: Pick<ProcessNeighbours, 'takeUp'>, { id, validFrom, press }: Publishing): Promise<Result<{ readonly left: number }, ImportRefusal>> {
  const held = await importAt(db, id);
  if (held === undefined) return refuse({ code: 'import-unknown' });
  if (held.byId === press.by.id) return refuse({ code: 'import-second-person' });
  if (validFrom < officeDay(press.at).toString()) return refuse({ code: 'import-day-passed' });
  const records = await recordsOf(db, id);
  const open = records.filter(({ refusal, questions, choice }) => refusal === null && questions.length > 0 && choice === null).length;
  if (open > 0) return refuse({ code: 'import-undecided', count: open });
  const waiting = records.filter(isWaiting);
  const shared = await sharedCodes(db, id, records);
  const takeUp = (tx: Db, key: string, codes: readonly string[]): Promise<unknown> => neighbours.takeUp(tx, { key, codes: codes.filter((code) => !shared.has(code)), validFrom });
  for (const record of waiting.slice(0, perPress)) await publishRecord(db, record, { id, validFrom, press, takeUp });
  return ok({ left: Math.max(0, waiting.length - perPress) });
}
