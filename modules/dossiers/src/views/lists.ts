// SPDX-License-Identifier: EUPL-1.2
import { type Db, type RawBuilder, sql } from '@motcua/db-kit';
import { type Officer, fold, foldedWords, officeDay, officeZone } from '@motcua/kernel';
import type { z } from 'zod';
import { apologiseBefore } from '../clock/extension.ts';
import type { DossierContext } from '../context.ts';
import type { DossierPage, DossierQuery, WorkQuery } from '../contract.ts';
import { grants, lostPaperDesks } from '../permissions.ts';
import { tokensOf } from '../rules/escalation.ts';
import { type Row, columns, dayEndOf, keyOf, noTask, pageOf, pageSize } from './rows.ts';

/** The steps an officer may do: one condition per posting, so that each is served by the index task_by_place. */
export const tasksOf = (officer: Officer): RawBuilder<unknown> => sql`(${sql.join(
  officer.postings.map(({ role, agency, unit, procedures }) => sql`(t.role = ${role} and t.agency = ${agency} and ${unit === null ? sql`true` : sql`(t.unit is null or t.unit = ${unit})`}
    and ${procedures === undefined ? sql`true` : sql`d.procedure_code = any(${[...procedures]})`})`), sql` or `)})`;

/** The officer, and the absent colleagues whose held steps are the officer's meanwhile. */
export const holders = ({ id, postings }: Officer): readonly string[] => [id, ...new Set(postings.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf.id])))];

/** The agencies an officer may do an act at, by the place that ties the act to a dossier. */
export const agenciesWhere = (officer: Officer, act: keyof typeof grants, at: string): readonly string[] => {
  const allowed = grants[act].flatMap((grant) => ('roles' in grant && grant.at === at ? grant.roles : []));
  return [...new Set(officer.postings.filter(({ role }) => allowed.includes(role)).map(({ agency }) => agency))];
};

const readingPlaces = [['receiving', sql.ref('d.receiving_agency')], ['returning', sql.ref('d.returning_agency')], ['solving', sql.ref('d.solving_agency')]] as const;

const seesAll = (officer: Officer): boolean => officer.postings.some(({ role }) => role === 'province-leader');

/** What an officer may see, told place by place: each condition is served by an index of its own that is already in the order of the list. */
function seenFrom(officer: Officer): readonly RawBuilder<unknown>[] {
  if (seesAll(officer)) return [sql`true`];
  return readingPlaces.flatMap(([place, column]) => agenciesWhere(officer, 'read', place).map((agency) => sql`${column} = ${agency}`));
}

/** The dossiers an officer may see, scoped by construction: nobody can ask wider than this. */
export function visibleTo(officer: Officer): RawBuilder<unknown> {
  if (seesAll(officer)) return sql`true`;
  return sql`(${sql.join(readingPlaces.map(([place, column]) => sql`${column} = any(${agenciesWhere(officer, 'read', place)})`), sql` or `)})`;
}

type WorkList = z.infer<typeof WorkQuery>['list'];


const runningAt = (now: string): RawBuilder<unknown> => sql`d.ended_at is null and d.stopped_since is null and d.status <> 'decided' and (d.status <> 'consulting' or d.opinion_due_at <= ${now})`;

/** Open steps after the seal that come before handing out: done like any other. */
const afterSeal = sql`(d.status = 'decided' and t.act is distinct from 'return')`;

const onlyReturnLeft = sql`(exists (select from dossiers.task r where r.dossier_id = d.id and r.act = 'return') or not exists (select from dossiers.task r where r.dossier_id = d.id))`;

