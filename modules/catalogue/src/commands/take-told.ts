// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { type Officer, newId, officeDay, officeDayText } from '@motcua/kernel';
import { Procedure } from '../model.ts';
import { decisionOf } from '../rules/decision-of.ts';
import { type ComparedPart, differingParts, toldRecord } from '../rules/told-record.ts';
import { lineDb } from '../store/national-line.ts';
import { catalogueDb } from '../store/tables.ts';

const most = 10_000;
const batchSize = 200;

type Told = { readonly code: string; readonly name: string; readonly counts: boolean; readonly record: Readonly<Record<string, unknown>> | null; readonly version: number | null; readonly content: unknown; readonly validUntil: string | null };
type Found =
  | { readonly kind: 'new' | 'changed'; readonly procedure: Procedure; readonly differs: readonly ComparedPart[] }
  | { readonly kind: 'gone' | 'same'; readonly differs: readonly ComparedPart[] }
  | { readonly kind: 'unreadable'; readonly reasons: readonly string[]; readonly differs: readonly ComparedPart[] };

// Rows of the line with the newest version here.
const withHere = sql`from catalogue.national_line_code l left join lateral (select version, content, valid_until from catalogue.procedure_version v where v.code = l.code order by version desc limit 1) v on true`;

function compared({ counts, record, content, validUntil }: Told): Found {
  if (!counts) return { kind: content !== null && validUntil === null ? 'gone' : 'same', differs: [] };
  if (record === null) return { kind: 'same', differs: [] };
  const here = content === null ? undefined : Procedure.parse(content);
  const there = toldRecord(record, here);
  if (!there.ok) return { kind: 'unreadable', reasons: there.error.reasons, differs: [] };
  if (here === undefined) return { kind: 'new', procedure: there.value, differs: [] };
  const differs = differingParts(there.value, here);
  if (validUntil !== null) return { kind: 'new', procedure: there.value, differs };
  // A decision of its own is a new publication even when the words are the same.
  const decision = decisionOf(there.value);
  const isSame = differs.length === 0 && (decision === null || (decision.number === here.decision.number && decision.date === here.decision.date));
  return isSame ? { kind: 'same', differs } : { kind: 'changed', procedure: there.value, differs };
}

/** What waits in an earlier update is decided on in this one: the database says something newer, or the version here is another. */
async function supersede(tx: Db, codes: readonly string[], at: Temporal.Instant): Promise<void> {
  await sql`update catalogue.national_update_item i set state = 'rejected', note = 'Lần lấy sau đã thay bản này.', decided_by = 'Đường nối', decided_at = ${at}
    from catalogue.national_update u where u.id = i.update_id and u.origin = 'line' and i.state = 'open' and i.code = any (${codes})`.execute(tx);
}

async function store(tx: Db, rows: readonly { readonly told: Told; readonly found: Found }[], { by, at }: { readonly by: Pick<Officer, 'id' | 'name'>; readonly at: Temporal.Instant }): Promise<string | null> {
  const items = rows.flatMap(({ told: { code, name, version }, found }) => (found.kind === 'same' || found.kind === 'unreadable' ? [] : [{
    code, kind: found.kind, name, content: 'procedure' in found ? JSON.stringify(found.procedure) : null, line: null, base_version: version,
  }]));
  const faults = rows.flatMap(({ told: { code, record }, found }) => (found.kind === 'unreadable' ? [{ code, reasons: [...found.reasons], record: JSON.stringify(record) }] : []));
  await supersede(tx, rows.map(({ told }) => told.code), at);
  if (items.length === 0 && faults.length === 0) return null;
  const id = newId(at);
  await catalogueDb(tx).insertInto('catalogue.national_update').values({
    id, origin: 'line', file_name: `Đường nối, lấy ngày ${officeDayText(officeDay(at))}`, file_digest: createHash('sha256').update(JSON.stringify(items)).digest('hex'), is_whole: false,
    line_count: rows.length, same_count: rows.length - items.length - faults.length, by_id: by.id, by_name: by.name, at,
  }).execute();
  for (let from = 0; from < items.length; from += batchSize) await catalogueDb(tx).insertInto('catalogue.national_update_item').values(items.slice(from, from + batchSize).map((item) => ({ update_id: id, ...item }))).execute();
  if (faults.length > 0) await catalogueDb(tx).insertInto('catalogue.national_update_fault').values(faults.map((fault, line) => ({ update_id: id, line: line + 1, ...fault }))).execute();
  return id;
}

const settled = async (tx: Db, rows: readonly { readonly told: Told; readonly found: Found }[]): Promise<void> => {
  for (const { told: { code, version }, found } of rows) await lineDb(tx).updateTable('catalogue.national_line_code').set({ is_taken: true, compared_version: version, differs: [...found.differs] }).where('code', '=', code).execute();
};

/**
 * Puts what the line told and nobody has compared yet into one update for a second person. What is the same leaves no trace but its comparison.
 *
 * @returns the update; null when nothing differs
 */
export async function takeTold(db: Db, by: Pick<Officer, 'id' | 'name'>, at: Temporal.Instant): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    await sql`update catalogue.national_line_code l set is_taken = false where is_taken and exists (select from catalogue.national_update_item i join catalogue.national_update u on u.id = i.update_id
      where u.origin = 'line' and i.state = 'open' and i.code = l.code and i.base_version is distinct from (select max(version) from catalogue.procedure_version v where v.code = l.code))`.execute(tx);
    const { rows } = await sql<Told>`select l.code, l.name, l.counts, l.record, v.version, v.content, v.valid_until as "validUntil" ${withHere} where not l.is_taken order by l.code limit ${most} for update of l`.execute(tx);
    const found = rows.map((told) => ({ told, found: compared(told) }));
    const id = await store(tx, found, { by, at });
    await settled(tx, found);
    return id;
  });
}

/** Compares again what was compared with a version that is the newest no more. */
export async function compareAgain(db: Db): Promise<void> {
  const { rows } = await sql<Told>`select l.code, l.name, l.counts, l.record, v.version, v.content, v.valid_until as "validUntil" ${withHere} where l.is_taken and l.record is not null and l.compared_version is distinct from v.version limit ${most}`.execute(db);
  await settled(db, rows.map((told) => ({ told, found: compared(told) })));
}
