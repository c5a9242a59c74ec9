// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { aParty, allInOrder, plainAnswers } from '@motcua/dossiers/testing';
import { ActDone, OfficerDossier, StepOfficers } from '@motcua/dossiers/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(0); }, 180_000);
afterAll(async () => { await province.close(); });

const commune = 'Y99.21';

async function act(page: Page, path: string, body: object): Promise<ActDone> {
  const answer = await page.request.post(`${province.origin}/api/dossiers${path}`, { data: { clientKey: randomUUID(), ...body } });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return ActDone.parse(await answer.json());
}

const seen = async (page: Page, code: string): Promise<OfficerDossier> => OfficerDossier.parse(await (await page.request.get(`${province.origin}/api/dossiers/${code}`)).json());

async function takenIn(counter: Page, name: string): Promise<string> {
  const { code } = await act(counter, '', {
    procedure: '1.001653', circumstance: null, receivingAgency: commune, solvingAgency: commune, returningAgency: commune, channel: 'counter', applicant: aParty({ name }), submitter: null, authorisation: null,
    answers: plainAnswers, papers: allInOrder, returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null,
  });
  return code;
}

/** Does every step up to the signature. */
async function drafted(solver: Page, code: string): Promise<void> {
  for (;;) {
    const { version, tasks: [task] } = await seen(solver, code);
    if (task === undefined || task.act === 'approve' || task.act === 'sign') return;
    await act(solver, `/${code}/steps/${task.taskId}/completion`, { version, opinion: 'Đủ điều kiện.', draft: { title: `Cấp lại giấy ${code}`, provisions: ['Chấp thuận đề nghị.'] }, variables: {} });
  }
}

/** The head of the division gives the signature to the leader, by the list of those who may sign. */
async function handedToTheLeader(solver: Page, code: string): Promise<void> {
  const { version, tasks: [task] } = await seen(solver, code);
  const { officers } = StepOfficers.parse(await (await solver.request.get(`${province.origin}/api/dossiers/${code}/steps/${task?.taskId ?? ''}/officers`)).json());
  await act(solver, `/${code}/assignments`, { version, taskId: task?.taskId, officer: officers.find(({ title }) => title.startsWith('Phó'))?.id, reason: 'Cần ký trong ngày.' });
}

const press = async (page: Page, name: RegExp): Promise<void> => { await page.getByRole('button', { name }).click(); };

describe('làm nhiều hồ sơ một lúc (many dossiers at once) in the browser', () => {
  test('signs what was opened; what changed meanwhile stays selected with its reason, and is signed after it was opened again', async () => {
    const [counter, solver, leader] = [await province.officer('songmay.tiepnhan'), await province.officer('songmay.chuyenvien'), await province.officer('songmay.lanhdao')];
    const codes: string[] = [];
    for (const name of ['Nguyễn Văn Một', 'Nguyễn Văn Hai', 'Nguyễn Văn Ba']) codes.push(await takenIn(counter, name));
    for (const code of codes) await drafted(solver, code);

    await leader.goto(`${province.origin}/lam-viec/duyet`);
    for (const code of codes) {
      await leader.getByRole('checkbox', { name: new RegExp(code, 'u') }).check();
      await leader.getByRole('link', { name: new RegExp(code, 'u') }).click();
      await leader.getByRole('heading', { name: `Cấp lại giấy ${code}` }).waitFor();
    }
    const changed = codes[1] ?? '';
    await handedToTheLeader(solver, changed);
    await press(leader, /^Ký 3 văn bản/u);
    await leader.getByText('Đã ký 2/3').waitFor();
    const kept = await leader.getByRole('checkbox', { checked: true }).getAttribute('aria-label');
    const said = await leader.getByText(new RegExp(`^${changed}: `, 'u')).innerText();
    await press(leader, /^Ký 0 văn bản/u);
    await leader.getByText('Mở xem dự thảo đã chọn rồi mới ký.').waitFor();
    await leader.getByRole('link', { name: new RegExp(changed, 'u') }).click();
    await press(leader, /^Ký 1 văn bản/u);
    await leader.getByText('Đã ký 1/1').waitFor();

    expect([kept, said]).toEqual([expect.stringContaining(changed), expect.stringMatching(/vừa|đã/u)]);
    expect((await Promise.all(codes.map((code) => seen(leader, code)))).map(({ result }) => typeof result?.documentId)).toEqual(['string', 'string', 'string']);
    expect(province.complaints).toEqual([]);
  });
});
