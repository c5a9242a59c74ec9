// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { ActDone, OfficerDossier } from '@motcua/dossiers/contract';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

const commune = 'Y99.21';
let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

async function posted(page: Page, address: string, body: object): Promise<ActDone> {
  const answer = await page.request.post(`${province.origin}/api/dossiers${address}`, { data: { clientKey: randomUUID(), ...body } });
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`);
  return ActDone.parse(await answer.json());
}

const seen = async (page: Page, code: string): Promise<OfficerDossier> => OfficerDossier.parse(await (await page.request.get(`${province.origin}/api/dossiers/${code}`)).json());

test('a revoked result is handed to nobody: the list and both sides say so, its signatures are read, the decision goes out in its place', async () => {
  const [counter, solver, leader] = [await province.officer('songmay.tiepnhan', desk), await province.officer('songmay.chuyenvien', desk), await province.officer('songmay.lanhdao', desk)];
  const { code } = await posted(counter, '', {
    procedure: '1.001653', circumstance: null, receivingAgency: commune, solvingAgency: commune, returningAgency: commune, channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
    answers: plainAnswers, papers: allInOrder, returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
  });
  for (let status = ''; status !== 'decided';) {
    for (const page of [solver, leader]) {
      const { version, acts } = await seen(page, code);
      const next = acts.find(({ act, allowed }) => allowed && (act === 'approve' || act === 'issue' || act === 'complete-step'));
      if (next?.act === 'approve') await posted(page, `/${code}/approval`, { version, taskId: next.taskId, opinion: null });
      else if (next?.act === 'issue') await posted(page, `/${code}/issue`, { version, taskId: next.taskId });
      else if (next !== undefined) await posted(page, `/${code}/steps/${next.taskId ?? ''}/completion`, { version, opinion: 'Đủ điều kiện.', draft: { title: 'Cấp lại giấy', provisions: ['Chấp thuận đề nghị.'] }, variables: {} });
    }
    ({ status } = await seen(counter, code));
  }
  await posted(leader, `/${code}/revocation`, { version: (await seen(leader, code)).version, number: '09/QĐ-UBND', reason: 'Cấp sai đối tượng.' });

  await counter.goto(`${province.origin}/lam-viec`);
  await counter.getByRole('navigation').getByRole('link', { name: /^Trả kết quả/u }).click();
  await counter.getByText('Kết quả đã bị thu hồi: trao quyết định thu hồi').first().waitFor();
  await pictured(counter, 'revoked-list');
  await counter.goto(`${province.origin}/lam-viec/ho-so/${code}`);
  await counter.getByRole('button', { name: 'Kiểm tra chữ ký số' }).last().click();
  await counter.getByText(/^Chữ ký số: UBND phường Sông Mây/u).waitFor();
  await pictured(counter, 'revoked-dossier');
  await counter.getByRole('button', { name: /^Trao quyết định thu hồi/u }).click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByLabel('Giấy trao cho người nhận').waitFor();
  await pictured(counter, 'revoked-dialog');
  await dialog.getByRole('button', { name: 'Trao quyết định thu hồi' }).click();
  await dialog.getByText('Giấy trao cho người nhận', { exact: false }).first().waitFor();
  expect((await seen(counter, code)).status).toBe('decided');
  await dialog.getByLabel('Giấy trao cho người nhận').selectOption('yes');
  await dialog.getByRole('button', { name: 'Trao quyết định thu hồi' }).click();
  await counter.getByText('Trao quyết định thu hồi số 09/QĐ-UBND, thay cho kết quả').waitFor();

  const owner = await province.citizen('mau', desk);
  await owner.goto(`${province.origin}/ho-so/${code}`);
  await owner.getByText('Kết quả đã bị thu hồi', { exact: true }).waitFor();
  await owner.getByRole('link', { name: 'Tải kết quả (đã bị thu hồi)' }).waitFor();
  await pictured(owner, 'revoked-owner');
  expect([await owner.getByRole('link', { name: 'Tải kết quả', exact: true }).count(), await owner.getByText('Đã trả kết quả', { exact: true }).count()]).toEqual([0, 0]);
}, 120_000);
