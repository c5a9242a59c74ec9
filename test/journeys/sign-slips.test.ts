// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { ActDone, HandOverNotes, OfficerDossier } from '@motcua/dossiers/contract';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongNow } from './axe.ts';
import { pictured } from './drafting.ts';
import { type JoinedProvince, joinedProvince, keyEntered, keyOf, pin } from './joined-province.ts';

const [centre, commune] = ['Y99.01', 'Y99.21'];
const [giver, taker] = ['trungtam.tiepnhan', 'songmay.tiepnhan'];
let joined: JoinedProvince;
let counter: Page;
let receiver: Page;
beforeAll(async () => {
  joined = await joinedProvince([giver, taker]);
  [counter, receiver] = [await joined.province.officer(giver), await joined.province.officer(taker)];
}, 180_000);
afterAll(async () => { await joined.close(); });

/** Filed at the Centre for a commune: outside its place, with papers. */
async function takenIn(): Promise<string> {
  const answer = await counter.request.post(`${joined.province.origin}/api/dossiers`, { data: {
    clientKey: randomUUID(), procedure: '1.001653', circumstance: null, receivingAgency: centre, solvingAgency: commune, returningAgency: centre, channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
    answers: plainAnswers, papers: allInOrder, returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
  } });
  if (!answer.ok()) throw new Error(await answer.text());
  return ActDone.parse(await answer.json()).code;
}
const sides = async (page: Page) => HandOverNotes.parse(await (await page.request.get(`${joined.province.origin}/api/paper-hand-overs/notes`)).json()).notes.map(({ giver: gave, receiver: took }) => [gave !== null, took !== null]);

describe('ký phiếu bàn giao, ý kiến bằng khóa ở nơi khác (slips and opinions signed with keys that are not kept here) in the browser', () => {
  test('the giver waits for the telephone, is refused, and signs from the list; the receiver signs with a PIN', async () => {
    const { province: { origin }, services } = joined;
    await keyEntered(counter, origin, { place: 'phone', account: giver });
    await keyEntered(receiver, origin, { place: 'csc', account: taker });
    const code = await takenIn();
    services.telephone('pending');

    await counter.goto(`${origin}/lam-viec/giay`);
    await counter.getByRole('button', { name: 'Lập phiếu bàn giao 1 hồ sơ' }).click();
    const dialog = counter.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Ký phiếu 1/PBG' }).waitFor();
    await dialog.getByRole('radio', { name: keyOf('phone') }).check();
    await pictured(counter, 'slip-choose-key');
    expect(await wrongNow(counter)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ký phiếu', exact: true }).click();
    await dialog.getByText('Chờ xác nhận trên điện thoại').waitFor();
    await pictured(counter, 'slip-phone-waits');
    services.telephone('rejected');
    await dialog.getByText('Người ký đã từ chối trên điện thoại. Chưa ký gì.', { exact: false }).waitFor();
    await pictured(counter, 'slip-phone-refused');
    await dialog.getByRole('button', { name: 'Để sau' }).click();
    await counter.getByText('Việc giao vẫn có giá trị.', { exact: false }).waitFor();
    expect(await sides(counter)).toEqual([[false, false]]);

    services.telephone('signed');
    await counter.getByRole('button', { name: 'Ký phiếu 1/PBG' }).click();
    await dialog.getByRole('radio', { name: keyOf('phone') }).check();
    await dialog.getByRole('button', { name: 'Ký phiếu', exact: true }).click();
    await counter.getByText('Đã ký số phiếu 1/PBG.').waitFor();

    await receiver.goto(`${origin}/lam-viec/giay`);
    await receiver.getByRole('button', { name: `Đã nhận đủ ${code}` }).click();
    const other = receiver.getByRole('dialog');
    await other.getByRole('radio', { name: keyOf('csc') }).check();
    await other.getByRole('button', { name: 'Ký phiếu', exact: true }).click();
    await other.getByText('Mã PIN của khóa', { exact: false }).first().waitFor();
    await pictured(receiver, 'slip-pin-missing');
    await other.getByLabel('Mã PIN của khóa').fill('000000');
    await other.getByRole('button', { name: 'Ký phiếu', exact: true }).click();
    await other.getByText('Khóa ký chưa ký.', { exact: false }).waitFor();
    expect(await other.getByLabel('Mã PIN của khóa').inputValue()).toBe('');
    await other.getByLabel('Mã PIN của khóa').fill(pin);
    await other.getByRole('button', { name: 'Ký phiếu', exact: true }).click();
    await receiver.getByText('Đã ký số phiếu 1/PBG.').waitFor();
    await pictured(receiver, 'slip-signed');

    expect(await sides(receiver)).toEqual([[true, true]]);
  });

  test('an opinion on paper is scanned, compared and signed with the chosen key; what was typed stays when the PIN is wrong', async () => {
    const { province: { origin, browser } } = joined;
    await keyEntered(counter, origin, { place: 'csc', account: giver });
    const code = await takenIn();
    const sheet = await browser.newPage({ viewport: { width: 1654, height: 2339 } });
    await sheet.setContent('<body style="font: 48px sans-serif; padding: 150px"><h1>Ý KIẾN THẨM ĐỊNH</h1><p>Hồ sơ đủ điều kiện.</p></body>');
    const picture = await sheet.screenshot();
    await sheet.close();

    await counter.goto(`${origin}/lam-viec/ho-so/${code}`);
    await counter.getByRole('button', { name: 'Số hóa ý kiến, biên bản' }).click();
    const dialog = counter.getByRole('dialog');
    await dialog.locator('input[type=file]').first().setInputFiles({ name: 'y-kien.png', mimeType: 'image/png', buffer: picture });
    await dialog.getByLabel('Người hoặc cơ quan ký giấy').waitFor({ timeout: 60_000 });
    await dialog.getByLabel(/^Số trang/u).fill('1');
    await dialog.getByLabel('Người hoặc cơ quan ký giấy').fill('Phòng Kinh tế');
    await dialog.getByLabel('Ngày ký').fill('05/01/2026');
    await dialog.getByLabel('Nội dung chính').fill('Đủ điều kiện.');
    await dialog.getByRole('radio', { name: keyOf('csc') }).check();
    await dialog.getByLabel('Mã PIN của khóa').fill('000000');
    await pictured(counter, 'opinion-choose-key');
    await dialog.getByRole('button', { name: 'Đã đối chiếu' }).click();
    await dialog.getByText('Khóa ký chưa ký.', { exact: false }).waitFor();
    await pictured(counter, 'opinion-refused');
    expect((await dialog.getByText('Khóa ký chưa ký.', { exact: false }).boundingBox())?.y).toBeGreaterThan(0);
    const kept = await dialog.getByLabel('Nội dung chính').inputValue();
    await dialog.getByLabel('Mã PIN của khóa').fill(pin);
    await dialog.getByRole('button', { name: 'Đã đối chiếu' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await counter.getByText('Phòng Kinh tế', { exact: false }).first().waitFor();

    expect(kept).toBe('Đủ điều kiện.');
    expect(OfficerDossier.parse(await (await counter.request.get(`${origin}/api/dossiers/${code}`)).json()).working).toMatchObject([{ author: 'Phòng Kinh tế', content: 'Đủ điều kiện.' }]);
    expect(joined.province.complaints).toEqual([]);
  });
});
