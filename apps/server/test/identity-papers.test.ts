// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { confirmComponents } from '@motcua/catalogue';
import { sql } from '@motcua/db-kit';
import { photographOf, smallPdf } from '@motcua/documents/testing';
import { dropOldScans, requestSupplement } from '@motcua/dossiers';
import { done, startOfTest } from '@motcua/dossiers/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';
import { multipart } from './multipart.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

/** A paper scanned at the counter: its scan, and its pages as the officer sees them. */
async function scanned(code: string, paperNo: number): Promise<{ readonly id: string; readonly pages: readonly Uint8Array[] }> {
  const headers = await one.as('tiepnhan');
  const { id } = (await one.app.inject({ method: 'POST', url: `/api/dossiers/${code}/scans`, headers, payload: { paperNo } })).json<{ id: string }>();
  const body = multipart({ name: 'quet.jpg', type: 'image/jpeg', bytes: await photographOf(['CĂN CƯỚC'], { dpi: 100, turned: 0, blurred: 0 }) });
  await one.app.inject({ method: 'POST', url: `/api/dossiers/${code}/scans/${id}/pages`, headers: { ...headers, ...body.headers }, payload: body.payload });
  const seen = async () => (await one.app.inject({ url: `/api/dossiers/${code}/scans/${id}/pages/1?width=600`, headers })).rawPayload;
  return { id, pages: [await seen(), await seen()] };
}

/** Whether words in red lie over a picture of ink on white. */
async function reddened(picture: Uint8Array = new Uint8Array()): Promise<boolean> {
  const { channels: [red, green] } = await sharp(picture).stats();
  return (red?.mean ?? 0) - (green?.mean ?? 0) > 0.2;
}

