// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

describe('danh mục giấy tờ chuẩn (standard list of papers)', () => {
  test('takes a kind, which a component of a procedure is then confirmed to be', async () => {
    const page = await province.officer('tinh.kiemsoat', desk);
    await page.goto(`${province.origin}/lam-viec/giay-to`);
    await page.getByRole('button', { name: 'Thêm loại giấy tờ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Mã loại giấy tờ/u).fill('GT.DON-GPXD');
    await dialog.getByLabel(/^Tên/u).first().fill('Đơn đề nghị gia hạn giấy phép xây dựng');
    await dialog.getByLabel(/^Nguồn, căn cứ/u).fill('Quyết định 12/QĐ-UBND');
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu loại giấy tờ.').waitFor();
    await pictured(page, 'paper-kinds');
    await page.goto(`${province.origin}/lam-viec/danh-muc/1.013227`);
    await page.getByRole('button', { name: /^Đúng: .* là Đơn đề nghị gia hạn giấy phép xây dựng$/u }).first().click();
    const said = await page.getByText(/^Đã xác nhận \d+ thành phần/u).textContent();
    await page.getByText('Đơn đề nghị gia hạn giấy phép xây dựng', { exact: true }).first().waitFor({ state: 'attached' });
    await pictured(page, 'component-kinds');

    expect(said).toMatch(/^Đã xác nhận [1-9]/u);
  });
});

describe('một ô ghi sai trong bản soạn (an unreadable field of a bản soạn)', () => {
  test('keeps what was typed, says that it is not saved, and holds the submission back until it is mended', async () => {
    const page = await province.officer('tinh.kiemsoat', desk);
    await page.goto(`${province.origin}/lam-viec/danh-muc/1.013227`);
    await page.getByRole('button', { name: /^Soạn.*Phí, lệ phí/u }).or(page.getByRole('row', { name: /Phí, lệ phí/u }).getByRole('button')).first().click();
    await page.getByRole('button', { name: 'Thêm khoản thu' }).first().click();
    const amount = page.getByLabel(/^Số tiền/u).first();
    await amount.fill('8000');
    await amount.fill('-5');
    await page.getByText('Chưa lưu ô').waitFor();
    await page.getByRole('button', { name: 'Trình công bố' }).click();
    const held = await page.getByText(/ô ghi chưa đúng và chưa được lưu/u).textContent();
    const typed = await amount.inputValue();
    await amount.fill('9000');
    await page.getByText('Chưa lưu ô').waitFor({ state: 'detached' });

    expect([typed, held]).toEqual(['-5', 'Còn 1 ô ghi chưa đúng và chưa được lưu. Sửa rồi trình.']);
  });
});
