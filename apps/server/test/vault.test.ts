// SPDX-License-Identifier: EUPL-1.2
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let code: string;
beforeAll(async () => {
  one = await testInstallation();
  code = await one.go.taken();
  await one.go.appraised(code);
  await one.go.approved(code);
  await one.go.issued(code);
});
afterAll(async () => { await one.close(); });

type Paper = { readonly id: string; readonly name: string; readonly state: string; readonly checkHref: string | null; readonly changes: readonly { readonly type: string; readonly reason: string }[] };
const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
const papers = async (who = 'citizen'): Promise<readonly Paper[]> => (await get(who, '/api/my/vault')).json<{ papers: readonly Paper[] }>().papers;
const theOne = async (): Promise<Paper> => {
  const [paper] = await papers();
  if (paper === undefined) throw new Error('the vault is empty');
  return paper;
};

type Viewer = { readonly who: string; readonly what: string; readonly dossier: string | null; readonly purpose: string; readonly agencyName: string | null };
const viewers = async (): Promise<readonly Viewer[]> => (await get('citizen', '/api/my/viewers')).json<{ viewers: readonly Viewer[] }>().viewers;

describe('kho giấy tờ của tôi (my vault)', () => {
  test('shows the issued result in force, and nothing of it to anybody else', async () => {
    expect(await papers()).toMatchObject([{ state: 'in-force', dossier: code, origin: 'result' }]);
    expect(await papers('other-citizen')).toEqual([]);
  });

  test('gives the file to its owner, and to another the same answer as for a paper that does not exist', async () => {
    const { id } = await theOne();

    const [own, other, none] = [await get('citizen', `/api/my/vault/${id}/document`), await get('other-citizen', `/api/my/vault/${id}/document`), await get('other-citizen', '/api/my/vault/01931d2c-0000-7000-8000-000000000000/document')];

    expect([own.statusCode, own.rawPayload.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
    expect([other.statusCode, other.json()]).toEqual([none.statusCode, none.json()]);
    expect((await get('tiepnhan', '/api/my/vault')).statusCode).toBe(403);
  });

  test('shows a code that the public page takes for genuine', async () => {
    const { id, checkHref } = await theOne();

    expect((await get('citizen', `/api/my/vault/${id}/code.svg`)).headers['content-type']).toContain('image/svg+xml');
    expect((await one.app.inject({ url: new URL(checkHref ?? '').pathname })).statusCode).toBe(200);
  });

  test('is taken away as one ZIP: every file, and the list that names it', async () => {
    const answer = await get('citizen', '/api/my/vault/export');

    const files = unzipSync(answer.rawPayload);
    const list: unknown = JSON.parse(Buffer.from(files['kho-giay-to.json'] ?? []).toString('utf8'));
    const named = Object.keys(files).filter((name) => name.startsWith('giay/'));
    expect(list).toMatchObject({ owner: { personalId: '000095012345' }, papers: [{ state: 'in-force', file: named[0] }] });
    expect([named.length, Buffer.from(files[named[0] ?? ''] ?? []).subarray(0, 4).toString()]).toEqual([1, '%PDF']);
  });

  test('keeps what the owner says is wrong, and the paper counts on until the agency decides', async () => {
    const { id } = await theOne();

    const said = await one.app.inject({ method: 'POST', url: `/api/my/vault/${id}/disputes`, headers: await one.as('citizen'), payload: { text: 'Sai ngày sinh của tôi.' } });

    expect(said.statusCode).toBe(201);
    expect((await get('lanhdao', `/api/dossiers/${code}`)).json()).toMatchObject({ disputes: [{ who: 'Nguyễn Văn Mẫu', text: 'Sai ngày sinh của tôi.' }], revoked: null });
    expect(await theOne()).toMatchObject({ state: 'in-force', changes: [{ type: 'disputed', reason: 'Sai ngày sinh của tôi.' }] });
    expect((await one.app.inject({ method: 'POST', url: `/api/my/vault/${id}/disputes`, headers: await one.as('other-citizen'), payload: { text: 'Không phải của tôi.' } })).statusCode).toBe(404);
  });
});

describe('ai đã xem dữ liệu của tôi (who looked at my data)', () => {
  test('names an officer once an hour for a dossier however often he opens it, and again in the next hour', async () => {
    const before = (await viewers()).length;
    for (let times = 0; times < 3; times += 1) await get('chuyenvien', `/api/dossiers/${code}`);
    const within = await viewers();
    one.province.clock.set(one.province.clock.now().add({ minutes: 61 }));
    await get('chuyenvien', `/api/dossiers/${code}`);

    expect(within.length - before).toBe(1);
    expect(within).toContainEqual(expect.objectContaining({ who: 'Cán bộ chuyenvien', what: 'dossier', dossier: code, purpose: 'handling', agencyName: 'UBND xã Một' }));
    expect((await viewers()).length - before).toBe(2);
  });

  test('names who looked the person up at a counter, and who opened a paper', async () => {
    await get('tiepnhan', '/api/persons/000095012345');
    const { documentId = null } = (await one.go.state(code)).result ?? {};
    await get('lanhdao', `/api/dossiers/${code}/documents/${documentId ?? ''}?purpose=supervision`);

    expect(await viewers()).toEqual(expect.arrayContaining([expect.objectContaining({ who: 'Cán bộ tiepnhan', what: 'person', purpose: 'intake' }), expect.objectContaining({ who: 'Cán bộ lanhdao', what: 'paper', dossier: code, purpose: 'supervision' })]));
  });

  test('leaves out who was refused: an officer of another place saw nothing', async () => {
    expect((await get('chuyenvien.hai', `/api/dossiers/${code}`)).statusCode).toBe(404);

    expect((await viewers()).some(({ who }) => who === 'Cán bộ chuyenvien.hai')).toBe(false);
  });

  test('leaves out the owner himself', async () => {
    await get('citizen', `/api/my/vault/${(await theOne()).id}/document`);

    expect((await viewers()).some(({ who }) => who === 'Nguyễn Văn Mẫu')).toBe(false);
  });
});
