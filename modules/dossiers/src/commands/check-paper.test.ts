// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument } from '@motcua/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPaper, reissue } from '../index.ts';
import { verifyUrlOf } from '../papers/head.ts';
import { type SmallProvince, done, smallProvince, startOfTest, walk } from '../testing.ts';
import { openingsOfDossier } from '../views/openings.ts';
import { paperChecks } from '../views/paper-checks.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let code: string;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  province.clock.set(startOfTest);
  go = walk(province);
  code = await go.taken();
});
afterAll(async () => { province.remove(); await database.drop(); });

const codeOn = async (): Promise<string> => {
  const { receipt } = await go.state(code);
  return verifyUrlOf(province.ctx, { kind: 'receipt', code, issuedAt: receipt?.at ?? '', facts: { a: 'Trung tâm', n: receipt?.number ?? '' } });
};
const issuedFile = async (): Promise<{ readonly sha256: string; readonly bytes: Uint8Array }> => {
  const own = await go.taken();
  for (const act of [go.appraised, go.approved, go.issued]) await act(own);
  const document = await readDocument(database.db, province.ctx.files, (await go.state(own)).result?.documentId ?? '');
  if (document === undefined) throw new Error('the result has no file');
  return { sha256: document.sha256, bytes: document.bytes };
};

describe('kiểm tra giấy (checking a paper)', () => {
  test('by its code says what is printed on it and no more', async () => {
    const answer = await checkPaper(province.ctx, { code: await codeOn() });

    expect(answer).toMatchObject({ verdict: 'genuine', paper: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' });
    expect(answer.facts.map(({ term }) => term)).toEqual(['Mã hồ sơ', 'Lập lúc', 'Cơ quan', 'Số']);
  });

  test('refuses a code in which one letter was changed', async () => {
    const real = await codeOn();
    const at = real.lastIndexOf('.') - 5;
    const changed = real.slice(0, at) + (real[at] === 'A' ? 'B' : 'A') + real.slice(at + 1);

    expect(await checkPaper(province.ctx, { code: changed })).toMatchObject({ verdict: 'mismatch', paper: null, facts: [] });
  });

  test('by the digest of an issued file knows the result, and refuses the same file with one byte more', async () => {
    const { sha256, bytes } = await issuedFile();
    const altered = createHash('sha256').update(bytes).update('x').digest('hex');

    expect([await checkPaper(province.ctx, { sha256 }), await checkPaper(province.ctx, { sha256: altered })]).toMatchObject([{ verdict: 'genuine', paper: 'Kết quả giải quyết thủ tục hành chính' }, { verdict: 'mismatch' }]);
  });

  test('says that a receipt was replaced since', async () => {
    const old = await codeOn();
    done(await reissue(province.ctx, { ...await go.by('tiepnhan', code), body: { paper: 'receipt', reason: 'Giấy cũ ghi sai.', wording: null } }));

    expect(await checkPaper(province.ctx, { code: old })).toMatchObject({ verdict: 'replaced' });
  });
});

describe('nhật ký kiểm tra giấy (the log of checks)', () => {
  test('tells the issuer which paper was checked how often, and that one is shown though it was replaced', async () => {
    const { lines, unmatched } = await paperChecks(province.ctx, province.officer('truongbophan'));

    expect(lines.find((line) => line.code === code)).toMatchObject({ paper: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', checks: 2, countsNoMore: 1, alarm: 'counts-no-more' });
    expect(unmatched).toBe(2);
  });

  test('makes a paper stand out that is checked many times within a day', async () => {
    const other = await go.taken();
    const text = verifyUrlOf(province.ctx, { kind: 'control-slip', code: other, issuedAt: startOfTest.toString(), facts: { a: 'Trung tâm', n: '7' } });
    for (let time = 0; time < 11; time += 1) await checkPaper(province.ctx, { code: text });

    expect((await paperChecks(province.ctx, province.officer('truongbophan'))).lines.find((line) => line.code === other)).toMatchObject({ lastDay: 11, alarm: 'many' });
  });

  test('shows an officer of another agency none of it', async () => {
    const stranger = { kind: 'officer', id: 'la', name: 'Người Nơi Khác', postings: [{ role: 'one-stop-head', agency: 'Y99.77', unit: null }] } as const;

    expect((await paperChecks(province.ctx, stranger)).lines).toEqual([]);
  });

  test('tells the owner that his paper was checked', async () => {
    const { checks } = await openingsOfDossier(database.db, await go.state(code));

    expect(checks).toMatchObject([{ paper: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', checks: 2 }]);
  });

  test('holds when, which paper and what came of it, and has no place for who asked', async () => {
    const { rows } = await sql<{ readonly name: string }>`select column_name as name from information_schema.columns where table_schema = 'dossiers' and table_name = 'paper_check' order by 1`.execute(database.db);

    expect(rows.map(({ name }) => name)).toEqual(['agencies', 'at', 'dossier_code', 'id', 'kind', 'number', 'verdict', 'way']);
  });
});
