// SPDX-License-Identifier: EUPL-1.2
import { starterDocx, templateDocx } from '@motcua/paper-templates/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { pictured, published, submitted } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const word = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: Buffer.from(bytes) });

describe('mẫu giấy của tỉnh (paper templates)', () => {
  test('are uploaded, checked with the place of each fault, tried out, and published by a second person', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/mau-giay`);
    await page.getByRole('heading', { name: 'Mẫu của tỉnh' }).waitFor();
    const listFaults = await wrongNow(page);
    await page.getByLabel('Mã mẫu').fill('quyet-dinh-xa');
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
    await page.getByRole('heading', { name: 'Tệp Word' }).waitFor();

    await page.getByLabel('Tên mẫu').fill('Quyết định của xã');
    await page.setInputFiles('input[type=file]', word('macro.docx', templateDocx({ more: { 'word/vbaProject.bin': 'x' } })));
    const refused = await page.getByRole('alert').innerText();
    await page.setInputFiles('input[type=file]', word('sai.docx', templateDocx({ text: 'Cấp cho {chu ho so}' })));
    await page.getByText(/Không có trường «chu ho so»/u).waitFor();
    const faulty = await page.locator('.findings li').allInnerTexts();
    await page.setInputFiles('input[type=file]', word('quyet-dinh.docx', starterDocx('QUYẾT ĐỊNH CỦA XÃ')));
    await page.getByText(/Không có trường «chu ho so»/u).waitFor({ state: 'detached' });
    await page.getByLabel('Thủ tục dùng mẫu').fill('1.013227');
    await page.locator('.options button').first().click();
    const pdf = await page.request.get(province.origin + (await page.getByRole('link', { name: /^Bản in thử/u }).getAttribute('href') ?? ''));
    const docx = await page.request.get(province.origin + (await page.getByRole('link', { name: /^Bản Word/u }).getAttribute('href') ?? ''));
    await page.getByText('Đã lưu').waitFor();
    await pictured(page, 'paper-template');
    const editorFaults = await wrongNow(page);
    const address = await submitted(page);
    const second = await province.officer('tinh.quantri', { width: 1440, height: 900 });
    await second.goto(province.origin + address);
    await published(second, '12/QĐ-UBND');
    await second.goto(`${province.origin}/lam-viec/mau-giay`);
    await second.getByRole('rowheader', { name: /Quyết định của xã/u }).waitFor();
    await pictured(second, 'paper-templates');
    const answer: unknown = await (await second.request.get(`${province.origin}/api/paper-templates`)).json();
    const { templates } = z.object({ templates: z.array(z.object({ key: z.string(), procedures: z.array(z.string()) })) }).parse(answer);

    expect([listFaults, editorFaults]).toEqual([[], []]);
    expect(refused).toMatch(/word\/vbaProject\.bin: Tệp có macro/u);
    expect(faulty.join('\n')).toMatch(/Tệp Word, đoạn \d+[\s\S]*Không có trường «chu ho so»/u);
    expect([pdf.headers()['content-type'], docx.status()]).toEqual(['application/pdf', 200]);
    expect(templates).toEqual([{ key: 'quyet-dinh-xa', procedures: ['1.013227'] }]);
    expect(province.complaints).toEqual([]);
  }, 120_000);

  test('of a letter say what the law asks and the file lacks, before they can be submitted', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1440, height: 900 });
    await page.goto(`${province.origin}/lam-viec/mau-giay`);
    await page.getByLabel('Mã mẫu').fill('giay-hen-tra');
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
    await page.getByLabel('Loại giấy').selectOption('receipt');
    await page.getByLabel('Dùng cho mọi thủ tục').check();
    await page.getByLabel('Tên mẫu').fill('Giấy tiếp nhận của tỉnh');
    const starter = await page.request.get(province.origin + (await page.getByRole('link', { name: 'Tải tệp Word để bắt đầu' }).getAttribute('href') ?? ''));
    await page.setInputFiles('input[type=file]', word('thieu.docx', templateDocx({ text: '{chủ hồ sơ}' })));
    await page.getByText(/Thiếu \{lúc hẹn trả\}/u).first().waitFor();
    const faulty = await page.locator('.findings li').allInnerTexts();
    await page.setInputFiles('input[type=file]', word('giay-hen-tra.docx', await starter.body()));
    await page.getByText(/Thiếu \{lúc hẹn trả\}/u).first().waitFor({ state: 'detached' });
    const pdf = await page.request.get(province.origin + (await page.getByRole('link', { name: /^Bản in thử/u }).getAttribute('href') ?? ''));
    await page.getByText('Đã lưu').waitFor();
    await pictured(page, 'paper-template-letter');

    expect(faulty.join('\n')).toMatch(/Thiếu \{mã QR\}/u);
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(await wrongNow(page)).toEqual([]);
    expect(province.complaints).toEqual([]);
  }, 120_000);
});
