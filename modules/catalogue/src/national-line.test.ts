// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { fixedClock, ok, refuse } from '@motcua/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approveNationalUpdate } from './commands/decide-national-update.ts';
import { sendAgain, sendPublished } from './commands/national-outbox.ts';
import { nationalRound, nationalRoundIfDue } from './commands/national-round.ts';
import { abolishProcedure, importProcedures, publishVersion } from './index.ts';
import type { LineFault, ListedProcedure, NationalLine, Sending } from './national-line.ts';
import { beginRound } from './store/national-line.ts';
import { nationalLineState } from './views/national-line.ts';
import { nationalFaults, nationalItems, nationalUpdates } from './views/national-updates.ts';
import { procedureOn } from './views/procedures.ts';

const [asker, second] = [{ id: 'k', name: 'Cán bộ Kiểm Soát' }, { id: 'q', name: 'Quản Trị Tỉnh' }];
const record = (code: string, name: string) => ({
  code, name, field: { code: 'G15-HT', name: 'Hộ tịch' }, decision: { number: '1/QĐ-BTP', date: '2026-01-05' }, steps: [{ name: 'Bước 1', text: 'Nộp hồ sơ' }],
  methods: [{ channel: 'DIRECT', time: { value: 5, unit: 'WORKING_DAY' }, note: null, fees: [{ kind: 'SERVICE_FEE', amount: 8000, currency: 'Đồng', note: null }] }],
  dossier: [{ case: null, components: [{ code: 'KQ1', name: 'Tờ khai', originals: 1, copies: 0, required: true, e_form: true }] }], keywords: 'khai sinh',
});
const codes = ['1.000001', '1.000002', '1.000003', '1.000004'];

/** The national database as the test wants it: what it lists and tells, where it breaks, what it was sent. */
type There = { stamps: Record<string, string>; ended: Set<string>; told: Record<string, Readonly<Record<string, unknown>> | LineFault>; broken: string | null; since: (string | null)[]; asked: string[]; sent: { id: string; sending: Sending }[]; answer: LineFault | null };
const silent: LineFault = { code: 'unreachable', text: 'Máy chủ quốc gia không trả lời.' };

function lineOf(there: There): NationalLine {
  return {
    listed: (since) => {
      there.since.push(since?.toString() ?? null);
      if (there.broken === 'list') return Promise.resolve(refuse(silent));
      return Promise.resolve(ok(Object.entries(there.stamps).map(([code, stamp]): ListedProcedure => ({ code, name: `Thủ tục ${code}`, stamp, counts: !there.ended.has(code) }))));
    },
    told: (code) => {
      there.asked.push(code);
      const told = there.broken === code ? silent : there.told[code] ?? { code: 'refused', text: 'Không có thủ tục này' };
      return Promise.resolve('text' in told && 'code' in told && (told.code === 'refused' || told.code === 'unreachable') && typeof told.text === 'string' ? refuse({ code: told.code, text: told.text }) : ok(told));
    },
    send: (id, sending) => { there.sent.push({ id, sending }); return Promise.resolve(there.answer === null ? ok(null) : refuse(there.answer)); },
  };
}

let database: TestDatabase;
let at: Temporal.Instant;
let there: There;
const context = () => ({ db: database.db, clock: { now: () => at }, line: lineOf(there) });
const ask = async (by: typeof asker | null = asker, most = 100) => {
  const done = await nationalRound(context(), { by, most });
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};
const state = () => nationalLineState(database.db, { isJoined: true, now: at });
const items = async (id: string | null) => (id === null ? [] : (await Promise.all((['new', 'changed', 'gone'] as const).map((kind) => nationalItems(database.db, id, { kind, after: undefined })))).flatMap((page) => page.items.map(({ code, kind, state: now }) => [code, kind, now])));
const approve = (id: string, picked: readonly string[], by = second) => approveNationalUpdate(database.db, { id, clientKey: randomUUID(), codes: picked, by, at }, { validFrom: '2026-12-01', decision: { number: '9/QĐ-UBND', date: '2026-11-16' } });

beforeEach(async () => {
  database = await testDatabase();
  at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
  await importProcedures(database.db, codes.map((code) => JSON.stringify(record(code, `Thủ tục ${code}`))), { clock: fixedClock(at), source: 'test' });
  there = {
    stamps: Object.fromEntries([...codes, '9.000009'].map((code) => [code, 's1'])), ended: new Set(['1.000004']), broken: null, since: [], asked: [], sent: [], answer: null,
    // The line tells names and papers; nothing of how many originals, of keywords or of the decision.
    told: Object.fromEntries([...codes, '9.000009'].map((code) => [code, { code, name: code === '1.000002' ? 'Tên bộ đổi' : `Thủ tục ${code}`, dossier: [{ case: null, components: [{ code: 'KQ1', name: 'Tờ khai', originals: 0, copies: 0 }] }] }])),
  };
});
afterEach(async () => { await database.drop(); });

