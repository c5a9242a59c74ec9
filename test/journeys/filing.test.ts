// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { smallPdf } from '@motcua/documents/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const field = (page: Page, name: string): ReturnType<Page['locator']> => page.locator(`#o-${name}`);
const paper = { name: 'giay-de-nghi.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf) };

const eaKar = /^Xã Ea Kar, .*Đắk Lắk$/u;

// By the keyboard. The list closes when the page scrolls, late results change it: who missed types again, as a person does.
async function choosePlace(page: Page, name: string): Promise<void> {
  const commune = field(page, name);
  const aimed = page.locator('[role=option][data-focused]');
  for (let tries = 0; tries < 5 && !eaKar.test(await commune.inputValue()); tries += 1) {
    await commune.fill('');
    await commune.pressSequentially('ea kar', { delay: 40 });
    await page.getByRole('option', { name: /^Xã Ea Kar,/u }).waitFor({ timeout: 2000 }).catch(() => undefined);
    for (let moves = 0; moves < 20 && !/^Xã Ea Kar,/u.test((await aimed.allInnerTexts()).join(' ')); moves += 1) await commune.press('ArrowDown');
    await commune.press('Enter');
  }
  await field(page, `${name}-street`).fill('12 đường Thử Nghiệm');
}

describe('filing from a phone (nộp trực tuyến)', () => {
  let page: Page;
  let draft = '';
  beforeAll(async () => { page = await province.citizen('mau', { width: 390, height: 800 }); });

  test('begins as a draft that says it is not filed', async () => {
    await page.goto(`${province.origin}/soan/moi?thu-tuc=1.001612`);
    await page.getByRole('button', { name: 'Bắt đầu soạn hồ sơ' }).click();
    await page.waitForURL(/\/soan\/[0-9a-f-]{36}$/u);
    draft = page.url();

    expect(await page.locator('.save-line').textContent()).toMatch(/^Chưa nộp · Đã lưu \d\d:\d\d$/u);
  });

  test('names everything that is missing, each a link to its place', async () => {
    await page.goto(`${draft}/nguoi`);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();

    expect(await page.getByRole('alert').locator('a').allTextContents()).toEqual(['Chọn cơ quan giải quyết.', 'Chọn xã, phường nơi cư trú hoặc đặt trụ sở.']);
  });

  test('does not ask for what signing in has told', async () => {
    expect(await field(page, 'applicant-name').inputValue()).toBe('Nguyễn Văn Mẫu');
    expect(await field(page, 'applicant-personalId').inputValue()).toBe('000095012345');
  });

  test('keeps what is only half typed: a street without its commune, half a commune, half a day', async () => {
    const halves = { 'applicant-address-street': '12 đường Thử Nghiệm', 'applicant-address': 'ea k', 'applicant-birthDate': '12/3', 'applicant-phone': '0900' };
    for (const [name, half] of Object.entries(halves)) await field(page, name).fill(half);
    await page.getByText(/Chưa nộp · Đã lưu/u).waitFor();
    await page.goto(draft);
    await page.goto(`${draft}/nguoi`);
    const shown = async (): Promise<unknown> => Object.fromEntries(await Promise.all(Object.keys(halves).map(async (name) => [name, await field(page, name).inputValue()] as const)));

    await expect.poll(shown).toEqual(halves);
  });

  test('names half a commune as not chosen, and takes a choice back that is typed over', async () => {
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    const named = (): Promise<readonly string[]> => page.getByRole('alert').locator('a').allTextContents();
    expect(await named()).toContain('Chọn xã, phường nơi cư trú hoặc đặt trụ sở.');
    await choosePlace(page, 'applicant-address');
    const whole = await field(page, 'applicant-address').inputValue();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    expect([whole, (await named()).some((text) => text.startsWith('Chọn xã'))]).toEqual([expect.stringMatching(eaKar), false]);
    await field(page, 'applicant-address').fill('ea');
    await field(page, 'applicant-phone').focus();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();

    expect([await field(page, 'applicant-address').inputValue(), await named()]).toEqual(['ea', expect.arrayContaining(['Chọn xã, phường nơi cư trú hoặc đặt trụ sở.'])]);
  });

  test('carries what is known into the declaration', async () => {
    await field(page, 'agency').selectOption('Y99.21');
    await field(page, 'applicant-birthDate').fill('12/3/95');
    await field(page, 'applicant-phone').fill('0900 000 123');
    await choosePlace(page, 'applicant-address');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.waitForURL(/to-khai$/u);

    expect(await field(page, 'ownerName').inputValue()).toBe('Nguyễn Văn Mẫu');
    expect(await field(page, 'ownerBirthDate').inputValue()).toBe('12/03/1995');
  });

  test('keeps half an answer of the declaration through a reload', async () => {
    await field(page, 'businessPlace-street').fill('7 ngõ Nửa Chừng');
    await field(page, 'startDate').fill('1/12');
    await page.getByText(/Chưa nộp · Đã lưu/u).waitFor();
    await page.reload();

    await expect.poll(async () => [await field(page, 'businessPlace-street').inputValue(), await field(page, 'startDate').inputValue()]).toEqual(['7 ngõ Nửa Chừng', '1/12']);
  });

  test('keeps what was typed while the line is gone, and saves it when the line is back', async () => {
    await page.context().setOffline(true);
    await field(page, 'businessName').fill('Hộ kinh doanh Sao Mai');
    await page.getByText('Chưa lưu được, đang giữ trên máy này').waitFor();
    await page.context().setOffline(false);
    await page.getByText(/Chưa nộp · Đã lưu/u).waitFor();
    await page.reload();

    await expect.poll(() => field(page, 'businessName').inputValue()).toBe('Hộ kinh doanh Sao Mai');
  });

  test('does not ask to upload the application that the form is', async () => {
    await page.goto(`${draft}/giay-to`);
    const application = page.getByRole('listitem').filter({ hasText: /^Giấy đề nghị đăng ký hộ kinh doanh/u });
    await application.getByText('Đã có từ tờ khai điện tử').waitFor();

    expect(await application.locator('input[type=file]').count()).toBe(0);
  });

  test('refuses a file of a kind that cannot be read, and takes a PDF', async () => {
    const choose = page.locator('input[type=file]').first();
    await choose.setInputFiles({ name: 'anh.heic', mimeType: 'image/heic', buffer: Buffer.from('x') });
    await page.getByText('Chọn ảnh JPG, PNG hoặc PDF').waitFor();
    await choose.setInputFiles(paper);
    await page.getByText('Đã nhận').waitFor();

    expect(await page.getByRole('button', { name: /Bỏ tệp giay-de-nghi/u }).count()).toBe(1);
  });

  test('ends with a code and the hour of the answer, and says that it is not accepted yet', async () => {
    await page.goto(`${draft}/to-khai`);
    await field(page, 'ownerSex').check();
    await choosePlace(page, 'businessPlace');
    await field(page, 'startDate').fill('1/12/2026');
    await field(page, 'capital').fill('50.000.000');
    await field(page, 'workers').fill('2');
    await field(page, 'founders').check();
    await page.getByRole('button', { name: /^Thêm/u }).first().click();
    await field(page, 'activities-0-activity').fill('Quán ăn');
    await field(page, 'activities-0-code').fill('5610');
    await field(page, 'activities-0-main').check();
    await field(page, 'taxPlaceSame').check();
    await field(page, 'promise').check();
    await page.getByText(/Chưa nộp · Đã lưu/u).waitFor();
    await page.goto(`${draft}/nhan`);
    await page.getByLabel('Bản điện tử').check();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.waitForURL(/kiem-tra$/u);
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await page.waitForURL(/da-nop$/u);

    const said = await page.getByRole('main').innerText();
    expect(said).toMatch(/Đã nộp lúc \d\d:\d\d/u);
    expect(said).toContain('Hồ sơ chưa được tiếp nhận.');
    expect(said).toMatch(/Y99\.21-\d{6}-\d{4}/u);
  });
});
