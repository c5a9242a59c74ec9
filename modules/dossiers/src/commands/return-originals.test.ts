// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OriginalPlace } from '../contract.ts';
import { officerDossier, ownDossier, replay, requestSupplement, supplement, withdraw } from '../index.ts';
import { printOriginalReturn } from '../papers/original-return.ts';
import { originalRows } from '../store/originals.ts';
import { type SmallProvince, aCitizen, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { workCounts } from '../views/lists.ts';
import { readable } from '../views/one.ts';
import { originalGaps } from '../views/original-gaps.ts';
import { takeIn } from './accept.ts';
import { moveOriginals } from './originals.ts';
import { confirmPapers, handOverPapers, returnPapers } from './papers.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => { database = await testDatabase(); province = await smallProvince(database.db); go = walk(province); });
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const travelling = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ procedure: procedures.rail, receivingAgency: places.centre, solvingAgency: places.department, returningAgency: places.centre }) })).code;
const where = async (code: string) => originalRows(await go.state(code)).map(({ no, place, agency }) => `${String(no)} ${place} ${agency}`);
const move = async (who: string, code: string, body: { readonly nos?: readonly number[]; readonly place: Exclude<OriginalPlace, 'way'>; readonly detail?: string; readonly reason?: string }) =>
  moveOriginals(province.ctx, { ...await go.by(who, code), body: { nos: [...body.nos ?? []], place: body.place, detail: body.detail ?? null, reason: body.reason ?? null } });
const owner = async (code: string): Promise<string> => (await go.state(code)).applicant.name;
const sent = async (code: string) => done(await handOverPapers(province.ctx, { ...await go.by('tiepnhan.tt', code), noteId: randomUUID() }));
const received = async (code: string) => done(await confirmPapers(province.ctx, await go.by('chuyenvien.so', code)));
const gapsOf = async (who: string, code: string) => (await originalGaps(province.ctx, database.db, province.officer(who))).gaps.filter((gap) => gap.code === code);
const lostCount = async (who: string) => (await workCounts(province.ctx, database.db, province.officer(who)))['lost-originals'];

describe('giấy nộp khi bổ sung (papers handed in with a supplement)', () => {
  const ask = async (code: string, items: readonly { readonly paperNo: number | null; readonly what: string }[]) => done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien.so', code), body: { reason: 'Thiếu.', items: items.map((item) => ({ ...item, howToMend: 'Nộp bản chính.', basis: null })) } }));
  const bring = async (code: string, sheets: readonly { readonly no: number; readonly originals: number; readonly copies: number }[]) => supplement(province.ctx, { ...await go.by('tiepnhan.tt', code), body: { note: null, answers: null, documents: new Map(), sheets } });

  test('are in custody at the counter and must go to the agency that solves, by a new note', async () => {
    const code = await travelling();
    await sent(code);
    await received(code);
    const before = (await go.state(code)).papers.length;
    await ask(code, [{ paperNo: null, what: 'Bản chính hợp đồng' }, { paperNo: 1, what: 'Bản chính rõ hơn' }]);

    done(await bring(code, [{ no: 1, originals: 1, copies: 2 }, { no: 2, originals: 1, copies: 0 }]));
    const { papers, paperTrip } = await go.state(code);
    const view = await officerDossier(province.ctx, database.db, province.officer('tiepnhan.tt'), code);

    expect(papers.slice(before).map(({ name, originals, copies, state }) => [name, originals, copies, state])).toEqual([['Bản chính hợp đồng', 1, 2, 'ok'], [`${papers[0]?.name ?? ''} (bổ sung)`, 1, 0, 'ok']]);
    expect((await where(code)).slice(-2)).toEqual([`${String(before + 1)} counter ${places.centre}`, `${String(before + 2)} counter ${places.centre}`]);
    expect(paperTrip).toMatchObject({ stage: 'to-send', count: 4 });
    expect(view).toMatchObject({ value: { supplements: [{ items: [{ sheets: { originals: 1, copies: 2 } }, { sheets: { originals: 1, copies: 0 } }] }] } });
    await sent(code);
    await received(code);
    expect((await where(code)).every((line) => line.endsWith(`unit ${places.department}`))).toBe(true);
  });

  test('lie with the others of their paper when these are at the counter too, and wait while a note is on its way', async () => {
    const code = await travelling();
    const [first] = (await go.state(code)).originals ?? [];
    const before = (await go.state(code)).papers;
    await ask(code, [{ paperNo: first?.no ?? 0, what: 'Thêm bản chính' }]);
    done(await bring(code, [{ no: 1, originals: 1, copies: 0 }]));
    const joined = await go.state(code);
    const other = await travelling();
    await ask(other, [{ paperNo: null, what: 'Giấy khác' }]);
    await sent(other);
    const counted = (await go.state(other)).paperTrip?.count;
    done(await bring(other, [{ no: 1, originals: 0, copies: 3 }]));
    const onTheWay = await go.state(other);
    await received(other);

    expect([joined.papers.length, joined.originals?.length, joined.papers[(first?.no ?? 0) - 1]?.originals]).toEqual([before.length, (await where(code)).length, (before[(first?.no ?? 0) - 1]?.originals ?? 0) + 1]);
    expect(onTheWay.paperTrip).toMatchObject({ stage: 'sent', count: counted, more: { count: 3 } });
    expect((await go.state(other)).paperTrip).toMatchObject({ stage: 'to-send', count: 3 });
    expect((await where(other)).at(-1)).toMatch(/counter/u);
  });

  test('answer the item they were brought for', async () => {
    const code = await travelling();
    await ask(code, [{ paperNo: null, what: 'Giấy thứ nhất' }, { paperNo: null, what: 'Giấy thứ hai' }]);

    const left = await supplement(province.ctx, { ...await go.by('tiepnhan.tt', code), body: { note: null, answers: null, documents: new Map(), items: [{ no: 1, text: null }, { no: 2, text: null }], sheets: [{ no: 2, originals: 1, copies: 0 }] } });

    expect(left).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'items.0' }] } });
  });
});

