// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../model.ts';
import { describeProcedure } from './describe-procedure.ts';
import { type LintGround, type LintRule, lintProcedure } from './lint-procedure.ts';
import { readRecord } from './read-record.ts';

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
const ground = (given: Partial<LintGround> = {}): LintGround => ({ rules, national: null, processes: [], ...given });
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
