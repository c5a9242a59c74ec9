// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongNow } from './axe.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

const field = (page: Page, name: string): ReturnType<Page['locator']> => page.locator(`#o-${name}`);
const permit = '1.013227';
const company = 'CÔNG TY TNHH XÂY DỰNG MẪU';

describe('đăng ký doanh nghiệp (the business register) in the browser', () => {
  let code = '';

  test('gives name and head office of the organisation somebody files for in one press, and fills the form', async () => {
    const page = await province.citizen('mau', { width: 390, height: 800 });
    await page.goto(`${province.origin}/soan/moi?thu-tuc=${permit}`);
    await page.getByRole('button', { name: 'Bắt đầu soạn hồ sơ' }).click();
    await page.waitForURL(/\/soan\/[0-9a-f-]{36}$/u);
    const draft = page.url();
    await page.goto(`${draft}/nguoi`);
    await field(page, 'for-other-1').check();
    await page.getByRole('radio', { name: 'Tổ chức', exact: true }).check();
    await field(page, 'applicant-personalId').fill('0000012345');
    await page.getByRole('button', { name: 'Hỏi đăng ký doanh nghiệp' }).click();
    await page.getByText(company).first().waitFor();
    const wrong = [...await wrongNow(page)];
    await page.getByRole('button', { name: 'Dùng tên và trụ sở này' }).click();
    await page.getByText('Tên và địa chỉ đang ghi đúng như đăng ký.').waitFor();
    const taken = [await field(page, 'applicant-name').inputValue(), await field(page, 'applicant-address-street').inputValue()];
    await page.goto(`${draft}/to-khai`);
    await page.getByRole('radio', { name: 'Tổ chức', exact: true }).check();
    await page.getByText('từ đăng ký doanh nghiệp mã 0000012345').first().waitFor();

    expect([taken, await field(page, 'organisationCode').inputValue(), await field(page, 'representative').inputValue()]).toEqual([[company, 'Số 45 đường Nguyễn Tất Thành'], '0000012345', 'Nguyễn Văn Mẫu']);
    await field(page, 'representative').fill('Người khác');
    await page.getByText('Có 1 ô ghi khác đăng ký doanh nghiệp').waitFor();
    wrong.push(...await wrongNow(page));
    await page.getByRole('button', { name: 'Lấy theo đăng ký: Người đại diện, chức vụ' }).click();
    expect([await field(page, 'representative').inputValue(), wrong]).toEqual(['Nguyễn Văn Mẫu', []]);
  }, 60_000);

  test('tells the counter of an enterprise that is no more, fills the form, and its answer stays with the dossier', async () => {
    const page = await province.officer('songmay.tiepnhan');
    await page.goto(`${province.origin}/lam-viec/quay`);
    await page.getByRole('radio', { name: 'Tổ chức' }).first().check();
    await field(page, 'person-personalId').fill('0000067890');
    // Faster than this is taken for a scan.
    await field(page, 'procedure').pressSequentially(permit, { delay: 60 });
    await page.getByText(permit).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hỏi đăng ký doanh nghiệp' }).click();
    await page.getByText('Đăng ký doanh nghiệp ghi tổ chức không còn').waitFor();
    const wrong = await wrongNow(page);
    await page.getByRole('button', { name: 'Dùng tên và trụ sở này' }).click();
    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nội dung 1').fill('Giấy của tổ chức');
    await dialog.getByLabel('Cách sửa').fill('Mang giấy của tổ chức đến.');
    await dialog.getByLabel('Lý do chung').fill('Chưa rõ tình trạng của tổ chức.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã yêu cầu CÔNG TY CỔ PHẦN CÀ PHÊ THỬ NGHIỆM bổ sung hồ sơ:').waitFor();
    code = /Y99\.21-\d{6}-\d{4}/u.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    await page.goto(`${province.origin}/lam-viec/ho-so/${code}`);
    await page.getByRole('heading', { name: 'Dữ liệu đăng ký doanh nghiệp' }).waitFor();

    expect(await page.getByText('Đã giải thể, phá sản, chấm dứt tồn tại').count()).toBeGreaterThan(0);
    expect([...wrong, ...await wrongNow(page)]).toEqual([]);
  }, 60_000);

  test('is asked again for the dossier, with what for', async () => {
    const page = await province.officer('songmay.tiepnhan');
    await page.goto(`${province.origin}/lam-viec/ho-so/${code}`);
    await page.getByRole('button', { name: 'Hỏi đăng ký doanh nghiệp' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Hỏi để làm gì').selectOption('return');
    await page.keyboard.press('Control+Enter');
    await page.getByText('hỏi để đối chiếu người nhận kết quả').first().waitFor();

    expect(await page.getByText('Hỏi đăng ký doanh nghiệp: CÔNG TY CỔ PHẦN CÀ PHÊ THỬ NGHIỆM').count()).toBeGreaterThan(0);
    expect(province.complaints).toEqual([]);
  }, 60_000);
});
