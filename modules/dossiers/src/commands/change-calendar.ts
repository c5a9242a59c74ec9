// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { type ChangeRefusal, changeOfficeCalendar, logCalendarChange, loggedChange } from '@motcua/deadlines';
import type { CalendarChange } from '@motcua/deadlines/contract';
import { type Officer, type Result, newId, officeMinuteText, ok, refuse } from '@motcua/kernel';
import { agencyLine, agencyNames } from '@motcua/organisation';
import { type AgencyCalendar, agencyCalendar, calendarScopes } from '../clock/calendars.ts';
import { type Recounted, recounted } from '../clock/recount.ts';
import type { DossierContext } from '../context.ts';
import { CalendarEffects } from '../contract.ts';
import { isAwaited } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { type Loaded, append, load, loadMany } from '../store/ledger.ts';
import { dossierDb } from '../store/tables.ts';
import { settleGroup } from './linked.ts';
import { doerOf, momentAfter } from './perform.ts';

export type CalendarRefused = ChangeRefusal | { readonly code: 'calendar-not-yours' };

type Asked = { readonly actor: Officer; readonly agency: string; readonly change: CalendarChange };
type Round = { readonly tx: Db; readonly now: Temporal.Instant; readonly id: string; readonly reason: string; readonly writes: boolean };
type Counts = { -readonly [Key in keyof CalendarEffects]: CalendarEffects[Key] };

type Calendars = Map<string, AgencyCalendar | null>;

/** Dossiers counted again in one go. */
const atOnce = 200;
const affectedShown = 200;

/** Whether an administrator may change the calendar of an agency: of the own one, or of any under the province. */
export async function mayChangeCalendar(ctx: Pick<DossierContext, 'province'>, db: Db, { postings }: Pick<Officer, 'postings'>, agency: string): Promise<boolean> {
  if (postings.some((posting) => posting.role === 'agency-administrator' && posting.agency === agency)) return true;
  if (!postings.some(({ role }) => role === 'province-administrator')) return false;
  return (await agencyLine(db, agency)).some(({ code }) => code === ctx.province);
}

/** Agencies with open dossiers whose calendar is made from the changed one, with the calendars as they stand now. */
async function touched({ tx, now }: Round, agency: string): Promise<Calendars> {
  const { rows } = await sql<{ code: string }>`select distinct agency as code from dossiers.task union select distinct solving_agency from dossiers.dossier where ended_at is null and decided_at is null and owed_at is not null`.execute(tx);
  const calendars: Calendars = new Map();
  for (const { code } of rows) {
    if ((await calendarScopes(tx, code)).includes(agency)) calendars.set(code, await agencyCalendar(tx, code, now));
  }
  return calendars;
}

/** Adds the calendars of the agencies a dossier asked, as far as the change reaches them; null: it does not. */
async function withAsked({ tx, now }: Round, calendars: Calendars, { dossier, agency }: { readonly dossier: Dossier; readonly agency: string }): Promise<void> {
  for (const { agency: asked } of dossier.consultations.filter(isAwaited)) {
    if (!calendars.has(asked)) calendars.set(asked, (await calendarScopes(tx, asked)).includes(agency) ? await agencyCalendar(tx, asked, now) : null);
  }
}

const messageOf = ({ code }: Dossier, { promised, then, reason }: { readonly promised: string; readonly then: string; readonly reason: string }): string =>
  `Ngày hẹn trả kết quả hồ sơ ${code} đổi từ ${officeMinuteText(Temporal.Instant.from(promised))} thành ${officeMinuteText(Temporal.Instant.from(then))} vì lịch làm việc thay đổi: ${reason}. Cơ quan xin lỗi ông/bà về sự thay đổi này.`;

const isPast = (text: string, now: Temporal.Instant): boolean => Temporal.Instant.compare(Temporal.Instant.from(text), now) < 0;

