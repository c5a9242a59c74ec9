// SPDX-License-Identifier: EUPL-1.2
import { findHandling, setHandling } from '@motcua/catalogue';
import { takeIn } from '@motcua/dossiers';
import { anIntake, wholeProcess } from '@motcua/dossiers/testing';
import { officeDay } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import { publishProcess } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const [procedure, agency] = ['1.001653', 'Y99.21'];
const Opened = z.object({ tasks: z.array(z.object({ name: z.string() })) });

describe('hồ sơ trên quy trình đủ bộ (a dossier on a process with everything) in the browser', () => {
  test('asks who finishes a step for the places and facts the way on depends on, and opens a step at each place', async () => {
    const { context } = province.running.installation;
    const at = context.clock.now();
    const today = officeDay(at).toString();
    expect(await publishProcess(context.db, { key: 'DU-BO', name: 'Quy trình đủ bộ', xml: wholeProcess, by: 'test', at: at.subtract({ hours: 48 }) })).toMatchObject({ ok: true });
    const handling = await findHandling(context.db, { procedure, agency, day: today });
    const officer = await findOfficer(context.db, { login: 'songmay.tiepnhan' }, today);
    if (handling === undefined || officer === undefined) throw new Error('the demonstration does not handle the procedure');
    await setHandling(context.db, [{ ...handling, procedureCode: procedure, agency, processKey: 'DU-BO', validFrom: today }]);
    const taken = await takeIn(context, { actor: officer, body: anIntake({ procedure, receivingAgency: agency, solvingAgency: agency, returningAgency: agency }) });
    if (!taken.ok) throw new Error(JSON.stringify(taken.error));

    const page = await province.officer('songmay.chuyenvien');
    await page.goto(`${province.origin}/lam-viec/ho-so/${taken.value.code}`);
    await page.getByRole('button', { name: /Xong bước, chuyển tiếp/u }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Chọn những nơi cùng làm (units)').waitFor();
    const wrong = await wrongNow(page);
    for (const field of await dialog.getByRole('textbox').all()) if (await field.inputValue() === '') await field.fill('Đủ điều kiện.');
    const [first, second] = await dialog.getByRole('checkbox').all();
    await first?.check();
    await second?.check();
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
    const { tasks } = Opened.parse(await (await page.request.get(`${province.origin}/api/dossiers/${taken.value.code}`)).json());

    expect(wrong).toEqual([]);
    expect(tasks.map(({ name }) => name).toSorted()).toEqual(['Ask', 'Ask', 'Site']);
    expect(province.complaints).toEqual([]);
  });
});
