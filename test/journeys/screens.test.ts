// SPDX-License-Identifier: EUPL-1.2
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { type LivingProvince, type Size, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const phone: Size = { width: 360, height: 740 };
const desk: Size = { width: 1366, height: 768 };

/** Waits until a page has asked for all it needs: nothing under way for a moment, but for the line on which news comes. */
async function settled(page: Page): Promise<void> {
  for (let still = 0; still < 3;) {
    await page.waitForTimeout(40);
    still = (underWay.get(page)?.size ?? 0) === 0 ? still + 1 : 0;
  }
}

const underWay = new WeakMap<Page, Set<Request>>();

/** Follows what a page asks for from now on. */
function follow(page: Page): void {
  const asked = new Set<Request>();
  const ended = (request: Request): void => { asked.delete(request); };
  underWay.set(page, asked);
  page.on('request', (request) => { if (request.resourceType() !== 'eventsource') asked.add(request); });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
}

/** What is wrong with the screen at an address, on a phone and on a desk. */
async function wrongWith(page: Page, address: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  await page.setViewportSize(phone);
  await page.goto(province.origin + address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [where, size] of [['phone', phone], ['desk', desk]] as const) {
    await page.setViewportSize(size);
    await settled(page);
    wrong.push(...(await wrongNow(page)).map((what) => `${address} on a ${where}: ${what}`));
  }
  return wrong;
}

async function wrongWithAll(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  follow(page);
  for (const address of addresses) wrong.push(...await wrongWith(page, address));
  return wrong;
}

const firstCode = async (page: Page): Promise<string> => {
  const answer: unknown = await (await page.request.get(`${province.origin}/api/dossiers`)).json();
  return z.object({ dossiers: z.array(z.object({ code: z.string() })) }).parse(answer).dossiers[0]?.code ?? '';
};

// Thirty screens a person, each judged twice: a busy machine takes its time.
describe('every screen (màn hình) is usable by everybody', { timeout: 180_000 }, () => {
  const open = ['/', '/thu-tuc?tim=khai+sinh', '/thu-tuc?tim=khongcogi', '/thu-tuc/1.001612', '/thu-tuc/1.013225', '/thu-tuc/1.013225/can-gi', '/thu-tuc/1.013225/ban-cu', '/du-lieu-mo', '/bang/niem-yet/Y99.21', '/nhung/thu-tuc/1.013225', '/thu-tuc/1.013225/quy-trinh', '/thu-tuc/1.001806/quy-trinh', '/tra-cuu', '/tra-cuu/sai', '/x/sai', '/kiem-tra-giay', '/viec/sinh-con', '/tiep-can', '/huong-dan', '/lien-he', '/phan-anh', '/khong-co'];

  test('of the public pages', async () => {
    const page = await province.visitor(phone);

    expect(await wrongWithAll(page, open)).toEqual([]);
  });

  test('of the signed-in citizen', async () => {
    const page = await province.citizen('mau', phone);

    expect(await wrongWithAll(page, ['/ho-so', '/kho', '/kho/ai-da-xem', '/soan/moi?thu-tuc=1.001612'])).toEqual([]);
  });

  test('of the officer', async () => {
    const page = await province.officer('songmay.tiepnhan', phone);
    const code = await firstCode(page);

    expect(await wrongWithAll(page, ['/lam-viec', '/lam-viec/hom-nay', '/lam-viec/hom-nay?of=me&state=later', '/lam-viec/quay', '/lam-viec/truc-tuyen', '/lam-viec/tra', '/lam-viec/gia-han', '/lam-viec/dong', '/lam-viec/im-lang', '/lam-viec/de-nghi', '/lam-viec/tin-nhan', '/lam-viec/ho-so', `/lam-viec/ho-so/${code}`, `/lam-viec/ho-so/${code}/sua`, '/lam-viec/so-theo-doi', '/lam-viec/giay', '/lam-viec/giay-goc', '/lam-viec/so-hoa', '/lam-viec/ho-so-cu', '/lam-viec/lam-sach', '/lam-viec/so-thu', '/lam-viec/dai-dien', '/lam-viec/ban-quet', '/lam-viec/buu-chinh', '/lam-viec/chuyen-den', '/lam-viec/ban-soan-chung', '/lam-viec/dieu-hanh', '/lam-viec/ban-in'])).toEqual([]);
  });

  test('of who keeps the registers', async () => {
    const page = await province.officer('tinh.quantri', phone);

    expect(await wrongWithAll(page, ['/lam-viec/gio-lam-viec', '/lam-viec/gio-lam-viec?nam=2030', '/lam-viec/cach-tinh', '/lam-viec/uy-quyen', '/lam-viec/bo-tri?agency=Y99.01', '/lam-viec/lich-ky', '/lam-viec/khoa-ky', '/lam-viec/con-dau', '/lam-viec/mau-giay', '/lam-viec/loi-bao', '/lam-viec/quy-dinh', '/lam-viec/quy-dinh?bang=number-series', '/lam-viec/quy-dinh?bang=escalation-rules', '/lam-viec/quy-dinh?bang=late-causes', '/lam-viec/quy-dinh?bang=deemed-consent'])).toEqual([]);
  });

  test('of who controls procedures', async () => {
    const page = await province.officer('tinh.kiemsoat', phone);

    expect(await wrongWithAll(page, ['/lam-viec/tai-cho', '/lam-viec/tai-cho?agency=Y99.02&class=five', '/lam-viec/chuyen-ban', '/lam-viec/quy-trinh', '/lam-viec/quy-trinh/H14-2022-01', '/lam-viec/quy-trinh/khong-co', '/lam-viec/quy-trinh/H14-2022-01/ve', '/lam-viec/quy-trinh/1.001612/ve?mau=MC-XA-CHUAN', '/lam-viec/quy-trinh/H14-2022-01/so-sanh', '/lam-viec/nap-quy-trinh'])).toEqual([]);
  });

  test('of who keeps the catalogue', async () => {
    const page = await province.officer('tinh.kiemsoat', phone);

    expect(await wrongWithAll(page, ['/lam-viec/ban-thu', '/lam-viec/ban-thu?thu-tuc=1.013227', '/lam-viec/san-sang', '/lam-viec/goi', '/lam-viec/ban-soan', '/lam-viec/danh-muc', '/lam-viec/danh-muc?thieu=any', '/lam-viec/danh-muc/cap-nhat', '/lam-viec/danh-muc/1.013227', '/lam-viec/cong-bo', '/lam-viec/ra-soat', '/lam-viec/giay-to', '/lam-viec/kiem-tra-giay'])).toEqual([]);
  });

  test('of who keeps the archive', async () => {
    const page = await province.officer('songmay.chuyenvien', phone);

    expect(await wrongWithAll(page, ['/lam-viec/nop-luu', '/lam-viec/nop-luu?den=all', '/lam-viec/bien-ban-luu', '/lam-viec/luu-tru', '/lam-viec/luu-tru?tinh-trang=destroyed', '/lam-viec/toan-ven', '/lam-viec/huy-ho-so'])).toEqual([]);
  });

  test('and none of them asks the browser for something the content policy forbids', () => {
    expect(province.complaints).toEqual([]);
  });
});

describe('a public page (trang công khai)', () => {
  test('finds, asks and answers with scripts switched off', async () => {
    const context = await province.browser.newContext({ javaScriptEnabled: false, viewport: phone });
    const page = await context.newPage();

    await page.goto(province.origin);
    await page.fill('#tim', 'gia han giay phep xay dung');
    await page.click('form[role=search] button');
    await page.locator('.line-title a').first().click();
    await page.getByRole('link', { name: 'Tôi cần giấy gì?' }).click();
    while (await page.locator('main input[type=radio]').count() > 0) {
      await page.locator('main input[type=radio]').first().check();
      await page.locator('main form button').click();
    }

    expect(await page.locator('h1').textContent()).toMatch(/^Cần \d+ giấy$/u);
    await context.close();
  });

  test('loads no more than 90 kB of script', async () => {
    const page = await province.visitor(phone);
    let bytes = 0;
    page.on('response', async (response) => { if (response.request().resourceType() === 'script') bytes += (await response.body()).length; });

    await page.goto(`${province.origin}/thu-tuc/1.001612`, { waitUntil: 'networkidle' });

    expect(bytes).toBeLessThan(90_000);
  });
});
