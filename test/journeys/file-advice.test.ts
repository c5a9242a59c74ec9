// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import { aParty, plainAnswers } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
let expired: Uint8Array;
beforeAll(async () => {
  province = await livingProvince(0);
  expired = await renderPaper({ template: '#set page(paper: "a4")\n#set text(size: 16pt)\n#align(center)[*GIẤY PHÉP XÂY DỰNG*]\n\nSố: 12/GPXD\n\nCấp cho ông Nguyễn Văn Mẫu, được phép xây dựng nhà ở.\n\nCó giá trị đến ngày: 01/02/2020', data: {}, standard: 'a-2b', at: Temporal.Instant.from('2026-01-05T00:00:00Z') });
}, 180_000);
afterAll(async () => { await province.close(); });

describe('góp ý khi nộp (advice while filing)', () => {
  test('stands beside the file with what to do, and stops nobody', async () => {
    const page = await province.citizen('mau', { width: 1440, height: 900 });
    const begun = await page.request.post(`${province.origin}/api/drafts`, { data: { procedure: '1.013227', content: { agency: 'Y99.21', circumstance: null, applicant: aParty(), forOther: false, answers: plainAnswers, returnWay: 'counter' } } });
    const { id } = z.object({ id: z.string() }).parse(await begun.json());
    await page.goto(`${province.origin}/soan/${id}/giay-to`);
    await page.locator('input[type=file]').first().setInputFiles({ name: 'giay-phep-cu.pdf', mimeType: 'application/pdf', buffer: Buffer.from(expired) });
    await page.getByText('Góp ý về tệp giay-phep-cu.pdf').waitFor({ timeout: 60_000 });
    await pictured(page, 'file-advice');

    expect(await page.getByText('đã hết hạn').textContent()).toBe('Giấy ghi có giá trị đến 01/02/2020, đã hết hạn. Nộp giấy còn hạn nếu có.');
    await page.reload();
    await page.getByText('Máy góp ý, có thể sai. Vẫn nộp được').waitFor();

    // Once more before filing, with the way back to the paper; the file may be handed in all the same.
    await page.goto(`${province.origin}/soan/${id}/kiem-tra`);
    const again = page.getByRole('region', { name: 'Góp ý về giấy tờ' });
    await again.getByText('đã hết hạn').waitFor();
    await pictured(page, 'file-advice-review');
    const mayFile = await page.getByRole('button', { name: 'Nộp hồ sơ' }).isEnabled();
    await again.getByRole('link', { name: /^Xem lại giấy/u }).click();
    await page.waitForURL(/giay-to#giay-\d+$/u);
    const paper = new URL(page.url()).hash;

    await page.locator(`${paper}:focus`).waitFor();

    expect(mayFile).toBe(true);
  });
});
