// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { pictured, published, submitted } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const rows = async (page: Page): Promise<readonly string[]> => (await page.locator('.eform-lines li[draggable] button .eform-line-label').allInnerTexts()).map((text) => text.split('\n')[0] ?? '');

describe('trình soạn tờ khai (the e-form designer)', () => {
  test('is written by keyboard and mouse, shows the form as people see it, finds what must not be asked, and is published by a second person', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/bieu-mau`);
    await page.getByRole('table').waitFor();
    const listFaults = await wrongNow(page);
    await pictured(page, 'eforms');
    await page.getByRole('button', { name: 'Soạn bản mới Tờ khai đăng ký khai sinh' }).click();
    await page.locator('.eform-lines').waitFor();
    const before = await rows(page);

    // By keyboard: the second field above the first, then a new one under it.
    await page.getByRole('button', { name: /^2 Số định danh/u }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    const moved = await rows(page);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Tôn giáo', { delay: 20 });
    await page.getByText('Tôn giáo là dữ liệu nhạy cảm. Bỏ ô này.').waitFor();
    const blocked = await page.getByText(/Tôn giáo là dữ liệu nhạy cảm/u).count();
    await page.getByLabel('Câu hỏi', { exact: true }).fill('Tên thường gọi của trẻ');
    await page.getByText('Tôn giáo là dữ liệu nhạy cảm. Bỏ ô này.').waitFor({ state: 'detached' });
    await page.getByLabel('Thiếu thì', { exact: true }).selectOption({ label: 'nhắc, không chặn' });
    await page.getByLabel('Lời nhắc khi để trống').fill('Nên ghi nếu trẻ có tên thường gọi.');
    // By mouse: the new field to the end of the second section.
    await page.getByRole('button', { name: /Tên thường gọi của trẻ/u }).dragTo(page.getByRole('button', { name: 'Quan hệ với trẻ', exact: true }));
    const dropped = await rows(page);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await page.getByRole('button', { name: /^\d+ Tên thường gọi của trẻ/u }).focus();
    await page.keyboard.press('Control+KeyD');
    const twice = (await rows(page)).filter((row) => row === 'Tên thường gọi của trẻ').length;
    await page.getByRole('button', { name: 'Bỏ ô' }).click();

    // As people see it.
    const phone = page.locator('.phone');
    await phone.getByRole('button', { name: 'Xem lỗi' }).click();
    const faults = await phone.getByRole('alert').getByRole('link').count();
    const reminded = await phone.getByText('Nên ghi nếu trẻ có tên thường gọi.').count();
    await phone.getByRole('button', { name: 'Điền mẫu' }).click();
    await phone.getByText('Không có lỗi. Tờ khai này nộp được.').waitFor();
    await page.getByRole('button', { name: 'In thử' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải bản in thử' }).click()]);
    await page.getByRole('button', { name: 'Đọc thử' }).click();
    const spoken = await page.locator('.phone.reading li').first().textContent();
    await page.getByRole('button', { name: 'Điền thử' }).click();
    await pictured(page, 'eform-designer');
    const editorFaults = await wrongNow(page);

    // The papers the form is: named already, one let go, and proposed again.
    const stands = page.getByRole('region', { name: 'Thay cho giấy nào' });
    const named = stands.getByRole('checkbox', { checked: true });
    const namedFirst = await named.count();
    for (let left = namedFirst; left > 0; left -= 1) await named.first().press('Space');
    const letGo = await named.count();
    await page.getByText(/Nếu tờ khai này là giấy ấy, chọn ở «Thay cho giấy nào»/u).first().waitFor();
    await stands.getByRole('button', { name: 'Chọn các giấy được đề xuất' }).click();
    const namedAgain = await named.count();

    await page.getByText('Đã lưu').waitFor();
    const address = await submitted(page);
    const second = await province.officer('tinh.quantri', { width: 1440, height: 900 });
    await second.goto(province.origin + address);
    await published(second, '12/QĐ-UBND');
    const answer: unknown = await (await second.request.get(`${province.origin}/api/eforms`)).json();
    const { eforms } = z.object({ eforms: z.array(z.object({ key: z.string(), version: z.number() })) }).parse(answer);
    const paper = await second.request.get(`${province.origin}/api/eforms/dang-ky-khai-sinh/2/blank`);

    expect([listFaults, editorFaults]).toEqual([[], []]);
    expect([namedFirst > 0, letGo, namedAgain]).toEqual([true, 0, namedFirst]);
    expect(moved.slice(0, 2)).toEqual([before[1], before[0]]);
    expect(blocked).toBe(1);
    expect(dropped.indexOf('Tên thường gọi của trẻ')).toBeGreaterThan(4);
    expect(twice).toBe(2);
    expect(faults).toBeGreaterThan(3);
    expect(reminded).toBe(1);
    expect(download.suggestedFilename()).toBe('to-khai-in-thu.pdf');
    expect(spoken).toBe('Tờ khai đăng ký khai sinh.');
    expect(eforms.find(({ key }) => key === 'dang-ky-khai-sinh')?.version).toBe(2);
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(province.complaints).toEqual([]);
  }, 120_000);

  test('offers the blank paper and the filled sample on the page of the procedure', async () => {
    const page = await province.visitor();
    await page.goto(`${province.origin}/thu-tuc/1.001612`);
    const found = await page.getByRole('link', { name: /^Mẫu (trống|điền sẵn)/u }).all();
    const links = await Promise.all(found.map(async (one) => (await one.getAttribute('href')) ?? ''));

    expect(links).toHaveLength(2);
    for (const link of links) expect((await page.request.get(province.origin + link)).headers()['content-type']).toBe('application/pdf');
  });
});
