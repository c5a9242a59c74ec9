// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../model.ts';
import { describeProcedure } from './describe-procedure.ts';
import { outOfLimits } from './lint-limits.ts';
import { type LintGround, type LintRule, lintProcedure } from './lint-procedure.ts';
import { readRecord } from './read-record.ts';

const file = path.join(import.meta.dirname, '../../../../data/procedures/procedures.jsonl.gz');
const paper = (name: string, code: string | null = null) => ({ code, name, originals: 1, copies: 0, required: true, e_form: false });

function aProcedure(given: object = {}): Procedure {
  const read = readRecord({
    code: '1.013227', name: 'Gia hạn giấy phép xây dựng', type: 'STANDARD', levels: ['COMMUNE'], online_level: 'FULL', decision: { number: '7/QĐ-BXD', date: '2026-07-01' },
    steps: [{ name: 'Bước 1', text: 'Nộp hồ sơ.' }], methods: [{ channel: 'DIRECT', time: { value: 5, unit: 'WORKING_DAY' }, fees: [] }, { channel: 'ONLINE', time: { value: 5, unit: 'WORKING_DAY' }, fees: [] }],
    dossier: [{ case: null, components: [paper('Đơn đề nghị', 'G1')] }], applicant_types: [{ code: '1', name: 'Công dân' }], competent_groups: ['UBND cấp xã'], results: [{ code: 'K1', name: 'Giấy phép' }], legal_bases: [{ code: '50/2014/QH13', name: 'Luật Xây dựng' }], ...given,
  });
  if (!read.ok) throw new Error(read.error.reasons.join());
  return read.value;
}

const rules: readonly LintRule[] = [
  { kind: 'vague-label', pattern: 'giay to khac co lien quan', says: 'Ghi đúng tên.' }, { kind: 'held-data', pattern: 'ban sao*can cuoc', says: 'Tra cứu dân cư.' },
];
const ground = (given: Partial<LintGround> = {}): LintGround => ({ rules, national: null, heldIn: () => null, processes: [], ...given });
const found = (procedure: Procedure, given: Partial<LintGround> = {}) => lintProcedure(procedure, ground(given)).map(({ path, blocks }) => [path, blocks]);

