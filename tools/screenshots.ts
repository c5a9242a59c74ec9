// SPDX-License-Identifier: EUPL-1.2
/** Takes the pictures of README from a running demonstration: `node tools/screenshots.ts http://localhost:8080`. */
import path from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { z } from 'zod';

const origin = process.argv[2] ?? 'http://localhost:8080';
const folder = path.resolve(import.meta.dirname, '../docs/images');
const Accounts = z.object({ password: z.string(), accounts: z.array(z.object({ login: z.string(), code: z.string() })) });
const Rows = z.object({ dossiers: z.array(z.object({ code: z.string() })) });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });

async function windowOf(login: string | null, size: { readonly width: number; readonly height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN', reducedMotion: 'reduce' });
  if (login !== null) {
    const { password, accounts } = Accounts.parse(await (await context.request.get(`${origin}/api/demonstration/accounts`)).json());
    await context.request.post(`${origin}/api/session`, { data: { login, password, code: accounts.find((account) => account.login === login)?.code } });
  }
  return context.newPage();
}

async function picture(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${origin}${address}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

const desk = { width: 1366, height: 768 };

await picture(await windowOf(null, { width: 1200, height: 800 }), '/thu-tuc/1.013227', 'thu-tuc');
await picture(await windowOf('songmay.tiepnhan', desk), '/lam-viec/quay', 'quay');
const officer = await windowOf('songmay.chuyenvien', desk);
await picture(officer, '/lam-viec', 'viec');
const { dossiers: [first] } = Rows.parse(await (await officer.request.get(`${origin}/api/work?list=todo`)).json());
if (first !== undefined) {
  await picture(officer, `/lam-viec/ho-so/${first.code}`, 'ho-so');
  await officer.getByText('Cách tính').first().click();
  await officer.waitForTimeout(400);
  await officer.screenshot({ path: path.join(folder, 'ngay-hen.png') });
}
await picture(await windowOf('tinh.lanhdao', desk), '/lam-viec/dieu-hanh', 'dieu-hanh');
await browser.close();
