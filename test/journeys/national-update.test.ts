// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongNow } from './axe.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const pictures = process.env['MOTCUA_PICTURES'];
const sizes = [[1440, 900], [360, 740]] as const;

/** What is wrong with the page at both widths; a screenshot of each when pictures are asked for. */
async function looked(page: Page, name: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    wrong.push(...await wrongNow(page));
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}-${String(width)}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return wrong;
}

describe('cập nhật từ dữ liệu quốc gia (updates from national data)', () => {
  test('are handed in by one officer, looked at, approved and rejected by another', async () => {
    const lines = gunzipSync(await readFile(path.join(import.meta.dirname, '../../data/procedures/procedures.jsonl.gz'))).toString('utf8').split('\n').slice(0, 60);
    const later = [...lines.map((line, at) => (at < 3 ? line.replace('"name":"', '"name":"Bản sau: ') : line)), JSON.stringify({ code: '9.900001', name: 'Thủ tục mới của bộ' }), '{"code":'];
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/danh-muc`);
    await page.getByRole('link', { name: 'Cập nhật từ dữ liệu quốc gia' }).click();
    await page.getByText('Chưa tải tệp nào').waitFor();
    await page.getByLabel('Tải tệp lên').setInputFiles({ name: 'thu-tuc-quoc-gia.jsonl.gz', mimeType: 'application/gzip', buffer: gzipSync(later.join('\n')) });
    await page.getByRole('heading', { level: 1, name: 'thu-tuc-quoc-gia.jsonl.gz' }).waitFor();
    await page.getByText('Người tải tệp lên hoặc bấm lấy không tự duyệt hay từ chối.').waitFor();
    const wrong = [...await looked(page, 'national-uploaded')];
    const address = page.url();

    const second = await province.officer('tinh.quantri', { width: 1440, height: 900 });
    await second.goto(address);
    await second.getByRole('link', { name: /Thay đổi/u }).click();
    await second.getByRole('button', { name: /Xem khác biệt/u }).first().click();
    await second.getByRole('dialog').getByText('Bản sau:').first().waitFor();
    wrong.push(...await looked(second, 'national-difference'));
    await second.keyboard.press('Escape');
    await second.getByLabel(/Chọn tất cả 3 thủ tục/u).check();
    await second.getByRole('table').getByRole('checkbox').first().uncheck();
    await second.getByText('Đã chọn 2').waitFor();
    wrong.push(...await looked(second, 'national-changed'));
    await second.getByRole('button', { name: 'Duyệt và công bố' }).click();
    wrong.push(...await looked(second, 'national-approve'));
    await second.getByRole('dialog').getByRole('button', { name: 'Duyệt và công bố' }).click();
    await second.getByText('Đã duyệt 2/2 thủ tục.').waitFor();
    await second.getByLabel(/Chọn tất cả 1 thủ tục/u).check();
    await second.getByRole('button', { name: 'Từ chối' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Từ chối' }).click();
    await second.getByRole('dialog').getByText('Ghi lý do, ít nhất vài chữ.').first().waitFor();
    await second.getByLabel('Lý do từ chối').fill('Tên ghi sai');
    await second.getByRole('dialog').getByRole('button', { name: 'Từ chối' }).click();
    await second.getByText('Đã từ chối 1/1 thủ tục.').waitFor();
    wrong.push(...await looked(second, 'national-decided'));
    await second.getByRole('link', { name: /Không đọc được/u }).click();
    await second.getByText('không phải JSON').waitFor();
    wrong.push(...await looked(second, 'national-unreadable'));

    expect(wrong).toEqual([]);
    expect(province.complaints).toEqual([]);
  });
});
