// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeeLine, FeeTable, Relief } from '../fees-model.ts';
import { lintFees } from './lint-fees.ts';
import { type PriceAsked, priceOf } from './price.ts';

const line = (given: Partial<FeeLine> = {}): FeeLine => ({ id: 'l1', kind: 'SERVICE_FEE', name: '', circumstance: null, channel: null, amountVnd: 50_000, unit: null, basis: 'NQ 10/2026', ...given });
const relief = (given: Partial<Relief> = {}): Relief => ({ id: 'g1', line: null, who: '', percent: 50, channel: 'ONLINE', isClaimed: false, validFrom: '2026-01-01', validUntil: null, basis: 'NQ 11/2026', ...given });
const table = (given: Partial<FeeTable> = {}): FeeTable => ({ subject: { code: '1', name: '' }, lines: [line()], reliefs: [], shipping: [], ...given });
const asked = (given: Partial<PriceAsked> = {}): PriceAsked => ({ circumstance: null, channel: 'ONLINE', day: '2026-11-17', ...given });
const price = (given: Partial<FeeTable>, how: Partial<PriceAsked> = {}) => priceOf(table(given), '12/QĐ', asked(how));

describe('phí, lệ phí của một hồ sơ (the price of a dossier)', () => {
  test('says each sum with its reason', () => {
    expect(price({ reliefs: [relief()] })).toMatchObject({ totalVnd: 25_000, lines: [{ amountVnd: 25_000, text: 'Lệ phí 50.000 đ theo NQ 10/2026, giảm 50 % vì nộp trực tuyến theo NQ 11/2026: còn 25.000 đ' }] });
  });

  test.each<readonly [string, Partial<FeeTable>, Partial<PriceAsked>, number]>([
    ['leaves out the relief of another way of filing', { reliefs: [relief()] }, { channel: 'DIRECT' }, 50_000],
    ['leaves out a relief before its first day', { reliefs: [relief({ validFrom: '2026-12-01' })] }, {}, 50_000],
    ['keeps a relief on its last day', { reliefs: [relief({ validUntil: '2026-11-17' })] }, {}, 25_000],
    ['leaves out a relief after its last day', { reliefs: [relief({ validUntil: '2026-11-16' })] }, {}, 50_000],
    ['takes a claimed relief only when it is claimed', { reliefs: [relief({ isClaimed: true, percent: 100, who: 'hộ nghèo', channel: null })] }, {}, 50_000],
    ['makes free who claims it', { reliefs: [relief({ isClaimed: true, percent: 100, who: 'hộ nghèo', channel: null })] }, { claims: ['g1'] }, 0],
    ['takes the greatest relief, they do not add up', { reliefs: [relief(), relief({ id: 'g2', percent: 30 })] }, {}, 25_000],
    ['counts units', { lines: [line({ unit: 'trang', amountVnd: 2000 })] }, { units: { l1: 7 } }, 14_000],
    ['charges no part of a đồng', { lines: [line({ amountVnd: 333 })], reliefs: [relief()] }, {}, 166],
    ['takes the line of the case before the one for all', { lines: [line(), line({ id: 'l2', circumstance: 'Cấp lại', amountVnd: 20_000 })] }, { circumstance: 'Cấp lại' }, 20_000],
    ['adds a fee and a charge', { lines: [line(), line({ id: 'l2', kind: 'FEE', amountVnd: 10_000 })] }, {}, 60_000],
    ['adds the way the result is sent', { shipping: [{ id: 's1', name: 'trong tỉnh', amountVnd: 26_000, basis: '' }] }, { shipping: 's1' }, 76_000],
  ])('%s', (_name, given, how, total) => {
    expect(price(given, how).totalVnd).toBe(total);
  });

  test('is never negative, never more than without reliefs, and the sum of its lines', () => {
    const amounts = fc.record({ amount: fc.integer({ min: 0, max: 1_000_000_000 }), percent: fc.integer({ min: 1, max: 100 }), channel: fc.constantFrom('ONLINE' as const, 'DIRECT' as const, null) });
    fc.assert(fc.property(fc.array(amounts, { maxLength: 6 }), (many) => {
      const lines = many.map(({ amount }, at) => line({ id: `l${at}`, name: `khoản ${at}`, amountVnd: amount }));
      const reliefs = many.map(({ percent, channel }, at) => relief({ id: `g${at}`, percent, channel }));
      const [with_, without] = [price({ lines, reliefs }), price({ lines })];
      return with_.totalVnd !== null && with_.totalVnd >= 0 && with_.totalVnd <= (without.totalVnd ?? 0) && with_.totalVnd === with_.lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
    }));
  });
});

describe('kiểm tra bảng phí (lint of a fee table)', () => {
  test.each<readonly [string, Partial<FeeTable>, readonly string[]]>([
    ['a sum without its source', { lines: [line({ basis: ' ' })] }, ['lines.0.basis']],
    ['the same sum twice', { lines: [line(), line({ id: 'l2' })] }, ['lines.1.name']],
    ['a relief for a line that is gone', { reliefs: [relief({ line: 'x' })] }, ['reliefs.0.line']],
    ['a claim that names nobody', { reliefs: [relief({ isClaimed: true })] }, ['reliefs.0.who']],
    ['a relief that ends before it begins', { reliefs: [relief({ validUntil: '2025-01-01' })] }, ['reliefs.0.validUntil']],
    ['a relief for everybody', { reliefs: [relief({ channel: null })] }, ['reliefs.0.channel']],
  ])('finds %s', (_name, given, paths) => {
    const procedure = undefined;

    expect(lintFees(table(given), procedure).map(({ path }) => path).filter((path) => path !== 'lines')).toEqual(paths);
  });
});
