// SPDX-License-Identifier: EUPL-1.2
import { type Db, type RawBuilder, sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { apologiseBefore } from '../clock/extension.ts';
import type { DossierContext } from '../context.ts';
import type { Owed, OwedGroup, OwedKind, OwedQuery, OwedRow, OwedState } from '../contract.ts';
import { grants } from '../permissions.ts';
import { agenciesWhere, holders, tasksOf } from './lists.ts';
import { type Row, columns, dayEndOf, noTask, pageSize, rowsShown } from './rows.ts';

/** Whose work is looked at: the officer's own, or that of the places led (`null`: of the whole province). */
type Scope = { readonly of: 'me' } | { readonly of: 'led'; readonly places: readonly { readonly agency: string; readonly unit: string | null }[] | null };

type OwedColumns = { kind: OwedKind; state: OwedState; due: Temporal.Instant | null; owing_agency: string; owing_unit: string | null; step: string | null };
type Counted = Omit<OwedGroup, 'name'> & { readonly name: string | null };

/** What an officer leads: the whole province, agencies, units; empty when nothing. */
function led({ postings }: Officer): Extract<Scope, { of: 'led' }>['places'] {
  const roles = grants.figures.flatMap((grant) => ('roles' in grant && grant.at === 'solving' ? grant.roles : []));
  if (postings.some(({ role }) => role === 'province-leader')) return null;
  return postings.filter(({ role }) => roles.includes(role)).map(({ role, agency, unit }) => ({ agency, unit: role === 'division-head' ? unit : null }));
}

/** One kind of what is owed, told as rows of the same columns. `led` and `own` are its scope. */
type Branch = { readonly kind: OwedKind; readonly agency: RawBuilder<unknown>; readonly due: RawBuilder<unknown>; readonly where: RawBuilder<unknown>; readonly own: readonly string[]; readonly from?: RawBuilder<unknown> };

const within = ({ agency, own }: Branch, scope: Scope): RawBuilder<unknown> => {
  if (scope.of === 'me') return sql`${agency} = any(${[...own]})`;
  return scope.places === null ? sql`true` : sql`${agency} = any(${scope.places.map((place) => place.agency)})`;
};

const stepsWithin = (officer: Officer, scope: Scope): RawBuilder<unknown> => {
  if (scope.of === 'me') return sql`${tasksOf(officer)} and (t.assignee is null or t.assignee = any(${[...holders(officer)]}::uuid[]))`;
  if (scope.places === null) return sql`true`;
  return sql`(${sql.join(scope.places.map(({ agency, unit }) => sql`(t.agency = ${agency} and ${unit === null ? sql`true` : sql`(t.unit is null or t.unit = ${unit})`})`), sql` or `)})`;
};

/** Everything open that somebody owes, in the scope asked for: one row each, with how it stands. Steps by task_by_place, the others by the partial indexes of open dossiers. */
function owing(officer: Officer, { scope, now, dayEnd, bounds }: { readonly scope: Scope; readonly now: string; readonly dayEnd: string; readonly bounds: ReadonlyMap<string, string> }): RawBuilder<unknown> {
  const apologies = [...bounds].map(([agency, before]) => sql`(d.solving_agency = ${agency} and (d.extension = 'proposed' or (d.extension is null and d.owed_at < ${before})))`);
  const branches: readonly Branch[] = [
    { kind: 'filing', agency: sql`d.receiving_agency`, due: sql`d.answer_due_at`, where: sql`d.status = 'submitted'`, own: agenciesWhere(officer, 'accept', 'receiving') },
    { kind: 'return', agency: sql`d.returning_agency`, due: sql`d.owed_at`, where: sql`d.status = 'decided' and not exists (select from dossiers.task r where r.dossier_id = d.id and r.act is distinct from 'return')`, own: agenciesWhere(officer, 'return', 'returning') },
    { kind: 'apology', agency: sql`d.solving_agency`, due: sql`${dayEnd}::timestamptz - interval '1 second'`, where: sql`d.ended_at is null and d.decided_at is null and d.owed_at > ${now} and ${apologies.length === 0 ? sql`false` : sql`(${sql.join(apologies, sql` or `)})`}`, own: agenciesWhere(officer, 'propose-extension', 'solving') },
    {
      kind: 'opinion', agency: sql`c.agency`, due: sql`c.due`, own: agenciesWhere(officer, 'answer-consultation', 'consulted'), where: sql`d.status = 'consulting'`,
      from: sql`dossiers.dossier d cross join lateral (select e.data -> 'consultation' ->> 'agency' as agency, (e.data -> 'consultation' ->> 'dueAt')::timestamptz as due from dossiers.event e where e.dossier_id = d.id and e.type = 'consulted'
        and not exists (select from dossiers.event a where a.dossier_id = d.id and a.type = 'consultation-answered' and a.data ->> 'id' = e.data -> 'consultation' ->> 'id')) c`,
    },
  ];
  const waits = sql`(d.stopped_since is not null or (d.status = 'consulting' and d.opinion_due_at > ${now}))`;
  const standing = (due: RawBuilder<unknown>, waiting: RawBuilder<unknown>): RawBuilder<unknown> => sql`case when ${waiting} then 'waiting' when ${due} <= ${now} then 'overdue' when ${due} < ${dayEnd} then 'today' else 'later' end`;
  const stepOwed = sql`least(t.due_at, case when d.decided_at is null then d.owed_at end)`;
  // The step of handing out is the result that waits; a step that waits for parts of a linked group is owed by them.
  const steps = sql`select ${columns}, t.task_id, t.act as task_act, t.due_at as task_due, t.created_at as task_since, t.assignee, t.assignee_name,
    'step' as kind, ${standing(stepOwed, waits)} as state, ${stepOwed} as due, t.agency as owing_agency, t.unit as owing_unit, t.name as step
    from dossiers.task t join dossiers.dossier d on d.id = t.dossier_id where d.ended_at is null and t.act is distinct from 'return' and t.act is distinct from 'linked' and ${stepsWithin(officer, scope)}`;
  const others = branches.map((branch) => sql`select ${columns}, ${noTask}, ${sql.lit(branch.kind)} as kind, ${standing(branch.due, sql`false`)} as state, ${branch.due} as due, ${branch.agency} as owing_agency, null as owing_unit, null as step
    from ${branch.from ?? sql`dossiers.dossier d`} where ${branch.where} and ${within(branch, scope)}`);
  return sql`(${sql.join([steps, ...others], sql` union all `)}) o`;
}

/** Until when results must be apologised for today, for each agency that has one owed in the coming weeks. */
async function apologyBounds(ctx: DossierContext, db: Db, { officer, scope }: { readonly officer: Officer; readonly scope: Scope }): Promise<ReadonlyMap<string, string>> {
  const now = ctx.clock.now();
  const mine = scope.of === 'me' ? agenciesWhere(officer, 'propose-extension', 'solving') : scope.places?.map(({ agency }) => agency);
  const { rows } = await sql<{ agency: string }>`select distinct solving_agency as agency from dossiers.dossier d
    where d.ended_at is null and d.decided_at is null and d.owed_at > ${now.toString()} and d.owed_at < ${now.add({ hours: 24 * 14 }).toString()} and ${mine === undefined ? sql`true` : sql`d.solving_agency = any(${[...mine]})`}`.execute(db);
  const bounds = new Map<string, string>();
  for (const { agency } of rows) {
    const before = await apologiseBefore(ctx, db, await ctx.calendars.of(db, agency));
    if (before !== null) bounds.set(agency, before.toString());
  }
  return bounds;
}

const none = 'none';

function narrowed({ agency, unit, officer }: OwedQuery): RawBuilder<unknown> {
  return sql.join([
    sql`true`, ...(agency === undefined ? [] : [sql`o.owing_agency = ${agency}`]),
    ...(unit === undefined ? [] : [unit === none ? sql`o.owing_unit is null` : sql`o.owing_unit = ${unit}`]),
    ...(officer === undefined ? [] : [officer === none ? sql`o.assignee is null` : sql`o.assignee::text = ${officer}`]),
  ], sql` and `);
}

function picked({ state, unclaimed }: OwedQuery): RawBuilder<unknown> {
  if (unclaimed === true) return sql`o.kind = 'step' and o.assignee is null`;
  return state === undefined ? sql`o.state in ('overdue', 'today')` : sql`o.state = ${state}`;
}

/** What a group is: agencies first, then the units of one agency if it has any, then the officers. */
function groupedBy(scope: Scope, { agency, unit }: OwedQuery, hasUnits: boolean): Owed['by'] {
  if (scope.of === 'me') return null;
  const many = scope.places === null || new Set(scope.places.map((place) => place.agency)).size > 1;
  if (many && agency === undefined) return 'agency';
  return hasUnits && unit === undefined ? 'unit' : 'officer';
}

const groupKeys = { agency: [sql`o.owing_agency`, sql`o.owing_agency`], unit: [sql`o.owing_unit`, sql`o.owing_unit`], officer: [sql`o.assignee::text`, sql`max(o.assignee_name)`] } as const;

const tallies = sql`count(*)::int as open, count(*) filter (where o.state = 'overdue')::int as overdue, count(*) filter (where o.state = 'today')::int as today, count(*) filter (where o.state = 'later')::int as later,
  count(*) filter (where o.state = 'waiting')::int as waiting, count(*) filter (where o.kind = 'step' and o.assignee is null)::int as unclaimed`;

const keyOf = (after: string | undefined): { readonly due: string; readonly key: string } | null => {
  const [, due, key] = /^(\d{4}-[\dT:.Z-]{6,40}|infinity)~(.{1,300})$/u.exec(after ?? '') ?? [];
  return due === undefined || key === undefined ? null : { due, key };
};

type Listed = Row & OwedColumns & { readonly key: string };

async function listed(ctx: DossierContext, db: Db, { officer, from, asked }: { readonly officer: Officer; readonly from: RawBuilder<unknown>; readonly asked: OwedQuery }): Promise<Pick<Owed, 'rows' | 'next'>> {
  const after = keyOf(asked.after);
  const key = sql`o.code || ' ' || o.kind || ' ' || coalesce(o.task_id, o.owing_agency)`;
  const due = sql`coalesce(o.due, 'infinity'::timestamptz)`;
  const { rows } = await sql<Listed>`select o.*, ${key} as key, null::timestamptz as sort_at from ${from} where ${narrowed(asked)} and ${picked(asked)}
    and ${after === null ? sql`true` : sql`(${due}, ${key}) > (${after.due}::timestamptz, ${after.key})`} order by ${due}, ${key} limit ${pageSize + 1}`.execute(db);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const dossiers = await rowsShown(ctx, db, shown, officer.id);
  const nameOf = await agencyNames(db, new Set(shown.map((row) => row.owing_agency)));
  const owed = shown.flatMap((row, at): readonly OwedRow[] => {
    const dossier = dossiers[at];
    return dossier === undefined ? [] : [{ ...dossier, owed: { kind: row.kind, state: row.state, at: (row.kind === 'apology' ? row.owed_at : row.due)?.toString() ?? null, step: row.step, agencyName: nameOf(row.owing_agency), officer: row.assignee_name } }];
  });
  return { rows: owed, next: rows.length > pageSize && last !== undefined ? `${last.due?.toString() ?? 'infinity'}~${last.key}` : null };
}

/** The total, and the groups under it. */
async function tallied(db: Db, { from, asked, by }: { readonly from: RawBuilder<unknown>; readonly asked: OwedQuery; readonly by: Owed['by'] }): Promise<Pick<Owed, 'total' | 'groups'>> {
  const { rows: [total] } = await sql<Owed['total']>`select ${tallies} from ${from} where ${narrowed(asked)}`.execute(db);
  if (total === undefined) throw new Error('a count without groups has one row');
  if (by === null) return { total, groups: [] };
  const [key, name] = groupKeys[by];
  const { rows } = await sql<Counted>`select ${key} as key, ${name} as name, ${tallies} from ${from} where ${narrowed(asked)} group by 1 order by overdue desc, today desc, open desc, 1`.execute(db);
  if (by !== 'agency') return { total, groups: rows };
  const nameOf = await agencyNames(db, rows.flatMap((row) => (row.key === null ? [] : [row.key])));
  return { total, groups: rows.map((row) => ({ ...row, name: row.key === null ? null : nameOf(row.key) })) };
}

/**
 * «Phải xong hôm nay»: what is owed before the day is over by the officer who asks, or at the places led, by agency, unit or officer; and everything else open there.
 * Every number opens its list.
 */
export async function owedOf(ctx: DossierContext, db: Db, officer: Officer, asked: OwedQuery): Promise<Owed> {
  const now = ctx.clock.now();
  const places = led(officer);
  const mayLead = places === null || places.length > 0;
  const scope: Scope = mayLead && asked.of !== 'me' ? { of: 'led', places } : { of: 'me' };
  const empty = { open: 0, overdue: 0, today: 0, later: 0, waiting: 0, unclaimed: 0 };
  if (officer.postings.length === 0) return { asOf: now.toString(), of: 'me', mayLead, by: null, total: empty, groups: [], rows: [], next: null };
    const from = owing(officer, { scope, now: now.toString(), dayEnd: dayEndOf(ctx).toString(), bounds: await apologyBounds(ctx, db, { officer, scope }) });
  const hasUnits = async (): Promise<boolean> => (await sql`select from ${from} where o.owing_unit is not null and ${narrowed(asked)} limit 1`.execute(db)).rows.length > 0;
  const by = groupedBy(scope, asked, scope.of === 'led' && asked.unit === undefined && await hasUnits());
  return { asOf: now.toString(), of: scope.of, mayLead, by, ...await tallied(db, { from, asked, by }), ...await listed(ctx, db, { officer, from, asked }) };
}