describe('giấy trả lại bản chính (originals given back)', () => {
  test('stands under a number of its own, prints the papers and who took them, and is there for the owner', async () => {
    const code = await go.taken();
    const { papers } = await go.state(code);

    done(await move('tiepnhan', code, { nos: [1], place: 'applicant', detail: await owner(code) }));
    done(await move('tiepnhan', code, { place: 'post', detail: 'EM000000001VN' }));
    done(await move('tiepnhan', code, { place: 'applicant', detail: await owner(code) }));
    const mine = await ownDossier(province.ctx, database.db, aCitizen(), code);
    const found = await readable(database.db, province.officer('tiepnhan'), code);
    const seqs = found.ok ? found.value.events.filter(({ type }) => type === 'originals-moved').map(({ seq }) => seq) : [];
    const printed = found.ok ? await Promise.all(seqs.map((seq) => printOriginalReturn(province.ctx, database.db, { ...found.value, seq }))) : [];
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: printed[0] ?? '' }).toString().normalize('NFC');

    expect(mine).toMatchObject({ value: { originalReturns: [{ slip: 'EM000000001VN', receivedBy: null }, { slip: null, receivedBy: await owner(code), papers: [papers[0]?.name] }] } });
    expect(printed.map((pdf) => pdf !== null)).toEqual([true, true, false]);
    expect([text.includes(`${code}.G1`), text.includes(await owner(code)), /Số: \d+\/GTBC/u.test(text)]).toEqual([true, true, true]);
  });

  test('names the authority of who is neither applicant nor submitter', async () => {
    const code = await go.taken();

    expect(await move('tiepnhan', code, { nos: [1], place: 'applicant', detail: 'Phạm Thị Người Lạ' })).toMatchObject({ ok: false, error: { fields: [{ path: 'reason' }] } });
    expect(await move('tiepnhan', code, { nos: [1], place: 'applicant', detail: 'Phạm Thị Người Lạ', reason: 'Giấy ủy quyền số 12 ngày 01/11/2026, UBND xã Một.' })).toMatchObject({ ok: true });
  });
});

describe('giấy gốc cần xử lý (gaps in custody)', () => {
  test('are papers lost, told to the heads of who had them and gone when they turn up', async () => {
    const code = await go.taken();
    const before = [await lostCount('truongbophan'), await lostCount('lanhdao')];
    done(await move('tiepnhan', code, { nos: [1], place: 'lost', reason: 'Tìm ở quầy và kho.' }));
    const [gap] = await gapsOf('truongbophan', code);
    const during = [await lostCount('truongbophan'), await lostCount('lanhdao'), await lostCount('tiepnhan'), await lostCount('lanhdao.so')];
    done(await move('tiepnhan', code, { nos: [1], place: 'counter' }));

    expect(gap).toMatchObject({ kind: 'lost', label: `${code}.G1`, last: { place: 'counter', who: 'Cán bộ tiepnhan' } });
    expect(during).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1, 0, 0]);
    expect(await gapsOf('truongbophan', code)).toEqual([]);
  });

  test('are papers on their way past the time of their note, for who sent and who waits', async () => {
    const code = await travelling();
    await sent(code);
    const dueAt = (await go.state(code)).paperTrip?.dueAt ?? '';
    province.clock.set(Temporal.Instant.from(dueAt));
    const inTime = await gapsOf('chuyenvien.so', code);
    province.clock.set(Temporal.Instant.from(dueAt).add({ minutes: 1 }));
    const late = await gapsOf('chuyenvien.so', code);
    const ofSender = await gapsOf('tiepnhan.tt', code);
    const ofOthers = await gapsOf('tiepnhan', code);

    expect(inTime).toEqual([]);
    expect(late.map(({ kind, until }) => [kind, Temporal.Instant.from(until ?? '').toString()])).toEqual(late.map(() => ['late-way', Temporal.Instant.from(dueAt).toString()]));
    expect([late.length > 0, ofSender.length === late.length, ofOthers.length]).toEqual([true, true, 0]);
    done(await returnPapers(province.ctx, { ...await go.by('chuyenvien.so', code), body: { reason: 'Chưa đến.', missing: [] } }));
    expect(await gapsOf('chuyenvien.so', code)).toEqual([]);
  });

  test('are papers of a dossier that ended longer ago than the dated rule, unless they went back or are kept for good', async () => {
    const code = await go.taken();
    done(await withdraw(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Người nộp rút.' } }));
    const all = (await where(code)).length;
    const within = await gapsOf('tiepnhan', code);
    province.clock.set(startOfTest.add({ hours: 8 * 24 }));
    const after = await gapsOf('tiepnhan', code);
    done(await move('tiepnhan', code, { nos: [1], place: 'applicant', detail: await owner(code) }));
    done(await move('tiepnhan', code, { nos: [2], place: 'file', detail: 'Cặp 12/2026' }));

    expect([within.length, after.length, (await gapsOf('tiepnhan', code)).length]).toEqual([0, all, all - 2]);
    expect(after[0]).toMatchObject({ kind: 'not-returned' });
  });
});
