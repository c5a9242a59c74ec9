// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallProvince, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { observedDurations } from './observed-durations.ts';

let database: TestDatabase;
let province: SmallProvince;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  const code = await walk(province).taken();
  // Copies of a real row, decided 1, 2, … 40 days after acceptance; ten more were decided before the year began.
  await sql`insert into dossiers.dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', 'X-' || n, 'accepted_at', moment - make_interval(days => n), 'decided_at', moment))).*
    from dossiers.dossier d, generate_series(1, 50) n, lateral (select case when n > 40 then timestamptz '2025-06-01 09:00+07' else timestamptz '2026-11-01 09:00+07' end as moment) m where d.code = ${code}`.execute(database.db);
});
afterAll(async () => { province.remove(); await database.drop(); });

const within = (days: number) => observedDurations(database.db, procedures.permits, startOfTest.subtract({ hours: 24 * days }));

describe('thời gian thực tế (observed time)', () => {
  test('is the median and the 90th percentile of the last twelve months', async () => {
    expect(await within(0)).toEqual({ dossiers: 40, halfDays: 20, mostDays: 36 });
  });

  test('is not told under thirty dossiers', async () => {
    expect(await within(30)).toBeNull();
    expect(await observedDurations(database.db, procedures.births, startOfTest)).toBeNull();
  });
});
