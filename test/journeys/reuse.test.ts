// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { anIntake, procedures } from '@motcua/dossiers/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { day, desk, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince, typeSlowly } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => {
  province = await livingProvince(0);
  await holdsPermit();
}, 240_000);
afterAll(async () => { await province.close(); });

const permit = 'KQ.G17.000311';
const site = { province: '01', commune: '00004', provinceName: 'Hà Nội', communeName: 'Phường Thử', street: 'Thôn Thử' };
const permitAnswers = {
  ownerKind: 'person', ownerName: 'Nguyễn Văn Mẫu', ownerId: '000095012345', ownerAddress: site, ownerPhone: '0900000123', workPlace: site, plot: 'Thửa 12, tờ 3', plotArea: 120, workKind: 'house',
  permitNumber: '61/GPXD', permitDate: day(-300), permitAgency: 'UBND xã', permitUntil: day(60), extendedBefore: 'none', months: 12, reason: 'Chưa khởi công vì chờ vật liệu.', promise: true,
};
const Kinds = z.object({ kinds: z.array(z.looseObject({ code: z.string(), version: z.number() })) });
const Done = z.object({ code: z.string(), version: z.number() });
const Tasks = z.object({ version: z.number(), tasks: z.array(z.object({ taskId: z.string(), act: z.string().nullable() })) });

async function answered<Answer>(page: Page, schema: z.ZodType<Answer>, { method = 'post', path, body }: { readonly method?: 'post' | 'put' | 'get'; readonly path: string; readonly body?: unknown }): Promise<Answer> {
  const answer = await page.request[method](`${province.origin}${path}`, body === undefined ? {} : { data: body });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}

/** The permit is a result of its own extension, the component is confirmed to be one, and Nguyễn Văn Mẫu gets one. */
async function holdsPermit(): Promise<void> {
  const controller = await province.officer('tinh.kiemsoat', desk);
  const { kinds } = await answered(controller, Kinds, { method: 'get', path: '/api/paper-kinds' });
  const { code: _code, by: _by, components: _components, ...kind } = kinds.find(({ code }) => code === permit) ?? { code: '', version: 0 };
  await answered(controller, z.unknown(), { method: 'put', path: `/api/paper-kinds/${permit}`, body: { ...kind, procedure: procedures.permits } });
  await answered(controller, z.unknown(), { path: `/api/catalogue/procedures/${procedures.permits}/component-kinds`, body: { components: [{ name: 'Bản chính giấy phép xây dựng đã được cấp theo quy định', kind: permit }] } });
  const intake = await province.officer('songmay.tiepnhan', desk);
  const { code } = await answered(intake, Done, { path: '/api/dossiers', body: anIntake({ answers: permitAnswers }) });
  const step = async (login: string, act: string, path: (taskId: string) => string, body: Record<string, unknown>): Promise<void> => {
    const page = await province.officer(login, desk);
    const { version, tasks } = await answered(page, Tasks, { method: 'get', path: `/api/dossiers/${code}` });
    const taskId = tasks.find((task) => task.act === act)?.taskId ?? '';
    await answered(page, z.unknown(), { path: `/api/dossiers/${code}/${path(taskId)}`, body: { clientKey: randomUUID(), version, taskId, ...body } });
  };
  await step('songmay.chuyenvien', 'appraise', (taskId) => `steps/${encodeURIComponent(taskId)}/completion`, { opinion: 'Đủ điều kiện.', draft: { title: 'Về việc gia hạn giấy phép xây dựng', provisions: ['Chấp thuận đề nghị.'] }, variables: {} });
  await step('songmay.lanhdao', 'approve', () => 'approval', { opinion: null });
  await step('songmay.chuyenvien', 'number', () => 'issue', {});
}