describe('giấy tờ tùy thân (an identity paper) opened by an officer', () => {
  const handedIn = async (): Promise<{ readonly code: string; readonly id: string; readonly original: string }> => {
    const code = await one.go.filed();
    done(await requestSupplement(one.province.ctx, { ...await one.go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: null, what: 'x', howToMend: 'y', basis: null }] } }));
    const body = multipart({ name: 'can-cuoc.pdf', bytes: smallPdf });
    expect((await one.app.inject({ method: 'POST', url: `/api/my/dossiers/${code}/files?paperNo=1`, payload: body.payload, headers: { ...body.headers, ...await one.as('citizen') } })).statusCode).toBe(201);
    const { version, papers } = await one.go.state(code);
    await one.app.inject({ method: 'POST', url: `/api/my/dossiers/${code}/supplements`, headers: await one.as('citizen'), payload: { clientKey: randomUUID(), version, note: null, answers: null } });
    const { procedure } = await one.go.state(code);
    done(await confirmComponents(one.database.db, procedure.code, { asked: { components: [{ name: papers[0]?.name ?? '', kind: 'KQ.G01.000023' }] }, by: { name: 'Kiểm soát' }, at: startOfTest }));
    const id = (await one.go.state(code)).papers[0]?.documents[0]?.id ?? '';
    return { code, id, original: createHash('sha256').update(smallPdf).digest('hex') };
  };

  test('is a copy under the mark of its purpose, whatever the address asks, and its digest is in the log of openings', async () => {
    const { code, id } = await handedIn();
    const seen = await one.app.inject({ url: `/api/dossiers/${code}/documents/${id}?purpose=complaint&mark=0&raw=1`, headers: await one.as('tiepnhan') });
    const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: seen.rawPayload, encoding: 'utf8' }).replace(/\s+/gu, ' ');
    const { rows } = await sql<{ readonly shown: string }>`select shown_sha256 as shown from documents.opening where document_id = ${id}`.execute(one.database.db);

    expect(words).toContain(`Chỉ dùng cho hồ sơ ${code}`);
    expect(words).toContain('Giải quyết phản ánh, khiếu nại');
    expect(rows).toEqual([{ shown: createHash('sha256').update(seen.rawPayload).digest('hex') }]);
  });

  test('is leafed through under the same mark, as one opening', async () => {
    const { code, id } = await handedIn();
    const of = async (path: string) => one.app.inject({ url: `/api/dossiers/${code}/documents/${id}/pages${path}${path.includes('?') ? '&' : '?'}purpose=complaint`, headers: await one.as('tiepnhan') });
    const [counted, picture, words, beyond] = [await of(''), await of('/1?width=600'), await of('/1/words'), await of('/2')];
    const openings = (await one.app.inject({ url: `/api/my/dossiers/${code}/openings`, headers: await one.as('citizen') })).json<{ openings: { purpose: string }[] }>().openings;

    expect(counted.json()).toMatchObject({ name: 'can-cuoc.pdf', pages: 1 });
    expect([picture.headers['content-type'], picture.headers['cache-control']]).toEqual(['image/jpeg', 'private, no-store']);
    expect(words.json<{ words: string }>().words.replace(/\s+/gu, ' ')).toContain(`Chỉ dùng cho hồ sơ ${code}`);
    expect([beyond.statusCode, beyond.json<{ code: string }>().code]).toEqual([404, 'page-unknown']);
    expect(openings.map(({ purpose }) => purpose)).toEqual(['complaint']);
  });

  test('shows no page to an officer who may not read the dossier, nor without a purpose', async () => {
    const { code, id } = await handedIn();
    const page = `/api/dossiers/${code}/documents/${id}/pages/1`;
    const stranger = await one.app.inject({ url: `${page}?purpose=handling`, headers: await one.as('tiepnhan.hai') });
    const aimless = await one.app.inject({ url: page, headers: await one.as('tiepnhan') });

    expect([stranger.statusCode, aimless.statusCode]).toEqual([404, 422]);
  });

  test('is told to its owner as opened to supervise by who only watches over the province, whatever was asked', async () => {
    const { code, id } = await handedIn();
    const opened = await one.app.inject({ url: `/api/dossiers/${code}/documents/${id}?purpose=handling`, headers: await one.as('lanhdao.tinh') });
    const openings = (await one.app.inject({ url: `/api/my/dossiers/${code}/openings`, headers: await one.as('citizen') })).json<{ openings: { purpose: string }[] }>().openings;

    expect([opened.statusCode, openings.map(({ purpose }) => purpose)]).toEqual([200, ['supervision']]);
  });

  test('is the original for its owner, unchanged in the store', async () => {
    const { code, id, original } = await handedIn();
    await one.app.inject({ url: `/api/dossiers/${code}/documents/${id}?purpose=handling`, headers: await one.as('tiepnhan') });
    const own = await one.app.inject({ url: `/api/my/dossiers/${code}/documents/${id}`, headers: await one.as('citizen') });

    expect(createHash('sha256').update(own.rawPayload).digest('hex')).toBe(original);
  });

  test('is marked on the pages of a scan while it is compared, as one opening of which its owner is told', async () => {
    const { code } = await handedIn();
    const [plain, marked] = [await scanned(code, 2), await scanned(code, 1)];
    const openings = (await one.app.inject({ url: `/api/my/dossiers/${code}/openings`, headers: await one.as('citizen') })).json<{ openings: { paper: string }[] }>().openings;
    const [, name] = (await one.go.state(code)).papers.map((paper) => paper.name);

    expect([await reddened(plain.pages[0]), await reddened(marked.pages[0])]).toEqual([false, true]);
    expect(openings.filter(({ paper }) => paper === `Bản quét: ${name ?? ''}`)).toHaveLength(1);
    expect(openings).toHaveLength(2);
  });

  test('is opened by nobody thirty days after it was scanned and left', async () => {
    const { code } = await handedIn();
    const { id } = await scanned(code, 1);
    one.province.clock.set(one.province.ctx.clock.now().add({ hours: 31 * 24 }));
    const [dropped, again] = [await dropOldScans(one.province.ctx), await dropOldScans(one.province.ctx)];
    const { rows } = await sql`select 1 from documents.file_key where owner_kind = 'scan' and owner_ref = ${id}`.execute(one.database.db);
    one.province.clock.set(startOfTest);
    const page = await one.app.inject({ url: `/api/dossiers/${code}/scans/${id}/pages/1`, headers: await one.as('tiepnhan') });

    expect([dropped > 0, again, rows, page.statusCode]).toEqual([true, 0, [], 404]);
  });
});
