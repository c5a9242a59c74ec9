// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nightOf, onceANight } from './night-work.ts';

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.drop(); });

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-11-${text}+07:00`);

/** Tries the same work at moments in turn; which of them did it. */
async function tried(work: string, moments: readonly string[], task = (): Promise<unknown> => Promise.resolve()): Promise<readonly boolean[]> {
  const done: boolean[] = [];
  for (const moment of moments) done.push(await onceANight(database.db, { work, at: at(moment) }, task).catch(() => false));
  return done;
}

describe('việc ban đêm (work of the night)', () => {
  test('belongs to the day of the offices from one o\'clock on', () => {
    expect([nightOf(at('21T00:59:59')), nightOf(at('21T01:00:00'))].map(String)).toEqual(['2026-11-20', '2026-11-21']);
  });

  test('is done once a day, however often a server asks, and late when it was off', async () => {
    expect(await tried('copy', ['20T02:00:00', '20T02:10:00', '21T00:30:00', '21T08:00:00', '21T20:00:00'])).toEqual([true, false, false, true, false]);
  });

  test('is done by one of two machines that ask at once', async () => {
    const asked = [1, 2, 3, 4].map(() => onceANight(database.db, { work: 'sweep', at: at('20T02:00:00') }, () => Promise.resolve()));

    expect((await Promise.all(asked)).filter((did) => did)).toHaveLength(1);
  });

  test('is tried again after six hours when it failed, not at once', async () => {
    const failing = await tried('renew', ['20T02:00:00', '20T07:59:00'], () => Promise.reject(new Error('mất mạng')));

    expect([...failing, ...await tried('renew', ['20T07:59:30', '20T08:01:00'])]).toEqual([false, false, false, true]);
  });
});
