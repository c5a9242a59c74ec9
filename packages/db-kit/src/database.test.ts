// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, sql } from './index.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => { database = await testDatabase(); });
  afterAll(async () => { await database.drop(); });

  test('answers as the application role', async () => {
    const { rows } = await sql<{ who: string }>`select current_user as who`.execute(database.db);

    expect(rows).toEqual([{ who: 'motcua_app' }]);
  });

  test('reads an instant as an instant', async () => {
    const { rows } = await sql<{ at: Temporal.Instant }>`select timestamptz '2026-11-26 09:41+07' as at`.execute(database.db);

    expect(rows[0]?.at.equals(Temporal.Instant.from('2026-11-26T09:41:00+07:00'))).toBe(true);
  });

  test('runs a transaction again after a collision', async () => {
    let runs = 0;

    const answer = await inTransaction(database.db, async (tx) => {
      runs += 1;
      if (runs === 1) throw Object.assign(new Error('collision'), { code: '40001' });
      const { rows } = await sql<{ one: number }>`select 1 as one`.execute(tx);
      return rows[0]?.one;
    });

    expect({ answer, runs }).toEqual({ answer: 1, runs: 2 });
  });
});
