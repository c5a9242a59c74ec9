// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, sql } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';
import type { CheckVerdict } from '../contract/paper-checks.ts';

/** A line of the log: when, which paper, what came of it. */
export type LoggedCheck = {
  readonly at: Temporal.Instant; readonly way: 'code' | 'file'; readonly verdict: CheckVerdict;
  /** The paper, null where nothing of ours matched. `number` is empty for papers without one. */
  readonly paper: { readonly code: string; readonly kind: string; readonly number: string; readonly agencies: readonly string[] } | null;
};

type PaperCheckTables = { 'dossiers.paper_check': { readonly id: string; readonly at: Instant; readonly way: string; readonly verdict: string; readonly dossier_code: string | null; readonly kind: string | null; readonly number: string | null; readonly agencies: string[] } };

/** Writes a check down. */
export async function logCheck(db: Db, { at, way, verdict, paper }: LoggedCheck): Promise<void> {
  await db.$extendTables<PaperCheckTables>().insertInto('dossiers.paper_check')
    .values({ id: newId(at), at: at.toString(), way, verdict, dossier_code: paper?.code ?? null, kind: paper?.kind ?? null, number: paper?.number ?? null, agencies: [...paper?.agencies ?? []] }).execute();
}

/** The checks of one paper, counted. */
export type CountedChecks = { readonly code: string; readonly kind: string; readonly number: string; readonly checks: number; readonly lastDay: number; readonly countsNoMore: number; readonly lastAt: Temporal.Instant };

type Span = { readonly since: Temporal.Instant; readonly dayAgo: Temporal.Instant; readonly agencies: readonly string[] | 'all' };
const mostShown = 300;

/**
 * Papers checked since an instant, those looked at after they ceased to count first, then the most often within a day, then the latest. Served by paper_check_by_time.
 */
export async function countedChecks(db: Db, { since, dayAgo, agencies }: Span): Promise<readonly CountedChecks[]> {
  const whole = agencies === 'all';
  const { rows } = await sql<CountedChecks>`
    select dossier_code as code, kind, number, count(*)::int as checks, count(*) filter (where at >= ${dayAgo.toString()})::int as "lastDay",
      count(*) filter (where verdict <> 'genuine')::int as "countsNoMore", max(at) as "lastAt"
    from dossiers.paper_check where at >= ${since.toString()} and kind is not null and (${whole} or agencies && ${whole ? [] : agencies}::text[])
    group by dossier_code, kind, number order by bool_or(verdict <> 'genuine') desc, "lastDay" desc, "lastAt" desc limit ${mostShown}`.execute(db);
  return rows;
}

/** Checks of a paper within 24 hours above which its issuer is told, on a day; null: no row in force. @param day - ISO 8601 */
export async function manyChecksOn(db: Db, day: string): Promise<number | null> {
  const { rows: [row] } = await sql<{ readonly many: number }>`select many_in_day as many from dossiers.check_alarm_rule where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 1`.execute(db);
  return row?.many ?? null;
}

/** How many checks since an instant matched no paper. */
export async function unmatchedChecks(db: Db, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from dossiers.paper_check where at >= ${since.toString()} and kind is null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** How often each paper of a dossier was checked, the latest first. Served by paper_check_by_dossier. */
export async function checksOfDossier(db: Db, code: string): Promise<readonly Pick<CountedChecks, 'kind' | 'number' | 'checks' | 'lastAt'>[]> {
  const { rows } = await sql<Pick<CountedChecks, 'kind' | 'number' | 'checks' | 'lastAt'>>`
    select kind, number, count(*)::int as checks, max(at) as "lastAt" from dossiers.paper_check where dossier_code = ${code} and kind is not null group by kind, number order by "lastAt" desc`.execute(db);
  return rows;
}
