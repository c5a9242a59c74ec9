// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Db, sql } from '@motcua/db-kit';
import { documentStore } from '@motcua/documents';
import { type Clock, fixedClock } from '@motcua/kernel';
import { messageShelf } from '@motcua/messages';
import { calendarShelf } from '../clock/calendars.ts';
import { periodShelf } from '../clock/periods.ts';
import { digitisingShelf } from './digitising-rules.ts';
import type { DossierContext } from '../context.ts';

/** The bench: everything of a province but its memory. */
export type Bench = { readonly ctx: DossierContext; readonly clock: Clock & { readonly set: (at: Temporal.Instant) => void } };

/** Ends a transaction that must leave nothing. */
class RolledBack extends Error {}

// Numbers are counted in locked rows: whoever waits for one waits no longer than this.
const patience = ['lock_timeout = 1000', 'statement_timeout = 3000', 'idle_in_transaction_session_timeout = 10000'];

/** Somebody else is at the bench: one run at a time holds what it counts. */
export class BenchTaken extends Error {}

/**
 * Runs `work` on the real data of the province, by the real acts, in one transaction that is always rolled back: no row, number or file stays.
 * Files go to a folder of their own that is removed; papers are marked, their codes are signed by a key nobody knows; caches are the bench's own.
 *
 * @throws BenchTaken
 */
export async function rolledBack<Value>(ctx: DossierContext, startAt: Temporal.Instant, work: (bench: Bench) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-ban-thu-'));
  const clock = fixedClock(startAt);
  const { otherClock: _ofTheMachine, ...province } = ctx;
  let answer: { readonly value: Value } | null = null;
  try {
    await ctx.db.transaction().execute(async (tx: Db) => {
      for (const setting of patience) await sql.raw(`set local ${setting}`).execute(tx);
      const { rows: [free] } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('dossiers.bench', 0)) as free`.execute(tx);
      if (free?.free !== true) throw new BenchTaken();
      const bench: DossierContext = {
        ...province, db: tx, clock, calendars: calendarShelf(clock), periods: periodShelf(clock), digitising: digitisingShelf(clock), messages: messageShelf(clock),
        files: documentStore({ folder, secret: ctx.secret }), tokenKey: generateKeyPairSync('ed25519').privateKey, demonstration: true,
      };
      answer = { value: await work({ ctx: bench, clock }) };
      throw new RolledBack();
    });
  } catch (fault) {
    if (!(fault instanceof RolledBack)) throw fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return answered(answer);
}

function answered<Value>(answer: { readonly value: Value } | null): Value {
  if (answer === null) throw new Error('a bench ended without an answer');
  return answer.value;
}

/** Does one act; what a refused one began is undone and what came before it stands. */
export async function undone<Value>(tx: Db, act: () => Promise<Value>, isRefused: (value: Value) => boolean): Promise<Value> {
  await sql`savepoint act`.execute(tx);
  const value = await act();
  await (isRefused(value) ? sql`rollback to savepoint act` : sql`release savepoint act`).execute(tx);
  return value;
}