/** The dossier the citizen knows: of a part of a linked group, the group, with its one code and its one return day. */
async function knownToCitizen(tx: Db, dossier: Dossier): Promise<Dossier> {
  const group = dossier.parent === undefined ? undefined : await load(tx, dossier.parent.code);
  return group?.dossier ?? dossier;
}

async function written(ctx: DossierContext, { tx, now, reason, actor }: Round & { readonly actor: Officer }, { loaded, outcome }: { readonly loaded: Loaded; readonly outcome: Extract<Recounted, { readonly fact: unknown }> }): Promise<number> {
  const { dossier } = loaded;
  const at = momentAfter(loaded, now);
  const before = await knownToCitizen(tx, dossier);
  const after = await append(tx, loaded, { id: dossier.id, facts: [outcome.fact], at, by: doerOf(actor) });
  // The calendars of the shelf are those of before the change.
  const settled = await settleGroup({ ...ctx, calendars: { ...ctx.calendars, of: (db, code) => agencyCalendar(db, code, now) } }, { tx, at }, after);
  if (!settled.ok) throw new Error(`the linked group of ${dossier.code} could not be told: ${settled.error.code}`);
  const known = await knownToCitizen(tx, after);
  const [promised, then] = [before.clock?.owedAt ?? null, known.clock?.owedAt ?? null];
  if (outcome.kind !== 'later' || promised === null || then === null || !isPast(promised, Temporal.Instant.from(then))) return 0;
  const { name, phone, email } = known.applicant;
  await dossierDb(tx).insertInto('dossiers.message_draft').values({
    id: newId(now), dossier_id: known.id, kind: 'promise-moved', recipient: JSON.stringify({ name, phone, email }), body: messageOf(known, { promised, then, reason }), drafted_at: now, sent_at: null,
  }).execute();
  return 1;
}

function noted(counts: Counts, { dossier }: Loaded, outcome: Recounted, { now, nameOf }: { readonly now: Temporal.Instant; readonly nameOf: (code: string) => string }): void {
  counts.open += 1;
  switch (outcome.kind) {
    case 'same': counts.unchanged += 1; return;
    case 'gap': counts.gaps += 1; return;
    case 'steps': counts.stepsOnly += 1; return;
    case 'later': case 'kept': {
      counts[outcome.kind] += 1;
      const [before, after] = [dossier.clock?.owedAt ?? null, outcome.clock.owedAt];
      if (before !== null && after !== null && isPast(before, now) && !isPast(after, now)) counts.mended += 1;
      if (counts.affected.length < affectedShown) counts.affected.push({ code: dossier.code, agencyName: nameOf(dossier.agencies.solving), before, after, direction: outcome.kind });
    }
  }
}

/** Counts every open dossier of the touched agencies again, some at a time in the order of their ids. */
async function recountAll(ctx: DossierContext, round: Round, { actor, agency }: Asked): Promise<CalendarEffects> {
  const { tx, now } = round;
  const calendars = await touched(round, agency);
  const solving = [...calendars.keys()];
  const nameOf = await agencyNames(tx, solving);
  const counts: Counts = { open: 0, later: 0, kept: 0, unchanged: 0, stepsOnly: 0, mended: 0, gaps: 0, messages: 0, affected: [] };
  for (let after = '00000000-0000-0000-0000-000000000000'; calendars.size > 0;) {
    const rows = await dossierDb(tx).selectFrom('dossiers.dossier').select('id').where('id', '>', after).where('solving_agency', 'in', solving)
      .where('ended_at', 'is', null).where('decided_at', 'is', null).where('owed_at', 'is not', null).orderBy('id').limit(atOnce).execute();
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
    for (const loaded of await loadMany(tx, rows.map(({ id }) => id), round.writes)) {
      const dueSoon = await ctx.periods.of(tx, { key: 'due-soon', procedure: loaded.dossier.procedure.code, at: now });
      await withAsked(round, calendars, { dossier: loaded.dossier, agency });
      const outcome = recounted(loaded.dossier, { calendarOf: (code) => calendars.get(code) ?? null, dueSoonShare: dueSoon?.value ?? null, reason: round.reason, change: round.id });
      noted(counts, loaded, outcome, { now, nameOf });
      if (round.writes && 'fact' in outcome) counts.messages += await written(ctx, { ...round, actor }, { loaded, outcome });
    }
  }
  return { ...counts, messages: round.writes ? counts.messages : counts.later };
}

