// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongNow } from './axe.ts';
import { type LivingProvince, livingProvince, typeSlowly } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

/** Answers what is left at the counter: F7 leads from place to place. */
async function fillWhatIsLeft(page: Page): Promise<void> {
  for (let place = 0; place < 12; place += 1) {
    await page.keyboard.press('F7');
    await page.waitForTimeout(60);
    const at = page.locator(':focus');
    const kind = await at.getAttribute('type');
    const name = await at.getAttribute('id') ?? '';
    if (name.endsWith('fee')) return;
    if (kind === 'radio' || kind === 'checkbox') await page.keyboard.press('Space');
    else await typeSlowly(page, 'Giấy cũ rách, xin cấp lại');
  }
}

const codeIn = async (page: Page): Promise<string> => /Y99\.21-\d{6}-\d{4}/u.exec(await page.getByRole('main').innerText())?.[0] ?? '';

// Each test goes on from the one before: a dossier lives once.
describe('one dossier from filing to return (từ nộp đến trả) in the browser', () => {
  let code = '';
  const told = async (login: string): Promise<Page> => {
    const page = await province.officer(login);
    await page.goto(`${province.origin}/lam-viec/ho-so/${code}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  test('is taken in at the counter by keyboard only', async () => {
    const page = await province.officer('songmay.tiepnhan');
    await page.goto(`${province.origin}/lam-viec/quay`);
    await page.getByRole('heading', { level: 1 }).waitFor();

    await page.keyboard.press('F2');
    await page.waitForTimeout(100);
    await typeSlowly(page, '000095012345\t');
    await typeSlowly(page, 'Nguyễn Văn Mẫu\t');
    await typeSlowly(page, '12/3/1995\t');
    await typeSlowly(page, 'ea kar');
    await page.getByText('Xã Ea Kar').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await typeSlowly(page, 'Số 5 đường Thử Nghiệm\t0900000123');
    await page.keyboard.press('F3');
    await page.waitForTimeout(100);
    await typeSlowly(page, 'doi, cap lai giay xac nhan khuyet tat');
    await page.getByText('1.001653').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('5 ngày làm việc').first().waitFor();
    await fillWhatIsLeft(page);
    await page.keyboard.press('F8');
    await page.waitForTimeout(200);
    for (let paper = 0; paper < 6; paper += 1) await page.keyboard.press('Space');
    await page.keyboard.press('F8');

    await page.getByText(/Y99\.21-\d{6}-\d{4}/u).first().waitFor();
    code = await codeIn(page);
    expect(code).toMatch(/^Y99\.21-\d{6}-\d{4}$/u);
    const receipt = await page.request.get(`${province.origin}/api/dossiers/${code}/printed/receipt`);
    expect([receipt.status(), (await receipt.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  test('is appraised, with a draft of the result', async () => {
    const page = await told('songmay.chuyenvien');
    await page.getByRole('button', { name: /Xong bước, chuyển tiếp/u }).first().click();
    await page.getByRole('dialog').waitFor();
    for (const field of await page.getByRole('dialog').getByRole('textbox').all()) if (await field.inputValue() === '') await field.fill('Hồ sơ đủ điều kiện, đề nghị cấp lại.');
    await page.getByRole('dialog').getByRole('button').last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(province.complaints).toEqual([]);
  });

  test('is approved and signed by the leader', async () => {
    const page = await told('songmay.lanhdao');
    await page.getByRole('button', { name: /Duyệt và ký/u }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('is numbered, sealed and issued by the clerk', async () => {
    const page = await told('songmay.chuyenvien');
    await page.getByRole('button', { name: /Vào số/u }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('carries two signatures an independent tool accepts', async () => {
    const page = await told('songmay.tiepnhan');
    const result = await page.request.get(`${province.origin}/api/dossiers/${code}/printed/result`);
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-result-')), 'ket-qua.pdf');
    fs.writeFileSync(file, await result.body());

    const verdict = execFileSync('pdfsig', ['-nocert', file]).toString();

    expect(verdict.match(/Signature is Valid/gu)).toHaveLength(2);
  });

  test('is handed over, and stands as finished for anybody who knows its code', async () => {
    const page = await told('songmay.tiepnhan');
    await page.getByRole('button', { name: /Trả kết quả/u }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });

    const anybody = await province.visitor();
    await anybody.goto(`${province.origin}/tra-cuu/${code}`);

    const text = await anybody.getByRole('main').innerText();
    expect(text).toContain(code);
    expect(text).not.toContain('Nguyễn Văn Mẫu');
  });

  test('is known to its owner, with the signed result', async () => {
    const page = await province.citizen('mau');
    await page.goto(`${province.origin}/ho-so/${code}`);
    await page.getByText('Đã trả kết quả').first().waitFor();

    const result = await page.request.get(`${province.origin}/api/my/dossiers/${code}/printed/result`);

    expect(result.status()).toBe(200);
  });

  test('leaves its result in the owner’s vault, found without tone marks, beside who looked', async () => {
    const page = await province.citizen('mau');
    await page.getByRole('link', { name: 'Kho giấy tờ', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Kho giấy tờ của tôi · [1-9]/u }).waitFor();
    await page.getByLabel('Tìm trong kho').fill('khong co giay nay');
    await page.getByText('0 giấy').waitFor();
    await page.getByLabel('Tìm trong kho').fill('khuyet tat');
    await page.getByText('Còn hiệu lực', { exact: true }).last().waitFor();
    await page.getByRole('button', { name: /Mã QR kiểm tra/u }).click();
    await page.getByRole('img', { name: /Mã QR/u }).waitFor();
    const text = await page.getByRole('main').innerText();
    const wrong = await wrongNow(page);

    await page.getByRole('button', { name: /Giấy này không đúng/u }).click();
    await page.getByLabel('Sai ở đâu').fill('Sai ngày sinh của tôi.');
    await page.getByRole('button', { name: 'Gửi cơ quan cấp giấy' }).click();
    await page.getByText(/báo giấy không đúng/u).waitFor();

    expect(text).toContain(code);
    expect(text).toMatch(/xem hồ sơ · giải quyết hồ sơ/u);
    expect(wrong).toEqual([]);
  });

  test('is invisible to another citizen', async () => {
    const page = await province.citizen('an');

    const answer = await page.request.get(`${province.origin}/api/my/dossiers/${code}`);

    expect(answer.status()).toBe(404);
  });

  test('leaves papers whose code anybody can verify, and none that was altered', async () => {
    const page = await told('songmay.tiepnhan');
    const receipt = await page.request.get(`${province.origin}/api/dossiers/${code}/printed/receipt`);
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-receipt-')), 'giay-hen.pdf');
    fs.writeFileSync(file, await receipt.body());
    const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
    expect(text).toContain(code);
    expect(text).toContain('GIẤY TIẾP NHẬN HỒ SƠ');

    const forged = await province.visitor();
    await forged.goto(`${province.origin}/x/m1.${Buffer.from('["receipt","Y99.21-261120-0001",1,{}]').toString('base64url')}.AAAA`);

    expect(await forged.getByRole('main').innerText()).toContain('Không khớp');
  });
});
