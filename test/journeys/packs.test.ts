// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongNow } from './axe.ts';
import { desk, pictured, published, submitted } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

describe('gói thủ tục và bản soạn (packs, and two who write at once)', () => {
  test('a pack is made, brought in, looked at, tried on past dossiers, published by a second person, and taken back', async () => {
    const page = await province.officer('tinh.kiemsoat', desk);
    await page.goto(`${province.origin}/lam-viec/goi`);
    await page.getByRole('button', { name: 'Làm gói từ bản đang dùng' }).click();
    await page.getByRole('button', { name: 'Ký và tải gói về' }).click();
    const asked = await page.getByRole('alert').getByRole('link').count();
    await page.getByLabel('Mã thủ tục').fill('1.013227');
    await page.getByRole('button', { name: /Lấy vào gói \([1-9]\)/u }).click();
    await page.getByLabel('Tên gói').fill('Gia hạn giấy phép xây dựng');
    await page.getByLabel('Tên tệp').fill('gia-han-giay-phep');
    await pictured(page, 'pack-make');
    const makeFaults = await wrongNow(page);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ký và tải gói về' }).click()]);

    await page.locator('input[type=file]').setInputFiles(await file.path());
    await page.getByText('Chữ ký số hợp lệ').waitFor();
    const [same, right] = [await page.getByText('Giống hệt').count(), await page.getByText('Đúng', { exact: true }).count()];
    await pictured(page, 'pack-proposal');
    const proposalFaults = await wrongNow(page);
    await page.getByRole('button', { name: 'Khác biệt', exact: true }).click();
    await page.getByText('Không có khác biệt.').waitFor();
    await page.getByRole('button', { name: 'Chạy thử', exact: true }).click();
    await page.getByText('Độ tin của phép thử').first().waitFor();
    await pictured(page, 'pack-trial');
    const trialFaults = await wrongNow(page);
    const address = await submitted(page);
    const second = await province.officer('tinh.quantri', desk);
    await second.goto(province.origin + address);
    await published(second, '15/QĐ-UBND');
    await second.goto(`${province.origin}/lam-viec/goi`);
    await second.getByRole('row', { name: /Gia hạn giấy phép xây dựng/u }).waitFor();
    await pictured(second, 'packs');
    const listFaults = await wrongNow(second);
    await second.getByRole('button', { name: 'Trở lại trước khi cài Gia hạn giấy phép xây dựng' }).click();
    await second.getByRole('heading', { name: /trở lại trước khi cài/u }).waitFor();

    expect([makeFaults, proposalFaults, trialFaults, listFaults]).toEqual([[], [], [], []]);
    expect(asked).toBeGreaterThan(1);
    expect(same).toBeGreaterThan(1);
    expect(right).toBeGreaterThan(3);
  }, 120_000);

  test('the second of two writers sees who saved, and both are merged; nothing of either is lost', async () => {
    const [one, other] = [await province.officer('tinh.kiemsoat', desk), await province.officer('tinh.quantri', desk)];
    await one.goto(`${province.origin}/lam-viec/bieu-mau`);
    await one.getByRole('button', { name: 'Soạn bản mới Tờ khai đăng ký khai sinh' }).click();
    await one.locator('.eform-lines').waitFor();
    const address = new URL(one.url()).pathname;
    await other.goto(province.origin + address);
    await other.locator('.eform-lines').waitFor();

    const hintOf = async (page: Page, field: RegExp, hint: string): Promise<void> => {
      await page.getByRole('button', { name: field }).first().click();
      await page.getByLabel('Gợi ý dưới câu hỏi').fill(hint);
    };
    await hintOf(one, /^1 /u, 'Lời nhắc của người thứ nhất');
    await one.getByText(/^Đã lưu lúc/u).waitFor();
    await one.waitForTimeout(1500);
    await hintOf(other, /^2 /u, 'Lời nhắc của người thứ hai');
    await other.getByText('Một bản khác vừa được lưu ở nơi khác.').waitFor();
    await other.getByRole('button', { name: 'Xem và gộp' }).click();
    await other.getByText('Hai người sửa những chỗ khác nhau nên gộp được cả hai.').waitFor();
    const who = await other.getByText(/Chuyên viên kiểm soát|đã lưu lúc/u).count();
    await pictured(other, 'merge');
    const mergeFaults = await wrongNow(other);
    await other.getByRole('button', { name: 'Dùng bản đã gộp' }).click();
    await other.getByText(/^Đã lưu lúc/u).waitFor();
    await one.reload();
    await one.locator('.eform-lines').waitFor();
    await one.getByRole('button', { name: 'Khác biệt', exact: true }).click();
    await one.getByText('Lời nhắc của người thứ hai').waitFor();
    await pictured(one, 'difference');
    const differenceFaults = await wrongNow(one);

    expect(who).toBeGreaterThan(0);
    expect(await one.getByText('Lời nhắc của người thứ nhất').count()).toBe(1);
    expect([mergeFaults, differenceFaults]).toEqual([[], []]);
    await one.goto(`${province.origin}/lam-viec/ban-soan`);
    await one.getByRole('row', { name: /Tờ khai đăng ký khai sinh/u }).waitFor();
    await pictured(one, 'proposals');
    expect(await wrongNow(one)).toEqual([]);
  }, 120_000);
});
