// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const pictures = process.env['MOTCUA_PICTURES'];
const sizes = [[1440, 900], [768, 900], [360, 740]] as const;

describe('cách tính thời hạn (the administrator chooses how time counts)', () => {
  test('is looked at with its effects before it is chosen, stands in the list and the log, and is taken back before its day', async () => {
    const page = await province.officer('tinh.quantri');
    await page.goto(`${province.origin}/lam-viec/cach-tinh`);
    await page.getByRole('button', { name: 'Chọn cách tính' }).click();
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    const faults = await page.getByRole('alert').getByRole('link').allTextContents();
    await page.getByLabel('Bộ cách tính', { exact: true }).selectOption({ label: 'Theo ngày, ngày nhận không tính (Bộ luật Dân sự)' });
    await page.getByLabel('Từ ngày', { exact: true }).fill('01/01/2020');
    await page.getByLabel('Căn cứ, lý do').fill('Quyết định 12/QĐ-UBND');
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    const past = await page.getByRole('alert').getByRole('link').first().textContent();
    await page.getByLabel('Từ ngày', { exact: true }).fill('01/12/2098');
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    await page.getByText('Chọn thì đổi những gì').waitFor();
    if (pictures !== undefined) for (const [width, height] of sizes) { await page.setViewportSize({ width, height }); await page.screenshot({ path: `${pictures}/rules-effects-${String(width)}.png` }); }
    await page.getByRole('button', { name: 'Chọn từ ngày 01/12/2098' }).click();
    await page.getByText('Đã chọn cách tính.').waitFor();
    const listed = await page.getByRole('rowheader', { name: /01\/12\/2098/u }).count();
    const logged = await page.getByRole('cell', { name: 'Quyết định 12/QĐ-UBND' }).count();
    if (pictures !== undefined) for (const [width, height] of sizes) { await page.setViewportSize({ width, height }); await page.screenshot({ path: `${pictures}/rules-${String(width)}.png`, fullPage: true }); }
    await page.getByRole('button', { name: /^Thôi chọn Theo ngày/u }).click();
    await page.getByLabel('Căn cứ, lý do').fill('Chọn nhầm ngày');
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi chọn' }).click();
    await page.getByText('Đã thôi chọn.').waitFor();

    expect(faults).toEqual(['Chọn một bộ cách tính.', 'Ghi căn cứ hoặc lý do.']);
    expect(past).toBe('Ngày này đã qua. Chọn từ hôm nay trở đi: hồ sơ đã tiếp nhận giữ cách tính cũ.');
    expect([listed, logged]).toEqual([1, 1]);
    expect(await page.getByRole('rowheader', { name: /01\/12\/2098/u }).count()).toBe(0);
  });

  test('is shown to who may not choose, without the button', async () => {
    const page = await province.officer('tinh.kiemsoat');
    await page.goto(`${province.origin}/lam-viec/cach-tinh`);
    await page.getByRole('heading', { name: 'Bộ cách tính có sẵn' }).waitFor();

    expect(await page.getByRole('button', { name: 'Chọn cách tính' }).count()).toBe(0);
  });
});
