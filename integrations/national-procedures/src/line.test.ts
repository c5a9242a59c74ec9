// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Procedure } from '@motcua/catalogue';
import { differingParts, readRecord, toldRecord } from '@motcua/catalogue/testing';
import { type KeptProcedure, nationalProcedures, startNationalProceduresStandIn } from './index.ts';
import { compact, instantIn, readCoded, readList, readProcedure, writeProcedure } from './messages.ts';

const account = { user: 'motcua', secret: 'bí mật', unit: 'H15', destination: 'VN:GOV:CSDLQG', patienceMs: 3000 };
const now = Temporal.Instant.from('2026-11-20T02:00:00+07:00');
const clock = { now: () => now };
const none = { fields: new Map<string, string>(), agencies: new Map<string, string>() };

const published: readonly Procedure[] = gunzipSync(await readFile(path.join(import.meta.dirname, '../../../data/procedures/procedures.jsonl.gz'))).toString('utf8').split('\n').flatMap((line) => {
  const read = line === '' ? undefined : readRecord(JSON.parse(line));
  return read?.ok === true ? [read.value] : [];
});
const numbered = (at: number): Procedure => {
  const procedure = published[at];
  if (procedure === undefined) throw new Error('no data');
  return procedure;
};
const [first, second] = [numbered(0), numbered(1)];
const kept = (procedure: Procedure, changedAt = now): KeptProcedure => ({ procedure, changedAt, counts: true });

let running: Awaited<ReturnType<typeof startNationalProceduresStandIn>> | undefined;
afterEach(async () => { await running?.stop(); running = undefined; });

async function joined({ procedures = [kept(first), kept(second)], silent, as = {} }: { readonly procedures?: readonly KeptProcedure[]; readonly silent?: (service: string) => boolean; readonly as?: Partial<typeof account> } = {}) {
  running = await startNationalProceduresStandIn({ account, procedures, clock, ...(silent === undefined ? {} : { silent }) });
  return { line: nationalProcedures({ ...account, ...as, url: running.url }), there: running };
}

describe('đường nối với cơ sở dữ liệu quốc gia về thủ tục hành chính (the line)', () => {
  test('lists what changed since an instant, and tells a procedure so that it reads as it does here', async () => {
    const { line } = await joined({ procedures: [kept(first), kept(second, now.subtract({ hours: 30 }))] });

    const [recent, all, told] = [await line.listed(now.subtract({ hours: 1 })), await line.listed(null), await line.told(first.code)];

    expect([recent, all].map((list) => (list.ok ? list.value.map(({ code }) => code) : list.error))).toEqual([[first.code], [first.code, second.code]]);
    const over = told.ok ? toldRecord(told.value, first) : told;
    expect(over.ok && differingParts(over.value, first)).toEqual([]);
  });

  test('carries every published procedure there and back without a part that differs', () => {
    const differing = published.flatMap((procedure) => {
      const told = readProcedure(procedure.code, JSON.parse(JSON.stringify(writeProcedure(procedure))), none);
      const over = typeof told === 'string' ? undefined : toldRecord(told, procedure);
      return over?.ok === true && differingParts(over.value, procedure).length === 0 ? [] : [[procedure.code, over?.ok === true ? differingParts(over.value, procedure) : told]];
    });

    expect([published.length > 4000, differing]).toEqual([true, []]);
  });

  test('renews a session that ended, once, and goes on', async () => {
    const { line, there } = await joined();
    await line.listed(null);
    there.endSessions();

    expect(await line.told(first.code)).toMatchObject({ ok: true, value: { code: first.code } });
    expect(there.asked).toEqual(['DangNhap', 'LayDanhMucLinhVuc', 'LayDanhMucCoQuan', 'LayDanhSachTTHC', 'LayThuTuc', 'DangNhap', 'LayThuTuc']);
  });

  test.each([['a wrong password', { secret: 'khác' }], ['another unit', { unit: 'H16' }], ['another address', { destination: 'VN:KHAC' }]])('says that it could not sign in with %s', async (_what, as) => {
    expect(await (await joined({ as })).line.listed(null)).toMatchObject({ ok: false, error: { code: 'unreachable', text: expect.stringContaining('Chưa đăng nhập được') } });
  });

  test('tells a line that is broken from an answer that says no', async () => {
    const { line } = await joined({ silent: (service) => service === 'LayDanhSachTTHC' });

    expect([await line.listed(null), await line.told('9.999999')]).toMatchObject([{ ok: false, error: { code: 'unreachable' } }, { ok: false, error: { code: 'refused', text: expect.stringContaining('mã 04') } }]);
  });

  test('sends a publication that is taken once, however often it is sent', async () => {
    const { line, there } = await joined();
    const send = () => line.send('019aa000-0000-7000-8000-000000000001', { kind: 'published', procedure: { ...first, name: 'Tên mới' }, version: 2, validFrom: '2026-12-01' });

    expect([await send(), await send()]).toEqual([{ ok: true, value: null }, { ok: true, value: null }]);
    expect([...there.taken]).toEqual([['019aa000-0000-7000-8000-000000000001', [first.code]]]);
    expect(await line.told(first.code)).toMatchObject({ ok: true, value: { name: 'Tên mới' } });
  });
});

describe('tin của cơ sở dữ liệu quốc gia (what comes over the line)', () => {
  test.each([
    ['nothing', null], ['a text', 'x'], ['a procedure without a name', { MATTHC: '1.1' }], ['an answer about another procedure', { MATTHC: '2.2', TENTTHC: 'x' }], ['papers of another shape', { TENTTHC: 'x', THANHPHANHOSO: [{ GIAYTO: [{ TENGIAYTO: 5 }] }] }],
  ])('is said to be unreadable when it is %s', (_what, result) => {
    expect(readProcedure('1.1', result, none)).toEqual(expect.any(String));
  });

  test('leaves out what was not told, takes one for a list of one, and a name that stands for two codes for none', () => {
    expect(readProcedure('1.1', [{ TENTTHC: 'Tên', TRINHTUTHUCHIEN: 'Nộp rồi nhận.', COQUANTHUCHIEN: 'Sở A' }], { fields: new Map(), agencies: readCoded([{ MA: 'H1', TEN: 'Sở A' }, { MA: 'H2', TEN: 'Sở B' }, { MA: 'H3', TEN: 'Sở B' }]) }))
      .toEqual({ code: '1.1', name: 'Tên', steps: [{ name: null, text: 'Nộp rồi nhận.' }], executing_agencies: [{ code: 'H1', name: 'Sở A' }] });
    expect([...readCoded([{ MA: 'H2', TEN: 'Sở B' }, { MA: 'H3', TEN: 'Sở B' }, 5])]).toEqual([]);
    expect([readList('x'), readList([{ MATTHC: '' }, 7, { MATTHC: '1.1' }])]).toEqual([undefined, [{ code: '1.1', name: '', stamp: '', counts: true }]]);
  });

  test('writes instants in the time of Việt Nam and refuses days that are none', () => {
    expect([compact(now), instantIn('20261120020000')?.toString(), instantIn('20261320020000'), instantIn('hôm nay')]).toEqual(['20261120020000', now.toString(), null, null]);
  });
});
