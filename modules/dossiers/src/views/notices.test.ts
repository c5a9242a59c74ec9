// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { textsInForce } from '@motcua/messages/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extend, ownDossier } from '../index.ts';
import { type SmallProvince, aCitizen, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

const text = (event: 'accepted' | 'extended', title: string, words: string) => ({ event, channel: 'in-app' as const, title, text: words, withoutMarks: false });
const told = async (code: string) => {
  const own = await ownDossier(province.ctx, database.db, aCitizen(), code);
  return done(own).notices.map(({ title, text: words }) => `${title}: ${words}`);
};
const longer = { value: 2, reason: 'Phải kiểm tra {mã hồ sơ} thực địa.' };

describe('lời báo trên trang hồ sơ (what a person is told)', () => {
  test('is in the words of the province in force on the day of each event; what was told before keeps its words', async () => {
    province.clock.set(startOfTest);
    const code = await go.taken();
    done(await extend(province.ctx, { ...await go.by('lanhdao', code), body: longer }));
    const before = await told(code);
    await textsInForce(database.db, { validFrom: '2026-11-18', texts: [text('accepted', 'Đã nhận hồ sơ {mã hồ sơ}', 'Giấy số {số giấy}, hẹn {ngày hẹn}.'), text('extended', 'Xin lỗi', 'Hẹn lại {ngày hẹn}, trước đây {hẹn cũ}. {lý do}')] });
    province.clock.set(startOfTest.add({ hours: 24 }));
    const next = await go.taken();
    done(await extend(province.ctx, { ...await go.by('lanhdao', next), body: longer }));
    const { code: nextCode, receipt, clock, extension } = await go.state(next);
    const [apology, accepted] = await told(next);

    expect(before).toHaveLength(1);
    expect(before[0]).toMatch(/^Xin lỗi ông\/bà, ngày hẹn phải lùi lại/u);
    expect(await told(code)).toEqual(before);
    expect(accepted).toContain(`Đã nhận hồ sơ ${nextCode}: Giấy số ${receipt?.number ?? ''}, hẹn `);
    expect(apology).toMatch(/^Xin lỗi: Hẹn lại .*\d\d:\d\d.*, trước đây .*\d\d:\d\d/u);
    expect(apology).toContain('Phải kiểm tra {mã hồ sơ} thực địa.');
    expect(clock?.owedAt).toBe(extension?.newOwedAt);
  });

  test('is in the procedure’s own words before those for all', async () => {
    await textsInForce(database.db, { procedure: procedures.permits, validFrom: '2026-11-19', texts: [text('accepted', 'Giấy phép', 'Riêng cho {tên thủ tục}')] });
    province.clock.set(startOfTest.add({ hours: 48 }));

    expect((await told(await go.taken()))[0]).toMatch(/^Giấy phép: Riêng cho /u);
  });
});
