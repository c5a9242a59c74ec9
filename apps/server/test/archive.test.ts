// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { openSession } from '@motcua/access';
import { destroyApproved, packageSchemas, schemaJudge } from '@motcua/archive';
import { openDatabase } from '@motcua/db-kit';
import { returnResult } from '@motcua/dossiers';
import { done, places } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let code: string;
let batch: string;
beforeAll(async () => {
  one = await testInstallation();
  const { go } = one;
  code = await go.taken();
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  done(await returnResult(one.province.ctx, { ...await go.by('tiepnhan', code), taskId: (await go.state(code)).tasks[0]?.taskId, body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
  one.province.clock.set(one.province.clock.now().add({ hours: 1 }));
});
afterAll(async () => { await one.close(); });

/** Signed in now: sessions do not outlive the years retention takes. */
async function as(who: string): Promise<Record<string, string>> {
  const { id, name } = one.province.officer(who);
  return { cookie: `motcua=${(await openSession(one.database.db, one.province.clock, { kind: 'officer', id, name, data: {} })).token}` };
}
const get = async (who: string, url: string) => one.app.inject({ url: `/api/archive/${url}`, headers: await as(who) });
const post = async (who: string, url: string, payload: object) => one.app.inject({ method: 'POST', url: `/api/archive/${url}`, headers: { ...await as(who), 'origin': 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }, payload });
const opening = (reason: string): object => ({ clientKey: randomUUID(), code, purpose: 'supervision', reason });

describe('lưu trữ qua các màn hình (the archive for its users)', () => {
  test('lists what is due by a day, with how long each is kept', async () => {
    const [now, later] = [await get('vanthu', 'due'), await get('vanthu', 'due?months=13')];

    expect(now.json()).toMatchObject({ dossiers: [], mayHandIn: [places.commune] });
    expect(later.json()).toMatchObject({ dossiers: [{ code, agency: places.commune, kept: { words: '5 năm' } }] });
  });

  test('warns who gives where nobody else may receive', async () => {
    expect([(await get('vanthu', 'due?months=13')).json<{ noReceiver: string[] }>().noReceiver, (await get('chuyenvien', 'due?months=13')).json<{ noReceiver: string[] }>().noReceiver]).toEqual([[places.commune], []]);
  });

  test('is given by one person, the same press once, and refused to an agency out of reach', async () => {
    const body = { clientKey: randomUUID(), agency: places.commune, dossiers: [code] };
    const [made, again, elsewhere] = [await post('chuyenvien', 'batches', body), await post('chuyenvien', 'batches', body), await post('chuyenvien', 'batches', { ...body, clientKey: randomUUID(), agency: places.otherCommune })];
    batch = made.json<{ id: string }>().id;

    expect([made.statusCode, again.json(), elsewhere.statusCode]).toEqual([201, made.json(), 403]);
    expect((await get('vanthu', `batches/${batch}`)).json()).toMatchObject({ received: null, mayReceive: true, items: [{ code, check: null }] });
  });

  test('is taken back by who gave while nobody received it: the reason is kept, its dossier due again and given anew', async () => {
    const reason = 'Lập nhầm hồ sơ';
    const [other, none] = [await post('vanthu', `batches/${batch}/withdrawal`, { reason }), await post('chuyenvien', `batches/${batch}/withdrawal`, { reason: '' })];
    const back = await post('chuyenvien', `batches/${batch}/withdrawal`, { reason });
    const [twice, received] = [await post('chuyenvien', `batches/${batch}/withdrawal`, { reason }), await post('vanthu', `batches/${batch}/receipt`, {})];

    expect([other, none, back, twice, received].map(({ statusCode }) => statusCode)).toEqual([409, 422, 201, 404, 404]);
    expect(other.json()).toMatchObject({ code: 'archive-not-giver', title: expect.stringContaining('chuyenvien') });
    expect((await get('vanthu', `batches/${batch}`)).json()).toMatchObject({ mayReceive: false, mayWithdraw: false, dossiers: 1, withdrawn: { reason }, items: [{ code }] });
    expect((await get('vanthu', 'due?months=13')).json()).toMatchObject({ dossiers: [{ code }] });
    expect((await get('vanthu', `dossiers?find=${code.slice(-9)}`)).json()).toMatchObject({ dossiers: [] });
    expect((await get('vanthu', `batches/${batch}/printed`)).rawPayload.subarray(0, 4).toString()).toBe('%PDF');

    const anew = await post('chuyenvien', 'batches', { clientKey: randomUUID(), agency: places.commune, dossiers: [code] });
    batch = anew.json<{ id: string }>().id;
    expect(anew.json()).toMatchObject({ number: expect.stringMatching(/^2\//u) });
    expect((await get('chuyenvien', `batches/${batch}`)).json()).toMatchObject({ mayWithdraw: true, withdrawn: null });
  });

  test('is received by another after every package was read again, which is shown', async () => {
    const [wrongRole, received, twice] = [await post('chuyenvien', `batches/${batch}/receipt`, {}), await post('vanthu', `batches/${batch}/receipt`, {}), await post('vanthu', `batches/${batch}/receipt`, {})];

    expect([wrongRole.statusCode, received.statusCode, twice.statusCode]).toEqual([403, 201, 404]);
    expect((await post('chuyenvien', `batches/${batch}/withdrawal`, { reason: 'Muốn lấy lại' })).statusCode).toBe(404);
    expect((await get('vanthu', `batches/${batch}`)).json()).toMatchObject({ mayReceive: false, mayWithdraw: false, items: [{ check: { verdict: 'intact', text: 'Ký số bởi UBND xã Một' } }] });
  });

  test('prints the record and describes the whole batch in EAD without a name of an applicant', async () => {
    const [printed, ead] = [await get('vanthu', `batches/${batch}/printed`), await get('vanthu', `batches/${batch}/ead`)];

    expect([printed.rawPayload.subarray(0, 4).toString(), ead.headers['content-type']]).toEqual(['%PDF', 'application/xml']);
    expect(ead.body).toContain(`<unitid>${code}</unitid>`);
    expect(schemaJudge(packageSchemas)('ead', ead.rawPayload)).toEqual([]);
    expect(ead.body).not.toContain('Nguyễn Văn Mẫu');
  });

  test('finds an archived dossier by part of its code, for those within reach only', async () => {
    const find = `dossiers?find=${code.slice(-9)}`;

    expect((await get('vanthu', find)).json()).toMatchObject({ dossiers: [{ code, state: 'kept', batch: { id: batch } }], next: null });
    expect((await get('vanthu', 'dossiers?find=%25')).json()).toMatchObject({ dossiers: [] });
    expect([await get('chuyenvien.hai', find), await get('chuyenvien.hai', `batches/${batch}`)].map((answer) => [answer.statusCode, answer.body.includes(code)])).toEqual([[200, false], [404, false]]);
    expect((await get('lanhdao.tinh', find)).json()).toMatchObject({ dossiers: [{ code }] });
  });

  test('opens to nobody without a reason, shows its list of documents and package to who gave one, and tells the owner', async () => {
    const without = await post('vanthu', 'openings', opening(' '));
    const { id } = (await post('vanthu', 'openings', opening('Đoàn kiểm tra số 12 yêu cầu'))).json<{ id: string }>();
    const [shown, list, zip, other] = [await get('vanthu', `openings/${id}`), await get('vanthu', `openings/${id}/printed`), await get('vanthu', `openings/${id}/package`), await get('lanhdao', `openings/${id}`)];

    expect([without.statusCode, other.statusCode]).toEqual([422, 404]);
    expect(shown.json()).toMatchObject({ code, isArchived: true, openings: [{ purpose: 'supervision', reason: 'Đoàn kiểm tra số 12 yêu cầu' }] });
    expect(shown.json<{ lines: unknown[] }>().lines.length).toBeGreaterThan(1);
    expect([list.rawPayload.subarray(0, 4).toString(), zip.rawPayload.subarray(0, 2).toString()]).toEqual(['%PDF', 'PK']);
    expect((await one.app.inject({ url: '/api/my/viewers', headers: await one.as('citizen') })).json()).toMatchObject({ viewers: expect.arrayContaining([expect.objectContaining({ dossier: code, purpose: 'supervision' })]) });
  });

  test('tells apart a dossier that has not ended from one there is not, to who may know', async () => {
    const open = await one.go.taken();
    const proposal = (dossier: string) => ({ clientKey: randomUUID(), agency: places.commune, noComplaint: 'Đã tra sổ khiếu nại.', dossiers: [dossier] });
    const asked = (dossier: string) => ({ clientKey: randomUUID(), code: dossier, purpose: 'supervision', reason: 'Đoàn kiểm tra số 12 yêu cầu' });

    const answers = [await post('vanthu', 'destructions', proposal(open)), await post('vanthu', 'openings', asked(open)), await post('chuyenvien', 'batches', { clientKey: randomUUID(), agency: places.commune, dossiers: [open] }), await post('vanthu', 'destructions', proposal('H99.99-260101-9999')), await post('chuyenvien.hai', 'openings', asked(open))];
    expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(['not-closed', 'not-closed', 'not-closed', 'archive-dossier-unknown', 'archive-dossier-unknown']);
    expect(answers[0]?.json<{ title: string }>().title).toBe(`Hồ sơ ${open} chưa kết thúc.`);
  });

  test('is proposed for destruction only when kept long enough, and decided by another with a day that has come', async () => {
    const body = { clientKey: randomUUID(), agency: places.commune, noComplaint: 'Đã tra sổ khiếu nại.', dossiers: [code] };
    const early = await post('vanthu', 'destructions', body);
    one.province.clock.set(Temporal.Instant.from('2032-01-02T09:00:00+07:00'));
    const first = (await post('vanthu', 'destructions', body)).json<{ id: string }>();
    const back = [await post('lanhdao', `destructions/${first.id}/withdrawal`, { reason: 'Còn khiếu nại' }), await post('vanthu', `destructions/${first.id}/withdrawal`, { reason: '' }), await post('vanthu', `destructions/${first.id}/withdrawal`, { reason: 'Còn khiếu nại' })];
    const second = (await post('vanthu', 'destructions', { ...body, clientKey: randomUUID() })).json<{ id: string }>();
    const no = [await post('vanthu', `destructions/${second.id}/refusal`, { reason: 'Còn khiếu nại' }), await post('lanhdao', `destructions/${second.id}/refusal`, { reason: 'Còn khiếu nại' })];
    const { id } = (await post('vanthu', 'destructions', { ...body, clientKey: randomUUID() })).json<{ id: string }>();
    const decide = (who: string, date: string) => post(who, `destructions/${id}/decision`, { number: '7/QĐ-UBND', date });
    const [wrongRole, ahead, decided, twice] = [await decide('vanthu', '2032-01-02'), await decide('lanhdao', '2032-01-03'), await decide('lanhdao', '2032-01-02'), await decide('lanhdao', '2032-01-02')];

    expect(early.json()).toMatchObject({ title: `Hồ sơ ${code} chưa hủy được.` });
    expect([...back, ...no].map(({ statusCode }) => statusCode)).toEqual([403, 422, 201, 403, 201]);
    expect([early, wrongRole, ahead, decided, twice].map(({ statusCode }) => statusCode)).toEqual([409, 403, 422, 201, 404]);
    expect((await get('vanthu', 'destructions')).json()).toMatchObject({ over: [], proposals: expect.arrayContaining([expect.objectContaining({ decided: expect.objectContaining({ number: '7/QĐ-UBND' }), mayDecide: false, dossiers: [expect.objectContaining({ code, destroyedAt: null })] }), expect.objectContaining({ refused: expect.objectContaining({ withdrawn: true, reason: 'Còn khiếu nại' }), mayWithdraw: false })]) });
    expect((await get('vanthu', `destructions/${id}/printed`)).rawPayload.subarray(0, 4).toString()).toBe('%PDF');
  });

  test('once destroyed is listed with its decision and opens to nobody', async () => {
    const owner = openDatabase(one.database.ownerUrl);
    await destroyApproved(owner.db, one.province.clock.now());
    await owner.close();

    expect((await get('vanthu', 'dossiers?state=destroyed')).json()).toMatchObject({ dossiers: [{ code, state: 'destroyed', decision: '7/QĐ-UBND, 2032-01-02' }] });
    expect((await post('vanthu', 'openings', opening('Đoàn kiểm tra số 12 yêu cầu'))).statusCode).toBe(404);
    expect((await one.app.inject({ url: `/api/public/dossiers/${code}` })).json()).toMatchObject({ finished: true, destroyed: { decision: '7/QĐ-UBND' } });
    const gone = await Promise.all([`/api/dossiers/${code}`, `/api/dossiers/${code}/printed/receipt`, `/api/dossiers/${code}/originals`].map(async (url) => one.app.inject({ url, headers: await as('lanhdao') })));
    expect(gone.map(({ statusCode }) => statusCode)).toEqual([410, 410, 404]);
    expect(gone[0]?.json()).toMatchObject({ code: 'dossier-destroyed', title: expect.stringContaining('7/QĐ-UBND') });
    expect((await one.app.inject({ url: '/api/dossiers?status=returned', headers: await as('lanhdao') })).statusCode).toBe(200);
  });
});