/** What each list of «Việc của tôi» holds, told on dossier `d` and step `t`. */
function listed(list: WorkList, officer: Officer, { now, dayStart, dayEnd, bounds }: Moments): { readonly steps: boolean; readonly where: RawBuilder<unknown> } {
  const running = runningAt(now);
  switch (list) {
    case 'todo': return { steps: true, where: sql`${tasksOf(officer)} and (t.assignee is null or t.assignee = any(${holders(officer)}::uuid[])) and (${running} or ${afterSeal})` };
    case 'due-today': return { steps: true, where: sql`${tasksOf(officer)} and (t.assignee is null or t.assignee = any(${holders(officer)}::uuid[])) and least(t.due_at, d.owed_at) < ${dayEnd} and ${running}` };
    case 'to-sign': return { steps: true, where: sql`${tasksOf(officer)} and t.act in ('approve', 'sign') and ${running}` };
    case 'to-issue': return { steps: true, where: sql`${tasksOf(officer)} and t.act = 'number' and ${running}` };
    case 'to-return': return { steps: false, where: sql`d.status = 'decided' and d.returning_agency = any(${agenciesWhere(officer, 'return', 'returning')}) and ${onlyReturnLeft}` };
    case 'waiting': return { steps: false, where: sql`${visibleTo(officer)} and d.status = 'consulting' and (d.opinion_due_at is null or d.opinion_due_at > ${now})` };
    // Silence past the due time: the work goes on, and the head of the shop is told.
    case 'silent': return { steps: false, where: sql`d.status = 'consulting' and d.opinion_due_at <= ${now} and d.receiving_agency = any(${agenciesWhere(officer, 'hear-of-silence', 'receiving')})` };
    case 'wishes': return { steps: false, where: sql`d.wish is not null and d.receiving_agency = any(${agenciesWhere(officer, 'decide-wish', 'receiving')})` };
    case 'questions': return { steps: false, where: sql`d.asked_at is not null and (d.receiving_agency = any(${agenciesWhere(officer, 'write-message', 'receiving')}) or d.solving_agency = any(${agenciesWhere(officer, 'write-message', 'solving')}))` };
    case 'to-close': return { steps: false, where: sql`d.status in ('awaiting-supplement', 'awaiting-intake-supplement') and d.answer_due_at <= ${now} and d.receiving_agency = any(${agenciesWhere(officer, 'close', 'receiving')})` };
    case 'paused': return { steps: false, where: sql`${visibleTo(officer)} and d.ended_at is null and (d.stopped_since is not null or d.status = 'awaiting-intake-supplement')` };
    case 'done-today': return { steps: false, where: sql`d.id in (select e.dossier_id from dossiers.event e where e.at >= ${dayStart} and e.actor ->> 'id' = ${officer.id}) and ${visibleTo(officer)}` };
    case 'online': return { steps: false, where: sql`d.status = 'submitted' and d.receiving_agency = any(${agenciesWhere(officer, 'accept', 'receiving')})` };
    case 'consultations': return { steps: false, where: sql`d.status = 'consulting' and exists (select from dossiers.event e where e.dossier_id = d.id and e.type = 'consulted'
      and e.data -> 'consultation' ->> 'agency' = any(${agenciesWhere(officer, 'answer-consultation', 'consulted')})
      and not exists (select from dossiers.event a where a.dossier_id = d.id and a.type = 'consultation-answered' and a.data ->> 'id' = e.data -> 'consultation' ->> 'id')
      and not exists (select from dossiers.event l where l.dossier_id = d.id and l.type = 'consulted' and l.seq > e.seq))` };
    case 'escalated': return { steps: false, where: sql`d.escalated_to is not null and string_to_array(d.escalated_to, ' ') && ${[...tokensOf(officer.postings)]}::text[]` };
    case 'to-extend': return { steps: false, where: sql`d.ended_at is null and d.decided_at is null and d.owed_at > ${now} and (${apologiesDue(bounds)})` };
  }
}

type Moments = { readonly now: string; readonly dayStart: string; readonly dayEnd: string; readonly bounds: ReadonlyMap<string, string> };

/** Dossiers of each agency that must be apologised for today, and those whose apology waits for a signature. */
const apologiesDue = (bounds: Moments['bounds']): RawBuilder<unknown> => (bounds.size === 0 ? sql`false` : sql.join(
  [...bounds].map(([agency, before]) => sql`(d.solving_agency = ${agency} and (d.extension = 'proposed' or (d.extension is null and d.owed_at < ${before})))`), sql` or `));

/** The moments the lists of an officer are cut at: now, the start of the day, and until when results of each agency must be apologised for today. */
async function momentsOf(ctx: DossierContext, db: Db, officer: Officer): Promise<Moments> {
  const bounds = new Map<string, string>();
  for (const agency of agenciesWhere(officer, 'propose-extension', 'solving')) {
    const before = await apologiseBefore(ctx, db, await ctx.calendars.of(db, agency));
    if (before !== null) bounds.set(agency, before.toString());
  }
  return { now: ctx.clock.now().toString(), dayStart: dayStartOf(ctx), dayEnd: dayEndOf(ctx).toString(), bounds };
}

