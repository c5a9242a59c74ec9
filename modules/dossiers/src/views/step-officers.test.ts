// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assign } from '../index.ts';
import { type SmallProvince, done, smallProvince, walk } from '../testing.ts';
import { stepOfficers } from './step-officers.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

const askedBy = async (login: string, code: string) => stepOfficers(province.ctx, database.db, { code, actor: province.officer(login), taskId: (await go.task(code, 'appraise')).taskId });

describe('giao việc (handing a step to an officer)', () => {
  test('names who may do the step with what each holds, the least loaded first', async () => {
    const [held, next] = [await go.taken(), await go.taken()];
    done(await assign(province.ctx, { ...await go.onTask('chuyenvien', held, 'appraise'), body: { officer: null, reason: null } }));
    const [free, busy] = [await askedBy('truongphong', next), await askedBy('truongphong', held)];

    expect(done(free).officers.map(({ name, open, holdsIt }) => [name, open, holdsIt])).toEqual([['Cán bộ chuyenvien2', 0, false], ['Cán bộ chuyenvien', 1, false]]);
    expect(done(busy).officers.find(({ holdsIt }) => holdsIt)?.name).toBe('Cán bộ chuyenvien');
  });

  test('is answered to the heads of the agency and to whoever may do the step; the dossier exists for nobody of another agency', async () => {
    const code = await go.taken();
    const outcomes = await Promise.all(['lanhdao', 'chuyenvien', 'tiepnhan', 'chuyenvien.hai'].map((login) => askedBy(login, code)));

    expect(outcomes.map((outcome) => outcome.ok || outcome.error.code)).toEqual([true, true, 'not-permitted', 'dossier-unknown']);
  });
});
