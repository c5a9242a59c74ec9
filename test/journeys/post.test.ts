// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ActDone, OfficerDossier } from '@motcua/dossiers/contract';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

const commune = 'Y99.21';

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

async function posted(page: Page, to: string, data: object): Promise<string> {
  const answer = await page.request.post(`${province.origin}/api${to}`, { data: { clientKey: randomUUID(), ...data } });
  if (!answer.ok()) throw new Error(`${to}: ${await answer.text()}`);
  return ActDone.parse(await answer.json()).code;
}

const seen = async (page: Page, code: string): Promise<OfficerDossier> => OfficerDossier.parse(await (await page.request.get(`${province.origin}/api/dossiers/${code}`)).json());

/** Every step up to handing out. */
async function decided(code: string): Promise<void> {
  const people = [await province.officer('songmay.tiepnhan'), await province.officer('songmay.chuyenvien'), await province.officer('songmay.lanhdao')];
  for (let rest = 20; rest > 0; rest -= 1) {
    for (const page of people) {
      const { version, status, tasks, acts } = await seen(page, code);
      if (status === 'decided' && tasks.every(({ act }) => act === 'return')) return;
      const next = acts.find(({ act, allowed }) => allowed && (act === 'approve' || act === 'issue' || act === 'complete-step'));
      if (next?.act === 'approve') await posted(page, `/dossiers/${code}/approval`, { version, taskId: next.taskId, opinion: null });
      else if (next?.act === 'issue') await posted(page, `/dossiers/${code}/issue`, { version, taskId: next.taskId });
      else if (next !== undefined) await posted(page, `/dossiers/${code}/steps/${next.taskId ?? ''}/completion`, { version, opinion: null, draft: { title: 'Về việc xác nhận', provisions: ['Chấp thuận.'] }, variables: {} });
    }
  }
  throw new Error(`${code} is not decided`);
}

describe('trả kết quả qua bưu chính (returned by post) in the browser', () => {
  test('is packed, handed over on a printed list, comes back once, goes again and is delivered; each step is in its story', async () => {
    const page = await province.officer('songmay.tiepnhan');
    const code = await posted(page, '/dossiers', {
      procedure: '1.001653', circumstance: null, receivingAgency: commune, solvingAgency: commune, returningAgency: commune, channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
      answers: plainAnswers, papers: allInOrder, returnWay: 'post', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
    });
    await decided(code);
    const dialog = page.getByRole('dialog');
    const pack = async (slip: string): Promise<void> => {
      await dialog.getByLabel('Số hiệu bưu gửi').fill(slip);
      await dialog.getByRole('button', { name: 'Đóng gói' }).click();
      await page.getByText(`Đã đóng gói kết quả của hồ sơ ${code}.`).waitFor();
    };

    await page.goto(`${province.origin}/lam-viec/buu-chinh`);
    await page.getByRole('button', { name: `Đóng gói ${code}` }).click();
    await look(page, 'post-pack');
    await pack('RB000000001VN');
    const slip = await page.request.get(province.origin + (await page.getByRole('link', { name: 'In phiếu gửi' }).first().getAttribute('href') ?? ''));
    await page.getByRole('button', { name: 'Lập bảng kê giao 1 bưu gửi' }).click();
    await page.getByText(/^Đã giao 1 bưu gửi cho .+, bảng kê số 1\/GBC\.$/u).waitFor();
    const list = await page.request.get(province.origin + (await page.getByRole('link', { name: 'In bảng kê' }).getAttribute('href') ?? ''));
    await page.getByRole('button', { name: `Ghi tin ${code}` }).click();
    await dialog.getByLabel('Đã chuyển hoàn về').check();
    await dialog.getByLabel('Lý do').fill('Người nhận chuyển chỗ ở.');
    await look(page, 'post-tell');
    await dialog.getByRole('button', { name: 'Ghi lại' }).click();
    await page.getByRole('button', { name: `Gửi lại ${code}` }).waitFor();
    await look(page, 'post-back');
    await page.getByRole('button', { name: `Gửi lại ${code}` }).click();
    await pack('RB000000002VN');
    await look(page, 'post-to-hand');
    await page.getByRole('button', { name: 'Lập bảng kê giao 1 bưu gửi' }).click();
    await page.getByRole('button', { name: `Đã phát ${code}` }).click();
    await dialog.getByLabel('Lúc phát').fill('2020-01-01T08:00');
    await dialog.getByRole('button', { name: 'Ghi lại' }).click();
    await dialog.getByText('Lúc phát sớm hơn lúc giao cho bưu chính. Xem lại phiếu báo phát.').first().waitFor();
    const takenAt = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' }).format(await page.evaluate(() => Date.now())).replace(' ', 'T');
    await dialog.getByLabel('Lúc phát').fill(takenAt);
    await dialog.getByRole('button', { name: 'Ghi lại' }).click();
    await page.getByText(`Hồ sơ ${code}: đã trả kết quả cho Nguyễn Văn Mẫu.`).waitFor();
    const { status, timeline } = await seen(page, code);

    expect([slip.status(), list.status(), (await slip.body()).subarray(0, 5).toString(), (await list.body()).subarray(0, 5).toString()]).toEqual([200, 200, '%PDF-', '%PDF-']);
    expect([status, timeline.slice(0, 7).map(({ type }) => type)]).toEqual(['returned', ['returned', 'post-moved', 'post-taken', 'post-packed', 'post-moved', 'post-taken', 'post-packed']]);
    expect(province.complaints).toEqual([]);
  }, 120_000);
});