/** Carries what a transaction found out of it while it is undone. */
class Undone<Value> extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super('undone');
    this.value = value;
  }
}

async function changed(ctx: DossierContext, tx: Db, asked: Asked, { id, writes }: Pick<Round, 'id' | 'writes'>): Promise<Result<CalendarEffects, CalendarRefused>> {
  const { actor, agency, change } = asked;
  const now = ctx.clock.now();
  if (!await mayChangeCalendar(ctx, tx, actor, agency)) return refuse({ code: 'calendar-not-yours' });
  const done = await changeOfficeCalendar(tx, { scopes: await calendarScopes(tx, agency), by: actor.name, at: now }, change);
  return done.ok ? ok(await recountAll(ctx, { tx, now, id, reason: change.decision, writes }, asked)) : done;
}

async function undone<Value>(db: Db, work: (tx: Db) => Promise<Value>): Promise<Value> {
  const kept: { value?: Undone<Value> } = {};
  try {
    await inTransaction(db, async (tx) => {
      kept.value = new Undone(await work(tx));
      throw kept.value;
    });
  } catch (fault) {
    if (kept.value === undefined || fault !== kept.value) throw fault;
  }
  if (kept.value === undefined) throw new Error('nothing was tried');
  return kept.value.value;
}

/**
 * What a change of a calendar would do (xem ảnh hưởng): the change is made, every open dossier counted, and all of it undone.
 *
 * @error calendar-not-yours - an administrator changes the calendar of the own agency, of the province's agencies if posted there
 * @error calendar-contradiction - as when it is made
 */
export function previewCalendarChange(ctx: DossierContext, asked: Asked): Promise<Result<CalendarEffects, CalendarRefused>> {
  return undone(ctx.db, (tx) => changed(ctx, tx, asked, { id: newId(ctx.clock.now()), writes: false }));
}

/**
 * Changes a calendar (đổi lịch làm việc) and counts every open dossier by it, in one transaction: each moved promise is a line of its ledger with the reason,
 * no promise is moved earlier, and a message to the person is drafted where it moves later. The same key again answers as the first time.
 *
 * @error calendar-not-yours, calendar-contradiction
 * @legal blld-2019/holidays
 */
export async function changeCalendar(ctx: DossierContext, asked: Asked & { readonly clientKey: string }): Promise<Result<CalendarEffects, CalendarRefused>> {
  const { actor, agency, change, clientKey: id } = asked;
  const before = await loggedChange(ctx.db, id);
  if (before !== undefined) return before.scope === agency ? ok(CalendarEffects.parse(before.effects)) : refuse({ code: 'calendar-not-yours' });
  const work = async (tx: Db): Promise<Result<CalendarEffects, CalendarRefused>> => {
    const outcome = await changed(ctx, tx, asked, { id, writes: true });
    if (outcome.ok) await logCalendarChange(tx, { id, scope: agency, change, byId: actor.id, by: actor.name, at: ctx.clock.now(), effects: outcome.value });
    return outcome;
  };
  const outcome = await orUndo(ctx.db, work);
  if (outcome.ok) ctx.calendars.clear();
  return outcome;
}

/** A refusal leaves nothing behind. */
async function orUndo<Value>(db: Db, work: (tx: Db) => Promise<Result<Value, CalendarRefused>>): Promise<Result<Value, CalendarRefused>> {
  try {
    return await inTransaction(db, async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Undone(outcome.error);
      return outcome;
    });
  } catch (fault) {
    if (fault instanceof Undone && isRefused(fault.value)) return refuse(fault.value);
    throw fault;
  }
}

const isRefused = (value: unknown): value is CalendarRefused => typeof value === 'object' && value !== null && 'code' in value;
