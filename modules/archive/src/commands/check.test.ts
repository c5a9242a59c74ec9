// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { type Blobs, copyToSecond, diskBlobs } from '@motcua/documents';
import { returnResult } from '@motcua/dossiers';
import { type SmallProvince, done, places, smallProvince, walk } from '@motcua/dossiers/testing';
import { newId } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveDesk } from '../model.ts';
import { checks } from '../views/checks.ts';
import { checkPackages } from './check.ts';
import { handIn } from './hand-in.ts';

let database: TestDatabase;
let province: SmallProvince;
let code: string;
let second: Blobs;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-second-'));
const desk = (secondCopy: Blobs | null): ArchiveDesk => ({ ...province.ctx, secret: province.secret, secondCopy, province: places.province, demonstration: false });
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  second = diskBlobs(folder);
  const go = walk(province);
  code = await go.taken();
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), taskId: (await go.state(code)).tasks[0]?.taskId, body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
  done(await handIn(province.ctx, { agency: places.commune, by: province.officer('chuyenvien'), dossiers: [(await go.state(code)).id] }));
  await copyToSecond(database.db, province.ctx.files, second);
});
afterAll(async () => { fs.rmSync(folder, { recursive: true, force: true }); province.remove(); await database.drop(); });

const check = (secondCopy: Blobs | null) => checkPackages(desk(secondCopy), { key: newId(province.clock.now()), agency: places.commune, officer: province.officer('vanthu') });
async function destroyPackageFile(): Promise<void> {
  const { rows } = await sql<{ stored: string }>`select f.stored from archive.item i join documents.document d on d.id = i.document_id join documents.file f on f.sha256 = d.sha256`.execute(database.db);
  await province.ctx.files.blobs.remove(rows[0]?.stored ?? '');
}

describe('kiểm tra toàn vẹn gói lưu trữ (checking the packages of the archive)', () => {
  test('finds a package whole', async () => {
    expect(await check(null)).toMatchObject({ checked: 1, repaired: 0, broken: 0 });
  });

  test('says a package is broken while there is no second copy, brings it back once there is one, and keeps what each run found', async () => {
    await destroyPackageFile();

    const [without, withCopy, after] = [await check(null), await check(second), await check(null)];

    expect([without, withCopy, after]).toMatchObject([{ broken: 1, repaired: 0 }, { broken: 0, repaired: 1 }, { broken: 0, repaired: 0 }]);
    const { runs } = await checks(desk(second), province.officer('vanthu'));
    expect(runs.map(({ found }) => found.map(({ verdict }) => verdict))).toEqual(expect.arrayContaining([['broken'], ['repaired'], []]));
    expect(runs.flatMap(({ found }) => found.map((one) => one.code))).toEqual([code, code]);
  });

  test('answers the same press with the same run', async () => {
    const key = newId(province.clock.now());
    const press = () => checkPackages(desk(second), { key, agency: places.commune, officer: province.officer('vanthu') });

    expect(await press()).toEqual(await press());
  });
});
