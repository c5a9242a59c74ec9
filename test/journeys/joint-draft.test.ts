// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type LivingProvince, livingProvince } from './living-province.ts';
import { wrongNow } from './axe.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

/** Pictures for the eye, where a folder for them is named. */
async function look(page: Page, name: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  const folder = process.env['MOTCUA_PICTURES'];
  for (const [width, height] of [[360, 740], [1366, 768]] as const) {
    await page.setViewportSize({ width, height });
    wrong.push(...await wrongNow(page));
    if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name}-${String(width)}.png`), fullPage: true });
  }
  return wrong;
}

const procedure = '1.001653';
const answers = {
  requesterName: 'Nguyễn Văn Mẫu', requesterId: '000095012345', requesterPhone: '0900000123', onBehalf: 'self', request: 'Đề nghị cấp lại', promise: true,
  requesterAddress: { province: '66', provinceName: 'Tỉnh Đắk Lắk', commune: '24000', communeName: 'Xã Ea Kar', street: 'Số 5 đường Thử Nghiệm' },
};

const field = (page: Page, name: string): ReturnType<Page['locator']> => page.locator(`#o-${name}`);

/** A place by the keyboard; late results move the list, so who missed types again. */
async function choosePlace(page: Page, name: string): Promise<void> {
  const commune = field(page, name);
  for (let tries = 0; tries < 5 && !(await commune.inputValue()).startsWith('Xã Ea Kar,'); tries += 1) {
    await commune.fill('');
    await commune.pressSequentially('ea kar', { delay: 40 });
    await page.getByRole('option', { name: /^Xã Ea Kar,/u }).first().click({ timeout: 3000 }).catch(() => undefined);
  }
  await field(page, `${name}-street`).fill('7 đường Thử Nghiệm');
}

const Begun = z.object({ id: z.string(), revision: z.number() });
const Start = z.object({ agencies: z.array(z.object({ code: z.string() })) });
const Filed = z.object({ dossiers: z.array(z.object({ code: z.string(), procedure: z.string() })) });

describe('bản soạn chung (a draft of two citizens) in the browser', () => {
  test('is named in, confirmed, changed, confirmed again and filed; both then find the dossier', async () => {
    const [first, second] = [await province.citizen('mau'), await province.citizen('an')];
    const agency = Start.parse(await (await first.request.get(`${province.origin}/api/filing/${procedure}`)).json()).agencies[0]?.code ?? null;
    const applicant = { kind: 'person', name: 'Nguyễn Văn Mẫu', personalId: '000095012345', birthDate: null, address: { province: null, commune: null, text: 'Số 5 đường Thử Nghiệm' }, phone: null, email: null };
    const begun = await first.request.post(`${province.origin}/api/drafts`, { data: { procedure, content: { agency, circumstance: null, applicant, forOther: false, answers, returnWay: 'counter' } } });
    const { id } = Begun.parse(await begun.json());
    const step = `${province.origin}/soan/${id}/cung-dung-ten`;

    // Named: a number that is none is refused at its field, a right one is taken.
    await first.goto(step);
    await first.getByLabel('Họ tên người cùng đứng tên').fill('Đặng Thị Ẩn');
    await first.getByLabel('Số định danh người cùng đứng tên').fill('12');
    await first.getByRole('button', { name: 'Ghi thêm người' }).click();
    await first.getByRole('link', { name: 'Số định danh có 12 chữ số.' }).waitFor();
    await first.getByLabel('Số định danh người cùng đứng tên').fill('000188067890');
    await first.getByRole('button', { name: 'Ghi thêm người' }).click();
    await first.getByText('Chưa xác nhận', { exact: true }).waitFor();
    const wrong = [...await look(first, 'named')];

    // Confirmed by the other, under her own account.
    await second.goto(`${province.origin}/ho-so`);
    await second.getByRole('heading', { name: 'Chờ ông/bà xác nhận' }).waitFor();
    wrong.push(...await look(second, 'waiting'));
    await second.getByRole('region', { name: 'Chờ ông/bà xác nhận' }).getByRole('link').click();
    await second.getByText('Đề nghị cấp lại').waitFor();
    await choosePlace(second, 'part-address');
    wrong.push(...await look(second, 'asked'));
    await second.getByRole('button', { name: 'Tôi xác nhận và đồng ý nộp' }).click();
    await second.getByText(/Ông\/bà đã xác nhận nội dung này lúc/u).waitFor();

    // Changed by the first: told to both, and not to be filed.
    await first.goto(`${province.origin}/soan/${id}/to-khai`);
    const saved = first.waitForResponse((response) => response.request().method() === 'PUT');
    await first.locator('#o-request').fill('Đề nghị cấp lại hai bản');
    await saved;
    await first.goto(step);
    await first.getByText('Cần xác nhận lại', { exact: true }).waitFor();
    wrong.push(...await look(first, 'changed'));
    await first.goto(`${province.origin}/soan/${id}/kiem-tra`);
    await first.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await first.getByText(/Chưa nộp được: Đặng Thị Ẩn cần xác nhận lại/u).waitFor();
    await second.reload();
    await second.getByText(/Nội dung đã đổi từ khi ông\/bà xác nhận/u).waitFor();
    wrong.push(...await look(second, 'asked-again'));
    await second.getByRole('button', { name: 'Tôi xác nhận và đồng ý nộp' }).click();
    await second.getByText(/Ông\/bà đã xác nhận nội dung này lúc/u).waitFor();

    await first.reload();
    await first.getByText('1 trong 1 người đã xác nhận').waitFor();
    await first.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await first.waitForURL(/da-nop$/u);
    const lists = await Promise.all([first, second].map(async (page) => Filed.parse(await (await page.request.get(`${province.origin}/api/my/dossiers`)).json()).dossiers.length));
    expect(wrong).toEqual([]);
    expect(lists).toEqual([1, 1]);
  }, 120_000);

  test('is confirmed at a counter by who has no account: found by the person, the identity paper named', async () => {
    const first = await province.citizen('mau');
    const begun = await first.request.post(`${province.origin}/api/drafts`, { data: { procedure, content: { agency: null, circumstance: null, applicant: null, forOther: false, answers, returnWay: null } } });
    const { id } = Begun.parse(await begun.json());
    await first.request.post(`${province.origin}/api/drafts/${id}/co-applicants`, { data: { name: 'Lê Thị Già', personalId: '000155000003', relation: 'parent' } });
    const officer = await province.officer('songmay.tiepnhan');
    await officer.goto(`${province.origin}/lam-viec/ban-soan-chung`);
    await officer.getByLabel('Số định danh người đến').fill('000155000003');
    await officer.getByRole('button', { name: 'Tìm bản soạn' }).click();
    await officer.getByRole('button', { name: 'Ghi xác nhận của Lê Thị Già' }).click();
    await officer.getByRole('button', { name: 'Ghi xác nhận của Lê Thị Già' }).click();
    await officer.getByRole('link', { name: 'Ghi giấy tờ tùy thân đã xem.' }).waitFor();
    await officer.getByLabel('Giấy tờ tùy thân đã xem').fill('Căn cước, cấp 01/02/2024');
    await choosePlace(officer, 'part-address');
    const wrong = await look(officer, 'counter');
    await officer.getByRole('button', { name: 'Ghi xác nhận của Lê Thị Già' }).click();
    await officer.getByText('Đã ghi xác nhận của Lê Thị Già.').waitFor();
    await first.goto(`${province.origin}/soan/${id}/cung-dung-ten`);
    await first.getByText(/xác nhận tại quầy/u).waitFor();

    expect(wrong).toEqual([]);
  }, 120_000);
});
