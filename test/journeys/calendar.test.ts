// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const pictures = process.env['MOTCUA_PICTURES'];

const Rows = z.object({ asOf: z.string(), dossiers: z.array(z.object({ code: z.string(), clock: z.object({ state: z.string() }) })) });
const people = (day: Temporal.PlainDate): string => `${String(day.day).padStart(2, '0')}/${String(day.month).padStart(2, '0')}/${String(day.year)}`;

/** A working day of the year the screen shows, late in it. */
async function workingDay(page: Page): Promise<string> {
  await page.locator('select[name=agency] option').first().waitFor({ state: 'attached' });
  const [agency, year] = [await page.getByLabel('Cơ quan', { exact: true }).inputValue(), await page.getByLabel('Năm', { exact: true }).inputValue()];
  const answer: unknown = await (await page.request.get(`${province.origin}/api/calendar?agency=${encodeURIComponent(agency)}&year=${year}`)).json();
  const known = new Set(z.object({ days: z.array(z.object({ day: z.string() })) }).parse(answer).days.map(({ day }) => day));
  const late = Array.from({ length: 20 }, (_, at) => Temporal.PlainDate.from(`${year}-12-01`).add({ days: at }));
  const day = late.find((one) => one.dayOfWeek <= 5 && !known.has(one.toString()));
  if (day === undefined) throw new Error('no working day');
  return people(day);
}

describe('lịch làm việc (the administrator changes a calendar)', () => {
  test('is looked at with its effects before it is changed, and the change is logged where everybody in charge sees it', async () => {
    const page = await province.officer('tinh.quantri');
    await page.goto(`${province.origin}/lam-viec/gio-lam-viec`);
    const off = await workingDay(page);

    await page.getByRole('button', { name: 'Thêm ngày nghỉ' }).click();
    await page.getByRole('button', { name: 'Xem ảnh hưởng' }).click();
    const faults = await page.getByRole('alert').getByRole('link').allTextContents();
    await page.getByLabel('Ngày', { exact: true }).fill(off);
    await page.getByLabel('Tên ngày').fill('Nghỉ theo thông báo hoán đổi');
    await page.getByLabel('Căn cứ, lý do').fill('Thông báo 15/TB-UBND');
    await page.getByRole('button', { name: 'Xem ảnh hưởng' }).click();
    await page.getByText('Ảnh hưởng nếu đổi').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/effects.png` });
    await page.getByRole('button', { name: 'Đổi lịch', exact: true }).click();
    await page.getByText(/^Đã đổi lịch\./u).waitFor();

    expect(faults).toEqual(['Ngày ghi dạng 24/11/2026.', 'Điền Tên ngày đúng như ví dụ.', 'Điền Căn cứ, lý do đúng như ví dụ.']);
    await page.getByRole('rowheader', { name: off }).waitFor();
    await page.getByRole('cell', { name: 'Thêm ngày nghỉ' }).waitFor();
    if (pictures !== undefined) for (const [width, height] of [[1440, 900], [768, 900], [360, 740]] as const) { await page.setViewportSize({ width, height }); await page.screenshot({ path: `${pictures}/calendar-${String(width)}.png`, fullPage: true }); }
  });

  test('refuses what contradicts it in words, beside the field', async () => {
    const page = await province.officer('tinh.quantri');
    await page.goto(`${province.origin}/lam-viec/gio-lam-viec`);
    const day = await workingDay(page);
    await page.getByRole('button', { name: 'Thêm ngày làm bù' }).click();
    await page.getByLabel('Ngày', { exact: true }).fill(day);
    await page.getByLabel('Tên ngày').fill('Làm bù');
    await page.getByLabel('Căn cứ, lý do').fill('Thông báo 16/TB-UBND');
    await page.getByRole('button', { name: 'Xem ảnh hưởng' }).click();

    expect(await page.getByRole('alert').getByRole('link').first().textContent()).toBe(`Ngày ${day} vốn là ngày làm việc. Chọn một ngày nghỉ.`);
  });

  test('says which year nobody has published', async () => {
    const page = await province.officer('tinh.quantri');
    await page.goto(`${province.origin}/lam-viec/gio-lam-viec?nam=2030`);

    await page.getByText('Chưa công bố lịch năm 2030').waitFor();
  });
});

describe('tính thử và hình đồng hồ (the clock of a dossier, explained and supposed)', () => {
  test('shows the weeks of the term, and what the day would be if the supplement came later', async () => {
    const page = await province.officer('tinh.lanhdao');
    const { dossiers, asOf } = Rows.parse(await (await page.request.get(`${province.origin}/api/dossiers?standing=in-progress`)).json());
    const code = dossiers.find(({ clock }) => clock.state === 'running' || clock.state === 'due-soon' || clock.state === 'overdue')?.code ?? '';
    await page.goto(`${province.origin}/lam-viec/ho-so/${code}`);
    await page.getByRole('button', { name: 'Cách tính' }).click();
    await page.locator('.clock-weeks').waitFor();
    if (pictures !== undefined) for (const [width, height] of [[1440, 900], [360, 740]] as const) { await page.setViewportSize({ width, height }); await page.screenshot({ path: `${pictures}/clock-${String(width)}.png`, fullPage: true }); }
    await page.getByRole('button', { name: 'Nếu bổ sung đến vào ngày …' }).click();
    await page.getByRole('button', { name: 'Tính thử' }).click();
    const problem = await page.getByText('Ngày ghi dạng 24/11/2026.').count();
    await page.getByLabel('Ngày đến').fill(people(Temporal.Instant.from(asOf).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().add({ days: 10 })));
    await page.getByLabel('Lúc (giờ:phút)').fill('08:00');
    await page.getByRole('button', { name: 'Tính thử' }).click();
    await page.getByText(/^Nếu yêu cầu bổ sung ngay bây giờ/u).waitFor();
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/forecast.png` });

    expect([problem, province.complaints]).toEqual([1, []]);
  });
});
