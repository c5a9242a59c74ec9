// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CoApplicant } from '../contract.ts';
import { officerDossier, ownDossier, replay, returnResult, takeIn, withdraw, wish } from '../index.ts';
import { applicantsOf } from '../papers/head.ts';
import { type SmallProvince, aCitizen, aParty, anIntake, done, smallProvince, walk } from '../testing.ts';
import { dossiersOfOwner } from '../views/lists.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const refusalOf = (outcome: { readonly ok: boolean; readonly error?: unknown }): unknown => (outcome.ok ? 'done' : outcome.error);
const wife = aParty({ name: 'Trần Thị Vợ', personalId: '000188067890' });
const another = (about: Partial<CoApplicant> = {}): CoApplicant => ({ party: wife, confirmed: 'present', document: null, ...about });
const take = (coApplicants: CoApplicant[], about: object = {}) => takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ coApplicants, ...about }) });
const spouse = aCitizen({ id: 'vo', name: 'Trần Thị Vợ', personalId: '000188067890' });

describe('nhiều người đứng tên hồ sơ (several applicants)', () => {
  test('are all named on the receipt, and each finds and reads the dossier; a stranger does not', async () => {
    const { code } = done(await take([another()]));
    const lists = await Promise.all(['000095012345', '000188067890', '000099000009'].map((personalId) => dossiersOfOwner(province.ctx, database.db, personalId, undefined)));

    expect(applicantsOf(await go.state(code)).name).toBe('Nguyễn Văn Mẫu, Trần Thị Vợ');
    expect(lists.map(({ dossiers }) => dossiers.some((row) => row.code === code))).toEqual([true, true, false]);
    expect(done(await ownDossier(province.ctx, database.db, spouse, code)).coApplicants).toEqual([another()]);
    expect(refusalOf(await ownDossier(province.ctx, database.db, aCitizen({ personalId: '000099000009' }), code))).toEqual({ code: 'dossier-unknown' });
  });

  test('are each there once, in person or by a mandate that is named', async () => {
    const twice = await take([another(), another()]);
    const self = await take([another({ party: aParty() })]);
    const absent = await take([another({ confirmed: 'mandate' })]);

    expect([twice, self, absent].map(refusalOf)).toMatchObject([{ fields: [{ path: 'coApplicants.1.personalId' }] }, { fields: [{ path: 'coApplicants.0.personalId' }] }, { fields: [{ path: 'coApplicants.0.document' }] }]);
    expect(refusalOf(await take([another({ confirmed: 'mandate', document: 'Giấy ủy quyền số 3' })]))).toBe('done');
  });

  test('do not withdraw one without the other: one asks, the shop decides', async () => {
    const reasons = { kind: 'supplement' as const, reason: 'Thiếu.', items: [{ paperNo: null, what: 'x', howToMend: 'y', basis: null }] };
    const { code } = done(await take([another()], { outcome: reasons }));
    const alone = await withdraw(province.ctx, { ...await go.by(spouse, code), body: { reason: 'Đổi ý.' } });
    const offered = done(await ownDossier(province.ctx, database.db, spouse, code)).acts.find(({ act }) => act === 'withdraw');
    const accepted = done(await take([another()])).code;
    const asked = await wish(province.ctx, { ...await go.by(spouse, accepted), body: { kind: 'withdraw', text: 'Vợ chồng tôi xin rút.' } });

    expect(refusalOf(alone)).toEqual({ code: 'all-must-agree', who: ['Nguyễn Văn Mẫu'] });
    expect([offered?.allowed, refusalOf(asked)]).toEqual([false, 'done']);
  });

  test('may each take the result, and officers see who agreed how', async () => {
    const { code } = done(await take([another({ confirmed: 'mandate', document: 'Giấy ủy quyền số 3' })]));
    await go.appraised(code);
    await go.approved(code);
    await go.issued(code);
    done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy: 'Trần Thị Vợ', feeVnd: null, receiptNumber: null } }));

    expect((await go.state(code)).receiver).toEqual({ personalId: '000188067890', as: 'applicant', document: null });
    expect(done(await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code)).coApplicants[0]?.document).toBe('Giấy ủy quyền số 3');
  });
});
