// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { DossierPage, OfficerDossier } from '@motcua/dossiers/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince, typeSlowly } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

/** Pictures for the eye at three widths, where a folder for them is named. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['MOTCUA_PICTURES'];
  if (folder === undefined) return;
  for (const [width, height] of [[1440, 900], [768, 900], [360, 740]] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: path.join(folder, `${name}-${String(width)}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

/** A person and a procedure; the e-form and the papers are left as they are. */
async function begun(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await page.waitForTimeout(100);
  await typeSlowly(page, '000095012345\tNguyễn Văn Mẫu\t12/3/1995\tea kar');
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
}

describe('hồ sơ đến quầy (a dossier comes to the counter) in the browser', () => {
  test('by post, handed in by somebody else, to be returned elsewhere: what is missing is named, what is written is kept', async () => {
    const page = await province.officer('songmay.tiepnhan');
    await page.goto(`${province.origin}/lam-viec/quay`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await begun(page);
    await page.getByRole('checkbox', { name: 'Người đến nộp không phải chủ hồ sơ' }).check();
    await page.getByLabel('Hồ sơ đến').selectOption('post');
    await page.keyboard.press('Alt+F9');
    await page.getByRole('link', { name: 'Ghi họ tên và số định danh của người nộp thay.' }).waitFor();
    const named = await page.getByRole('alert').getByRole('link').allInnerTexts();
    await page.getByRole('button', { name: 'Thêm đồng chủ hồ sơ' }).click();
    await page.getByLabel('Số định danh người đồng chủ').fill('000199000001');
    await page.getByLabel('Họ tên người đồng chủ').fill('Lê Thị Đồng');
    await page.getByLabel('Số định danh người nộp thay').fill('000188067890');
    await page.getByLabel('Người nộp thay', { exact: true }).fill('Trần Thị Thay');
    await page.getByLabel('Số giấy tờ đại diện').fill('12/2026');
    await page.getByLabel('Ngày lập').fill('1/11/2026');
    await page.getByLabel('Nơi lập, chứng thực').fill('Phòng Công chứng số 1');
    await page.getByLabel('Số hiệu bưu gửi').fill('RA123456789VN');
    await page.getByLabel('Lúc ký biên bản bàn giao').fill('2026-11-16T09:00');
    await page.getByLabel('Người của bưu chính giao hồ sơ').fill('Bưu tá Thử');
    await page.getByLabel('Cách trả', { exact: true }).selectOption('post');
    await page.getByLabel('Nơi gửi kết quả').selectOption('Y99.01');
    await look(page, 'counter-arrival');
    await page.keyboard.press('Alt+F9');
    await page.getByRole('dialog').getByLabel('Các lý do').fill('Không thuộc thẩm quyền.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã từ chối hồ sơ của Nguyễn Văn Mẫu:').waitFor();
    const { dossiers } = DossierPage.parse(await (await page.request.get(`${province.origin}/api/dossiers`)).json());
    const kept = OfficerDossier.parse(await (await page.request.get(`${province.origin}/api/dossiers/${dossiers[0]?.code ?? ''}`)).json());

    expect(named.length).toBeGreaterThanOrEqual(7);
    expect([kept.channel, kept.submitter?.name, kept.returnWay, kept.returningAgency]).toEqual(['post', 'Trần Thị Thay', 'post', 'Trung tâm Phục vụ hành chính công tỉnh Sông Mây']);
    expect(kept.coApplicants.map(({ party }) => party.name)).toEqual(['Lê Thị Đồng']);
    expect(kept.authorisation).toContain('Giấy ủy quyền số 12/2026 ngày 01/11/2026');
    expect(province.complaints).toEqual([]);
  }, 60_000);
});
