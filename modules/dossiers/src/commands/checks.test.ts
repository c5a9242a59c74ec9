// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeStep, consult, officerDossier, ownDossier, planCheck, recordCheck, replay } from '../index.ts';
import { type SmallProvince, aCause, aCitizen, aDraft, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { printCheckMinutes } from '../papers/check-minutes.ts';
import { printPaper } from '../papers/print.ts';
import { eventsOf } from '../store/ledger.ts';
import { workOf } from '../views/lists.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  await owner.end();
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const wordsOf = (pdf: Uint8Array | null): string => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf ?? new Uint8Array(), encoding: 'utf8' }).replace(/\s+/gu, ' ');
const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'done';
const plan = { kind: 'on-site' as const, heldAt: '2026-11-18T08:00:00+07:00', place: 'Thửa 5, thôn Thử', participants: 'Công chức địa chính, người nộp', content: 'Xem ranh giới.', applicantAttends: true };
const minutes = { heldAt: '2026-11-18T08:30:00+07:00', place: 'Thửa 5, thôn Thử', participants: 'Đủ thành phần', findings: 'Ranh giới đúng bản đồ.', conclusion: 'Đủ điều kiện.' };

describe('thẩm tra, xác minh (verification)', () => {
  test('is set with time, place, participants and content; the person is told only when he must attend', async () => {
    const [code, quiet] = [await go.taken(), await go.taken()];
    done(await planCheck(province.ctx, { ...await go.by('chuyenvien', code), body: plan }));
    done(await planCheck(province.ctx, { ...await go.by('chuyenvien', quiet), body: { ...plan, applicantAttends: false } }));

    expect(await ownDossier(province.ctx, database.db, aCitizen(), code)).toMatchObject({ value: { notices: [{ title: 'Mời ông/bà dự kiểm tra thực địa lúc 08:00 18/11/2026', text: 'Địa điểm: Thửa 5, thôn Thử. Thành phần: Công chức địa chính, người nộp. Nội dung: Xem ranh giới.' }] } });
    expect(await ownDossier(province.ctx, database.db, aCitizen(), quiet)).toMatchObject({ value: { notices: [] } });
  });

  test('has minutes with a number of the agency, printed with time, place, who took part, what was found and where to sign', async () => {
    province.clock.set(Temporal.Instant.from('2026-11-18T10:00:00+07:00').subtract({ hours: 24 }));
    const code = await go.taken();
    done(await planCheck(province.ctx, { ...await go.by('chuyenvien', code), body: plan }));
    const id = (await go.state(code)).checks[0]?.id ?? '';
    const unwritten = await printCheckMinutes(province.ctx, database.db, { dossier: await go.state(code), id });
    province.clock.set(Temporal.Instant.from('2026-11-18T10:00:00+07:00'));
    done(await recordCheck(province.ctx, { ...await go.by('chuyenvien', code), id, body: minutes }));
    const dossier = await go.state(code);
    const words = wordsOf(await printCheckMinutes(province.ctx, database.db, { dossier, id }));

    expect([unwritten, dossier.checks[0]?.minutes?.number]).toEqual([null, expect.stringMatching(/^\d+\/BB$/u)]);
    expect(words).toMatch(new RegExp(['UBND XÃ MỘT', `Số: ${dossier.checks[0]?.minutes?.number ?? ''}`, 'ngày 18 tháng 11 năm 2026', 'BIÊN BẢN', 'KIỂM TRA THỰC ĐỊA', `Mã hồ sơ: ${code}`, '1\\. Thời gian: 08 giờ 30 phút', '2\\. Địa điểm: Thửa 5', '3\\. Thành phần tham gia: Đủ thành phần',
      '4\\. Nội dung kiểm tra, xác minh: Xem ranh giới', '5\\. Kết quả: Ranh giới đúng bản đồ', '6\\. Kết luận, kiến nghị: Đủ điều kiện', 'ĐẠI DIỆN CÁC BÊN THAM GIA', 'NGƯỜI LẬP BIÊN BẢN', 'Cán bộ chuyenvien'].join('.*'), 'u'));
  });

  test('ends with minutes, once, of a time that was; nobody else writes them', async () => {
    const code = await go.taken();
    const past = await planCheck(province.ctx, { ...await go.by('chuyenvien', code), body: { ...plan, heldAt: '2026-11-16T08:00:00+07:00' } });
    done(await planCheck(province.ctx, { ...await go.by('chuyenvien', code), body: plan }));
    const id = (await go.state(code)).checks[0]?.id ?? '';
    const record = async (who: string, heldAt = minutes.heldAt) => recordCheck(province.ctx, { ...await go.by(who, code), id, body: { ...minutes, heldAt } });
    const early = [await record('chuyenvien'), await record('chuyenvien', '2026-11-01T08:00:00+07:00'), await record('tiepnhan')];
    province.clock.set(Temporal.Instant.from('2026-11-18T10:00:00+07:00'));
    done(await record('chuyenvien'));
    const again = await record('chuyenvien');

    expect([past, ...early, again].map(codeOf)).toEqual(['fields-to-mend', 'fields-to-mend', 'fields-to-mend', 'not-permitted', 'no-such-check']);
    expect(await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code)).toMatchObject({ value: { checks: [{ place: plan.place, minutes: { findings: 'Ranh giới đúng bản đồ.', conclusion: 'Đủ điều kiện.', who: 'Cán bộ chuyenvien' } }] } });
  });
});

