// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beginDraft, fileDraft, officerDossier, ownDossier, replay, returnResult, takeIn, wish, withdraw } from '../index.ts';
import type { Receiver } from '../model.ts';
import { mandateFault, mandateUntil } from '../lifecycle/mandate.ts';
import { type SmallProvince, aCitizen, aParty, anIntake, done, places, plainAnswers, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { dossiersOfOwner } from '../views/lists.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const refusalOf = (outcome: { readonly ok: boolean; readonly error?: unknown }): unknown => (outcome.ok ? 'done' : outcome.error);
const mandate = { kind: 'authorised', number: '12/2026', issuedOn: '2026-11-01', issuedBy: 'Phòng Công chứng số 1', validUntil: null, scope: ['submit', 'correct', 'receive'] } as const;
const aMandate = (about: object = {}) => ({ ...mandate, scope: [...mandate.scope], ...about });
const submitter = aParty({ name: 'Trần Thị Thay', personalId: '000188067890' });
const take = (about: object) => takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ submitter, ...about }) });

describe('người nộp thay (somebody files for the applicant)', () => {
  test('shows a mandate: it is kept with its last day, a year when it states none, and told on screens', async () => {
    const { code } = done(await take({ mandate: aMandate() }));

    expect(await go.state(code)).toMatchObject({ submitter: { name: 'Trần Thị Thay' }, mandate: { number: '12/2026', until: '2027-11-01' } });
    expect(done(await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code)).authorisation).toBe('Giấy ủy quyền số 12/2026 ngày 01/11/2026, Phòng Công chứng số 1, đến hết ngày 01/11/2027; được nộp hồ sơ, bổ sung, điều chỉnh, rút, nhận kết quả');
  });

  test.each([
    ['no mandate', null, 'mandate'], ['one that is over', aMandate({ validUntil: '2026-11-16' }), 'mandate.validUntil'], ['one over by the law', aMandate({ issuedOn: '2025-11-01' }), 'mandate.validUntil'],
    ['one of tomorrow', aMandate({ issuedOn: '2026-11-18' }), 'mandate.issuedOn'], ['one that ends before it begins', aMandate({ validUntil: '2026-10-01' }), 'mandate.validUntil'], ['one for receiving only', aMandate({ scope: ['receive'] }), 'mandate.scope'],
  ])('is refused with %s, and the field is named', async (_what, given, path) => {
    expect(refusalOf(await take({ mandate: given }))).toMatchObject({ code: 'fields-to-mend', fields: [{ path }] });
  });

  test('has no end by law as parent, guardian or head of an organisation', () => {
    expect([mandateUntil(aMandate({ kind: 'guardian' }), 365), mandateUntil(aMandate({ kind: 'legal-representative', validUntil: '2026-12-31' }), 365), mandateUntil(aMandate(), null)]).toEqual([null, '2026-12-31', null]);
    expect(mandateFault({ issuedOn: '2026-11-01', until: '2026-11-17', scope: ['submit'] }, 'submit', '2026-11-17')).toBeNull();
  });
});

const agent = aCitizen({ id: 'thay', name: 'Trần Thị Thay', personalId: '000188067890' });
async function filedBy(given: object | null): Promise<Awaited<ReturnType<typeof fileDraft>>> {
  const content = { agency: places.commune, circumstance: null, applicant: aParty(), forOther: true, answers: { ...plainAnswers }, returnWay: 'counter' as const, mandate: given };
  const draft = done(await beginDraft(province.ctx, agent, { procedure: procedures.permits, content }));
  return fileDraft(province.ctx, agent, { id: draft.id, revision: draft.revision, clientKey: randomUUID() });
}

