// SPDX-License-Identifier: EUPL-1.2
import { smallPdf } from '@motcua/documents/testing';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import { ActDone } from '@motcua/dossiers/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

const commune = 'Y99.21';

async function takenIn(counter: Page): Promise<string> {
  const answer = await counter.request.post(`${province.origin}/api/dossiers`, { data: {
    clientKey: randomUUID(), procedure: '1.001653', circumstance: null, receivingAgency: commune, solvingAgency: commune, returningAgency: commune, channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
    answers: plainAnswers, papers: allInOrder, returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
  } });
  if (!answer.ok()) throw new Error(await answer.text());
  return ActDone.parse(await answer.json()).code;
}

const press = async (page: Page, name: RegExp): Promise<void> => { await page.getByRole('button', { name }).click(); };
const says = (page: Page, text: RegExp | string): Promise<void> => page.getByText(text).first().waitFor();

/** A picture for the eye, where a folder for it is named. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['MOTCUA_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

describe('người nộp và cơ quan nói với nhau (person and office) in the browser', () => {
  test('about a later day, what is missing, a question, and the wish to stop', async () => {
    const [counter, solver, leader] = [await province.officer('songmay.tiepnhan'), await province.officer('songmay.chuyenvien'), await province.officer('songmay.lanhdao')];
    const code = await takenIn(counter);
    const [office, own] = [`${province.origin}/lam-viec/ho-so/${code}`, `${province.origin}/ho-so/${code}`];
    const citizen = await province.citizen('mau');

    await leader.goto(office);
    await press(leader, /^Ký xin lỗi và gia hạn/u);
    await leader.getByLabel('Lý do', { exact: false }).fill('Phải kiểm tra thực địa thêm.');
    await look(leader, 'gia-han');
    await leader.locator('dialog').getByRole('button', { name: /^Ký xin lỗi và gia hạn/u }).click();
    await says(leader, /Đã xin lỗi và gia hạn đến/u);
    await look(leader, 'ho-so-da-gia-han');
    await citizen.goto(own);
    await says(citizen, 'Xin lỗi ông/bà, ngày hẹn phải lùi lại');

    await solver.goto(`${office}/bo-sung`);
    await solver.getByLabel(/^Lý do thường gặp/u).first().selectOption({ label: 'Giấy tờ chụp bị mờ, chưa đọc được' });
    await solver.getByLabel('Lý do chung').fill('Hồ sơ chưa đủ để thẩm định.');
    await look(solver, 'yeu-cau-bo-sung');
    await press(solver, /^Ký và gửi/u);
    await says(solver, /chưa trả lời/u);
    await citizen.goto(`${own}/bo-sung`);
    await press(citizen, /^Gửi bổ sung/u);
    await says(citizen, /Chưa có gì được bổ sung/u);
    await citizen.getByLabel(/^Trả lời mục 1/u).fill('Bản vẽ mới đã ghi đủ kích thước.');
    await citizen.locator('input[type=file]').first().setInputFiles({ name: 'ban-ve.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf) });
    await says(citizen, /xem.* tệp ban-ve\.pdf/u);
    await citizen.reload();
    await says(citizen, /xem.* tệp ban-ve\.pdf/u);
    expect(await citizen.getByLabel(/^Trả lời mục 1/u).inputValue()).toBe('Bản vẽ mới đã ghi đủ kích thước.');
    await look(citizen, 'tra-loi-bo-sung');
    await press(citizen, /^Gửi bổ sung/u);
    await citizen.waitForURL(own);

    await citizen.getByLabel('Tin nhắn').fill('Bao giờ có kết quả?');
    await press(citizen, /^Gửi tin nhắn/u);
    await says(citizen, 'Bao giờ có kết quả?');
    await counter.goto(`${province.origin}/lam-viec/tin-nhan`);
    await says(counter, /Người nộp nhắn tin/u);
    await look(counter, 'tin-nhan');
    await counter.goto(office);
    await says(counter, 'Bản vẽ mới đã ghi đủ kích thước.');
    await counter.getByLabel('Tin nhắn').fill('Trong tuần này.');
    await press(counter, /^Gửi tin nhắn/u);
    await says(counter, 'Trong tuần này.');

    await citizen.goto(`${own}/de-nghi`);
    await citizen.getByLabel('Dừng giải quyết').check();
    await citizen.getByLabel('Nội dung đề nghị').fill('Tôi không xây nữa.');
    await look(citizen, 'de-nghi');
    await press(citizen, /^Gửi đề nghị/u);
    await says(citizen, /Đã gửi đề nghị/u);
    await look(citizen, 'ho-so-nguoi-dan');
    await counter.goto(office);
    await look(counter, 'ho-so-de-nghi');
    await counter.getByRole('button', { name: /^Quyết định đề nghị/u }).first().click();
    await counter.getByLabel('Quyết định', { exact: true }).selectOption({ label: 'Đồng ý' });
    await counter.getByLabel('Lý do', { exact: false }).fill('Chưa có kết quả.');
    await counter.locator('dialog').getByRole('button', { name: /^Quyết định đề nghị/u }).click();
    await says(counter, /Đã ghi nhận/u);
    await citizen.goto(own);
    await says(citizen, 'Hồ sơ đã dừng giải quyết');
    await citizen.getByRole('link', { name: /Thông báo dừng giải quyết/u }).waitFor();
    await look(citizen, 'ho-so-da-dung');

    expect(province.complaints).toEqual([]);
  }, 120_000);
});
