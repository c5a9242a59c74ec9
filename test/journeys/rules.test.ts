// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

describe('quy định theo ngày (the dated tables) on the screen of the administrator', () => {
  test('take a row from a day on, say what is wrong with one, and give back one that has not begun', async () => {
    const page = await province.officer('tinh.quantri');
    await page.goto(`${province.origin}/lam-viec/quy-dinh?bang=late-causes`);
    await page.getByRole('button', { name: 'Thêm dòng' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nguyên nhân').fill('Chờ nâng cấp hệ thống');
    await dialog.getByLabel('Thứ tự').fill('11');
    await dialog.getByLabel('Mã').fill('Nâng cấp');
    await dialog.getByLabel('Từ ngày').fill('01/01/2090');
    await dialog.getByLabel('Chưa chắc').fill('Chờ Sở Tư pháp trả lời.');
    await dialog.getByRole('button', { name: 'Thêm dòng' }).click();
    await dialog.getByRole('alert').getByText('gạch nối').waitFor();
    const kept = await dialog.getByLabel('Nguyên nhân').inputValue();
    await dialog.getByLabel('Mã').fill('upgrade');
    await dialog.getByRole('button', { name: 'Thêm dòng' }).click();
    const coming = page.getByRole('region', { name: 'Sắp có hiệu lực' });
    await coming.getByText('Chờ nâng cấp hệ thống').first().waitFor();
    const said = await coming.innerText();
    await coming.getByRole('button', { name: 'Rút lại Chờ nâng cấp hệ thống' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rút lại' }).click();
    const past = page.getByRole('region', { name: 'Đã hết hiệu lực' });
    await past.getByText('rút trước khi có hiệu lực').waitFor();

    expect(kept).toBe('Chờ nâng cấp hệ thống');
    expect(said).toMatch(/Chưa chắc:\s+Chờ Sở Tư pháp trả lời\.[\s\S]*Huỳnh Công Triển ghi lúc/u);
    expect(province.complaints).toEqual([]);
  });

  test('are read but not entered by who may only read', async () => {
    const page = await province.officer('songmay.lanhdao');
    await page.goto(`${province.origin}/lam-viec/quy-dinh`);
    await page.getByRole('heading', { name: 'Đang có hiệu lực' }).waitFor();

    expect(await page.getByRole('button', { name: 'Thêm dòng' }).count()).toBe(0);
  });
});
