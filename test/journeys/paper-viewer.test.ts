// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { renderPaper } from '@motcua/documents';
import { aParty, plainAnswers } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { desk, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
let drawings: Uint8Array;
beforeAll(async () => {
  province = await livingProvince(0);
  drawings = await renderPaper({ template: '#set page(paper: "a4")\n#set text(size: 16pt)\n#for sheet in range(1, 5) [#align(center)[*BẢN VẼ SỐ #sheet*] #lorem(300) #pagebreak(weak: true)]', data: {}, standard: 'a-2b', at: Temporal.Instant.from('2026-01-05T00:00:00Z') });
}, 180_000);
afterAll(async () => { await province.close(); });

/** A dossier filed online with a paper of two files; its code. */
async function filed(): Promise<string> {
  const page = await province.citizen('mau');
  const { origin } = province;
  const content = { agency: 'Y99.21', circumstance: null, applicant: aParty(), forOther: false, answers: plainAnswers, returnWay: 'counter' };
  const { id } = z.object({ id: z.string() }).parse(await (await page.request.post(`${origin}/api/drafts`, { data: { procedure: '1.001653', content } })).json());
  for (const name of ['ban-ve.pdf', 'thuyet-minh.pdf']) {
    const sent = await page.request.post(`${origin}/api/drafts/${id}/files?paperNo=1`, { multipart: { file: { name, mimeType: 'application/pdf', buffer: Buffer.from(drawings) } } });
    if (!sent.ok()) throw new Error(await sent.text());
  }
  const { revision } = z.object({ revision: z.number() }).parse(await (await page.request.get(`${origin}/api/drafts/${id}`)).json());
  const answer = await page.request.post(`${origin}/api/drafts/${id}/submission`, { data: { clientKey: randomUUID(), revision } });
  if (!answer.ok()) throw new Error(await answer.text());
  return z.object({ code: z.string() }).parse(await answer.json()).code;
}

describe('xem giấy bên hồ sơ (reading papers beside the dossier)', () => {
  test('turns pages, enlarges and goes to the next paper by keys, keeps the place over a reload, and tells the owner once', async () => {
    const code = await filed();
    const page = await province.officer('songmay.tiepnhan', desk);
    await page.goto(`${province.origin}/lam-viec/ho-so/${code}`);
    await page.getByRole('link', { name: 'ban-ve.pdf' }).click();
    await page.getByRole('img', { name: 'Trang 1 của ban-ve.pdf' }).waitFor();
    await pictured(page, 'paper-viewer');
    expect(await wrongNow(page)).toEqual([]);

    await page.keyboard.press('PageDown');
    await page.getByRole('img', { name: 'Trang 2 của ban-ve.pdf' }).waitFor();
    await page.keyboard.press('Alt+Equal');
    await page.getByText('Chữ trên trang').click();
    await page.getByText('BẢN VẼ SỐ 2').waitFor();
    await page.reload();
    await page.getByRole('img', { name: 'Trang 2 của ban-ve.pdf' }).waitFor();

    await page.keyboard.press('Control+ArrowDown');
    await page.getByRole('img', { name: 'Trang 1 của thuyet-minh.pdf' }).waitFor();
    await page.getByRole('button', { name: 'Đóng giấy' }).click();
    await page.getByRole('img', { name: /Trang/u }).waitFor({ state: 'detached' });

    const owner = await province.citizen('mau');
    const { openings } = z.object({ openings: z.array(z.object({ purpose: z.string() })) }).parse(await (await owner.request.get(`${province.origin}/api/my/dossiers/${code}/openings`)).json());
    expect(openings.map(({ purpose }) => purpose)).toEqual(['handling', 'handling']);
    expect(province.complaints).toEqual([]);
  });
});
