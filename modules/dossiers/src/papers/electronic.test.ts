// SPDX-License-Identifier: EUPL-1.2
import { testAuthorityOf, validatePdf } from '@motcua/documents';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperName } from '../contract.ts';
import { refuseDossier, reissue, requestSupplement, stop } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, done, smallProvince, startOfTest, walk } from '../testing.ts';
import { printPaper } from './print.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

const printed = async (code: string, paper: PaperName): Promise<Uint8Array> => {
  const dossier = await go.state(code);
  const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper });
  if (pdf === null) throw new Error(`no ${paper}`);
  return pdf;
};
const signatures = async (pdf: Uint8Array) => (await validatePdf(pdf, { trust: { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] } })).signatures;
const item = { paperNo: null, what: 'Bản vẽ', howToMend: 'Nộp bản có dấu', basis: null };

describe('giấy tờ điện tử gửi người nộp (papers of a dossier that came without paper)', () => {
  test('each form is signed by the agency that received it', async () => {
    const [accepted, stopped, refused, asked] = [await go.filed(), await go.filed(), await go.filed(), await go.filed()];
    await go.accepted(accepted);
    await go.accepted(stopped);
    done(await stop(province.ctx, { ...await go.by('tiepnhan', stopped), body: { reason: 'Người nộp đề nghị dừng.' } }));
    done(await refuseDossier(province.ctx, { ...await go.by('tiepnhan', refused), body: { reasons: ['Không thuộc thẩm quyền.'] } }));
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', asked), body: { items: [item], reason: 'Thiếu bản vẽ', override: null } }));

    for (const [code, paper] of [[accepted, 'receipt'], [stopped, 'stop-notice'], [refused, 'refusal'], [asked, 'supplement-request']] as const) {
      expect(await signatures(await printed(code, paper)), paper).toMatchObject([{ verdict: 'valid', signer: 'UBND xã Một' }]);
    }
  });

  test('stays as it was signed however often it is asked for; one issued in its place is signed anew', async () => {
    const code = await go.filed();
    await go.accepted(code);
    const first = await printed(code, 'receipt');
    province.clock.set(startOfTest.add({ hours: 30 }));
    const again = await printed(code, 'receipt');
    done(await reissue(province.ctx, { ...await go.by('tiepnhan', code), body: { paper: 'receipt', reason: 'Người nộp làm mất bản cũ.', wording: null } }));
    const other = await printed(code, 'receipt');

    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    expect([Buffer.from(other).equals(Buffer.from(first)), (await signatures(other)).length]).toEqual([false, 1]);
  });

  test('on paper it waits for the officer’s own hand', async () => {
    expect(await signatures(await printed(await go.taken(), 'receipt'))).toEqual([]);
  });
});
