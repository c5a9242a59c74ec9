// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { aParty, places } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
const unseen = '000099000123';
const address = (personalId: string): string => `/api/persons/${personalId}/digital-identity`;
const get = async (personalId: string, who = 'tiepnhan') => one.app.inject({ url: address(personalId), headers: await one.as(who) });
const post = async (personalId: string, body: Record<string, unknown> = {}, who = 'tiepnhan') =>
  one.app.inject({ method: 'POST', url: address(personalId), headers: await one.as(who), payload: { id: randomUUID(), agency: places.commune, outcome: 'declined', identityPaper: 'Căn cước, cấp 01/02/2024', ...body } });

beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

describe('định danh điện tử tại quầy (digital identity at the counter)', () => {
  test('is not known of somebody this system has never seen, with the rule that orders the question', async () => {
    expect((await get(unseen)).json()).toMatchObject({ standing: 'unknown', since: null, last: null, rule: expect.stringContaining('Điều 17 khoản 1 điểm a') });
  });

  test('is there for who signed in here before, though the session has ended', async () => {
    await one.as('citizen');

    expect((await get('000095012345')).json()).toMatchObject({ standing: 'signed-in' });
  });

  test('is there for who came by the national portal', async () => {
    await one.go.filed({ applicant: aParty({ personalId: '000099000456' }) });

    expect((await get('000099000456')).json()).toMatchObject({ standing: 'national-portal' });
  });

  test('is not pressed on anybody: declining is noted once, and stays open for the next visit', async () => {
    const id = randomUUID();
    const [first, again] = [await post(unseen, { id }), await post(unseen, { id })];

    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect((await get(unseen)).json()).toMatchObject({ standing: 'unknown', last: { outcome: 'declined', by: 'Cán bộ tiepnhan', identityPaper: 'Căn cước, cấp 01/02/2024' } });
  });

  test('once shown or opened at a counter, is known at the next one', async () => {
    await post('000099000789', { outcome: 'opened' });
    one.province.clock.set(one.province.clock.now().add({ hours: 1 }));
    await post('000099000789', { outcome: 'declined' });

    expect((await get('000099000789')).json()).toMatchObject({ standing: 'seen-at-counter', last: { outcome: 'declined' } });
  });

  test('asks which paper was seen, and is written at one’s own counter only', async () => {
    expect((await post(unseen, { identityPaper: ' ' })).json()).toMatchObject({ status: 422, errors: [{ path: 'identityPaper' }] });
    expect([(await post(unseen, {}, 'tiepnhan.hai')).statusCode, (await post(unseen, {}, 'chuyenvien')).statusCode, (await get(unseen, 'citizen')).statusCode]).toEqual([403, 403, 403]);
  });

  test('is told to the person like every look', async () => {
    await get('000095012345');

    expect((await one.app.inject({ url: '/api/my/viewers', headers: await one.as('citizen') })).json<{ viewers: unknown[] }>().viewers).toContainEqual(expect.objectContaining({ who: 'Cán bộ tiepnhan', what: 'person', purpose: 'intake' }));
  });
});
