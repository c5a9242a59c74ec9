// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { NationalLineState } from '../contract/national-line.ts';
import { lineDb } from '../store/national-line.ts';

const most = 200;
/** The line is asked every night: two nights without an answer are one too many. */
const silentAfterHours = 48;

type Differing = NationalLineState['differing'][number];

async function differing(db: Db): Promise<Pick<NationalLineState, 'differing' | 'differingCount' | 'compared'>> {
  const { rows } = await sql<Differing & { readonly of: number }>`
    with stands as (
      select l.code, l.name, v.version, l.differs as parts,
        case when not l.counts then 'ended-there' when v.version is null then 'only-there' else 'differs' end as state
      from catalogue.national_line_code l left join lateral (select version, valid_until from catalogue.procedure_version v where v.code = l.code order by version desc limit 1) v on true
      where (not l.counts and v.version is not null and v.valid_until is null) or (l.counts and l.record is not null and (v.version is null or l.differs <> '{}')))
    select *, count(*) over ()::int as of from stands order by code limit ${most}`.execute(db);
  const { n } = await lineDb(db).selectFrom('catalogue.national_line_code').select((each) => each.fn.countAll<string>().as('n')).where('record', 'is not', null).executeTakeFirstOrThrow();
  return { differing: rows.map(({ of, ...row }) => row), differingCount: rows[0]?.of ?? 0, compared: Number(n) };
}

async function outbox(db: Db): Promise<Pick<NationalLineState, 'outbox' | 'sent'>> {
  const tables = lineDb(db);
  const rows = await tables.selectFrom('catalogue.national_outbox').selectAll().where('state', '<>', 'sent').orderBy('queued_at').orderBy('id').limit(most).execute();
  const { n } = await tables.selectFrom('catalogue.national_outbox').select((each) => each.fn.countAll<string>().as('n')).where('state', '=', 'sent').executeTakeFirstOrThrow();
  return {
    outbox: rows.map(({ id, kind, code, version, name, state, tries, next_at, fault }) => ({ id, kind, code, version, name, state: state === 'refused' ? 'refused' as const : 'waiting' as const, tries, nextAt: next_at.toString(), fault })),
    sent: Number(n),
  };
}

/** Đường nối: when the national database answered last, what failed and why, what was not taken there, and what differs here and there. */
export async function nationalLineState(db: Db, { isJoined, now }: { readonly isJoined: boolean; readonly now: Temporal.Instant }): Promise<NationalLineState> {
  const tables = lineDb(db);
  const rounds = await tables.selectFrom('catalogue.national_round').selectAll().orderBy('started_at', 'desc').orderBy('id', 'desc').limit(5).execute();
  const { rows: [asked] } = await sql<{ last: Temporal.Instant | null; first: Temporal.Instant | null }>`select max(ended_at) filter (where fault is null) as last, min(started_at) as first from catalogue.national_round`.execute(db);
  const failed = await tables.selectFrom('catalogue.national_line_code').select(['code', 'name', 'fault', 'fault_at']).where('fault', 'is not', null).orderBy('code').limit(most).execute();
  const { rows: [left] } = await sql<{ waiting: number }>`select count(*)::int as waiting from catalogue.national_line_code where counts and listed_stamp is distinct from fetched_stamp`.execute(db);
  const quiet = asked?.last ?? asked?.first ?? null;
  const hours = quiet === null ? 0 : now.since(quiet).total('hours');
  return {
    isJoined, askedAt: asked?.last?.toString() ?? null, silentDays: hours > silentAfterHours ? Math.floor(hours / 24) : null, waiting: left?.waiting ?? 0,
    rounds: rounds.map(({ by_name, started_at, ended_at, listed, fetched, failed: failures, update_id, fault }) => ({ by: by_name, startedAt: started_at.toString(), endedAt: ended_at?.toString() ?? null, listed, fetched, failed: failures, updateId: update_id, fault })),
    failed: failed.map(({ code, name, fault, fault_at }) => ({ code, name, fault: fault ?? '', at: fault_at?.toString() ?? '' })),
    ...await outbox(db), ...await differing(db),
  };
}
