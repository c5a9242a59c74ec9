// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, readDocument, testAuthorityOf, validatePdf } from '@motcua/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkingSubject } from '../contract/working-papers.ts';
import { isOurs } from '../http/send-document.ts';
import { type SmallProvince, aCitizen, done, places, scanOf, smallProvince, startOfTest, walk } from '../testing.ts';
import { digitisingFigures } from '../views/digitising-figures.ts';
import { officerDossier } from '../views/one.ts';
import { digitiseWorking } from './digitise-working.ts';
import { consult } from './handle.ts';
import { replay } from './replay.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;

beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const officer = province.officer('chuyenvien');
  await issueSigningIdentity(database.db, await testAuthorityOf(database.db, province.secret, startOfTest), { kind: 'officer', ref: officer.id, name: officer.name, organisation: 'UBND xã Một', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const body = { pagesOnPaper: 1, number: '12/YK', signedOn: '2026-11-16', author: 'Phòng Thử', content: 'Đủ điều kiện.' };
async function sign(code: string, working: WorkingSubject, about: Partial<typeof body> = {}) {
  const { id } = await go.state(code);
  return digitiseWorking(province.ctx, { ...await go.by('chuyenvien', code), body: { ...body, ...about, scan: await scanOf(province, { dossierId: id, of: { working } }) } });
}
const opinion: WorkingSubject = { kind: 'appraisal-opinion', about: null };

describe('số hóa ý kiến, kết quả xác minh trên giấy (opinions and verification results on paper)', () => {
  test('become a signed file under a code of the dossier, with who signed the paper and what it says, counted from the ledger', async () => {
    const code = await go.taken();
    done(await consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency: places.department, question: 'Có phù hợp?', hours: 8 } }));
    const asked = (await go.state(code)).consultations[0]?.id ?? '';
    done(await sign(code, opinion));
    done(await sign(code, { kind: 'consultation-answer', about: asked }));
    const { working = [] } = await go.state(code);
    const pdf = await readDocument(database.db, province.ctx.files, working[0]?.file.id ?? '');
    const trust = { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] };

    expect(working).toMatchObject([{ code: `${code}.YK1`, kind: 'appraisal-opinion', author: 'Phòng Thử', signedOn: '2026-11-16', content: 'Đủ điều kiện.', pages: 1 }, { code: `${code}.YK2`, kind: 'consultation-answer', about: asked }]);
    expect(await validatePdf(pdf?.bytes ?? new Uint8Array(), { trust })).toMatchObject({ document: 'valid', signatures: [{ signer: province.officer('chuyenvien').name }] });
    expect((await digitisingFigures(province.ctx, database.db, province.officer('tiepnhan'))).working).toEqual([{ kind: 'appraisal-opinion', count: 1 }, { kind: 'consultation-answer', count: 1 }]);
    expect((await replay(database.db, () => undefined)).differences).toBe(0);
  }, 60_000);

  test('are read by officers of the dossier, not by its applicant', async () => {
    const code = await go.taken();
    done(await sign(code, opinion));
    const dossier = await go.state(code);
    const id = dossier.working?.[0]?.file.id ?? '';

    expect([isOurs(dossier, { id, actor: province.officer('lanhdao') }), isOurs(dossier, { id, actor: aCitizen() })]).toEqual([true, false]);
    expect(await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code)).toMatchObject({ value: { working: [{ code: `${code}.YK1`, who: province.officer('chuyenvien').name }] } });
  }, 60_000);

  test('are refused with pages that do not fit, a day to come, or a question nobody asked', async () => {
    const code = await go.taken();

    expect(await sign(code, opinion, { pagesOnPaper: 2, signedOn: '2036-01-01' })).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'pagesOnPaper' }, { path: 'signedOn' }] } });
    expect(await sign(code, { kind: 'check-minutes', about: 'không có' })).toMatchObject({ ok: false, error: { code: 'scan-unknown' } });
    expect((await go.state(code)).working).toBeUndefined();
  }, 60_000);
});
