// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { readDmn } from '@motcua/decisions';
import { inTransaction } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { fixedClock } from '@motcua/kernel';
import type { JsonValue, ProposalKind } from '@motcua/proposals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { abolitionKind, companionKinds, importProcedures, procedureKind, procedureOn } from '../index.ts';
import { dmnFaultWords } from '../http/guide-files.ts';
import { procedurePrice } from '../views/prices.ts';

const at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const clock = fixedClock(at);
const code = '1.013227';
const file = path.join(import.meta.dirname, '../../../../data/procedures/procedures.jsonl.gz');
const procedure = procedureKind({ clock });
const kindOf = (name: string): ProposalKind => {
  const kind = [procedure, abolitionKind({ clock }), ...companionKinds({ clock })].find((each) => each.kind === name);
  if (kind === undefined) throw new Error(name);
  return kind;
};

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) if (line.slice(0, 40).includes(`"${code}"`)) lines.push(line);
  await importProcedures(database.db, lines, { clock, source: 'test' });
});
afterAll(async () => { await database.drop(); });

const publication = { decision: { number: '12/QĐ-UBND', date: '2026-11-16' }, validFrom: '2026-11-20', by: { id: 'k', name: 'Cán bộ Kiểm Soát' }, at } as const;
const publish = (kind: string, content: JsonValue, given: { readonly validFrom?: string } = {}) => inTransaction(database.db, (tx) => kindOf(kind).publish(tx, { key: code, content, ...publication, ...given }));
const subject = { code, name: 'Gia hạn giấy phép xây dựng' };
const fees = (amountVnd: number): JsonValue => ({ subject, lines: [{ id: 'a', kind: 'SERVICE_FEE', name: '', circumstance: null, channel: null, amountVnd, unit: null, basis: 'NQ 10/2026' }], reliefs: [], shipping: [] });

describe('thủ tục là bản soạn (a procedure as a kind of proposal)', () => {
  test('begins from the version in force and finds nothing that blocks in it', async () => {
    const current = await procedure.current(database.db, code);
    const content = current?.content ?? null;

    expect(current?.version).toBe(1);
    expect(procedure.title(content)).toContain('Gia hạn giấy phép xây dựng');
    expect((await procedure.check(database.db, { key: code, content, base: content })).filter(({ blocks }) => blocks)).toEqual([]);
  });

  test('with more papers than can be looked through is refused, and where', async () => {
    const { content } = await procedure.current(database.db, code) ?? { content: null };
    const paper = { code: null, name: 'Giấy', originals: 1, copies: 0, required: true, eForm: false, resultOfOther: null, forms: [] };
    const large = JSON.parse(JSON.stringify({ ...z.record(z.string(), z.unknown()).parse(content), papers: [{ circumstance: null, papers: Array.from({ length: 1001 }, () => paper) }] }));

    expect(procedure.read(large)).toEqual({ ok: false, error: [expect.objectContaining({ path: 'papers', text: expect.stringContaining('1001 giấy tờ'), blocks: true })] });
  });

  test.each(['khai sinh', '1.1', '../1.000000', ''])('makes nothing of a code that is none: %j', (key) => {
    expect(procedure.empty(key)).toBeNull();
  });

  test('begins empty for a new code, storable at once, with every mandatory part missing', async () => {
    const content = procedure.empty('1.999999.000.00.00.H15');

    expect(procedure.read(content).ok).toBe(true);
    expect((await procedure.check(database.db, { key: '1.999999.000.00.00.H15', content, base: null })).map(({ path: place }) => place)).toEqual(['name', 'steps', 'methods', 'papers', 'methods', 'applicantKinds', 'competentAgencies', 'results', 'legalBases']);
  });

  test.each([null, 5, 'x', [], {}, { name: 3 }, { ...Object.fromEntries([['papers', 'x']]) }])('refuses what has no such shape, naming the place: %j', (content) => {
    expect(procedure.read(content)).toMatchObject({ ok: false });
  });

  test('refuses to publish one procedure under the code of another', async () => {
    const current = await procedure.current(database.db, code);

    expect(await inTransaction(database.db, (tx) => procedure.publish(tx, { key: '1.000001', content: current?.content ?? null, ...publication }))).toMatchObject({ ok: false, error: [{ path: 'code' }] });
  });
});

