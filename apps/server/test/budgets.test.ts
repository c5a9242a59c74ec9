// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { anIntake } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let code: string;
beforeAll(async () => {
  one = await testInstallation();
  for (let at = 0; at < 60; at += 1) code = await one.go.taken();
  await Promise.all(Array.from({ length: 5 }, () => one.go.filed()));
});
afterAll(async () => { await one.close(); });

/** Statements a request runs, transaction words left out; the second time, when calendars and models are known. */
async function statementsOf(who: string, request: { readonly url: string; readonly payload?: () => Promise<Record<string, unknown>> }): Promise<number> {
  const headers = await one.as(who);
  const ask = async (): Promise<number> => {
    const payload = await request.payload?.();
    const before = one.database.statements.length;
    const { statusCode } = await one.app.inject({ method: payload === undefined ? 'GET' : 'POST', url: request.url, headers, ...(payload === undefined ? {} : { payload }) });
    expect(statusCode).toBeLessThan(300);
    return one.database.statements.slice(before).filter((text) => !/^(begin|commit)/u.test(text)).length;
  };
  await ask();
  return ask();
}

describe('số câu lệnh (budget of statements); two of each request are its session, one of each list its names of agencies', () => {
  test.each([
    ['tiepnhan', '/api/work?list=todo', 4], ['chuyenvien', '/api/work?list=todo', 4], ['tiepnhan', '/api/work/counts', 3], ['chuyenvien', '/api/owed', 7], ['lanhdao', '/api/owed', 9], ['lanhdao.tinh', '/api/owed', 9], ['tiepnhan', '/api/dossiers', 4], ['tiepnhan', '/api/dossiers?q=mau', 4], ['lanhdao.tinh', '/api/figures/today', 7],
    ['tiepnhan', '/api/persons/000095012345', 6], ['citizen', '/api/my/dossiers', 3], ['tiepnhan', '/api/me', 6], ['tiepnhan', '/api/filing/1.013227', 10],
  ])('%s %s takes at most %i', async (who, url, most) => {
    expect(await statementsOf(who, { url })).toBeLessThanOrEqual(most);
  });

  test('a list of fifty rows takes as many as a list of one', async () => {
    const [many, few] = [await statementsOf('tiepnhan', { url: '/api/dossiers' }), await statementsOf('tiepnhan', { url: `/api/dossiers?q=${code}` })];

    expect((await one.app.inject({ url: '/api/dossiers', headers: await one.as('tiepnhan') })).json<{ dossiers: unknown[]; next: string | null }>()).toMatchObject({ dossiers: { length: 50 }, next: expect.any(String) });
    expect(many).toBe(few);
  });

  test('the page of a dossier takes at most eight, whatever happened to it', async () => {
    const young = await statementsOf('lanhdao', { url: `/api/dossiers/${code}` });
    await one.go.appraised(code);
    await one.go.approved(code);

    expect(young).toBeLessThanOrEqual(8);
    expect(await statementsOf('lanhdao', { url: `/api/dossiers/${code}` })).toBe(young);
  });

  test('an intake at the counter takes at most 24', async () => {
    expect(await statementsOf('tiepnhan', { url: '/api/dossiers', payload: () => Promise.resolve({ ...anIntake() }) })).toBeLessThanOrEqual(24);
  });

  test('an acceptance takes at most 21', async () => {
    const waiting = await Promise.all(Array.from({ length: 2 }, () => one.go.filed()));
    const counts: number[] = [];
    for (const filed of waiting) {
      const { version } = await one.go.state(filed);
      const headers = await one.as('tiepnhan');
      const before = one.database.statements.length;
      await one.app.inject({ method: 'POST', url: `/api/dossiers/${filed}/acceptance`, headers, payload: { clientKey: randomUUID(), version, papers: anIntake().papers, limitOverride: null } });
      counts.push(one.database.statements.length - before);
    }

    expect(Math.max(...counts)).toBeLessThanOrEqual(21);
    expect(Math.min(...counts)).toBeGreaterThan(5);
  });

  test('pages of a list hold every dossier once', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: { dossiers: { code: string }[]; next: string | null } = (await one.app.inject({ url: `/api/dossiers${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`, headers: await one.as('tiepnhan') })).json();
      seen.push(...page.dossiers.map((row) => row.code));
      after = page.next;
    }
    const { rows } = await one.database.pool.query<{ n: number }>("select count(*)::int as n from dossiers.dossier where receiving_agency = 'Y99.21'");

    expect([new Set(seen).size, seen.length]).toEqual([rows[0]?.n, rows[0]?.n]);
  });
});
