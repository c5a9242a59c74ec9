// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Database, openDatabase, sql } from '@motcua/db-kit';
import { storeDocument } from '@motcua/documents';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let owner: Database;
let code: string;
let id: string;
/** Longer than a piece the store decrypts at once, and no two segments alike. */
const scan = Buffer.concat(Array.from({ length: 12_000 }, (_, no) => createHash('sha512').update(String(no)).digest()));

beforeAll(async () => {
  one = await testInstallation();
  owner = openDatabase(one.database.ownerUrl);
});
afterAll(async () => {
  await owner.close();
  await one.close();
});
beforeEach(async () => {
  code = await one.go.taken();
  await one.go.appraised(code);
  await one.go.approved(code);
  const { id: dossier } = await one.go.state(code);
  const kept = await storeDocument(one.database.db, one.province.ctx.files, { ownerKind: 'dossier', ownerRef: dossier, bytes: scan, name: 'ban-quet.pdf', mediaType: 'application/pdf', purpose: 'result', by: 'test', at: one.province.clock.now() });
  if (!kept.ok) throw new Error(kept.error.code);
  // The paper of the dossier is a long scan: where it comes from is of no matter here.
  id = (await one.go.state(code)).result?.documentId ?? '';
  await sql`update documents.document set sha256 = ${kept.value.sha256} where id = ${id}`.execute(owner.db);
});

const get = async (headers: Record<string, string> = {}, who = 'chuyenvien') => one.app.inject({ url: `/api/dossiers/${code}/documents/${id}?purpose=handling`, headers: { ...await one.as(who), ...headers } });
const openings = async (): Promise<number> => (await sql<{ count: string }>`select count(*) from documents.opening where document_id = ${id}`.execute(one.database.db)).rows.map(({ count }) => Number(count))[0] ?? 0;

describe('tải tệp từng phần (a file taken in parts)', () => {
  test('is whole when nothing else is asked, and says that parts can be had', async () => {
    const whole = await get();

    expect([whole.statusCode, whole.headers['accept-ranges'], whole.headers['content-length'], whole.headers.etag]).toEqual([200, 'bytes', String(scan.length), `"${createHash('sha256').update(scan).digest('hex')}"`]);
    expect(whole.rawPayload.equals(scan)).toBe(true);
  });

  test('is the same put together from its parts, and one opening in the log', async () => {
    const parts: Buffer[] = [];
    for (let from = 0; from < scan.length; from += 100_000) {
      const part = await get({ range: `bytes=${String(from)}-${String(from + 99_999)}` });
      expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes ${String(from)}-${String(Math.min(from + 100_000, scan.length) - 1)}/${String(scan.length)}`]);
      parts.push(part.rawPayload);
    }

    expect(Buffer.concat(parts).equals(scan)).toBe(true);
    expect(await openings()).toBe(1);
  });

  test.each([['bytes=-500', scan.length - 500], [`bytes=${String(700_000)}-`, 700_000]] as const)('gives the end for «%s»', async (range, from) => {
    expect((await get({ range })).rawPayload.equals(scan.subarray(from))).toBe(true);
  });

  test('is an opening of its own when another reads on, or the same a while later', async () => {
    await get();
    await get({ range: 'bytes=500-600' });
    const [before] = [await openings()];
    await get({ range: 'bytes=500-600' }, 'lanhdao');
    const now = one.province.clock.now();
    one.province.clock.set(now.add({ minutes: 11 }));
    await get({ range: 'bytes=500-600' });
    one.province.clock.set(now);

    expect([before, await openings()]).toEqual([1, 3]);
  });

  test('says where the end is to who asks behind it', async () => {
    const beyond = await get({ range: `bytes=${String(scan.length)}-` });

    expect([beyond.statusCode, beyond.headers['content-range'], beyond.rawPayload.length]).toEqual([416, `bytes */${String(scan.length)}`, 0]);
  });

  test('is sent whole to who has another version', async () => {
    const [other, same] = [await get({ 'range': 'bytes=5-9', 'if-range': '"khac"' }), await get({ 'range': 'bytes=5-9', 'if-range': `"${createHash('sha256').update(scan).digest('hex')}"` })];

    expect([other.statusCode, other.rawPayload.length, same.statusCode, same.rawPayload.length]).toEqual([200, scan.length, 206, 5]);
  });

  test('is no more to be had in parts than whole by who may not read the dossier', async () => {
    expect((await get({ range: 'bytes=0-9' }, 'tiepnhan.hai')).statusCode).toBe(404);
    expect(await openings()).toBe(0);
  });
});