describe('người đại diện trên mạng (a representative online)', () => {
  test('files with a mandate only; representative and applicant both find the dossier', async () => {
    const { code } = done(await filedBy(aMandate()));
    const unread = await filedBy({ ...aMandate(), issuedOn: 'hôm qua' });
    const lists = await Promise.all([agent.personalId, '000095012345'].map((personalId) => dossiersOfOwner(province.ctx, database.db, personalId, undefined)));

    expect(refusalOf(await filedBy(null))).toMatchObject({ code: 'fields-to-mend', fields: [{ path: 'mandate' }] });
    expect(refusalOf(unread)).toMatchObject({ fields: [{ path: 'mandate.issuedOn' }] });
    expect(lists.map(({ dossiers }) => dossiers.some((row) => row.code === code))).toEqual([true, true]);
    expect(done(await ownDossier(province.ctx, database.db, aCitizen(), code)).code).toBe(code);
  });

  test('asks and withdraws within the mandate: not beyond what it is given for, not after its last day; the applicant may', async () => {
    const [narrow, ending] = [done(await filedBy(aMandate({ scope: ['submit'] }))).code, done(await filedBy(aMandate({ validUntil: '2026-11-20' }))).code];
    const beyond = await wish(province.ctx, { ...await go.by(agent, narrow), body: { kind: 'correct', text: 'Sửa địa chỉ.' } });
    const offered = done(await ownDossier(province.ctx, database.db, agent, narrow)).acts.find(({ act }) => act === 'withdraw');
    province.clock.set(Temporal.Instant.from('2026-11-21T09:00:00+07:00'));
    const over = await withdraw(province.ctx, { ...await go.by(agent, ending), body: { reason: 'Đổi ý.' } });
    const own = await withdraw(province.ctx, { ...await go.by(aCitizen(), ending), body: { reason: 'Đổi ý.' } });

    expect([beyond, over].map(refusalOf)).toEqual([{ code: 'mandate-refused', why: 'scope', use: 'correct', until: '2027-11-01' }, { code: 'mandate-refused', why: 'expired', use: 'correct', until: '2026-11-20' }]);
    expect([offered?.allowed, refusalOf(own)]).toEqual([false, 'done']);
  });
});

const paper = { number: '7/UQ', issuedOn: '2026-11-10', issuedBy: 'UBND xã Một', validUntil: null };
async function decided(about: object = {}): Promise<string> {
  const { code } = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake(about) }));
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  return code;
}
const handOut = async (code: string, receivedBy: string, receiver: { readonly personalId: string; readonly document: Receiver['document'] } | null) =>
  returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'counter', receivedBy, receiver, feeVnd: null, receiptNumber: null } });

describe('người nhận kết quả (who takes the result)', () => {
  test('is the applicant by name, or somebody with number and paper, who stay in the story of the dossier', async () => {
    const [own, other] = [await decided(), await decided()];
    done(await handOut(own, 'nguyễn văn mẫu', null));
    const nobody = await handOut(other, 'Lê Văn Lạ', null);
    const bare = await handOut(other, 'Lê Văn Lạ', { personalId: '000099000001', document: null });
    const old = await handOut(other, 'Lê Văn Lạ', { personalId: '000099000001', document: { ...paper, validUntil: '2026-11-16' } });
    done(await handOut(other, 'Lê Văn Lạ', { personalId: '000099000001', document: paper }));

    expect((await go.state(own)).receiver).toEqual({ personalId: '000095012345', as: 'applicant', document: null });
    expect([nobody, bare, old].map(refusalOf)).toMatchObject([{ fields: [{ path: 'receiver.personalId' }] }, { fields: [{ path: 'receiver.document.number' }] }, { fields: [{ path: 'receiver.document.validUntil' }] }]);
    expect(done(await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), other)).timeline[0]?.detail).toBe('Người nhận: Lê Văn Lạ (người được ủy quyền nhận, số định danh 000099000001, giấy số 7/UQ ngày 10/11/2026, UBND xã Một)');
  });

  test('is who filed, when the mandate is given for receiving; else another paper is needed', async () => {
    const [wide, narrow] = [await decided({ submitter, mandate: aMandate() }), await decided({ submitter, mandate: aMandate({ scope: ['submit'] }) })];
    const receiver = { personalId: submitter.personalId, document: null };
    done(await handOut(wide, submitter.name, receiver));

    expect((await go.state(wide)).receiver?.as).toBe('submitter');
    expect(refusalOf(await handOut(narrow, submitter.name, receiver))).toMatchObject({ fields: [{ path: 'receiver.document.number' }] });
    expect(refusalOf(await handOut(narrow, submitter.name, { ...receiver, document: paper }))).toBe('done');
  });
});