describe('what the state holds (nhà nước đã có) in the browser', () => {
  test('is in the owner’s vault, with its code and who looked', async () => {
    const page = await province.citizen('mau');
    await page.goto(`${province.origin}/kho`);
    await page.getByRole('heading', { name: /^Giấy phép xây dựng/u }).waitFor();
    await page.getByRole('button', { name: /Mã QR kiểm tra/u }).click();
    await page.getByRole('img', { name: /Mã QR/u }).waitFor();
    await pictured(page, 'kho');

    expect(await wrongNow(page)).toEqual([]);
  });

  test('is offered while filing online: one press, no upload', async () => {
    const page = await province.citizen('mau');
    await page.goto(`${province.origin}/soan/moi?thu-tuc=${procedures.permits}&dien.reason=Ch%C6%B0a+kh%E1%BB%9Fi+c%C3%B4ng+v%C3%AC+ch%E1%BB%9D+v%E1%BA%ADt+li%E1%BB%87u&nguon=xaydung.vn`);
    await page.getByText('xaydung.vn').first().waitFor();
    await page.getByRole('button', { name: 'Bắt đầu soạn hồ sơ' }).click();
    await page.waitForURL(/\/soan\/[0-9a-f-]{36}$/u);
    const draft = page.url();
    await page.goto(`${draft}/to-khai`);
    await page.getByText('do liên kết từ xaydung.vn điền sẵn').waitFor();
    await page.getByText(/từ hồ sơ Y99\.21-/u).first().waitFor();
    await pictured(page, 'dien-san');
    await page.goto(`${draft}/giay-to`);
    await page.getByRole('button', { name: 'Dùng giấy trong kho' }).click();
    await page.getByText('Dùng giấy trong kho, không phải tải lên').waitFor();
    await pictured(page, 'giay-trong-kho');
    const wrong = await wrongNow(page);
    await page.getByText(/Chưa nộp · Đã lưu/u).waitFor();

    expect(wrong).toEqual([]);
    expect(province.complaints).toEqual([]);
  });

  test('is offered at the counter once the person agreed, and need not be judged then', async () => {
    const page = await province.officer('songmay.tiepnhan', desk);
    await page.goto(`${province.origin}/lam-viec/quay`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('F2');
    await page.waitForTimeout(100);
    await typeSlowly(page, '000095012345');
    await page.getByText('Đã có tài khoản định danh').waitFor();
    await page.keyboard.press('F3');
    await page.waitForTimeout(100);
    await typeSlowly(page, '1.013227');
    await page.getByText('1.013227').last().waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Giấy tùy thân đã xem').fill('Căn cước');
    await page.getByRole('button', { name: 'Người nộp đồng ý, xem kho' }).click();
    const taken = page.getByRole('checkbox', { name: /^Dùng giấy trong kho, không phải nộp/u });
    await taken.check();
    await pictured(page, 'quay-kho');

    expect(await page.getByRole('listitem', { name: /Bản chính giấy phép xây dựng.*: Đạt/u }).count()).toBe(1);
    expect(await wrongNow(page)).toEqual([]);
  });

  test('is looked for after who stands there: without an account seen, help is offered and «chưa muốn» is noted', async () => {
    const page = await province.officer('songmay.tiepnhan', desk);
    await page.goto(`${province.origin}/lam-viec/quay`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('F2');
    await page.waitForTimeout(100);
    await typeSlowly(page, '000099000321');
    await page.getByText('Giúp mở tài khoản mức 01').click();
    await page.getByText(/Điều 17 khoản 1 điểm a/u).waitFor();
    await page.getByRole('button', { name: 'Chưa muốn mở' }).click();
    await page.getByText('Ghi giấy tùy thân đã xem.').waitFor();
    await page.getByLabel('Giấy tùy thân đã xem').fill('Căn cước, cấp 01/02/2024');
    await page.getByRole('button', { name: 'Chưa muốn mở' }).click();
    await page.getByText(/chưa muốn mở \(/u).waitFor();
    await pictured(page, 'quay-dinh-danh');

    expect(await wrongNow(page)).toEqual([]);
  });
});