describe('lấy từ cơ sở dữ liệu quốc gia (a round over the live line)', () => {
  test('puts what is new, changed and ended there into one update for a second person; what the line does not tell of stays', async () => {
    const { updateId, ...figures } = await ask();

    expect(figures).toEqual({ listed: 5, fetched: 4, failed: 0, fault: null });
    expect(await items(updateId)).toEqual([['9.000009', 'new', 'open'], ['1.000002', 'changed', 'open'], ['1.000004', 'gone', 'open']]);
    expect((await procedureOn(database.db, '1.000002', '2026-12-01'))?.version).toBe(1);
    expect(await approve(updateId ?? '', ['1.000002'], asker)).toMatchObject({ ok: false, error: { code: 'national-update-second-person' } });
    expect(await approve(updateId ?? '', ['1.000002', '1.000004'])).toMatchObject({ ok: true, value: [{ ok: true, version: 2 }, { ok: true }] });
    expect((await procedureOn(database.db, '1.000002', '2026-12-01'))?.procedure).toMatchObject({
      name: 'Tên bộ đổi', keywords: 'khai sinh', decision: { number: '9/QĐ-UBND' }, papers: [{ papers: [{ originals: 1, required: true }] }], methods: [{ fees: [{ kind: 'SERVICE_FEE', amount: 8000 }] }],
    });
    expect(await procedureOn(database.db, '1.000004', '2026-12-01')).toBeUndefined();
  });

  test('changes nothing when it is asked again, and asks only from a day before the last time on', async () => {
    await ask();
    there.asked = [];
    const again = await ask();

    expect([again, there.asked, there.since]).toEqual([{ listed: 5, fetched: 0, failed: 0, updateId: null, fault: null }, [], [null, '2026-11-16T02:00:00Z']]);
    expect((await nationalUpdates(database.db, null)).length).toBe(1);
  });

  test('goes on where a broken line stopped, and keeps what it had', async () => {
    there.broken = '1.000003';
    const broken = await ask();
    const failed = (await state()).failed;
    there.broken = null;
    there.asked = [];
    const rest = await ask();

    expect([broken.fetched, broken.fault, await items(broken.updateId)]).toEqual([2, silent.text, [['1.000002', 'changed', 'open'], ['1.000004', 'gone', 'open']]]);
    expect(failed).toMatchObject([{ code: '1.000003', fault: silent.text }]);
    expect([there.asked, rest.fault, await items(rest.updateId), there.since]).toEqual([['1.000003', '9.000009'], null, [['9.000009', 'new', 'open']], [null, null]]);
    expect((await state()).failed).toEqual([]);
  });

  test('lets one procedure that cannot be told or read not keep the others, and says why', async () => {
    there.told['1.000001'] = { code: 'refused', text: 'mã 04' };
    there.told['1.000003'] = { code: '1.000003', name: 'x', dossier: 'không phải danh sách' };
    const { failed, updateId, fault } = await ask();

    expect([failed, fault, (await state()).failed.map(({ code }) => code), (await state()).waiting]).toEqual([1, null, ['1.000001'], 1]);
    expect((await nationalFaults(database.db, updateId ?? '', 0)).faults).toMatchObject([{ reasons: [expect.stringContaining('dossier')] }]);
  });

  test('puts a newer word of the database in the place of one that still waits, and compares again when the version here is another', async () => {
    const first = await ask();
    there.stamps['1.000002'] = 's2';
    there.told['1.000002'] = { code: '1.000002', name: 'Tên bộ đổi lần nữa' };
    const newer = await ask();
    await publishVersion(database.db, (await procedureOn(database.db, '1.000002', '2026-11-17'))?.procedure ?? (() => { throw new Error('none'); })(), { decision: { number: '7/QĐ-UBND', date: '2026-11-16' }, validFrom: '2026-11-20', by: second, at });
    const later = await ask();

    expect((await items(first.updateId)).find(([code]) => code === '1.000002')).toEqual(['1.000002', 'changed', 'rejected']);
    expect([await items(newer.updateId), await items(later.updateId)]).toEqual([[['1.000002', 'changed', 'rejected']], [['1.000002', 'changed', 'open']]]);
    expect(await approve(later.updateId ?? '', ['1.000002'])).toMatchObject({ ok: true, value: [{ ok: true, version: 3 }] });
  });

  test('lets one round go at a time, and gives up one whose machine went away', async () => {
    await beginRound(database.db, asker, at);
    const second = await nationalRound(context(), { by: asker, most: 10 });
    at = at.add({ hours: 3 });

    expect([second.ok, (await ask()).fault]).toEqual([false, null]);
    expect((await state()).rounds.map(({ fault }) => fault?.includes('Bỏ dở') ?? false)).toEqual([false, true]);
  });

  test('asks by itself once a night, and every hour as long as the line is silent, which then stands out', async () => {
    const at1 = Temporal.Instant.from('2026-11-18T01:30:00+07:00');
    at = at1;
    for (const minutes of [0, 5, 90]) { at = at1.add({ minutes }); await nationalRoundIfDue(context()); }
    expect(there.since.length).toBe(1);
    there.broken = 'list';
    at = at1.add({ hours: 24 });
    for (const minutes of [0, 30, 61]) { at = at1.add({ hours: 24, minutes }); await nationalRoundIfDue(context()); }

    expect(there.since.length).toBe(3);
    expect((await state()).silentDays).toBeNull();
    at = at1.add({ hours: 75 });
    expect(await state()).toMatchObject({ silentDays: 3, askedAt: at1.toString(), rounds: [{ fault: silent.text }, { fault: silent.text }, { fault: null }] });
  });
});

