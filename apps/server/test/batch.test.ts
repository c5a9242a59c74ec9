// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { BatchDone } from '@motcua/dossiers/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const itemOf = async (code: string, act: string, stale = 0) => {
  const { version } = await one.go.state(code);
  return { code, taskId: (await one.go.task(code, act)).taskId, version: version - stale };
};

const sent = async (who: string, url: string, payload: Record<string, unknown>): Promise<BatchDone> => {
  const answer = await one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
  expect(answer.statusCode).toBe(200);
  return BatchDone.parse(answer.json());
};

describe('ký nhiều hồ sơ (signing many)', () => {
  test('signs each by itself: what fails is told with its reason, the others stand, and the same call again does nothing twice', async () => {
    const codes = [await one.go.taken(), await one.go.taken(), await one.go.taken()];
    for (const code of codes) await one.go.appraised(code);
    const [good, stale, other] = codes;
    const items = [await itemOf(good ?? '', 'approve'), await itemOf(stale ?? '', 'approve', 1), { ...await itemOf(other ?? '', 'approve'), taskId: 'khong-co' }, { code: 'Y99.21-000000-9999', taskId: 'x', version: 1 }];
    const payload = { clientKey: randomUUID(), opinion: null, items };
    const first = await sent('lanhdao', '/api/batch/approval', payload);
    const versions = await Promise.all(codes.map(async (code) => (await one.go.state(code)).version));
    const again = await sent('lanhdao', '/api/batch/approval', payload);

    expect(first.results.map(({ ok }) => ok)).toEqual([true, false, false, false]);
    expect(first.results.slice(1).map(({ title }) => title)).toEqual([expect.stringContaining('vừa làm một việc'), 'Bước này đã xong hoặc không còn.', 'Chưa tìm thấy hồ sơ với mã này.']);
    expect(again).toEqual(first);
    expect(await Promise.all(codes.map(async (code) => (await one.go.state(code)).version))).toEqual(versions);
  });

  test('names the paper that is missing for each dossier a deputy may not sign', async () => {
    const code = await one.go.taken();
    await one.go.appraised(code);
    const { results } = await sent('phochutich', '/api/batch/approval', { clientKey: randomUUID(), opinion: null, items: [await itemOf(code, 'approve')] });

    expect(results).toEqual([{ code, ok: false, title: 'Chưa ký được: không phải người đứng đầu và chưa có văn bản giao ký.' }]);
  });
});

describe('chuyển nhiều hồ sơ (forwarding many)', () => {
  test('keeps each dossier that cannot go on where it is, and says why', async () => {
    const codes = [await one.go.taken(), await one.go.taken()];
    const { results } = await sent('chuyenvien', '/api/batch/forward', { clientKey: randomUUID(), opinion: 'Được.', items: await Promise.all(codes.map((code) => itemOf(code, 'appraise'))) });

    // An appraisal without a draft goes nowhere: it needs the dossier's own page.
    expect(results.map(({ ok, title }) => [ok, title])).toEqual([[false, 'Chưa có dự thảo kết quả.'], [false, 'Chưa có dự thảo kết quả.']]);
  });
});
