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

const commune = 'Y99.21';

/** Filed at the counter of a commune, with papers. */
async function takenIn(counter: Page): Promise<string> {
  const answer = await counter.request.post(`${province.origin}/api/dossiers`, { data: {
    clientKey: randomUUID(), procedure: '1.001653', circumstance: null, receivingAgency: commune, solvingAgency: commune, returningAgency: commune, channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
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
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe('giấy gốc (originals) in the browser', () => {
  test('a lost paper alarms the head; one given back is printed; sheets brought with a supplement are counted', async () => {
    const [counter, head] = [await province.officer('songmay.tiepnhan'), await province.officer('songmay.lanhdao')];
    const [lost, code] = [await takenIn(counter), await takenIn(counter)];
    const move = async (dossier: string, act: { readonly place: string; readonly detail?: string; readonly reason?: string }): Promise<void> => {
      await counter.goto(`${province.origin}/lam-viec/ho-so/${dossier}`);
      await counter.getByRole('button', { name: 'Ghi nơi để giấy gốc' }).click();
      const dialog = counter.getByRole('dialog');
      await dialog.getByLabel('Giấy đang ở đâu').selectOption(act.place);
      if (act.detail !== undefined) await dialog.getByLabel('Kệ, phòng, số bưu gửi hoặc người nhận lại').fill(act.detail);
      if (act.reason !== undefined) await dialog.getByLabel('Lý do').fill(act.reason);
      await dialog.getByRole('button', { name: 'Ghi nơi để giấy gốc' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await move(lost, { place: 'lost', reason: 'Tìm ở quầy, ở kho.' });
    await counter.getByText('Mất giấy').first().waitFor();
    await move(code, { place: 'applicant', detail: aParty().name });
    const link = counter.getByRole('link', { name: /^Giấy trả lại bản chính số \d+\/GTBC$/u });
    const printed = await counter.request.get(province.origin + (await link.getAttribute('href') ?? ''));

    await head.goto(`${province.origin}/lam-viec`);
    await head.getByText('1 hồ sơ có giấy gốc bị báo mất').waitFor();
    await look(head, 'lost-alarm');
    await head.getByRole('link', { name: 'Xem giấy mất, người giữ sau cùng' }).click();
    await head.getByRole('heading', { name: 'Giấy mất' }).waitFor();
    await look(head, 'original-gaps');

    const asked = await counter.request.post(`${province.origin}/api/dossiers/${code}/supplement-requests`, { data: { clientKey: randomUUID(), version: 3, reason: 'Thiếu.', items: [{ paperNo: null, what: 'Bản chính hợp đồng', howToMend: 'Nộp bản chính.', basis: null }] } });
    await counter.goto(`${province.origin}/lam-viec/ho-so/${code}`);
    await counter.getByRole('button', { name: 'Nhận bổ sung' }).first().click();
    await counter.getByRole('dialog').getByLabel('Bản chính').fill('2');
    await look(counter, 'supplement-at-counter');
    await counter.getByRole('dialog').getByRole('button', { name: 'Nhận bổ sung' }).click();
    await counter.getByText('Đã nộp 2 bản chính, 0 bản sao').waitFor();
    await look(counter, 'dossier-with-originals');

    expect([asked.status(), printed.status(), (await printed.body()).subarray(0, 5).toString()]).toEqual([201, 200, '%PDF-']);
    expect(province.complaints).toEqual([]);
  });
});
