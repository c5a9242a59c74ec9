// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correct, printPaper, requestSupplement, supplement, takeIn } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aCitizen, allInOrder, anIntake, done, plainAnswers, smallProvince, walk } from '../testing.ts';

const items = [{ paperNo: 1, what: 'Bản vẽ thiếu chữ ký', howToMend: 'Ký vào bản vẽ rồi nộp lại.', basis: null }];
const note = { note: 'Đã bổ sung.', answers: null, documents: new Map() };

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

const paper = async (code: string, name: Parameters<typeof printPaper>[2]['paper']): Promise<string> => {
  const dossier = await go.state(code);
  const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper: name });
  return pdf === null ? 'none' : Buffer.from(pdf.subarray(0, 5)).toString('latin1');
};

describe('phiếu giao tại quầy (what the counter hands out)', () => {
  test('is form 02 instead of 01: the papers as judged, gaps in the e-form allowed, no clock, one request at this stage', async () => {
    const judged = allInOrder.map((judgement) => (judgement.no === 1 ? { ...judgement, state: 'faulty' as const, originals: 2, copies: 3, remark: 'Thiếu chữ ký trang 3' } : judgement));
    const body = anIntake({ answers: { requesterName: 'Nguyễn Văn Mẫu' }, papers: judged, outcome: { kind: 'supplement', reason: 'Chưa đủ giấy tờ.', items } });
    const { code } = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body }));
    const asked = await go.state(code);
    const papers = [await paper(code, 'supplement-request'), await paper(code, 'receipt')];
    const again = await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { items, reason: 'Thiếu nữa.' } });
    done(await supplement(province.ctx, { ...await go.by(aCitizen(), code), body: note }));
    done(await correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers }, applicant: null, reason: 'Khai nốt tại quầy.' } }));
    await go.accepted(code);

    expect(asked).toMatchObject({ status: 'awaiting-intake-supplement', clock: null, receipt: null, supplement: { number: expect.stringMatching(/^\d+\/PBS-TTPVHCC$/u), items } });
    expect(asked.papers[0]).toMatchObject({ state: 'faulty', originals: 2, copies: 3, remark: 'Thiếu chữ ký trang 3' });
    expect([papers, again.ok || again.error.code, (await go.state(code)).status]).toEqual([['%PDF-', 'none'], 'act-not-allowed', 'accepted']);
  });

  test('is form 03 instead of 01, with every reason', async () => {
    const body = anIntake({ papers: [], answers: {}, outcome: { kind: 'refuse', reasons: ['Không thuộc thẩm quyền.', 'Thiếu giấy tờ.'] } });
    const { code, papers } = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body }));

    expect(await go.state(code)).toMatchObject({ status: 'refused', receipt: null, refusal: { number: expect.stringMatching(/^\d+\/PTC-TTPVHCC$/u), reasons: ['Không thuộc thẩm quyền.', 'Thiếu giấy tờ.'] } });
    expect([papers, await paper(code, 'refusal')]).toEqual([['refusal'], '%PDF-']);
  });

  test('is neither form 02 nor form 03 from a postal worker, nor with an e-form that cannot be read', async () => {
    const outcome = { kind: 'refuse' as const, reasons: ['Không thuộc thẩm quyền.'] };
    const [carried, unreadable] = [await takeIn(province.ctx, { actor: province.officer('buuta'), body: anIntake({ outcome }) }), await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ answers: { requesterPhone: 'không có' }, outcome }) })];

    expect([carried, unreadable]).toMatchObject([{ error: { code: 'not-permitted', act: 'refuse' } }, { error: { code: 'fields-to-mend', fields: [{ path: 'answers.requesterPhone' }] } }]);
  });
});
