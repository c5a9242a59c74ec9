// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { openDatabase, sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmDelivery, handToPost, officerDossier, ownDossier, packForPost, replay, returnResult, takeIn, trackPost } from '../index.ts';
import { printPostalList, printPostalSlip } from '../papers/postal.ts';
import { type SmallProvince, aCitizen, anIntake, done, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { postalReturns } from '../views/post.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const refusalOf = (outcome: { readonly ok: boolean; readonly error?: unknown }): unknown => (outcome.ok ? 'done' : outcome.error);
let slips = 0;
const aSlip = (): string => { slips += 1; return `RA${String(slips).padStart(9, '0')}VN`; };
const byPost = (about: object = {}) => anIntake({ channel: 'post', handedOverAt: '2026-11-17T08:30:00+07:00', post: { enterprise: 'bcci', slip: aSlip(), handedBy: 'Bưu tá Thử' }, ...about });
const takeInBy = (about: object = {}) => takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: byPost(about) });

describe('nộp qua bưu chính (filed by post)', () => {
  test('keeps the slip, the enterprise and who handed it over, and is filed when the record was signed', async () => {
    const { code } = done(await takeInBy({ post: { enterprise: 'bcci', slip: ' ra 123 456 789 vn ', handedBy: 'Bưu tá Thử' } }));

    expect(await go.state(code)).toMatchObject({ channel: 'post', post: { enterprise: { code: 'bcci' }, slip: 'RA123456789VN', handedBy: 'Bưu tá Thử' }, clock: { point: 'hand-over-record', startedAt: '2026-11-17T01:30:00Z' } });
  });

  test.each([
    ['no slip', { post: null }, 'post'], ['no moment', { handedOverAt: null }, 'handedOverAt'], ['a moment to come', { handedOverAt: '2026-11-17T09:01:00+07:00' }, 'handedOverAt'],
    ['a record older than a month', { handedOverAt: '2026-10-18T08:59:00+07:00' }, 'handedOverAt'], ['a record of the year 1', { handedOverAt: '0001-01-01T08:00:00+07:00' }, 'handedOverAt'],
    ['an unknown enterprise', { post: { enterprise: 'none', slip: 'X1', handedBy: 'x' } }, 'post.enterprise'],
  ])('is refused with %s', async (_what, about, path) => {
    expect(refusalOf(await takeInBy(about))).toMatchObject({ code: 'fields-to-mend', fields: [{ path }] });
  });

  test('is refused with a slip of the same enterprise used within its days, also by two counters at once; not with that of another', async () => {
    const [post, pair] = [{ enterprise: 'bcci', slip: aSlip(), handedBy: 'x' }, { enterprise: 'bcci', slip: aSlip(), handedBy: 'x' }];
    const { code } = done(await takeInBy({ post }));
    const again = await takeInBy({ post: { ...post, slip: post.slip.toLowerCase() } });
    const other = await takeInBy({ post: { ...post, enterprise: 'other' } });
    const both = await Promise.all([takeInBy({ post: pair }), takeInBy({ post: pair })]);
    province.clock.set(startOfTest.add({ hours: 24 * 366 }));
    const later = await takeInBy({ post, handedOverAt: '2027-11-18T08:30:00+07:00' });

    expect(refusalOf(again)).toMatchObject({ code: 'fields-to-mend', fields: [{ path: 'post.slip', text: expect.stringContaining(code) }] });
    expect([refusalOf(other), both.filter(({ ok }) => ok).length, refusalOf(later)]).toEqual(['done', 1, 'done']);
  });
});

const to = { name: 'Nguyễn Văn Mẫu', phone: '0900000123', address: 'Thôn Thử, xã Một', payer: 'applicant' } as const;
/** A result that waits to be packed. */
async function decided(about: object = {}): Promise<string> {
  const code = await go.taken({ returnWay: 'post', returnTo: to, ...about });
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  return code;
}
const pack = async (code: string, slip = aSlip(), who = 'tiepnhan') => packForPost(province.ctx, { ...await go.by(who, code), body: { enterprise: 'bcci', slip, to } });
const hand = async (code: string, noteId: string = randomUUID()) => handToPost(province.ctx, { ...await go.by('tiepnhan', code), noteId });
const track = async (code: string, stage: 'on-the-way' | 'not-delivered' | 'back' | 'lost', reason: string | null = null, who = 'buuta') => trackPost(province.ctx, { ...await go.by(who, code), body: { stage, reason } });
const deliver = async (code: string, deliveredAt = province.clock.now().toString()) => confirmDelivery(province.ctx, { ...await go.by('buuta', code), body: { receivedBy: 'Trần Thị Nhận', deliveredAt } });
const lists = () => postalReturns(province.ctx, database.db, province.officer('tiepnhan'));
async function taken(): Promise<string> {
  const code = await decided();
  done(await pack(code));
  done(await hand(code));
  return code;
}

