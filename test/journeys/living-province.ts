// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { testDatabase } from '@motcua/db-kit/testing';
import { type Running, serve } from '@motcua/server';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { z } from 'zod';
import { bornProvince, journeyConfig } from './born-province.ts';

const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));

const Accounts = z.object({ password: z.string(), accounts: z.array(z.object({ login: z.string(), code: z.string() })) });

/** The whole system in a browser: a demonstration province with a few dossiers, served for real, and Chromium. */
export type LivingProvince = {
  readonly origin: string;
  readonly running: Running;
  readonly browser: Browser;
  /** A window of somebody signed in; what the page logs as an error is kept in `complaints`. */
  readonly officer: (login: string, size?: Size) => Promise<Page>;
  readonly citizen: (id: string, size?: Size) => Promise<Page>;
  readonly visitor: (size?: Size) => Promise<Page>;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

export type Size = { readonly width: number; readonly height: number };
export const counterScreen: Size = { width: 1366, height: 768 };

/** A port nobody listens on. */
export const freePort = (): Promise<number> => new Promise((resolve) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
  });
});

/** Brings a province to life on a database of its own. `joined`: what of the outside it is joined to. @throws when Chromium is missing: the message says what to install */
export async function livingProvince(dossiers: number, joined: Partial<Pick<Parameters<typeof serve>[0], 'tsa' | 'keys' | 'trust' | 'scans'>> = {}): Promise<LivingProvince> {
  if (chromiumPath === undefined) throw new Error('Thiếu Chromium. Cài rồi chạy lại (Debian: apt-get install chromium).');
  const born = await bornProvince(dossiers);
  const database = await testDatabase(born.template);
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-journey-'));
  fs.cpSync(born.data, data, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const running = await serve({ ...journeyConfig({ port, data, databaseUrl: database.ownerUrl, publicOrigin: origin, dossiers }), ...joined }, () => undefined);
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const complaints: string[] = [];
  const open = async (size: Size): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const context = await browser.newContext({ viewport: size, locale: 'vi-VN', reducedMotion: 'reduce' });
    context.setDefaultTimeout(10_000);
    return { context, page: await pageOf(context) };
  };
  const pageOf = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', (fault) => { complaints.push(`${page.url()}: ${fault.message}`); });
    page.on('console', (message) => { if (message.type() === 'error' && !/status of (401|404|409|422)/u.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`); });
    return page;
  };
  // A code of the second factor works once: who has signed in stays signed in.
  const signedIn = new Map<string, BrowserContext>();
  return {
    origin, running, browser, complaints,
    officer: async (login, size = counterScreen) => {
      const known = signedIn.get(login);
      if (known !== undefined) {
        const page = await pageOf(known);
        await page.setViewportSize(size);
        return page;
      }
      const { context, page } = await open(size);
      signedIn.set(login, context);
      const { password, accounts } = Accounts.parse(await (await fetch(`${origin}/api/demonstration/accounts`)).json());
      const answer = await context.request.post(`${origin}/api/session`, { data: { login, password, code: accounts.find((account) => account.login === login)?.code } });
      if (!answer.ok()) throw new Error(`${login}: ${await answer.text()}`);
      return page;
    },
    citizen: async (id, size = { width: 1024, height: 900 }) => {
      const { page } = await open(size);
      await page.goto(`${origin}/dang-nhap?tiep=/ho-so`);
      await page.click(`button[value="${id}"]`);
      await page.waitForURL(`${origin}/ho-so`);
      return page;
    },
    visitor: async (size = { width: 1024, height: 900 }) => (await open(size)).page,
    close: async () => {
      await browser.close();
      await running.stop();
      await database.drop();
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Types as a person does, a tab between fields. People type slower than scanners: bursts faster than this are taken for a scan. */
export async function typeSlowly(page: Page, text: string): Promise<void> {
  for (const [at, part] of text.split('\t').entries()) {
    if (at > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(part, { delay: 40 });
  }
}
