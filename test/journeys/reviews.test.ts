// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, desk, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const nextYear = String(Number(day(0).slice(-4)) + 1);

describe('rà soát một thủ tục (reviewing a procedure)', () => {
  test('goes from the plan over the sheet with its costs to the approval of a second person', async () => {
    const page = await province.officer('tinh.kiemsoat', desk);
    await page.goto(`${province.origin}/lam-viec/ra-soat?nam=${nextYear}`);
    await page.getByRole('button', { name: 'Thêm thủ tục' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Thủ tục/u).fill('1.013227');
    await dialog.getByRole('button', { name: /1\.013227/u }).or(dialog.getByRole('option', { name: /1\.013227/u })).first().click();
    await dialog.getByLabel(/^Cơ quan rà soát/u).selectOption({ index: 1 });
    await dialog.getByLabel(/^Người chịu trách nhiệm/u).fill('Trần Thị Mai');
    await dialog.getByLabel(/^Hạn hoàn thành/u).fill(`30/06/${nextYear}`);
    await dialog.getByLabel(/^Căn cứ/u).selectOption('own-choice');
    await dialog.getByLabel(/^Văn bản, lý do/u).fill('Kế hoạch 12/KH-UBND');
    await dialog.getByLabel(/^Sản phẩm/u).fill('Phương án đơn giản hóa');
    await dialog.getByRole('button', { name: 'Thêm thủ tục' }).click();
    await page.getByRole('link', { name: /giấy phép xây dựng/iu }).first().click();
    await page.getByRole('button', { name: 'Bắt đầu phiếu rà soát' }).click();
    await page.getByText('Cộng: một lần').first().waitFor();
    await page.getByRole('button', { name: 'Trình duyệt' }).click();
    const held = await page.getByText(/^Còn \d+ chỗ phải sửa trước khi trình/u).first().textContent();
    await pictured(page, 'review-sheet');
    for (const group of await page.getByRole('group', { name: /Sự cần thiết|Tính hợp lý|Tính hợp pháp|Chi phí tuân thủ|Phù hợp mục tiêu/u }).all()) await group.getByLabel('Đạt', { exact: true }).check();
    for (const reason of await page.getByLabel(/^Lý do về/u).all()) await reason.fill('Luật quy định, vẫn cần thiết.');
    const address = page.url();
    await page.getByLabel('Đề nghị với thủ tục này').or(page.getByRole('group', { name: 'Đề nghị với thủ tục này' })).getByLabel('Giữ nguyên').check();
    const rows = await page.getByRole('button', { name: /^Sửa công việc/u }).count();
    for (let no = 1; no <= rows; no += 1) {
      await page.getByRole('button', { name: `Sửa công việc ${String(no)}`, exact: true }).click();
      await page.getByLabel('Đi lại và thực hiện (giờ)').fill('2');
      await page.getByLabel('Số đối tượng một năm').fill('100');
    }
    await page.getByText('Đã lưu').first().waitFor();
    await page.getByRole('button', { name: 'Trình duyệt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click();
    await page.getByText('Chờ một người khác có quyền công bố xem.').waitFor();

    const second = await province.officer('tinh.quantri', desk);
    await second.goto(address);
    await second.getByRole('button', { name: 'Phê duyệt' }).click();
    await second.getByLabel(/^Số quyết định/u).fill('77/QĐ-UBND');
    await second.getByLabel(/^Ngày quyết định/u).fill(day(0));
    await second.getByRole('dialog').getByRole('button', { name: 'Phê duyệt' }).click();
    await second.getByText('Theo quyết định 77/QĐ-UBND').waitFor();
    await second.getByRole('link', { name: 'Xem trong kế hoạch rà soát' }).click();
    await second.getByText('Quyết định 77/QĐ-UBND').waitFor();
    await pictured(second, 'review');
    const printed = await second.request.get(`${province.origin}${String(await second.getByRole('link', { name: 'Phiếu rà soát (PDF)' }).getAttribute('href'))}`);

    expect(held).toMatch(/^Còn \d+ chỗ/u);
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await second.goto(`${province.origin}/lam-viec/ra-soat?nam=${nextYear}`);
    await second.getByText('1 thủ tục, 1 đã duyệt').waitFor();
    await pictured(second, 'reviews');
    await second.goto(`${province.origin}/lam-viec/cong-bo`);
    await second.getByText('Bộ: công khai sau quyết định').waitFor();
    await pictured(second, 'publications');
  });
});
