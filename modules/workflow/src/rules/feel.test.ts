// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { feelFault, feelValue } from './feel.ts';

describe('biểu thức FEEL có giới hạn (bounded FEEL)', () => {
  test.each<readonly [string, Readonly<Record<string, never>> | Readonly<Record<string, unknown>>, unknown]>([
    ['thiếu = true', { 'thiếu': true }, true], ['a.b > 3 and not(c)', { a: { b: 4 }, c: false }, true], ['loại in ["A", "B"]', { 'loại': 'B' }, true], ['n in [1..10]', { n: 11 }, false],
    ['contains(test, "a")', { test: 'bab' }, true], ['string length(x) > 2', { x: 'abc' }, true], ['if n > 1 then "nhiều" else "một"', { n: 2 }, 'nhiều'], ['count(d) = 2', { d: [1, 2] }, true],
    ['(a + b) * 2 - 1', { a: 1, b: 2 }, 5], ['x between 1 and 3', { x: 2 }, true], ['x != null', { x: null }, false], ['"a" + b', { b: 'c' }, 'ac'], ['date("2026-01-02") > date("2026-01-01")', {}, true],
  ])('%s', (expression, variables, value) => {
    expect(feelFault(expression)).toBeNull();
    expect(feelValue(expression, z.record(z.string(), z.json()).parse(variables))).toEqual(value);
  });

  test.each([
    ['count(for i in 1..1000000000 return i) > 1', /«for»/u], ['some x in 1..1000000000 satisfies x = 0', /«some»/u], ['every x in l satisfies x > 1', /«every»/u], ['{f: function(x) f(x), y: f(1)}.y', /«\{…\}»/u], ['function(x) x', /tự định nghĩa/u],
    ['matches(a, "^(a+)+$")', /hàm «matches»/u], ['replace(a, "(a+)+$", "b")', /hàm «replace»/u], ['split(a, "x")', /hàm «split»/u], ['concatenate(a, a)', /hàm «concatenate»/u], ['today() > d', /hàm «today»/u], ['a[item > 1]', /«\[…\]»/u],
    ['1 +', /viết chưa đúng/u], [`${'('.repeat(80)}1${')'.repeat(80)}`, /lồng quá sâu|viết chưa đúng/u], [`"${'x'.repeat(3000)}" = a`, /dài quá/u],
  ])('%s is refused in words and yields nothing', (expression, why) => {
    expect(feelFault(expression)).toMatch(why);
    expect(feelValue(expression, { a: 'a'.repeat(50) })).toBeNull();
  });

  test('reaches nothing outside its variables', () => {
    for (const name of ['process', 'globalThis', 'constructor', '__proto__', 'toString', 'a.constructor', 'a.__proto__', '"x".constructor']) expect(feelValue(name, { a: {} })).toBeNull();
  });

  test('whatever the text is, nothing is thrown', () => {
    const piece = fc.constantFrom('for', ' i ', 'in', '1..9', 'return', '(', ')', '[', ']', '{', '}', '"', 'a', '=', 'and', 'not', ',', '.', 'matches', ':', 'function', '-', '*', '\u0000', 'ế');
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      expect(typeof (feelFault(text) ?? '')).toBe('string');
      feelValue(text, { a: 1 });
    }), { seed: 20261120, numRuns: 500 });
  });
});
