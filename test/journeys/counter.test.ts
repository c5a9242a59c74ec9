// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince, typeSlowly } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

/** A person and a procedure; the e-form and the papers are left as they are. */
async function begun(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await page.waitForTimeout(100);
  await typeSlowly(page, '000095012345\tNguyễn Văn Mẫu\t12/3/1995\tea kar');
  await page.getByText('Xã Ea Kar').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await typeSlowly(page, 'Số 5 đường Thử Nghiệm\t0900000123');
  await page.keyboard.press('F3');
  await page.waitForTimeout(100);
  await typeSlowly(page, 'doi, cap lai giay xac nhan khuyet tat');
  await page.getByText('1.001653').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('5 ngày làm việc').first().waitFor();
}

async function printed(page: Page, link: RegExp): Promise<readonly [number, string]> {
  const answer = await page.request.get(province.origin + (await page.getByRole('link', { name: link }).getAttribute('href') ?? ''));
  return [answer.status(), (await answer.body()).subarray(0, 5).toString()];
}

describe('quầy tiếp nhận (the counter) in the browser', () => {
  test('hands out form 02 by F9 with the faulty paper and its remark in it, then form 03 by Alt F9', async () => {
    const page = await province.officer('songmay.tiepnhan');
    await page.goto(`${province.origin}/lam-viec/quay`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await begun(page);
    await page.getByRole('button', { name: /^Chưa đạt: /u }).first().click();
    await page.getByLabel('Lỗi gì, sửa thế nào').fill('Thiếu chữ ký trang 3');
    await page.getByLabel(/^Bản sao /u).first().fill('2');
    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog');
    const what = await dialog.getByLabel('Nội dung 1').inputValue();
    await dialog.getByLabel('Cách sửa').fill('Ký vào trang 3.');
    await dialog.getByLabel('Lý do chung').fill('Giấy chưa đủ chữ ký.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã yêu cầu Nguyễn Văn Mẫu bổ sung hồ sơ:').waitFor();
    const asked = await printed(page, /In phiếu yêu cầu bổ sung/u);
    await begun(page);
    await page.keyboard.press('Alt+F9');
    await dialog.getByLabel('Các lý do').fill('Không thuộc thẩm quyền.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã từ chối hồ sơ của Nguyễn Văn Mẫu:').waitFor();

    expect(what).toContain(': Thiếu chữ ký trang 3');
    expect([asked, await printed(page, /In phiếu từ chối/u)]).toEqual([[200, '%PDF-'], [200, '%PDF-']]);
    expect(province.complaints).toEqual([]);
  }, 60_000);
});