describe('gửi điều tỉnh công bố (the outbox) và đối chiếu', () => {
  const own = async (name: string) => publishVersion(database.db, { ...(await procedureOn(database.db, '1.000001', '2026-11-17'))?.procedure ?? (() => { throw new Error('none'); })(), name }, { decision: { number: '7/QĐ-UBND', date: '2026-11-16' }, validFrom: '2026-11-17', by: second, at });

  test('sends what was published and abolished here, once and in order, and nothing that came from there', async () => {
    await own('Tên của tỉnh');
    await abolishProcedure(database.db, '1.000001', { decision: { number: '8/QĐ-UBND', date: '2026-11-16' }, validFrom: '2026-12-01', by: second, at, reason: 'Hết' });
    const { updateId } = await ask();
    await approve(updateId ?? '', ['1.000002', '1.000004']);
    for (let time = 0; time < 3; time += 1) await sendPublished(context());

    expect(there.sent.map(({ sending }) => [sending.kind, sending.version])).toEqual([['published', 2], ['abolished', 2]]);
    expect(await state()).toMatchObject({ outbox: [], sent: 2 });
  });

  test('sends again under the same number with growing pauses while the line is broken', async () => {
    there.answer = silent;
    await own('Tên của tỉnh');
    await sendPublished(context());
    await sendPublished(context());
    at = at.add({ minutes: 3 });
    await sendPublished(context());
    const waiting = await state();
    there.answer = null;
    at = at.add({ hours: 7 });
    await sendPublished(context());

    expect([there.sent.length, new Set(there.sent.map(({ id }) => id)).size]).toEqual([3, 1]);
    expect([waiting.outbox, (await state()).sent]).toMatchObject([[{ state: 'waiting', tries: 2, fault: silent.text }], 1]);
  });

  test('keeps a refusal with its reason until a person sends it again', async () => {
    there.answer = { code: 'refused', text: 'mã 03: thiếu lĩnh vực' };
    await own('Tên của tỉnh');
    await sendPublished(context());
    at = at.add({ hours: 48 });
    await sendPublished(context());
    const [refused] = (await state()).outbox;
    there.answer = null;

    expect([there.sent.length, refused]).toMatchObject([1, { state: 'refused', fault: 'mã 03: thiếu lĩnh vực' }]);
    expect([await sendAgain(context(), refused?.id ?? ''), await sendAgain(context(), refused?.id ?? ''), there.sent.length]).toEqual([true, false, 2]);
  });

  test('lists what differs here and there, and no more once it is the same', async () => {
    await ask();
    expect(await state()).toMatchObject({ compared: 4, differingCount: 3, differing: [{ code: '1.000002', parts: ['name'], state: 'differs' }, { code: '1.000004', state: 'ended-there' }, { code: '9.000009', state: 'only-there', version: null }] });

    await own('Tên của tỉnh');
    await ask();
    expect((await state()).differing.map(({ code }) => code)).toEqual(['1.000001', '1.000002', '1.000004', '9.000009']);
    await own('Thủ tục 1.000001');
    await ask();
    expect((await state()).differing.map(({ code }) => code)).toEqual(['1.000002', '1.000004', '9.000009']);
  });
});