describe('kiểm tra bản soạn thủ tục (lint of a procedure)', () => {
  test('finds nothing in a whole procedure', () => {
    expect(found(aProcedure())).toEqual([]);
  });

  test.each([
    ['a mandatory part that is missing', { steps: [] }, [['steps', true]]],
    ['a vague label, whatever its tone marks and case', { dossier: [{ case: null, components: [paper('Các GIẤY TỜ KHÁC CÓ LIÊN QUAN (nếu có)')] }] }, [['papers.0.papers.0.name', true]]],
    ['data the state already holds, as a reminder', { dossier: [{ case: null, components: [paper('Bản sao thẻ căn cước của chủ hộ')] }] }, [['papers.0.papers.0.name', false]]],
    ['the same paper twice', { dossier: [{ case: null, components: [paper('Đơn đề nghị'), paper('Đơn ĐỀ NGHỊ')] }] }, [['papers.0.papers.1.name', false]]],
    ['a paper without a name', { dossier: [{ case: null, components: [paper('')] }] }, [['papers.0.papers.0.name', true]]],
    ['a way of filing written twice', { methods: [1, 2].map(() => ({ channel: 'ONLINE', time: { value: 1, unit: 'DAY' }, fees: [] })) }, [['methods.1.channel', true]]],
    ['«toàn trình» without filing online', { methods: [{ channel: 'DIRECT', time: { value: 1, unit: 'DAY' }, fees: [] }] }, [['onlineLevel', true]]],
    ['«một phần» without the reason', { online_level: 'PARTIAL_OR_NONE' }, [['onlineReason', false]]],
    ['a time left to a note that is not there', { methods: [{ channel: 'ONLINE', time: { value: null, unit: 'OTHER' }, fees: [] }] }, [['methods.0.time', true]]],
  ])('finds %s', (_name, given, expected) => {
    expect(found(aProcedure(given))).toEqual(expected);
  });

  test.each([
    ['a third of a day', { methods: [{ channel: 'ONLINE', time: { value: 0.3, unit: 'WORKING_DAY' }, fees: [] }] }, 'methods.0.time'],
    ['a name nobody reads to its end', { name: 'Gia hạn '.repeat(100) }, 'name'],
    ['a fee below nothing', { methods: [{ channel: 'ONLINE', time: { value: 5, unit: 'WORKING_DAY' }, fees: [{ kind: 'FEE', amount: -5 }] }] }, 'methods.0.fees.0.amount'],
    ['copies beyond counting', { dossier: [{ case: null, components: [{ ...paper('Đơn đề nghị', 'G1'), copies: 1000 }] }] }, 'papers.0.papers.0.copies'],
  ])('forbids %s', (_name, given, place) => {
    expect(found({ ...aProcedure(given), onlineLevel: 'FULL' }).filter(([, blocks]) => blocks)).toEqual([[place, true]]);
  });

  test.each([-7, 0])('forbids a time limit of %i days', (value) => {
    const whole = aProcedure();

    expect(found({ ...whole, methods: whole.methods.map((method) => ({ ...method, time: { value, unit: 'WORKING_DAY' } })) })).toEqual([['methods.0.time', true], ['methods.1.time', true]]);
  });

  test('forbids more sets than anybody files', () => {
    expect(found({ ...aProcedure(), sets: 99_999_999_999 })).toEqual([['sets', true]]);
  });

  test('only says that the ministry itself writes a way of filing twice, and forbids a third', () => {
    const ways = (count: number) => ({ methods: Array.from({ length: count }, () => ({ channel: 'ONLINE', time: { value: 5, unit: 'WORKING_DAY' }, fees: [] })) });

    expect(found(aProcedure(ways(2)), { national: aProcedure(ways(2)) })).toEqual([['methods.1.channel', false]]);
    expect(found(aProcedure(ways(3)), { national: aProcedure(ways(2)) })).toEqual([['methods.1.channel', false], ['methods.2.channel', true]]);
  });

  test('forbids no number, length or repeated way of filing of any national record that stays as it is', async () => {
    const blocked: string[] = [];
    for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      const read = readRecord(JSON.parse(line));
      if (!read.ok) continue;
      const { code, methods } = read.value;
      const bare = { ...read.value, papers: [] };
      const ways = new Set(methods.map(({ channel }) => channel)).size < methods.length ? lintProcedure(bare, ground({ national: bare })).filter(({ text }) => /hai lần|Dài hơn/u.test(text)) : [];
      blocked.push(...[...outOfLimits(read.value, read.value), ...ways].filter(({ blocks }) => blocks).map(({ path: place }) => `${code} ${place}`));
    }

    expect(blocked).toEqual([]);
  });

  test('forbids a paper the published list of the same decision does not have, and only asks to compare under another decision', () => {
    const more = { dossier: [{ case: null, components: [paper('Đơn đề nghị', 'G1'), paper('Giấy xác nhận của trưởng thôn')] }] };

    expect(found(aProcedure(more), { national: aProcedure() })).toEqual([['papers.0.papers.1.name', true]]);
    expect(found({ ...aProcedure(more), decision: { number: '8/QĐ-BXD', date: null } }, { national: aProcedure() })).toEqual([['papers.0.papers.1.name', false]]);
  });

  test('forbids a time longer than the ministry’s, a shorter one is welcome', () => {
    const taking = (value: number) => ({ methods: [{ channel: 'ONLINE', time: { value, unit: 'WORKING_DAY' }, fees: [] }] });

    expect(found(aProcedure(taking(6)), { national: aProcedure() })).toEqual([['methods.0.time', true]]);
    expect(found(aProcedure(taking(4)), { national: aProcedure() })).toEqual([]);
  });

  test('names the process that is longer than the limit', () => {
    const said = lintProcedure(aProcedure(), ground({ processes: [{ name: 'QT-01', hours: 48, agencies: 3 }, { name: 'QT-02', hours: 40, agencies: 1 }] }));

    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('«QT-01» (3 cơ quan dùng) cần 48 giờ, dài hơn thời hạn 40 giờ')]);
  });
});

describe('a procedure in words', () => {
  test('tells papers apart by their code, so that one renamed is the same paper', () => {
    const keys = (name: string) => describeProcedure(aProcedure({ dossier: [{ case: null, components: [paper(name, 'G1')] }] })).find(({ key }) => key === 'papers')?.parts?.[0]?.parts?.map(({ key, label, text }) => [key, label, text]);

    expect([keys('Đơn'), keys('Đơn mới')]).toEqual([[['G1', 'Đơn', '1 bản chính, bắt buộc']], [['G1', 'Đơn mới', '1 bản chính, bắt buộc']]]);
  });
});
