// SPDX-License-Identifier: EUPL-1.2
import { specimenPicture } from '@motcua/documents';
import { startOfTest } from '@motcua/dossiers/testing';
import { registerSeal } from '@motcua/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let seal: string;
beforeAll(async () => {
  one = await testInstallation();
  const { officer, ctx } = one.province;
  const entered = await registerSeal(ctx.db, { agency: 'Y99.21', kind: 'main', name: 'Con dấu UBND xã Một', keptAt: 'Y99.21', custodian: officer('vanthu').id, registrationNumber: '01', registeredOn: '2026-01-05', permissionNumber: null, from: '2026-01-10' }, { id: officer('quantri').id, at: startOfTest });
  seal = entered.ok ? entered.value.id : '';
});
afterAll(async () => { await one.close(); });

const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
async function upload(who: string, url: string, bytes: Uint8Array) {
  const boundary = 'hinh';
  const payload = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="hinh.png"\r\ncontent-type: image/png\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return one.app.inject({ method: 'POST', url, headers: { ...await one.as(who), 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
}
type Answer = { readonly code?: string; readonly errors?: readonly { readonly path: string; readonly text: string }[] };

describe('hình chữ ký, hình con dấu qua API (pictures sent and looked at)', () => {
  test('are sent by the leader and come back to him alone, as PNG that runs nothing', async () => {
    const sent = await upload('lanhdao', '/api/my/signature-pictures', await specimenPicture('officer', 'A'));
    const { id } = sent.json<{ id: string }>();
    const image = `/api/my/signature-pictures/${id}/image`;
    const [mine, stranger] = [await get('lanhdao', image), await get('vanthu', image)];

    expect(sent.statusCode).toBe(201);
    expect([mine.statusCode, mine.headers['content-type'], mine.headers['content-security-policy']]).toEqual([200, 'image/png', "default-src 'none'; sandbox"]);
    expect(stranger.statusCode).toBe(404);
    expect((await get('lanhdao', '/api/my/signature-pictures')).json()).toMatchObject({ pictures: [{ id, widthMm: null, endedAt: null }] });
  });

  test('of a seal are kept by its custodian, with its real width', async () => {
    const url = `/api/seals/${seal}/pictures`;
    const picture = await specimenPicture('seal', '');
    const [sent, other, wide] = [await upload('vanthu', `${url}?widthMm=36`, picture), await upload('lanhdao', `${url}?widthMm=36`, picture), await upload('vanthu', `${url}?widthMm=360`, picture)];

    expect([sent.statusCode, other.statusCode, wide.statusCode]).toEqual([201, 409, 422]);
    expect(wide.json<Answer>().errors).toMatchObject([{ path: 'widthMm', label: 'Đường kính con dấu', text: 'Từ 20 đến 60 mm.' }]);
    expect((await get('quantri', url)).json()).toMatchObject({ pictures: [{ widthMm: 36, enteredBy: 'Cán bộ vanthu' }] });
    expect((await get('vanthu.so', url)).statusCode).toBe(409);
  });

  test('of twenty megabytes or of another kind are refused at their field, in words', async () => {
    const [heavy, other] = [await upload('lanhdao', '/api/my/signature-pictures', new Uint8Array(20 * 1024 * 1024)), await upload('lanhdao', '/api/my/signature-pictures', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))];

    expect([heavy.statusCode, other.statusCode]).toEqual([422, 422]);
    expect([heavy, other].map((answer) => answer.json<Answer>().errors?.[0])).toMatchObject([{ path: 'file', text: expect.stringContaining('5 MB') }, { path: 'file', text: expect.stringContaining('PNG hoặc JPG') }]);
  });
});
