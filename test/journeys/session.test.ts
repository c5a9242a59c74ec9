// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

describe('phiên đăng nhập (a session) in the browser', () => {
  test('tells a citizen two minutes before it ends, and goes on when asked to', async () => {
    const page = await province.citizen('mau');
    await page.clock.install();
    await page.goto(`${province.origin}/ho-so`);
    // An answer that came after the clock was put forward would lengthen the session.
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward('01:50:00');
    const early = await page.getByRole('dialog').count();
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward('00:08:00');
    await page.getByText('Ông/bà sẽ được đăng xuất sau 2 phút.').waitFor();
    await page.getByRole('button', { name: 'Làm tiếp' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    expect([early, province.complaints]).toEqual([0, []]);
  });
});

describe('ngôn ngữ (the language) in the browser', () => {
  test('stays English from page to page once it is chosen, and goes back to Vietnamese', async () => {
    const page = await province.visitor();
    await page.goto(`${province.origin}/thu-tuc?tim=khai+sinh`);
    await page.getByRole('link', { name: 'English' }).click();
    const chosen = [page.url(), await page.locator('html').getAttribute('lang')];
    await page.getByRole('navigation').first().getByRole('link').nth(1).click();
    await page.waitForURL('**/tra-cuu');
    const next = await page.locator('html').getAttribute('lang');
    await page.getByRole('link', { name: 'Tiếng Việt' }).click();
    await page.locator('html[lang="vi"]').waitFor();

    expect([...chosen, next, page.url()]).toEqual([`${province.origin}/thu-tuc?tim=khai+sinh`, 'en', 'en', `${province.origin}/tra-cuu`]);
  });
});