const dayStartOf = (ctx: DossierContext): string => officeDay(ctx.clock.now()).toZonedDateTime(officeZone).toInstant().toString();

/** «Việc của tôi»: one page of an officer's work, what is owed first on top; online filings by when they came. */
export async function workOf(ctx: DossierContext, db: Db, officer: Officer, asked: z.infer<typeof WorkQuery>): Promise<DossierPage> {
  if (officer.postings.length === 0) return pageOf(ctx, db, [], officer.id);
  const { steps, where } = listed(asked.list, officer, await momentsOf(ctx, db, officer));
  const sort = sql`coalesce(d.owed_at, d.submitted_at)`;
  const after = keyOf(asked.after);
  const beyond = after === null ? sql`true` : sql`(${sort}, d.code) > (${after.at}::timestamptz, ${after.code})`;
  const task = steps
    ? sql`t.task_id, t.act as task_act, t.due_at as task_due, t.created_at as task_since, t.assignee, t.assignee_name`
    : noTask;
  const from = steps ? sql`dossiers.task t join dossiers.dossier d on d.id = t.dossier_id` : sql`dossiers.dossier d`;
  const { rows } = await sql<Row>`select ${columns}, ${task}, ${sort} as sort_at from ${from} where ${where} and ${beyond} order by ${sort}, d.code limit ${pageSize + 1}`.execute(db);
  return pageOf(ctx, db, rows, officer.id);
}

/** How many wait in each list; beyond 99 the number is «99+» to the reader. */
export async function workCounts(ctx: DossierContext, db: Db, officer: Officer): Promise<Readonly<Record<string, number>>> {
  const lists: readonly WorkList[] = ['todo', 'due-today', 'waiting', 'paused', 'to-sign', 'to-issue', 'to-return', 'online', 'consultations', 'to-extend', 'to-close', 'silent', 'wishes', 'questions', 'escalated'];
  if (officer.postings.length === 0) return Object.fromEntries(lists.map((list) => [list, 0]));
  const moments = await momentsOf(ctx, db, officer);
  const counts = lists.map((list) => {
    const { steps, where } = listed(list, officer, moments);
    const from = steps ? sql`dossiers.task t join dossiers.dossier d on d.id = t.dossier_id` : sql`dossiers.dossier d`;
    return sql`(select count(*)::int from (select from ${from} where ${where} limit 100) found) as ${sql.ref(list)}`;
  });
  const { rows } = await sql<Record<string, number>>`select ${sql.join([...counts, lostOriginals(lostPaperDesks(officer))])}`.execute(db);
  return rows[0] ?? {};
}

/** How many dossiers have a paper that some agencies lost; served by dossier_originals. */
const lostOriginals = (agencies: readonly string[]): RawBuilder<unknown> => (agencies.length === 0 ? sql`0 as "lost-originals"`
  : sql`(select count(*)::int from dossiers.dossier d where d.originals is not null and (${sql.join(agencies.map((agency) => sql`d.originals::jsonb @> ${JSON.stringify([{ agency, place: 'lost' }])}::jsonb`), sql` or `)})) as "lost-originals"`);

function standingIs(standing: NonNullable<z.infer<typeof DossierQuery>['standing']>, now: string, dayStart: string): RawBuilder<unknown> {
  switch (standing) {
    case 'in-progress': return sql`d.accepted_at is not null and d.ended_at is null and d.decided_at is null`;
    case 'overdue': return sql`d.ended_at is null and d.decided_at is null and d.owed_at < ${now}`;
    case 'due-soon': return sql`d.ended_at is null and d.decided_at is null and d.due_soon_at <= ${now} and d.owed_at >= ${now}`;
    case 'received-today': return sql`d.accepted_at >= ${dayStart}`;
    case 'finished-today': return sql`d.decided_at >= ${dayStart}`;
    case 'early': case 'on-time': case 'late': return sql`d.decided_at >= ${dayStart} and d.outcome = ${standing}`;
  }
}

const beginsWith = (phrase: string): RawBuilder<unknown> => sql`dossiers.beginnings(d.folded, d.personal_id, d.code) @@ ${`'${phrase.replace(/[\\']/gu, '$&$&')}':*`}::tsquery`;
const holdsWord = (word: string): RawBuilder<unknown> => sql`d.folded like ${`%${word.replace(/[%_\\]/gu, '\\$&')}%`}`;