describe('trả kết quả qua bưu chính (returned by post)', () => {
  test('waits to be packed once nothing is left but handing out, then to be handed over, and is returned when the post delivered it', async () => {
    const code = await decided();
    const waiting = (await lists()).toPack.find((line) => line.code === code);
    done(await pack(code));
    const packed = (await lists()).parcels.find((line) => line.code === code);
    done(await hand(code));
    done(await track(code, 'on-the-way'));
    province.clock.set(Temporal.Instant.from('2026-11-19T10:00:00+07:00'));
    const { status } = await go.state(code);
    done(await deliver(code, '2026-11-19T09:30:00+07:00'));

    expect([waiting?.to, packed?.parcel.stage, status]).toEqual([to, 'packed', 'decided']);
    expect(await go.state(code)).toMatchObject({ status: 'returned', returnedAt: '2026-11-19T02:30:00Z', handedTo: 'Trần Thị Nhận', parcel: { stage: 'delivered' }, tasks: [] });
    expect((await lists()).parcels.map((line) => line.code)).not.toContain(code);
    expect(done(await ownDossier(province.ctx, database.db, aCitizen(), code)).timeline.map(({ type }) => type).slice(0, 5)).toEqual(['returned', 'post-moved', 'post-moved', 'post-taken', 'post-packed']);
  });

  test('is returned the day it went to the post where the dated rule says so', async () => {
    const code = await taken();
    province.clock.set(Temporal.Instant.from('2026-11-19T10:00:00+07:00'));
    const owner = openDatabase(database.ownerUrl);
    await sql`insert into dossiers.postal_return_rule values ('2026-11-18', 'handed-to-post', 'qd-45-2016/d8', null)`.execute(owner.db);
    done(await deliver(code));
    await sql`delete from dossiers.postal_return_rule where valid_from = '2026-11-18'`.execute(owner.db);
    await owner.close();

    expect((await go.state(code)).returnedAt).toBe(startOfTest.toString());
  });

  test('goes on one numbered list per enterprise and shop, printed for who tells of it, with a slip for each', async () => {
    const [one, two, noteId] = [await decided(), await decided(), randomUUID()];
    for (const code of [one, two]) { done(await pack(code)); done(await hand(code, noteId)); }
    const print = async (who: string) => (await printPostalList(province.ctx, database.db, { officer: province.officer(who), id: noteId }))?.subarray(0, 5);
    const slip = await printPostalSlip(province.ctx, database.db, { officer: province.officer('buuta'), code: one });
    const numbers = (await Promise.all([one, two].map(go.state))).map(({ parcel }) => parcel?.note?.number);

    expect(new Set(numbers).size).toBe(1);
    expect([await print('tiepnhan'), await print('buuta'), await print('tiepnhan.hai')].map((bytes) => (bytes === undefined ? null : Buffer.from(bytes).toString()))).toEqual(['%PDF-', '%PDF-', null]);
    expect(Buffer.from(slip?.subarray(0, 5) ?? []).toString()).toBe('%PDF-');
  });

  test('comes back undelivered with the reason, and is sent again or handed out at the counter', async () => {
    const [again, counter] = [await taken(), await taken()];
    for (const code of [again, counter]) { done(await track(code, 'not-delivered', 'Người nhận đi vắng.')); done(await track(code, 'back', 'Quá 03 lần phát.')); }
    done(await pack(again));
    const atCounter = await returnResult(province.ctx, { ...await go.by('tiepnhan', counter), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } });

    expect([(await go.state(again)).parcel?.attempt, (await go.state(again)).parcel?.stage, refusalOf(atCounter)]).toEqual([2, 'packed', 'done']);
    expect(done(await ownDossier(province.ctx, database.db, aCitizen(), counter)).notices.map(({ title }) => title).slice(0, 2)).toEqual(['Kết quả đã chuyển hoàn về nơi trả', 'Bưu chính chưa phát được kết quả']);
  });

  test('is lost by the post: that is recorded, says what to do, and the copy goes again', async () => {
    const code = await taken();
    const silent = await track(code, 'lost');
    done(await track(code, 'lost', 'Biên bản số 5/BB.'));
    const told = (await lists()).parcels.find((line) => line.code === code)?.parcel.told;

    expect(refusalOf(silent)).toMatchObject({ code: 'fields-to-mend', fields: [{ path: 'reason' }] });
    expect(told).toContain('chịu chi phí');
    expect(refusalOf(await pack(code))).toBe('done');
  });

  test('is not handed out at the counter while the post has it, nor said to be sent without a parcel', async () => {
    const code = await decided();
    const atOnce = await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body: { way: 'post', receivedBy: 'x', feeVnd: null, receiptNumber: null } });
    done(await pack(code));
    done(await hand(code));
    const body = { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } as const;
    const offered = done(await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code)).acts.find(({ act }) => act === 'return');

    expect(refusalOf(atOnce)).toMatchObject({ code: 'fields-to-mend', fields: [{ path: 'way' }] });
    expect(refusalOf(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), body }))).toMatchObject({ code: 'with-the-post' });
    expect(offered?.allowed).toBe(false);
  });

  test('refuses what is out of turn: handing over unpacked, packing twice, a used slip, delivery before it was taken or after now, a stranger', async () => {
    const [code, other, slip] = [await decided(), await decided(), aSlip()];
    const unpacked = await hand(code);
    done(await pack(code, slip));
    const twice = await pack(code);
    const used = await pack(other, slip);
    done(await hand(code));
    const [early, ahead] = [await deliver(code, '2026-11-16T09:00:00+07:00'), await deliver(code, '2026-11-18T09:00:00+07:00')];
    const stranger = await track(code, 'on-the-way', null, 'tiepnhan.hai');

    expect([unpacked, twice].map(refusalOf)).toEqual([{ code: 'parcel-not-there' }, { code: 'parcel-not-there' }]);
    expect([used, early, ahead].map(refusalOf)).toMatchObject([{ fields: [{ path: 'slip' }] }, { fields: [{ path: 'deliveredAt' }] }, { fields: [{ path: 'deliveredAt' }] }]);
    expect(refusalOf(stranger)).toEqual({ code: 'dossier-unknown' });
  });

  test('is sent by the returning office, though another received', async () => {
    const code = await decided({ returningAgency: places.otherCommune });
    const here = await lists();
    const there = await postalReturns(province.ctx, database.db, province.officer('tiepnhan.hai'));

    expect([here.toPack.some((line) => line.code === code), there.toPack.some((line) => line.code === code)]).toEqual([false, true]);
  });
});
