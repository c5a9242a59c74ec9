// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type AuthorityServices, authorityServices, createTestAuthority } from '@motcua/documents';
import { systemClock } from '@motcua/kernel';
import { type StandInSigner, type TrustServices, startTrustServices } from '@motcua/trust-services';
import { softToken } from '@motcua/trust-services/testing';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { desk } from './drafting.ts';
import { type LivingProvince, freePort, livingProvince } from './living-province.ts';

/** Where a key lies, as the screens say it. */
export const keyPlaces = { token: 'Thiết bị ký (PKCS#11)', csc: 'Ký từ xa, mở bằng mã PIN', phone: 'Ký từ xa, xác nhận trên điện thoại' } as const;
export type Place = keyof typeof keyPlaces;

/** The name a key begins with among the choices of a dialog. */
export const keyOf = (place: Place): RegExp => new RegExp(`^${keyPlaces[place].replace(/[()#]/gu, '.')}`, 'u');

/** What opens the keys at the remote service. */
export const pin = '246810';

/** A province joined to an authority, two remote services and a token, as one with providers of its own. */
export type JoinedProvince = {
  readonly province: LivingProvince; readonly services: TrustServices; readonly vouching: AuthorityServices;
  /** The windows of those who have keys elsewhere, by login. Their account at the services is their login. */
  readonly windows: Readonly<Record<string, Page>>;
  readonly certificateOf: (login: string) => Uint8Array;
  readonly close: () => Promise<void>;
};

/** Brings it to life. `logins`: who has keys elsewhere; the first has one on the token too, called 01. */
export async function joinedProvince(logins: readonly string[]): Promise<JoinedProvince> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-keys-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const from = systemClock.now().subtract({ hours: 2 });
  const authority = await createTestAuthority({ at: from });
  const device = softToken();
  const [keys = '', trust = '', root = ''] = ['keys.json', 'trust', 'trust/root.der'].map((name) => path.join(folder, name));
  fs.mkdirSync(trust);
  fs.writeFileSync(root, authority.root);
  fs.writeFileSync(keys, JSON.stringify({
    csc: { url: `${origin}/csc/v2`, version: 'v2', clientId: 'motcua', clientSecret: 'mat-khau' }, phone: { url: `${origin}/phone`, serviceId: 'motcua', serviceSecret: 'mat-khau' },
    token: { library: device.library, label: device.label, chain: [root], environment: device.environment },
  }));
  const province = await livingProvince(0, { tsa: `${origin}/tsa`, keys, trust });
  const windows: Record<string, Page> = {};
  const signers: StandInSigner[] = [];
  for (const login of logins) {
    const page = await province.officer(login, desk);
    const { name } = z.object({ name: z.string() }).parse(await (await page.request.get(`${province.origin}/api/me`)).json());
    const issued = await authority.issue({ kind: 'officer', name, organisation: 'Thử', at: from, addresses: { ocsp: `${origin}/ocsp`, list: `${origin}/crl` } });
    if (signers.length === 0) device.load('01', issued);
    signers.push({ userId: login, issued, pin });
    windows[login] = page;
    // The demonstration's own keys lie at services this province is not joined to.
    const { means } = z.object({ means: z.array(z.object({ id: z.string(), endedAt: z.string().nullable() })) }).parse(await (await page.request.get(`${province.origin}/api/my/signing-means`)).json());
    for (const { id, endedAt } of means) if (endedAt === null) await page.request.post(`${province.origin}/api/my/signing-means/${id}/end`, { data: {} });
  }
  const vouching = await authorityServices(authority, systemClock);
  const services = await startTrustServices({ port, services: vouching, secret: 'mat-khau', signers });
  return {
    province, services, vouching, windows,
    certificateOf: (login) => signers.find(({ userId }) => userId === login)?.issued.certificate ?? new Uint8Array(),
    close: async () => {
      await province.close();
      await services.stop();
      device.remove();
      fs.rmSync(folder, { recursive: true });
    },
  };
}

/** An officer enters a key on the screen for it. */
export async function keyEntered(page: Page, origin: string, { place, account }: { readonly place: Place; readonly account: string }): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (!page.url().endsWith('/lam-viec/khoa-ky')) await page.goto(`${origin}/lam-viec/khoa-ky`);
  await page.getByRole('button', { name: 'Ghi danh khóa ký' }).click();
  await dialog.getByLabel('Nơi giữ khóa').selectOption({ label: keyPlaces[place] });
  await dialog.getByLabel(/^Tài khoản hoặc mã khóa/u).fill(account);
  await dialog.getByRole('button', { name: 'Vào sổ' }).click();
  await page.getByText(keyPlaces[place]).first().waitFor();
  await dialog.waitFor({ state: 'hidden' });
}
