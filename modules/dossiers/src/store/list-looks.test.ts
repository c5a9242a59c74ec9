// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ListLook, listLookLog, seenInLists } from './list-looks.ts';

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.drop(); });

const at = Temporal.Instant.from('2026-11-17T02:00:00Z');
const look = (codes: readonly string[], about: Partial<ListLook> = {}): ListLook => ({ officer: { id: 'an', name: 'Cán bộ An' }, agency: 'Y99.21', list: 'work', purpose: 'handling', codes, at, ...about });
const lines = async (code: string) => (await seenInLists(database.db, { codes: [code], limit: 50 })).map(({ officer, list, at: when }) => [officer, list, when.toString()]);
const statements = async (run: () => Promise<void>): Promise<number> => {
  const before = database.statements.length;
  await run();
  return database.statements.length - before;
};

describe('nhật ký xem danh sách (the log of looks at lists)', () => {
  test('takes one statement for a list of any length, and none when all in it were seen that day', async () => {
    const log = listLookLog();
    const codes = Array.from({ length: 50 }, (_, no) => `A-${String(no)}`);

    expect([await statements(() => log(database.db, look(codes))), await statements(() => log(database.db, look(codes))), await statements(() => log(database.db, look([])))]).toEqual([1, 0, 0]);
    expect(await lines('A-7')).toEqual([['Cán bộ An', 'work', at.toString()]]);
  });

  test('has one line an officer, dossier, list and day, also when another program wrote it', async () => {
    const [one, other] = [listLookLog(), listLookLog()];
    await one(database.db, look(['B-1']));
    await other(database.db, look(['B-1', 'B-2'], { at: at.add({ minutes: 5 }) }));
    await other(database.db, look(['B-1'], { list: 'search' }));
    await one(database.db, look(['B-1'], { officer: { id: 'binh', name: 'Cán bộ Bình' } }));
    const day = await lines('B-1');
    await one(database.db, look(['B-1'], { at: at.add({ hours: 24 }) }));

    expect(day.toSorted()).toEqual([['Cán bộ An', 'search', at.toString()], ['Cán bộ An', 'work', at.toString()], ['Cán bộ Bình', 'work', at.toString()]]);
    expect(await lines('B-2')).toEqual([['Cán bộ An', 'work', at.add({ minutes: 5 }).toString()]]);
    expect(await lines('B-1')).toHaveLength(4);
  });
});
