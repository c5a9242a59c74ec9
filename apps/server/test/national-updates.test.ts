// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestInstallation, testInstallation } from './installation.ts';

const [uploader, second] = ['kiemsoat.tinh', 'quantri.tinh'];
const code = '1.013227';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

async function upload(who: string, bytes: Buffer): Promise<{ readonly status: number; readonly body: unknown }> {
  const edge = 'motcua-edge';
  const payload = Buffer.concat([Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="quoc-gia.jsonl.gz"\r\nContent-Type: application/gzip\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
  const answer = await one.app.inject({ method: 'POST', url: '/api/catalogue/national-updates', headers: { ...await one.as(who), 'content-type': `multipart/form-data; boundary=${edge}` }, payload });
  return { status: answer.statusCode, body: answer.json() };
}

async function post(who: string, url: string, payload: object): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
  return { status: answer.statusCode, body: answer.json() };
}
const seen = async (who: string, url: string): Promise<unknown> => z.unknown().parse((await one.app.inject({ url, headers: await one.as(who) })).json());

describe('cập nhật từ dữ liệu quốc gia qua API', () => {
  test('lets nobody decide on what he uploaded, lets a second person, and leaves a dossier in hand on its version', async () => {
    const dossier = await one.go.taken();
    const line = gunzipSync(await readFile(path.join(import.meta.dirname, '../../../data/procedures/procedures.jsonl.gz'))).toString('utf8').split('\n').find((each) => each.startsWith(`{"code":"${code}"`)) ?? '';
    const before = await seen('truongbophan', `/api/dossiers/${dossier}`);

    const uploaded = await upload(uploader, gzipSync(line.replace('"name":"', '"name":"Bản sau: ')));
    expect(uploaded.status).toBe(201);
    const address = `/api/catalogue/national-updates/${z.object({ id: z.string() }).parse(uploaded.body).id}`;
    const asked = () => ({ clientKey: randomUUID(), codes: [code], validFrom: '2026-11-17', decision: null });

    expect([await seen(uploader, address), await seen(second, address)]).toMatchObject([{ mayDecide: false, changed: 1 }, { mayDecide: true, mayNot: null }]);
    expect(await seen(second, `${address}/procedures/${code}/difference`)).toMatchObject({ from: 1 });
    expect(await post(uploader, `${address}/approval`, asked())).toMatchObject({ status: 403, body: { code: 'national-update-second-person' } });
    expect(await post(uploader, `${address}/rejection`, { clientKey: randomUUID(), codes: [code], reason: 'vì thế' })).toMatchObject({ status: 403, body: { code: 'national-update-second-person' } });
    expect(await post('truongbophan', `${address}/approval`, asked())).toMatchObject({ status: 403 });
    expect(await post(second, `${address}/approval`, { ...asked(), validFrom: '2026-11-01' })).toMatchObject({ status: 422, body: { errors: [{ path: 'validFrom' }] } });
    expect(await post(second, `${address}/approval`, asked())).toMatchObject({ status: 201, body: { results: [{ code, ok: true, version: 2 }] } });
    expect(await seen(second, `/api/catalogue/procedures/${code}`)).toMatchObject({ name: expect.stringContaining('Bản sau') });
    expect(await seen('truongbophan', `/api/dossiers/${dossier}`)).toEqual(before);
  });

  test('answers a hostile or broken file with what to do', async () => {
    expect(await upload(uploader, gzipSync(Buffer.alloc(161 * 1024 * 1024)))).toMatchObject({ status: 422, body: { code: 'national-file-unreadable', errors: [{ path: 'file', text: expect.stringContaining('160 MB') }] } });
    expect(await upload('truongbophan', gzipSync('{}'))).toMatchObject({ status: 403 });
  });
});
