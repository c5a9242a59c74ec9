// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeDay, systemClock } from '@motcua/kernel';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const pictures = process.env['MOTCUA_PICTURES'];
const sizes = [[1440, 900], [768, 900], [360, 740]] as const;

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  for (const [width, height] of sizes) { await page.setViewportSize({ width, height }); await page.screenshot({ path: `${pictures}/${name}-${String(width)}.png` }); }
  await page.setViewportSize({ width: 1440, height: 900 });
}

const { year, month, day } = officeDay(systemClock.now());
const today = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;

/** Submitted by the one who wrote it, published by another, in force today. */
async function publish(page: Page): Promise<void> {
  await page.getByText(/Đã lưu lúc/u).first().waitFor();
  await page.getByRole('button', { name: 'Trình công bố' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Trình công bố' }).click();
  await page.getByText('Chờ một người khác có quyền công bố xem.').waitFor();
  const second = await province.officer('tinh.quantri', { width: 1440, height: 900 });
  await second.goto(page.url());
  await second.getByRole('button', { name: 'Công bố', exact: true }).click();
  await second.getByLabel('Số quyết định công bố').fill('20/QĐ-UBND');
  await second.getByLabel('Ngày quyết định').fill(today);
  await second.getByLabel('Áp dụng từ ngày').fill(today);
  await second.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
  await second.getByText('20/QĐ-UBND').first().waitFor();
}

const begin = async (page: Page, row: RegExp): Promise<void> => {
  await page.goto(`${province.origin}/lam-viec/danh-muc/1.013227`);
  await page.getByRole('row', { name: row }).getByRole('button').click();
};

describe('tôi cần giấy gì (what is needed in one’s case)', () => {
  test('is drawn from the list of papers, given a question and a condition, published, and answers a visitor without scripts', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await begin(page, /^Tôi cần giấy gì/u);
    await page.getByRole('button', { name: 'Bắt đầu từ danh mục giấy tờ' }).click();
    await page.getByRole('button', { name: 'Thêm câu hỏi' }).click();
    await page.getByRole('textbox', { name: 'Câu hỏi' }).fill('Giấy phép xây dựng còn hạn không?');
    await page.getByLabel('Các lựa chọn').fill('Còn hạn\nĐã hết hạn');
    await page.getByLabel('Cách tự xem').fill('Xem mục thời hạn ở cuối giấy phép');
    await page.getByRole('button', { name: 'Thêm dòng' }).first().click();
    await page.getByRole('textbox', { name: 'Điều kiện chưa đạt' }).fill('Giấy phép đã hết hạn thì không gia hạn được');
    await page.getByLabel('Làm gì tiếp').fill('Xin cấp giấy phép xây dựng mới');
    await page.getByLabel('Đã hết hạn').check();
    await picture(page, 'guide-editor');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải tệp .dmn' }).click()]);
    await publish(page);

    const context = await province.browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const visitor = await context.newPage();
    await visitor.goto(`${province.origin}/thu-tuc/1.013227/can-gi`);
    const asked = await visitor.getByRole('heading', { level: 1 }).textContent();
    if (pictures !== undefined) await visitor.screenshot({ path: `${pictures}/guide-ask-360.png` });
    await visitor.getByLabel(/^Đã hết hạn/u).check();
    await visitor.getByRole('button', { name: 'Tiếp tục' }).click();
    const refused = await visitor.getByRole('heading', { level: 1 }).textContent();
    const wayOut = await visitor.getByText('Xin cấp giấy phép xây dựng mới').count();
    if (pictures !== undefined) await visitor.screenshot({ path: `${pictures}/guide-refused-360.png` });
    await visitor.getByRole('link', { name: /^Sửa/u }).click();
    await visitor.getByLabel(/^Còn hạn/u).check();
    await visitor.getByRole('button', { name: 'Tiếp tục' }).click();
    const answer = await visitor.getByRole('heading', { level: 1 }).textContent();
    const reasons = await visitor.getByText(/^Vì sao:/u).count();
    if (pictures !== undefined) await visitor.screenshot({ path: `${pictures}/guide-answer-360.png`, fullPage: true });
    await context.close();

    expect(download.suggestedFilename()).toBe('1.013227.dmn');
    expect([asked, refused, answer, wayOut, reasons]).toEqual(['Giấy phép xây dựng còn hạn không?', 'Chưa làm được thủ tục này', 'Cần 2 giấy', 1, 2]);
  }, 120_000);
});

describe('phí và lý do (fees and reasons) published for a procedure', () => {
  test('are shown at the counter: the sum with its reason, and the reasons for a refusal', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await begin(page, /^Phí, lệ phí/u);
    await page.getByRole('button', { name: 'Thêm khoản thu' }).click();
    await page.getByLabel('Số tiền (đồng)').first().fill('50.000');
    await page.getByLabel('Căn cứ').first().fill('Nghị quyết 10/2026/NQ-HĐND');
    await page.getByRole('button', { name: 'Thêm mức miễn, giảm' }).click();
    await page.getByLabel('Ai được miễn, giảm').fill('hộ nghèo');
    await page.getByLabel('Căn cứ').last().fill('Nghị quyết 11/2026/NQ-HĐND');
    await page.getByLabel('hộ nghèo', { exact: true }).check();
    const trial = await page.getByText(/còn 25\.000/u).textContent();
    await picture(page, 'fees-editor');
    await publish(page);
    const visitor = await province.visitor();
    const price: unknown = await (await visitor.request.get(`${province.origin}/api/procedures/1.013227/price?channel=DIRECT`)).json();

    const context = await province.browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const plain = await context.newPage();
    await plain.goto(`${province.origin}/thu-tuc/1.013227/can-gi`);
    await plain.getByLabel(/^Còn hạn/u).check();
    await plain.getByRole('button', { name: 'Tiếp tục' }).click();
    await plain.getByLabel('hộ nghèo').check();
    await plain.getByRole('button', { name: 'Tính lại số tiền' }).click();
    await plain.getByText(/còn 25\.000/u).first().waitFor();
    if (pictures !== undefined) await plain.screenshot({ path: `${pictures}/guide-fee-360.png`, fullPage: true });
    const filing = await plain.getByRole('link', { name: /^Nộp/u }).first().getAttribute('href');
    await context.close();

    expect(filing).toContain('&mien-giam=');
    expect(trial).toContain('Lệ phí 50.000 đ theo Nghị quyết 10/2026/NQ-HĐND, giảm 50 % vì hộ nghèo theo Nghị quyết 11/2026/NQ-HĐND');
    expect(price).toMatchObject({ totalVnd: 50_000, basis: '20/QĐ-UBND' });
  }, 120_000);
});
