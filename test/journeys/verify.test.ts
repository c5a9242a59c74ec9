// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import decodeQR from 'qr/decode.js';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
let folder: string;
let picture: string;
let address: string;
beforeAll(async () => {
  province = await livingProvince(12);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-verify-'));
  const counter = await province.officer('songmay.tiepnhan');
  const { dossiers } = z.object({ dossiers: z.array(z.object({ code: z.string() })) }).parse(await (await counter.request.get(`${province.origin}/api/dossiers`)).json());
  for (const { code } of dossiers) {
    const receipt = await counter.request.get(`${province.origin}/api/dossiers/${code}/printed/receipt`);
    if (!receipt.ok()) continue;
    fs.writeFileSync(path.join(folder, 'giay.pdf'), await receipt.body());
    break;
  }
  picture = path.join(folder, 'giay.png');
  execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', path.join(folder, 'giay.pdf'), picture.replace(/\.png$/u, '')]);
  const scan = execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', path.join(folder, 'giay.pdf')], { maxBuffer: 64 * 1024 * 1024 });
  const [, columns = '', rows = ''] = /^P6\s(\d+) (\d+)\s255\s/u.exec(scan.toString('latin1', 0, 40)) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  address = decodeQR({ width, height, data: scan.subarray(scan.length - width * height * 3) }, { timeLimit: 5000 });
}, 180_000);
afterAll(async () => { await province.close(); fs.rmSync(folder, { recursive: true, force: true }); });

const phone = { width: 360, height: 740 };
const verdict = '#ket-luan';

describe('trang kiểm tra giấy (the page that checks papers)', () => {
  test('checks with the network cut: the page opens again, the code of a real receipt is intact, a changed one is refused, a paper’s address is answered', async () => {
    const page = await province.visitor(phone);
    await page.goto(`${province.origin}/kiem-tra-giay`);
    await page.getByText('Trang này đã lưu trên máy').waitFor();
    await page.context().setOffline(true);

    await page.reload();
    await page.getByRole('textbox', { name: /^Mã trên giấy/u }).fill(address);
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    const intact = await page.locator(verdict).textContent();
    const told = await page.getByText(/không biết giấy đã bị thay hay thu hồi chưa/u).count();
    await pictured(page, 'check-offline');
    await page.getByRole('textbox', { name: /^Mã trên giấy/u }).fill(address.slice(0, -8) + 'AAAAAAAA');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.locator('.verdict.mismatch').waitFor();
    const forged = await page.locator(verdict).textContent();
    await page.goto(province.origin + new URL(address).pathname);
    await page.locator('.verdict.intact').waitFor();

    expect([intact, told, forged, await page.locator(verdict).textContent()]).toEqual(['Mã còn nguyên vẹn', 1, 'Mã không đúng', 'Mã còn nguyên vẹn']);
    await page.context().close();
  });

  test('reads the code from a photograph of the paper, and says that the network is back', async () => {
    const page = await province.visitor(phone);
    await page.goto(`${province.origin}/kiem-tra-giay`);
    await page.getByLabel('Chọn ảnh mã QR hoặc tệp PDF').setInputFiles(picture);
    await page.locator('.verdict.intact').waitFor();
    await pictured(page, 'check-online');

    expect(await page.locator(verdict).textContent()).toBe('Mã thật, còn phải so với giấy');
    await page.context().close();
  });

  test('refuses a file that nobody issued', async () => {
    const page = await province.visitor(phone);
    await page.goto(`${province.origin}/kiem-tra-giay`);
    await page.getByLabel('Chọn ảnh mã QR hoặc tệp PDF').setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 sửa') });
    await page.locator('.verdict.mismatch').waitFor();

    expect(await page.getByText(/không trùng với tệp nào/u).count()).toBe(1);
    await page.context().close();
  });

  test('leaves a line for the issuer', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/kiem-tra-giay`);
    await page.getByRole('row', { name: /Giấy tiếp nhận/u }).first().waitFor();
    await pictured(page, 'check-log');

    expect(await page.getByText(/không khớp giấy nào/u).count()).toBe(1);
  });
});
