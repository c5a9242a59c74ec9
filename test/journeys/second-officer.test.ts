// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import { ActDone } from '@motcua/dossiers/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

describe('sửa tên chủ hồ sơ sau tiếp nhận (renaming the applicant of an accepted dossier)', () => {
  test('waits in sight of both until a leader confirms it', async () => {
    const [counter, leader] = [await province.officer('songmay.tiepnhan', desk), await province.officer('songmay.lanhdao', desk)];
    const answer = await counter.request.post(`${province.origin}/api/dossiers`, { data: {
      clientKey: randomUUID(), procedure: '1.001653', circumstance: null, receivingAgency: 'Y99.21', solvingAgency: 'Y99.21', returningAgency: 'Y99.21', channel: 'counter', applicant: aParty(), submitter: null, authorisation: null,
      answers: plainAnswers, papers: allInOrder, returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
    } });
    const { code } = ActDone.parse(await answer.json());
    const address = `${province.origin}/lam-viec/ho-so/${code}`;
    await counter.goto(`${address}/sua`);
    await counter.getByRole('button', { name: 'Sửa cả thông tin chủ hồ sơ' }).click();
    await counter.locator('[name="applicant.name"]').fill('Nguyễn Văn Đúng');
    await counter.locator('[name="reason"]').fill('Ghi sai tên.');
    await counter.locator('form button[type=submit]').click();
    await counter.getByText('Một thay đổi đang chờ người thứ hai xác nhận').first().waitFor();
    const own = await counter.getByText('Người đề nghị không tự xác nhận thay đổi của mình.').count();
    await pictured(counter, 'change-waits');
    await leader.goto(address);
    await leader.getByText(/→ Nguyễn Văn Đúng/u).waitFor();
    await leader.getByRole('button', { name: 'Xác nhận thay đổi' }).first().click();
    await leader.getByLabel('Quyết định', { exact: true }).selectOption({ label: 'Đồng ý' });
    await leader.getByLabel('Lý do', { exact: false }).fill('Đã đối chiếu căn cước.');
    await pictured(leader, 'change-decide');
    await leader.locator('dialog').getByRole('button', { name: 'Xác nhận thay đổi' }).click();
    await leader.getByText('Người thứ hai xác nhận thay đổi').first().waitFor();

    expect(own).toBeGreaterThan(0);
    expect(await leader.getByText('Nguyễn Văn Đúng').count()).toBeGreaterThan(0);
  });
});
