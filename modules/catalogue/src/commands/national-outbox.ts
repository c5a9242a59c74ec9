// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';
import type { LineFault, Sending } from '../national-line.ts';
import { lineDb } from '../store/national-line.ts';
import { procedureVersion } from '../views/procedures.ts';
import type { LineContext } from './national-round.ts';

const atOnce = 100;
const longestPauseMinutes = 6 * 60;

/** Puts into the outbox what was published or abolished here and is not in it yet: read from what was published, so nothing published can be left out. */
async function queuePublished(db: Db, at: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ kind: 'published' | 'abolished'; code: string; version: number; name: string }>`
    select 'published' as kind, v.code, v.version, v.content ->> 'name' as name from catalogue.procedure_version v
      where v.published_by is not null and (v.valid_until is null or v.valid_until > v.valid_from) and not exists (select from catalogue.national_outbox o where o.kind = 'published' and o.code = v.code and o.version = v.version)
    union all
    select 'abolished', a.code, a.version, v.content ->> 'name' from catalogue.abolition a join catalogue.procedure_version v on v.code = a.code and v.version = a.version
      where not exists (select from catalogue.national_update_item i where i.kind = 'gone' and i.state = 'approved' and i.code = a.code and i.version = a.version) and not exists (select from catalogue.national_outbox o where o.kind = 'abolished' and o.code = a.code and o.version = a.version)
    order by code, version, kind desc`.execute(db);
  for (const row of rows) {
    await lineDb(db).insertInto('catalogue.national_outbox').values({ id: newId(at), ...row, queued_at: at, state: 'waiting', tries: 0, next_at: at, fault: null, sent_at: null }).onConflict((conflict) => conflict.doNothing()).execute();
  }
}

type Row = { readonly id: string; readonly kind: 'published' | 'abolished'; readonly code: string; readonly version: number; readonly tries: number };

async function sendingOf(db: Db, { kind, code, version }: Row): Promise<Sending | undefined> {
  if (kind === 'published') {
    const found = await procedureVersion(db, code, version);
    return found === undefined ? undefined : { kind, procedure: found.procedure, version, validFrom: found.validFrom };
  }
  const { rows: [ended] } = await sql<{ validUntil: string; number: string; date: string }>`select valid_until as "validUntil", decision_number as number, decision_date as date from catalogue.abolition where code = ${code} and version = ${version} order by at desc limit 1`.execute(db);
  return ended === undefined ? undefined : { kind, code, version, validUntil: ended.validUntil, decision: { number: ended.number, date: ended.date } };
}

/** Pauses grow from two minutes to six hours. */
const pauseAfter = (tries: number): { readonly minutes: number } => ({ minutes: Math.min(2 ** tries, longestPauseMinutes) });

async function settle(db: Db, { id, tries }: Row, { fault, at }: { readonly fault: LineFault | null; readonly at: Temporal.Instant }): Promise<void> {
  const outcome = fault === null ? { state: 'sent' as const, fault: null, sent_at: at }
    : { state: fault.code === 'refused' ? 'refused' as const : 'waiting' as const, fault: fault.text, next_at: at.add(pauseAfter(tries + 1)) };
  await lineDb(db).updateTable('catalogue.national_outbox').set({ ...outcome, tries: tries + 1 }).where('id', '=', id).execute();
}

/** The oldest message of each procedure that is due: a later one waits until the one before went. */
const dueRows = async (db: Db, at: Temporal.Instant): Promise<readonly Row[]> => (await sql<Row>`
  select id, kind, code, version, tries from catalogue.national_outbox o where state = 'waiting' and next_at <= ${at}
    and not exists (select from catalogue.national_outbox b where b.code = o.code and b.state <> 'sent' and (b.version, case b.kind when 'published' then 0 else 1 end) < (o.version, case o.kind when 'published' then 0 else 1 end))
  order by queued_at, id limit ${atOnce}`.execute(db)).rows;

/**
 * Sends what the province published to the national database. The number of a message stays: sent twice it counts once. A refusal waits for a person; a broken line is tried again with growing pauses.
 */
export async function sendPublished({ db, clock, line }: LineContext): Promise<void> {
  await queuePublished(db, clock.now());
  for (const row of await dueRows(db, clock.now())) {
    const sending = await sendingOf(db, row);
    if (sending === undefined) continue;
    const sent = await line.send(row.id, sending);
    await settle(db, row, { fault: sent.ok ? null : sent.error, at: clock.now() });
    if (!sent.ok && sent.error.code === 'unreachable') return;
  }
}

/** Gửi lại: what was refused or waits is due at once, and goes. @returns false when there is no such message, or it went */
export async function sendAgain(context: LineContext, id: string): Promise<boolean> {
  const row = await lineDb(context.db).updateTable('catalogue.national_outbox').set({ state: 'waiting', next_at: context.clock.now() }).where('id', '=', id).where('state', '<>', 'sent').returning('id').executeTakeFirst();
  if (row === undefined) return false;
  await sendPublished(context);
  return true;
}
