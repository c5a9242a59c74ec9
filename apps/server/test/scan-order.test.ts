// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { issueSigningIdentity, readDocument, testAuthorityOf } from '@motcua/documents';
import { photographOf } from '@motcua/documents/testing';
import { startOfTest } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';
import { multipart } from './multipart.ts';

type Scan = { readonly id: string; readonly pages: readonly { readonly page: number; readonly no: number; readonly text: string }[] };

let one: TestInstallation;
let code: string;
let scan: string;
const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
const put = async (who: string, pages: readonly number[]) => one.app.inject({ method: 'PUT', url: `/api/dossiers/${code}/scans/${scan}/order`, headers: await one.as(who), payload: { pages } });
const post = async (who: string, url: string, payload: Record<string, unknown>) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });

async function add(words: string): Promise<Scan> {
  const { payload, headers } = multipart({ name: 'trang.jpg', bytes: await photographOf([`GIẤY KHAI SINH, TRANG ${words}`, 'Họ và tên: NGUYỄN VĂN MẪU', 'Nơi cư trú: thôn Đông, xã Một'], { dpi: 200 }), type: 'image/jpeg' });
  return (await one.app.inject({ method: 'POST', url: `/api/dossiers/${code}/scans/${scan}/pages`, headers: { ...headers, ...await one.as('tiepnhan') }, payload })).json<Scan>();
}
const orderOf = ({ pages }: Scan): readonly string[] => pages.map(({ page, no }) => `${String(page)}:${String(no)}`);

beforeAll(async () => {
  one = await testInstallation();
  const { ctx, secret, officer } = one.province;
  await issueSigningIdentity(ctx.db, await testAuthorityOf(ctx.db, secret, startOfTest), { kind: 'officer', ref: officer('tiepnhan').id, name: officer('tiepnhan').name, organisation: 'UBND xã Một', secret, at: startOfTest.subtract({ hours: 24 }) });
  code = await one.go.taken();
  scan = (await post('tiepnhan', `/api/dossiers/${code}/scans`, { paperNo: 1 })).json<{ id: string }>().id;
  for (const words of ['MỘT', 'HAI', 'BA']) await add(words);
}, 120_000);
afterAll(async () => { await one.close(); });

describe('bỏ trang, đổi thứ tự trang trước khi ký (pages left out and put in order before signing)', () => {
  test('keep their own number, come back, and new pages go behind', async () => {
    const left = (await put('tiepnhan', [3, 1])).json<Scan>();
    const picture = await get('tiepnhan', `/api/dossiers/${code}/scans/${scan}/pages/3?width=200`);
    const gone = await get('tiepnhan', `/api/dossiers/${code}/scans/${scan}/pages/2?width=200`);
    const back = (await put('tiepnhan', [3, 2, 1])).json<Scan>();
    const more = await add('BỐN');

    expect([orderOf(left), orderOf(back), orderOf(more)]).toEqual([['1:3', '2:1'], ['1:3', '2:2', '3:1'], ['1:3', '2:2', '3:1', '4:4']]);
    expect([picture.statusCode, gone.statusCode]).toEqual([200, 404]);
  }, 60_000);

  test.each([['none', []], ['one twice', [1, 1]], ['one that was not scanned', [1, 9]]])('is refused in words for %s', async (_what, pages) => {
    const answer = await put('tiepnhan', pages);

    expect([answer.statusCode, answer.json<{ errors: readonly { readonly path: string; readonly text: string }[] }>().errors[0]]).toEqual([422, expect.objectContaining({ path: 'pages', text: expect.stringMatching(/[À-ỹ]/u) as unknown })]);
  });

  test('is nobody’s who may not digitise it', async () => {
    expect([(await put('tiepnhan.hai', [1])).statusCode, (await put('citizen', [1])).statusCode]).toEqual([404, 403]);
  });

  test('is the order of the signed file, which has as many pages as the paper', async () => {
    await put('tiepnhan', [3, 1]);
    const { version } = (await get('tiepnhan', `/api/dossiers/${code}`)).json<{ version: number }>();
    const signed = await post('tiepnhan', `/api/dossiers/${code}/digitised`, { clientKey: randomUUID(), version, scan, pagesOnPaper: 2, kind: 'KQ.G15.000031', bearsNotes: false, withNotes: null, values: [], about: { number: null, issuer: null, issuedOn: null, validUntil: null }, onRequest: null });
    const [file] = (await one.go.state(code)).digitised[0]?.files ?? [];
    const pdf = await readDocument(one.province.ctx.db, one.province.ctx.files, file?.id ?? '');
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf?.bytes ?? new Uint8Array(), encoding: 'utf8' }).normalize('NFC');

    expect(signed.statusCode).toBe(201);
    expect([...text.matchAll(/TRANG\s+(MỘT|HAI|BA|BỐN)/gu)].map(([, words]) => words)).toEqual(['BA', 'MỘT']);
  }, 60_000);
});