/**
 * Everything an officer may see that fits the filter, newest first. Without words each place the officer sees from gives its newest by its own
 * index, and the newest of those are the page. Words are taken as typed first: the beginning of a name, of a later part of it, of a number or a
 * code, by the index dossier_by_beginning; then anywhere in one piece, then in any order, by the trigram index. The next is tried only when one gives nothing.
 */
export async function searchDossiers(ctx: DossierContext, db: Db, officer: Officer, asked: z.infer<typeof DossierQuery>): Promise<DossierPage> {
  const now = ctx.clock.now().toString();
  const after = keyOf(asked.after);
  const phrase = fold(asked.q ?? '').replace(/\s+/gu, ' ');
  const words = foldedWords(phrase);
  const filter = (sought: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join([
    sql`true`,
    ...sought,
    ...(asked.status === undefined ? [] : [sql`d.status = ${asked.status}`]),
    ...(asked.procedure === undefined ? [] : [sql`d.procedure_code = ${asked.procedure}`]),
    ...(asked.agency === undefined ? [] : [sql`d.solving_agency = ${asked.agency}`]),
    ...(asked.standing === undefined ? [] : [standingIs(asked.standing, now, dayStartOf(ctx)), sql`d.parent_id is null`]),
    ...(after === null ? [] : [sql`(d.submitted_at, d.code) < (${after.at}::timestamptz, ${after.code})`]),
  ], sql` and `);
  const places = words.length > 0 ? [visibleTo(officer)] : seenFrom(officer);
  if (places.length === 0) return pageOf(ctx, db, [], officer.id);
  const found = async (sought: readonly RawBuilder<unknown>[]): Promise<readonly Row[]> => {
    const branches = places.map((place) => sql`(select ${columns} from dossiers.dossier d where ${place} and ${filter(sought)} order by d.submitted_at desc, d.code desc limit ${pageSize + 1})`);
    const { rows } = await sql<Row>`select distinct on (d.submitted_at, d.code) ${columns}, ${noTask}, d.submitted_at as sort_at from (${sql.join(branches, sql` union all `)}) d
      order by d.submitted_at desc, d.code desc limit ${pageSize + 1}`.execute(db);
    return rows;
  };
  const readings = words.length === 0 ? [[]] : [[beginsWith(phrase)], [holdsWord(phrase)], ...(words.length > 1 ? [words.map(holdsWord)] : [])];
  let rows: readonly Row[] = [];
  for (const reading of readings) {
    rows = await found(reading);
    if (rows.length > 0) break;
  }
  return pageOf(ctx, db, rows, officer.id);
}

/** The dossiers of a citizen's own account, newest first: those filed by it, and those in which the person is an applicant. Served by dossier_by_owner, dossier_by_applicant and event_by_co_applicant. */
export async function dossiersOfOwner(ctx: DossierContext, db: Db, personalId: string, after: string | undefined): Promise<DossierPage> {
  const key = keyOf(after);
  const beyond = key === null ? sql`true` : sql`(d.submitted_at, d.code) < (${key.at}::timestamptz, ${key.code})`;
  const { rows } = await sql<Row>`select ${columns}, ${noTask}, d.submitted_at as sort_at from dossiers.dossier d
    where (d.owner_id = ${personalId} or d.personal_id = ${personalId} or d.id in (select e.dossier_id from dossiers.event e where e.type = 'submitted' and e.data ? 'coApplicants' and e.data -> 'coApplicants' @> ${JSON.stringify([{ party: { personalId } }])}::jsonb)) and d.parent_id is null and ${beyond} order by d.submitted_at desc, d.code desc limit ${pageSize + 1}`.execute(db);
  return pageOf(ctx, db, rows, null);
}

/** The open dossiers of a person, for the counter: those the officer may see. */
export async function openDossiersOf(ctx: DossierContext, db: Db, { officer, personalId }: { readonly officer: Officer; readonly personalId: string }): Promise<DossierPage> {
  const { rows } = await sql<Row>`select ${columns}, ${noTask}, d.submitted_at as sort_at from dossiers.dossier d
    where d.personal_id = ${personalId} and d.ended_at is null and ${visibleTo(officer)} order by d.submitted_at desc limit 20`.execute(db);
  return pageOf(ctx, db, rows, null);
}
