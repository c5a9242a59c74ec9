// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ActDone } from '@motcua/dossiers/contract';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

const [centre, commune] = ['Y99.01', 'Y99.21'];

/** Filed at the Centre for a commune: outside its place. */
async function takenIn(counter: Page): Promise<string> {
  const answer = await counter.request.post(`${province.origin}/api/dossiers`, { data: {
    clientKey: randomUUID(), procedure: '1.001653', circumstance: null, receivingAgency: centre, solvingAgency: commune, returningAgency: centre, channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
    answers: plainAnswers, papers: allInOrder, returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
  } });
  if (!answer.ok()) throw new Error(await answer.text());
  return ActDone.parse(await answer.json()).code;
}

/** Pictures for the eye at three widths, where a folder for them is named. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['MOTCUA_PICTURES'];
  if (folder === undefined) return;
  for (const [width, height] of [[1440, 900], [768, 900], [360, 740]] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: path.join(folder, `${name}-${String(width)}.png`), fullPage: true });
  }
}

describe('hồ sơ chuyển đến (a dossier received elsewhere) in the browser', () => {
  test('goes back with its reason, is sent again with what was corrected, and is confirmed', async () => {
    const [counter, solver] = [await province.officer('trungtam.tiepnhan'), await province.officer('songmay.chuyenvien')];
    const code = await takenIn(counter);

    await solver.goto(`${province.origin}/lam-viec/chuyen-den`);
    await solver.getByRole('button', { name: `Trả lại ${code}` }).click();
    const dialog = solver.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await dialog.getByLabel('Hồ sơ chưa đủ').check();
    await dialog.getByLabel('Lý do').fill('Thiếu bản vẽ tầng 2.');
    await look(solver, 'transfer-decline');
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await solver.getByText(new RegExp(`^Đã trả hồ sơ ${code} về `, 'u')).waitFor();

    await counter.goto(`${province.origin}/lam-viec/chuyen-den`);
    await counter.getByText('Thiếu bản vẽ tầng 2.').waitFor();
    await look(counter, 'transfer-back');
    await counter.getByRole('button', { name: `Gửi lại ${code}` }).click();
    await counter.getByLabel('Đã sửa gì').fill('Đã nhận thêm bản vẽ tầng 2.');
    await counter.getByRole('dialog').getByRole('button', { name: 'Gửi lại' }).click();
    await counter.getByText(new RegExp(`^Đã gửi lại hồ sơ ${code} đến `, 'u')).waitFor();

    await solver.reload();
    await solver.getByText('Đã trả lại trước đây: Thiếu bản vẽ tầng 2.').waitFor();
    await look(solver, 'transfer-to-receive');
    await solver.getByRole('button', { name: `Đã nhận ${code}` }).click();
    await solver.getByText(`Đã xác nhận nhận hồ sơ ${code}. Thời hạn tính từ lúc này.`).waitFor();

    expect(province.complaints).toEqual([]);
  }, 60_000);
});
