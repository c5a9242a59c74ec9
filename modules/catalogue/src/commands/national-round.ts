// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Clock, type Officer, type Result, ok, refuse } from '@motcua/kernel';
import type { LineFault, NationalLine } from '../national-line.ts';
import { beginRound, codesToFetch, keepFault, keepListed, keepTold, lineDb } from '../store/national-line.ts';
import { compareAgain, takeTold } from './take-told.ts';

/** What asking the national database works with. `isStopping`: the machine goes down, the rest is for the next round. */
export type LineContext = { readonly db: Db; readonly clock: Clock; readonly line: NationalLine; readonly isStopping?: () => boolean };

/** What one round did. `updateId`: where its differences wait; `fault`: why it did not come to its end. */
export type NationalRound = { readonly listed: number; readonly fetched: number; readonly failed: number; readonly updateId: string | null; readonly fault: string | null };

/** Who asks at night. */
const byItself = { id: 'national-line', name: 'Cơ sở dữ liệu quốc gia về thủ tục hành chính' };

// The list is asked a day further back than the last time: clocks here and there differ, and a name too many does no harm.
const overlap = { hours: 24 };
const atOnce = 100;

async function askedSince(db: Db): Promise<Temporal.Instant | null> {
  const last = await lineDb(db).selectFrom('catalogue.national_round').select('started_at').where('ended_at', 'is not', null).where('fault', 'is', null).orderBy('started_at', 'desc').limit(1).executeTakeFirst();
  return last === undefined ? null : last.started_at.subtract(overlap);
}

type Fetched = { fetched: number; failed: number; fault: LineFault | null };

/** Fetches what the list named, one by one; each is kept as it comes. A line that breaks leaves the rest for the next round. */
async function fetchChanged({ db, clock, line, isStopping = () => false }: LineContext, most: number): Promise<Fetched> {
  const done: Fetched = { fetched: 0, failed: 0, fault: null };
  let after = '';
  while (done.fetched + done.failed < most) {
    const codes = await codesToFetch(db, after, Math.min(atOnce, most - done.fetched - done.failed));
    if (codes.length === 0) return done;
    for (const { code, stamp } of codes) {
      if (isStopping()) return { ...done, fault: { code: 'unreachable', text: 'Máy chủ dừng giữa chừng.' } };
      after = code;
      const told = await line.told(code);
      if (told.ok) { await keepTold(db, code, { stamp, record: told.value }); done.fetched += 1; continue; }
      await keepFault(db, code, { text: told.error.text, at: clock.now() });
      done.failed += 1;
      if (told.error.code === 'unreachable') return { ...done, fault: told.error };
    }
  }
  return done;
}

async function ask(context: LineContext, by: Pick<Officer, 'id' | 'name'>, most: number): Promise<NationalRound> {
  const { db, clock, line } = context;
  const listed = await line.listed(await askedSince(db));
  if (listed.ok) await keepListed(db, listed.value);
  const fetched = listed.ok ? await fetchChanged(context, most) : { fetched: 0, failed: 0, fault: listed.error };
  const updateId = await takeTold(db, by, clock.now());
  await compareAgain(db);
  return { listed: listed.ok ? listed.value.length : 0, fetched: fetched.fetched, failed: fetched.failed, updateId, fault: fetched.fault?.text ?? null };
}

/**
 * Một lần hỏi: asks what changed since the last time and puts the differences into the queue a second person decides on. Goes on where a broken round stopped; the same again changes nothing.
 *
 * @param asked.by - null: nobody pressed, it is the nightly round
 * @param asked.most - procedures fetched at most; the rest waits for the next round
 * @error national-round-running - another round is going on
 */
export async function nationalRound(context: LineContext, asked: { readonly by: Pick<Officer, 'id' | 'name'> | null; readonly most: number }): Promise<Result<NationalRound, { readonly code: 'national-round-running' }>> {
  const { db, clock } = context;
  const by = asked.by ?? byItself;
  const id = await beginRound(db, by, clock.now());
  if (id === null) return refuse({ code: 'national-round-running' });
  let done: NationalRound = { listed: 0, fetched: 0, failed: 0, updateId: null, fault: 'Dừng vì lỗi của chương trình.' };
  try {
    done = await ask(context, by, asked.most);
  } finally {
    const { updateId, ...figures } = done;
    await lineDb(db).updateTable('catalogue.national_round').set({ ...figures, update_id: updateId, ended_at: clock.now() }).where('id', '=', id).execute();
  }
  return ok(done);
}

const nightly = 100_000;

/** The round of the night: once between one and five, and every hour as long as it does not come to its end. @returns whether one was made */
export async function nationalRoundIfDue(context: LineContext): Promise<boolean> {
  const { db, clock } = context;
  const now = clock.now();
  const { rows: [last] } = await sql<{ tried: Temporal.Instant | null; done: Temporal.Instant | null }>`select max(started_at) as tried, max(started_at) filter (where fault is null and ended_at is not null) as done from catalogue.national_round`.execute(db);
  const since = (instant: Temporal.Instant | null | undefined): number => (instant === null || instant === undefined ? Infinity : now.since(instant).total('hours'));
  const hour = now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').hour;
  const isTime = (hour >= 1 && hour < 5 && since(last?.done) > 12) || since(last?.done) > 30;
  return isTime && since(last?.tried) >= 1 && (await nationalRound(context, { by: null, most: nightly })).ok;
}
