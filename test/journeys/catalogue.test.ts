// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

/** Writes down that all is on the server. */
const saved = async (page: Page): Promise<void> => { await page.getByText(/Đã lưu/u).first().waitFor(); };

describe('một bản thủ tục mới (a new version of a procedure)', () => {
  test('is found without tone marks, written, held back by the check, submitted, published by a second person, and begins by itself', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/danh-muc`);
    await page.getByLabel('Tên, mã, lĩnh vực').fill('gia han giay phep xay dung');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByRole('link', { name: /Gia hạn giấy phép xây dựng/iu }).first().waitFor();
    await pictured(page, 'catalogue');
    await page.goto(`${province.origin}/lam-viec/danh-muc/1.013227`);
    await page.getByRole('button', { name: 'Soạn bản mới' }).waitFor();
    await pictured(page, 'catalogue-procedure');
    await page.getByRole('button', { name: 'Soạn bản mới' }).click();
    await page.getByRole('button', { name: 'Sửa giấy 1', exact: true }).first().click();
    await page.getByLabel('Tên giấy tờ').fill('Các giấy tờ khác có liên quan');
    await page.getByText('Ghi đúng tên từng giấy tờ').first().waitFor();
    await pictured(page, 'procedure-editor');
    await page.getByRole('button', { name: 'Trình công bố' }).click();
    const held = await page.getByText(/^Còn \d+ chỗ phải sửa trước khi trình/u).first().textContent();
    await page.getByLabel('Tên giấy tờ').fill('Đơn đề nghị gia hạn giấy phép xây dựng, mẫu mới');
    await page.getByLabel('Quyết định công bố của bộ').fill('9/QĐ-BXD');
    await saved(page);
    const address = page.url();
    await page.getByRole('button', { name: 'Trình công bố' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trình công bố' }).click();
    await page.getByText('Chờ một người khác có quyền công bố xem.').waitFor();

    const second = await province.officer('tinh.quantri', { width: 1440, height: 900 });
    await second.goto(address);
    await second.getByRole('button', { name: 'Khác biệt' }).click();
    await second.getByText('So với bản 1 đang dùng.').waitFor();
    await second.locator('ins').first().waitFor();
    const inserted = (await second.locator('ins').allTextContents()).join(' ');
    await pictured(second, 'procedure-difference');
    await second.getByRole('button', { name: 'Công bố', exact: true }).click();
    await second.getByLabel('Số quyết định công bố').fill('15/QĐ-UBND');
    await second.getByLabel('Ngày quyết định').fill(day(0));
    await second.getByLabel('Áp dụng từ ngày').fill(day(1));
    await second.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
    await second.getByText('15/QĐ-UBND').first().waitFor();

    const visitor = await province.visitor();
    await visitor.goto(`${province.origin}/thu-tuc/1.013227`);
    const today = await visitor.getByText(`Bản này hết hiệu lực từ ${day(1)}.`).count();
    await visitor.getByRole('link', { name: 'Các bản trước' }).click();
    await pictured(visitor, 'versions');
    const rows = await visitor.getByRole('row').allTextContents();

    expect(held).not.toBeNull();
    expect(inserted).toContain('mẫu mới');
    expect(today).toBe(1);
    expect(rows.map((row) => /Sắp có hiệu lực|Đang có hiệu lực/u.exec(row)?.[0])).toEqual([undefined, 'Sắp có hiệu lực', 'Đang có hiệu lực']);
  }, 120_000);

  test('of the largest procedure opens whole and takes what is typed', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/danh-muc/1.014199`);
    await page.getByRole('button', { name: 'Soạn bản mới' }).click();
    await page.getByText('Thành phần hồ sơ (224 giấy)').waitFor();
    await page.getByRole('button', { name: 'Sửa giấy 5', exact: true }).first().click();
    const field = page.getByLabel('Tên giấy tờ');
    await field.pressSequentially(' thử gõ hai mươi chữ', { delay: 60 });

    expect(await page.locator('.item-list li').count()).toBeGreaterThan(224);
    expect(await field.inputValue()).toContain('thử gõ hai mươi chữ');
  }, 60_000);
});

describe('công bố thủ tục (publication)', () => {
  test('shows what the province owes, refuses days that contradict each other, and takes its decision', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/cong-bo`);
    await page.getByRole('button', { name: /^Ghi quyết định của tỉnh theo/u }).first().click();
    await page.getByLabel('Số quyết định của tỉnh').fill('77/QĐ-UBND');
    await page.getByLabel('Ngày quyết định').fill(day(0));
    await page.getByLabel('Ngày công khai').fill('01/01/2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi quyết định của tỉnh' }).click();
    const refused = await page.getByRole('alert').getByRole('link').first().textContent();
    await page.getByLabel('Ngày công khai').fill(day(0));
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi quyết định của tỉnh' }).click();
    await page.getByText('Đã ghi quyết định công bố danh mục.').waitFor();
    await page.getByText('77/QĐ-UBND').waitFor();
    await pictured(page, 'publications');

    expect(refused).toBe('Ngày công khai không thể trước ngày quyết định.');
    expect(await page.getByRole('row', { name: /77\/QĐ-UBND/u }).getByText('Đúng hạn').count()).toBe(1);
  }, 60_000);
});
