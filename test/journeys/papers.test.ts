// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import { ActDone } from '@motcua/dossiers/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

const [centre, commune] = ['Y99.01', 'Y99.21'];

/** Filed at the Centre for a commune: outside its place, with papers. */
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

describe('bàn giao giấy (papers between offices) in the browser', () => {
  test('are handed over on one note, printed, one confirmed and one sent back with what is missing', async () => {
    const [counter, solver] = [await province.officer('trungtam.tiepnhan'), await province.officer('songmay.tiepnhan')];
    const [kept, back] = [await takenIn(counter), await takenIn(counter)];

    await counter.goto(`${province.origin}/lam-viec/giay`);
    await counter.getByRole('button', { name: 'Lập phiếu bàn giao 2 hồ sơ' }).waitFor();
    await look(counter, 'papers-to-send');
    await counter.getByRole('button', { name: 'Lập phiếu bàn giao 2 hồ sơ' }).click();
    await counter.getByText(/^Đã bàn giao giấy của 2 hồ sơ cho .+, phiếu số 1\/PBG\. /u).waitFor();
    const printed = await counter.request.get(province.origin + (await counter.getByRole('link', { name: 'In phiếu bàn giao' }).getAttribute('href') ?? ''));

    await solver.goto(`${province.origin}/lam-viec/giay`);
    await solver.getByRole('button', { name: `Trả lại ${back}` }).waitFor();
    await look(solver, 'papers-to-receive');
    await solver.getByRole('button', { name: `Đã nhận đủ ${kept}` }).click();
    await solver.getByText(`Đã xác nhận nhận đủ giấy của hồ sơ ${kept}.`).waitFor();
    await solver.getByRole('button', { name: `Trả lại ${back}` }).click();
    await solver.getByRole('dialog').getByRole('checkbox').first().check();
    await solver.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await solver.getByText('Lý do', { exact: false }).first().waitFor();
    await look(solver, 'papers-send-back');
    await solver.getByLabel('Lý do').fill('Thiếu bản chính.');
    await solver.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await solver.getByText(`Đã trả lại giấy của hồ sơ ${back}.`, { exact: false }).waitFor();

    await counter.reload();
    await counter.getByText(/^Bị trả lại: Thiếu bản chính\. Thiếu: /u).waitFor();
    await look(counter, 'papers-sent-back');
    await counter.getByText('2 trên 2 hồ sơ').waitFor();
    await look(counter, 'hand-over-notes');
    expect([printed.status(), (await printed.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(province.complaints).toEqual([]);
  });
});
