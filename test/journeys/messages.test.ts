// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { pictured, published, submitted } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

describe('lời báo (the words people are told by)', () => {
  test('are written by event and channel with their size, refused with a name in an SMS, and published by a second person', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/loi-bao`);
    await page.getByRole('heading', { name: 'Lời báo đã công bố' }).waitFor();
    const listFaults = await wrongNow(page);
    await page.getByRole('button', { name: 'Soạn lời báo chung cho mọi thủ tục' }).click();
    await page.locator('#su-kien-accepted summary').click();
    await page.getByRole('button', { name: 'Thêm lời: Tin nhắn SMS, khi «Hồ sơ được tiếp nhận»' }).click();
    const sms = page.getByLabel('Lời báo (Tin nhắn SMS)');
    await sms.fill('Chào {chủ hồ sơ}, hồ sơ {mã hồ sơ} đã được tiếp nhận.');
    await page.getByText(/không ghi tên người/u).first().waitFor();
    await sms.fill('Hồ sơ {mã hồ sơ} đã được tiếp nhận, hẹn trả {ngày hẹn}. Mang theo giấy hẹn.');
    await page.getByText(/không ghi tên người/u).first().waitFor({ state: 'detached' });
    const preview = page.getByRole('group', { name: 'Với hồ sơ mẫu' });
    await preview.getByText(/Ho so Y99\.21-261126-0001/u).waitFor();
    const size = await preview.getByRole('status').innerText();
    await page.getByRole('button', { name: 'Thêm lời: Trên trang hồ sơ, khi «Hồ sơ được tiếp nhận»' }).click();
    await page.getByLabel('Lời báo (Trên trang hồ sơ)').fill('Giấy tiếp nhận số {số giấy}.');
    await page.getByText('Đã lưu').waitFor();
    await pictured(page, 'messages-editor');
    const editorFaults = await wrongNow(page);
    const address = await submitted(page);
    const second = await province.officer('tinh.quantri', { width: 1440, height: 900 });
    await second.goto(province.origin + address);
    await published(second, '14/QĐ-UBND');
    await second.goto(`${province.origin}/lam-viec/loi-bao`);
    await second.getByRole('rowheader', { name: 'mọi thủ tục' }).waitFor();
    await pictured(second, 'messages');
    const answer: unknown = await (await second.request.get(`${province.origin}/api/messages`)).json();

    expect([listFaults, editorFaults]).toEqual([[], []]);
    expect(size).toBe('Có dấu: 89 ký tự, 2 tin. Không dấu: 89 ký tự, 1 tin.');
    expect(z.object({ sets: z.array(z.object({ procedure: z.string(), texts: z.number() })) }).parse(answer).sets).toEqual([{ procedure: 'tat-ca', texts: 2 }]);
    expect(province.complaints).toEqual([]);
  }, 120_000);
});