describe('cơ quan được hỏi im lặng (an asked agency is silent)', () => {
  const listed = async (who: string, list: 'waiting' | 'todo' | 'silent', code: string): Promise<boolean> => (await workOf(province.ctx, database.db, province.officer(who), { list })).dossiers.some((row) => row.code === code);
  const asked = async (): Promise<string> => {
    const code = await go.taken();
    done(await consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency: places.department, question: 'Có phù hợp?', hours: 8 } }));
    return code;
  };
  const slip = async (code: string): Promise<string> => {
    const dossier = await go.state(code);
    return wordsOf(await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper: 'forwarding-slip' }));
  };
  const goOn = async (code: string) => done(await completeStep(province.ctx, { ...await go.onTask('chuyenvien', code, 'appraise'), body: { opinion: null, draft: aDraft, variables: {}, lateCause: aCause } }));

  test('leaves «Đang chờ người khác» for the work to do, and stands before the head of the one-stop shop', async () => {
    const code = await asked();
    const seen = async () => [await listed('chuyenvien', 'waiting', code), await listed('chuyenvien', 'todo', code), await listed('truongbophan', 'silent', code), await listed('tiepnhan', 'silent', code)];
    const before = await seen();
    province.clock.set(Temporal.Instant.from((await go.state(code)).consultations[0]?.dueAt ?? ''));
    const after = await seen();

    expect([before, after]).toEqual([[true, false, false, false], [false, true, true, false]]);
    expect(await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), code)).toMatchObject({ value: { consultations: [{ silent: true, lapsed: false, deemed: null }] } });
  });

  test('is no consent, unless the procedure says so on that day', async () => {
    const [code, other] = [await asked(), await asked()];
    province.clock.set(Temporal.Instant.from((await go.state(other)).consultations[0]?.dueAt ?? ''));
    await goOn(code);
    await owner.query("insert into dossiers.deemed_consent (procedure_code, valid_from, legal) values ($1, '2026-01-01', 'Điều 9 Luật Thử')", [procedures.permits]);
    await goOn(other);

    expect([(await go.state(code)).consultations[0]?.deemed, (await go.state(other)).consultations[0]?.deemed]).toEqual([null, 'Điều 9 Luật Thử']);
    expect((await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), other))).toMatchObject({ value: { timeline: [{ words: expect.stringMatching(/coi như đồng ý theo Điều 9 Luật Thử/u) }, {}, {}, {}] } });
    expect([await slip(code), await slip(other)].map((words) => /Cho ý kiến: Có phù hợp\? .*(Coi như đồng ý theo Điều 9 Luật Thử|Chưa có ý kiến khi hết hạn)/u.exec(words)?.[1])).toEqual(['Chưa có ý kiến khi hết hạn', 'Coi như đồng ý theo Điều 9 Luật Thử']);
  });
});
