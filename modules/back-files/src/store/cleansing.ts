// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import type { Choice, FindingKind, Sighting } from '../rules/cleansing.ts';
import { backFileDb } from './tables.ts';

/** A decision as it was written down. */
export type StoredDecision = Choice & { readonly kind: FindingKind; readonly subject: string; readonly evidence: string; readonly reason: string; readonly byName: string; readonly at: Temporal.Instant };

const columns = ['kind', 'subject', 'evidence', 'choice', 'value', 'reason', 'by_name as byName', 'at'] as const;

/** The last decision on each of some subjects. Served by cleansing_by_subject. */
export async function decisionsOn(db: Db, subjects: readonly string[]): Promise<readonly StoredDecision[]> {
  if (subjects.length === 0) return [];
  return backFileDb(db).selectFrom('back_files.cleansing_decision').distinctOn(['kind', 'subject']).select(columns).where('subject', 'in', [...subjects]).orderBy('kind').orderBy('subject').orderBy('at', 'desc').execute();
}

/** The newest decisions of some agencies; null: of every agency. */
export async function latestDecisions(db: Db, agencies: readonly string[] | null): Promise<readonly StoredDecision[]> {
  const all = backFileDb(db).selectFrom('back_files.cleansing_decision').select(columns).orderBy('at', 'desc').orderBy('id').limit(100);
  return (agencies === null ? all : all.where('agency', 'in', agencies.length === 0 ? [''] : [...agencies])).execute();
}

/** Writes a decision down; the same id again writes nothing. */
export async function addDecision(db: Db, { id, kind, subject, evidence, choice, value, reason, agency, by, at }: Omit<StoredDecision, 'byName'> & { readonly id: string; readonly agency: string | null; readonly by: Officer }): Promise<void> {
  await backFileDb(db).insertInto('back_files.cleansing_decision').values({ id, kind, subject, evidence, choice, value, reason, agency, by_id: by.id, by_name: by.name, at: at.toString() }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Names decided to be right, by identity number. */
export async function rightNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ subject: string; value: string | null }>`select distinct on (subject) subject, value from back_files.cleansing_decision where kind = 'names' order by subject, at desc`.execute(db);
  return new Map(rows.flatMap(({ subject, value }) => (value === null ? [] : [[subject, value]])));
}

type LineSeen = { readonly batch: string; readonly no: number; readonly number: string; readonly agency: string; readonly owner: string; readonly name: string; readonly paper: string; readonly kindName: string; readonly said: string | null };
const most = 2000;
const scoped = (agencies: readonly string[] | null) => (agencies === null ? sql`true` : sql`b.agency = any(${[...agencies]}::text[])`);
const live = sql`back_files.line l join back_files.batch b on b.id = l.batch_id where l.paper is not null and not exists (select from back_files.line_end e where e.batch_id = l.batch_id and e.no = l.no and e.way = 'aside')`;
const lineColumns = sql`l.batch_id as batch, l.no, 'SH-' || b.agency || '-' || b.year || '-' || b.no as number, b.agency, l.paper -> 'owner' ->> 'ref' as owner, l.paper ->> 'ownerName' as name, (l.paper ->> 'kind') || ' ' || lower(regexp_replace(coalesce(l.paper ->> 'number', ''), '\\s+', '', 'g')) as paper, l.paper ->> 'kindName' as "kindName", l.paper ->> 'number' as said`;

/** The line as evidence. @param of - what it is evidence of */
export const sightingOf = ({ batch, no, number, agency, name }: LineSeen, of: Pick<Sighting, 'subject' | 'value'>): Sighting => ({ ...of, ownerName: name, agency, place: { what: 'line', text: `${number}, dòng ${String(no)}`, href: `/lam-viec/ho-so-cu/${batch}/${String(no)}` } });

/** Lines of owners who stand under several names among the lines of some agencies. */
export async function linesOfSeveralNames(db: Db, agencies: readonly string[] | null): Promise<readonly LineSeen[]> {
  const { rows } = await sql<LineSeen>`with seen as (select ${lineColumns} from ${live} and ${scoped(agencies)})
    select * from seen where owner in (select owner from seen group by owner having count(distinct lower(regexp_replace(name, '\\s+', ' ', 'g'))) > 1) order by owner, number, no limit ${most}`.execute(db);
  return rows;
}

/** One line for each owner and name among the lines of some agencies: to be compared with dossiers. */
export async function lineOwners(db: Db, agencies: readonly string[] | null): Promise<readonly LineSeen[]> {
  const { rows } = await sql<LineSeen>`select distinct on (owner, name) * from (select ${lineColumns} from ${live} and ${scoped(agencies)}) seen order by owner, name, number, no limit 20000`.execute(db);
  return rows;
}

/** Lines about one kind and number with several owners. */
export async function linesOfSeveralOwners(db: Db, agencies: readonly string[] | null): Promise<readonly LineSeen[]> {
  const { rows } = await sql<LineSeen>`with seen as (select ${lineColumns} from ${live} and l.paper ->> 'number' is not null and ${scoped(agencies)})
    select * from seen where paper in (select paper from seen group by paper having count(distinct owner) > 1) order by paper, number, no limit ${most}`.execute(db);
  return rows;
}
