// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { ActDone, OfficerDossier } from '@motcua/dossiers/contract';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import { specimenPicture } from '@motcua/documents';
import { systemClock } from '@motcua/kernel';
import type { TrustServices } from '@motcua/trust-services';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongNow } from './axe.ts';
import { desk, pictured } from './drafting.ts';
import { type JoinedProvince, joinedProvince, keyEntered, keyOf, pin } from './joined-province.ts';
import type { LivingProvince } from './living-province.ts';

const signer = 'songmay.lanhdao';
const commune = 'Y99.21';
let joined: JoinedProvince;
let province: LivingProvince;
let services: TrustServices;
let leader: Page;
let solver: Page;
let counter: Page;

beforeAll(async () => {
  joined = await joinedProvince([signer]);
  ({ province, services } = joined);
  [leader, solver, counter] = [await province.officer(signer, desk), await province.officer('songmay.chuyenvien', desk), await province.officer('songmay.tiepnhan', desk)];
}, 180_000);
afterAll(async () => { await joined.close(); });

async function act(page: Page, address: string, body: object): Promise<ActDone> {
  const answer = await page.request.post(`${province.origin}/api/dossiers${address}`, { data: { clientKey: randomUUID(), ...body } });
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`);
  return ActDone.parse(await answer.json());
}

const seen = async (code: string): Promise<OfficerDossier> => OfficerDossier.parse(await (await solver.request.get(`${province.origin}/api/dossiers/${code}`)).json());

/** A dossier whose draft waits for the leader's signature. */
async function toSign(): Promise<string> {
  const { code } = await act(counter, '', {
    procedure: '1.001653', circumstance: null, receivingAgency: commune, solvingAgency: commune, returningAgency: commune, channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
    answers: plainAnswers, papers: allInOrder, returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
  });
  for (;;) {
    const { version, tasks: [task] } = await seen(code);
    if (task === undefined || task.act === 'approve' || task.act === 'sign') return code;
    await act(solver, `/${code}/steps/${task.taskId}/completion`, { version, opinion: 'Đủ điều kiện.', draft: { title: `Cấp lại giấy ${code}`, provisions: ['Chấp thuận đề nghị.'] }, variables: {} });
  }
}

const dialog = () => leader.getByRole('dialog');

async function opened(code: string): Promise<void> {
  await leader.goto(`${province.origin}/lam-viec/ho-so/${code}`);
  await leader.getByRole('button', { name: /^Duyệt và ký/u }).first().click();
  await dialog().getByRole('heading', { name: 'Duyệt và ký' }).waitFor();
}

/** Chooses a key in the dialog and signs. */
async function signed(key: RegExp, typed: string | null): Promise<void> {
  await dialog().getByRole('radio', { name: key }).check();
  if (typed !== null) await dialog().getByLabel('Mã PIN của khóa').fill(typed);
  await dialog().getByRole('button', { name: 'Duyệt và ký' }).click();
}
const done = async (): Promise<void> => { await leader.getByText('Đã ghi nhận.').first().waitFor(); };

describe('màn hình ký với từng loại khóa (the signing dialog with each kind of key)', () => {
  test('begins with the keys an officer enters, in the officer’s own name', async () => {
    for (const [place, account] of [['token', '01'], ['csc', signer], ['phone', signer]] as const) await keyEntered(leader, province.origin, { place, account });
    await expect.poll(() => leader.getByText('Ký được', { exact: true }).count()).toBe(3);
    await pictured(leader, 'signing-keys');
  });

  test('shows the hand a leader has on papers, takes another and says what is wrong with a third', async () => {
    await leader.goto(`${province.origin}/lam-viec/khoa-ky`);
    await leader.getByRole('img', { name: /^Hình chữ ký của /u }).waitFor();
    const choose = leader.getByLabel('Thay ảnh khác', { exact: true }).and(leader.locator('input'));
    await choose.setInputFiles({ name: 'chu-ky.png', mimeType: 'image/png', buffer: Buffer.from(await specimenPicture('officer', 'khác')) });
    await leader.getByText('Đã ghi hình chữ ký.').waitFor();
    await leader.getByText('2 hình đã ghi, mới nhất đứng trước').waitFor();
    await pictured(leader, 'signature-picture');
    expect(await wrongNow(leader)).toEqual([]);
    await choose.setInputFiles({ name: 'chu-ky.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await leader.getByText('Tệp này không phải ảnh PNG hoặc JPG.').first().waitFor();

    expect(await leader.getByRole('button', { name: 'Thôi dùng hình này' }).count()).toBe(1);
  });

  test('shows the clerk the seal in his keeping', async () => {
    await solver.goto(`${province.origin}/lam-viec/con-dau`);
    await solver.getByRole('link', { name: /^Hình con dấu/u }).first().click();
    await solver.getByRole('img', { name: /^Hình con dấu /u }).waitFor();
    await pictured(solver, 'seal-picture');

    expect(await wrongNow(solver)).toEqual([]);
    expect(await solver.getByLabel('Đường kính thật của con dấu (mm)').count()).toBe(1);
  });

  test('signs with the key kept here', async () => {
    const code = await toSign();
    await opened(code);
    await pictured(leader, 'sign-here');
    await signed(/^Khóa giữ tại máy chủ/u, null);
    await done();

    expect((await seen(code)).result?.signedBy).not.toBeNull();
  });

  test.each([['token', '9999', '1234'], ['csc', '000000', pin]] as const)('signs by «%s» with the right PIN; with a wrong one it says so and nothing is signed', async (kind, wrong, right) => {
    const code = await toSign();
    await opened(code);
    await signed(keyOf(kind), wrong);
    await dialog().getByText(/mã PIN/iu).first().waitFor();
    await dialog().getByText('Khóa ký chưa ký.', { exact: false }).waitFor();
    await pictured(leader, `sign-${kind}-refused`);
    const before = await seen(code);
    await signed(keyOf(kind), right);
    await done();

    expect([before.result, typeof (await seen(code)).result?.documentId]).toEqual([null, 'string']);
  });

  test.each([['rejected', 'Người ký đã từ chối trên điện thoại. Chưa ký gì.'], ['expired', 'Hết thời gian xác nhận trên điện thoại.']] as const)('waits for the telephone; «%s» is told and can be tried again', async (answer, words) => {
    const code = await toSign();
    services.telephone('pending');
    await opened(code);
    await signed(keyOf('phone'), null);
    await dialog().getByText('Chờ xác nhận trên điện thoại').waitFor();
    await pictured(leader, 'sign-phone-waits');
    services.telephone(answer);
    await dialog().getByText(words, { exact: false }).waitFor();
    const before = await seen(code);
    services.telephone('signed');
    await signed(keyOf('phone'), null);
    await done();

    expect([before.result, typeof (await seen(code)).result?.documentId]).toEqual([null, 'string']);
  });

  test('signs many by one confirmation on the telephone', async () => {
    const codes = [await toSign(), await toSign()];
    const asked = services.confirmations();
    services.telephone('signed');
    await leader.goto(`${province.origin}/lam-viec/duyet`);
    for (const code of codes) {
      await leader.getByRole('checkbox', { name: new RegExp(code, 'u') }).check();
      await leader.getByRole('link', { name: new RegExp(code, 'u') }).click();
      await leader.getByRole('heading', { name: `Cấp lại giấy ${code}` }).waitFor();
    }
    await leader.getByRole('radio', { name: keyOf('phone') }).check();
    await pictured(leader, 'sign-many');
    await leader.getByRole('button', { name: /^Ký 2 văn bản/u }).click();
    await leader.getByText('Đã ký 2/2').waitFor();

    expect(services.confirmations() - asked).toBe(1);
    expect((await Promise.all(codes.map(seen))).map(({ result }) => typeof result?.documentId)).toEqual(['string', 'string']);
  });

  test('signs nothing with a certificate that was taken back', async () => {
    const code = await toSign();
    joined.vouching.revoke(joined.certificateOf(signer), systemClock.now());
    await opened(code);
    await signed(keyOf('csc'), pin);
    await dialog().getByText(/thu hồi/u).first().waitFor();

    expect((await seen(code)).result).toBeNull();
  });

  test('asks before a key or a picture is ended, says that it is final, and ends it then', async () => {
    await leader.goto(`${province.origin}/lam-viec/khoa-ky`);
    await leader.getByRole('button', { name: 'Kết thúc 01' }).click();
    await dialog().getByText('Từ lúc này không ký bằng khóa này được nữa.', { exact: false }).waitFor();
    await dialog().getByRole('button', { name: 'Để sau' }).click();
    const before = await leader.getByRole('button', { name: 'Kết thúc 01' }).count();
    await leader.getByRole('button', { name: 'Thôi dùng hình này' }).click();
    await dialog().getByText('Thôi dùng thì không lấy lại được', { exact: false }).waitFor();
    await pictured(leader, 'end-picture');
    await dialog().getByRole('button', { name: 'Để sau' }).click();
    const kept = await leader.getByRole('img', { name: /^Hình chữ ký của /u }).count();
    await leader.getByRole('button', { name: 'Thôi dùng hình này' }).click();
    await dialog().getByRole('button', { name: 'Thôi dùng hình này' }).click();
    await leader.getByText('Hình này thôi dùng từ bây giờ.', { exact: false }).waitFor();
    await leader.getByText('Chưa có hình chữ ký', { exact: false }).waitFor();

    expect([before, kept]).toEqual([1, 1]);
    expect(province.complaints).toEqual([]);
  });
});
