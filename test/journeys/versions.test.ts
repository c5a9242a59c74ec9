// SPDX-License-Identifier: EUPL-1.2
import { getDefinition, publishProcess } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(25); }, 180_000);
afterAll(async () => { await province.close(); });

/** A step of the departments' process gets another name: every dossier may follow. */
async function publishAgain(): Promise<void> {
  const { context } = province.running.installation;
  const known = await getDefinition(context.db, 'MC-XA-CHUAN');
  const published = await publishProcess(context.db, { key: 'MC-XA-CHUAN', name: known?.name ?? '', xml: (known?.xml ?? '').replaceAll('Vào số, đóng dấu, phát hành', 'Vào số và phát hành'), by: 'test', at: context.clock.now() });
  if (!published.ok) throw new Error(JSON.stringify(published.error));
}

describe('chuyển hồ sơ sang bản quy trình mới (moving dossiers to a new version) in the browser', () => {
  test('previews by code and step, asks for the paper, moves all that are safe and says so', async () => {
    await publishAgain();
    const page = await province.officer('tinh.kiemsoat');
    await page.goto(`${province.origin}/lam-viec/chuyen-ban`);
    await page.getByRole('link', { name: 'Quy trình mẫu cấp xã' }).first().click();
    const all = page.getByRole('button', { name: /^Chuyển \d+ hồ sơ an toàn$/u });
    await all.waitFor();
    await page.getByText('An toàn').first().waitFor();
    await all.click();
    await page.getByText('Số văn bản', { exact: false }).first().waitFor();
    await page.getByLabel('Số văn bản').fill('300/QĐ-UBND');
    await page.getByLabel('Lý do').fill('Công bố lại quy trình.');
    await all.click();
    const said = await page.getByText(/^Đã chuyển \d+\/\d+ hồ sơ\.$/u).innerText();
    const [, done, total] = /(\d+)\/(\d+)/u.exec(said) ?? [];

    expect(done).toBe(total);
    expect(Number(done)).toBeGreaterThan(0);
    expect(province.complaints).toEqual([]);
  });
});
