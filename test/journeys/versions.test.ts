// SPDX-License-Identifier: EUPL-1.2
import { procedureOn, publishVersion } from '@motcua/catalogue';
import { takeIn } from '@motcua/dossiers';
import { anIntake } from '@motcua/dossiers/testing';
import { officeDay } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import { getDefinition, publishProcess } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

const [procedure, agency] = ['1.001653', 'Y99.21'];

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

/** A step of the departments' process gets another name: every dossier may follow. */
async function publishAgain(): Promise<void> {
  const { context } = province.running.installation;
  const known = await getDefinition(context.db, 'MC-XA-CHUAN');
  const published = await publishProcess(context.db, { key: 'MC-XA-CHUAN', name: known?.name ?? '', xml: (known?.xml ?? '').replaceAll('Vào số, đóng dấu, phát hành', 'Vào số và phát hành'), by: 'test', at: context.clock.now() });
  if (!published.ok) throw new Error(JSON.stringify(published.error));
}

/** A procedure under which a dossier has just been taken in is published anew today, with a longer limit: every dossier may follow, none is promised a later day. */
async function procedurePublishedAgain(): Promise<{ readonly code: string; readonly name: string }> {
  const { context } = province.running.installation;
  const { db, clock } = context;
  const day = officeDay(clock.now()).toString();
  const officer = await findOfficer(db, { login: 'songmay.tiepnhan' }, day);
  const now = await procedureOn(db, procedure, day);
  if (now === undefined || officer === undefined) throw new Error('the demonstration does not handle the procedure');
  const taken = await takeIn(context, { actor: officer, body: anIntake({ procedure, receivingAgency: agency, solvingAgency: agency, returningAgency: agency }) });
  if (!taken.ok) throw new Error(JSON.stringify(taken.error));
  const methods = now.procedure.methods.map((method) => ({ ...method, time: { value: 90, unit: 'WORKING_DAY' as const } }));
  const published = await publishVersion(db, { ...now.procedure, methods }, { decision: { number: '301/QĐ-UBND', date: day }, by: { id: 'kiem-soat', name: 'Cán bộ Kiểm Soát' }, at: clock.now(), validFrom: day });
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return { code: now.procedure.code, name: now.procedure.name };
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

  test('moves to the new version of a procedure: says per part what changes, keeps the day promised', async () => {
    const { code, name } = await procedurePublishedAgain();
    const page = await province.officer('tinh.kiemsoat');
    await page.goto(`${province.origin}/lam-viec/chuyen-ban?thu-tuc=${encodeURIComponent(code)}`);
    await page.getByRole('heading', { name: new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}: chuyển sang bản`, 'u') }).waitFor();
    const changes = await page.getByText('90 ngày làm việc', { exact: false }).first().innerText();
    const stays = await page.getByText('Ngày hẹn giữ nguyên', { exact: false }).count();
    await page.getByLabel('Số văn bản').fill('301/QĐ-UBND');
    await page.getByLabel('Lý do').fill('Thủ tục được công bố lại.');
    await page.getByRole('button', { name: /^Chuyển \d+ hồ sơ$/u }).click();
    const [, done, total] = /(\d+)\/(\d+)/u.exec(await page.getByText(/^Đã chuyển \d+\/\d+ hồ sơ\.$/u).innerText()) ?? [];

    expect(changes).toContain('Thời hạn');
    expect(stays).toBeGreaterThan(0);
    expect(done).toBe(total);
    expect(Number(done)).toBeGreaterThan(0);
    expect(province.complaints).toEqual([]);
  });
});