describe('phí theo bản có hiệu lực (fees by the version in force)', () => {
  const priceOn = async (day: string) => { const price = await procedurePrice(database.db, code, { day, channel: 'ONLINE', circumstance: null }); return [price?.totalVnd, price?.basis]; };

  test('count from their day on, the later version from its own; before the first the published text says what it says', async () => {
    const before = await priceOn('2026-11-20');
    const first = await publish('fees', fees(50_000));
    const second = await publish('fees', fees(60_000), { validFrom: '2026-12-01' });

    expect([first, second]).toEqual([{ ok: true, value: { version: 1 } }, { ok: true, value: { version: 2 } }]);
    expect([before[1], await priceOn('2026-11-30'), await priceOn('2026-12-01')]).toEqual([null, [50_000, '12/QĐ-UBND'], [60_000, '12/QĐ-UBND']]);
  });

  test('take over a version that has not begun, which then counts on no day', async () => {
    expect(await publish('fees', fees(70_000), { validFrom: '2026-11-25' })).toMatchObject({ ok: true });
    expect([await priceOn('2026-11-24'), await priceOn('2026-11-25'), await priceOn('2026-12-01')]).toEqual([[50_000, '12/QĐ-UBND'], [70_000, '12/QĐ-UBND'], [70_000, '12/QĐ-UBND']]);
  });

  test.each(['2026-11-01', '2099-01-01'])('refuse a day that has passed or is too far ahead: %s', async (validFrom) => {
    expect(await publish('fees', fees(1), { validFrom })).toMatchObject({ ok: false, error: [{ path: 'validFrom' }] });
  });

  test.each([{ subject, lines: [{ amountVnd: 1.5 }], reliefs: [], shipping: [] }, { subject, lines: [{ id: 'a', kind: 'FEE', name: '', circumstance: null, channel: null, amountVnd: -1, unit: null, basis: '' }], reliefs: [], shipping: [] }, null])('refuse part of a đồng, negative sums and what is no table: %j', (content) => {
    expect(kindOf('fees').read(content)).toMatchObject({ ok: false });
  });
});

describe('bảng câu hỏi và danh sách kiểm tra (guide and checklist)', () => {
  const question = { id: 'cau_1', label: 'Đã khởi công chưa?', type: 'string', choices: [{ value: 'a', label: 'Chưa' }, { value: 'b', label: 'Rồi' }], hint: 'Xem biên bản.' };
  const guide = (papers: JsonValue): JsonValue => ({ subject, questions: [question], conditions: [], cases: [], papers });
  const found = async (kind: string, content: JsonValue) => (await kindOf(kind).check(database.db, { key: code, content, base: null })).filter(({ blocks }) => blocks).map(({ path: place }) => place);

  test.each([['fees', 'lines'], ['guide', 'questions'], ['checklist', 'checks']])('may not be published empty: %s', async (kind, place) => {
    expect(await found(kind, kindOf(kind).empty(code))).toContain(place);
  });

  test('may not ask for a paper the procedure does not publish', async () => {
    const name = (await procedureOn(database.db, code, '2026-11-17'))?.procedure.papers[0]?.papers[0]?.name ?? '';

    expect(await found('guide', guide([{ id: 'r1', when: ['"a"'], then: [name, 'Vì chưa khởi công'], note: null }]))).toEqual([]);
    expect(await found('guide', guide([{ id: 'r1', when: ['"a"'], then: ['Giấy xác nhận của thôn', 'Vì…'], note: null }]))).toEqual(['papers.0.then.0']);
    expect(await found('guide', guide([{ id: 'r1', when: ['now()'], then: [name, 'Vì…'], note: null }]))).toEqual(['papers.0.when.0']);
    expect(await found('checklist', { subject, checks: [{ id: 'k', stage: 'intake', text: 'Có chữ ký', paper: 'Giấy lạ', basis: '' }], supplementReasons: [], refusalReasons: [{ id: 'l', text: 'Không đủ điều kiện', detail: '', paper: null, basis: '' }] })).toEqual(['checks.0.paper', 'refusalReasons.0.basis']);
  });
});

describe('lỗi bằng tiếng Việt (faults in Vietnamese)', () => {
  test.each(['xin chào', '<a/>', '<a>'])('say of a file that is no DMN what to do, without what the parser says: %s', async (xml) => {
    const read = await readDmn(xml);

    expect(read.ok ? '' : dmnFaultWords(read.error)).toMatch(/^Tệp này không phải tệp bảng quyết định DMN[^a-z]*.* chọn lại\.$/u);
  });

  test('name the line and the field of a sum that is too large', () => {
    expect(kindOf('fees').read(fees(99_999_999_999_999_999))).toMatchObject({ ok: false, error: [{ path: 'lines.0.amountVnd', place: 'Khoản 1, mức thu', text: expect.stringContaining('Số quá lớn') }] });
  });

  test('remind of a line of 0 đồng at its field', async () => {
    const found = await kindOf('fees').check(database.db, { key: code, content: fees(0), base: null });

    expect(found.find(({ path: place }) => place === 'lines.0.amountVnd')).toMatchObject({ place: 'Khoản 1', blocks: false });
  });
});

describe('bãi bỏ (abolition)', () => {
  test('needs a reason, ends the procedure on its day, and may not be done twice', async () => {
    const content = (reason: string): JsonValue => ({ subject, reason, insteadOf: null });
    const checked = await kindOf('abolition').check(database.db, { key: code, content: content(''), base: null });
    const first = await publish('abolition', content('Luật mới không còn quy định'), { validFrom: '2027-01-01' });
    const again = await publish('abolition', content('Luật mới không còn quy định'), { validFrom: '2027-02-01' });

    expect(checked.filter(({ blocks }) => blocks).map(({ path: place }) => place)).toEqual(['reason']);
    expect([first.ok, again.ok]).toEqual([true, false]);
    expect(await procedureOn(database.db, code, '2027-01-01')).toBeUndefined();
  });
});
