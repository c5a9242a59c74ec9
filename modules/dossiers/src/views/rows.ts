// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { officeDay, officeZone } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { clockNow } from '../clock/dossier-clock.ts';
import { apologiseBefore } from '../clock/extension.ts';
import { periodEnd } from '../clock/periods.ts';
import type { DossierContext } from '../context.ts';
import type { Channel, DossierPage, DossierRow, DossierStatus, WishKind } from '../contract.ts';
import { alertOf } from './alerts.ts';

/** What a list reads of a dossier, and of the step it is listed for. */
export type Row = {
  code: string; version: number; status: DossierStatus; procedure_name: string; applicant_name: string; channel: Channel; solving_agency: string;
  owed_at: Temporal.Instant | null; due_soon_at: Temporal.Instant | null; stopped_since: Temporal.Instant | null; submitted_at: Temporal.Instant; accepted_at: Temporal.Instant | null;
  decided_at: Temporal.Instant | null; ended_at: Temporal.Instant | null; step_name: string | null; step_no: number; step_count: number;
  task_id: string | null; task_act: string | null; task_due: Temporal.Instant | null; task_since: Temporal.Instant | null; assignee: string | null; assignee_name: string | null; sort_at: Temporal.Instant | null;
  extension: 'proposed' | 'granted' | null; answer_due_at: Temporal.Instant | null; opinion_due_at: Temporal.Instant | null; wish: WishKind | null; asked_at: Temporal.Instant | null; deemed: 'approval' | 'refusal' | null; escalated_to: string | null; revoked: boolean;
};

/** Rows of one page. */
export const pageSize = 50;

/** The columns of a row, told on dossier `d`. */
export const columns = sql`d.code, d.version, d.status, d.procedure_name, d.applicant_name, d.channel, d.solving_agency, d.owed_at, d.due_soon_at, d.stopped_since, d.submitted_at, d.accepted_at,
  d.decided_at, d.ended_at, d.step_name, d.step_no, d.step_count, d.extension, d.answer_due_at, d.opinion_due_at, d.wish, d.asked_at, d.deemed, d.escalated_to, d.revoked`;
/** The columns of the step of a list that is not of steps. */
export const noTask = sql`null::text as task_id, null::text as task_act, null::timestamptz as task_due, null::timestamptz as task_since, null::uuid as assignee, null::text as assignee_name`;

/** When the day of the offices is over. */
export const dayEndOf = (ctx: Pick<DossierContext, 'clock'>): Temporal.Instant => officeDay(ctx.clock.now()).add({ days: 1 }).toZonedDateTime(officeZone).toInstant();

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

/** From when on an online filing nobody has looked at is pointed out. */
const lookAfter = (ctx: DossierContext, db: Db, { status, solving_agency: agency, submitted_at: at }: Row): Promise<Temporal.Instant | null> =>
  (status === 'submitted' ? periodEnd(ctx, db, { key: 'alert-intake', procedure: null, agency, at }) : Promise.resolve(null));

/** A row of a list with its clock as it stands now. The calendar of each agency is read once, whatever the number of rows. */
async function rowOf(ctx: DossierContext, db: Db, row: Row, { officerId, nameOf }: { readonly officerId: string | null; readonly nameOf: (code: string) => string }): Promise<DossierRow> {
  const calendar = row.accepted_at === null ? null : await ctx.calendars.of(db, row.solving_agency);
  const apologise = row.owed_at === null ? null : await apologiseBefore(ctx, db, calendar);
  const clock = row.accepted_at === null ? null : { startedAt: row.accepted_at.toString(), owedAt: text(row.owed_at), dueSoonAt: text(row.due_soon_at), stoppedSince: text(row.stopped_since) };
  return {
    code: row.code, version: row.version, status: row.status, procedure: row.procedure_name, applicant: row.applicant_name, channel: row.channel, solvingAgency: row.solving_agency,
    solvingAgencyName: nameOf(row.solving_agency), owedAt: text(row.owed_at), submittedAt: row.submitted_at.toString(), clock: clockNow(calendar, { decidedAt: text(row.decided_at), endedAt: text(row.ended_at), clock }, ctx.clock.now()),
    step: row.step_name, stepNo: row.step_no, stepCount: row.step_count,
    task: row.task_id === null || row.task_since === null ? null : {
      taskId: row.task_id, act: row.task_act, dueAt: text(row.task_due), since: row.task_since.toString(), assignee: row.assignee_name, mine: row.assignee !== null && row.assignee === officerId,
    },
    alert: officerId === null ? null : alertOf({
      status: row.status, ended: row.ended_at !== null, decided: row.decided_at !== null, submittedAt: row.submitted_at, owedAt: row.owed_at, extension: row.extension, answerDueAt: row.answer_due_at, opinionDueAt: row.opinion_due_at, wish: row.wish, askedAt: row.asked_at, deemed: row.deemed, escalated: row.escalated_to !== null, revoked: row.revoked,
      stepDue: row.stopped_since === null ? row.task_due : null,
    }, { now: ctx.clock.now(), dayEnd: dayEndOf(ctx), apologiseBefore: apologise, lookAfter: await lookAfter(ctx, db, row) }),
  };
}

/** Rows with their clocks and agencies as they stand now, in the order given. */
export async function rowsShown(ctx: DossierContext, db: Db, rows: readonly Row[], officerId: string | null): Promise<readonly DossierRow[]> {
  const nameOf = await agencyNames(db, new Set(rows.map((row) => row.solving_agency)));
  const dossiers: DossierRow[] = [];
  for (const row of rows) dossiers.push(await rowOf(ctx, db, row, { officerId, nameOf }));
  return dossiers;
}

/** Rows of a query as a page: 50, and where the next begins. */
export async function pageOf(ctx: DossierContext, db: Db, rows: readonly Row[], officerId: string | null): Promise<DossierPage> {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { dossiers: [...await rowsShown(ctx, db, shown, officerId)], next: rows.length > pageSize && last !== undefined ? `${last.sort_at?.toString() ?? ''}~${last.code}` : null, asOf: ctx.clock.now().toString() };
}

/** Where a page begins, from the `next` of the page before; null: at the beginning. */
export const keyOf = (after: string | undefined): { readonly at: string; readonly code: string } | null => {
  const [at, code] = after?.split('~') ?? [];
  if (at === undefined || code === undefined || !/^\d{4}-[\dT:.Z-]+$/u.test(at)) return null;
  return { at, code };
};
