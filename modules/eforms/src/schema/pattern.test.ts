// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsPattern } from './pattern.ts';

const atom = fc.constantFrom('a', 'b', '.', '\\d', '\\w', '[ab]', '[^a]', '^', '$', '\\b', '\\B', 'đ', '😀', '\\u{1F600}', '\\uD83D\\uDE00', '\\p{L}', '\\s', '[\\]x-]', '\\/', '[^]', '\\x61');
const { pattern } = fc.letrec<{ pattern: string; row: string; part: string }>((tie) => ({
  pattern: fc.array(tie('row'), { minLength: 1, maxLength: 2 }).map((rows) => rows.join('|')),
  row: fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
  part: fc.oneof({ maxDepth: 3, depthIdentifier: 'pattern' }, atom, fc.tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('row'), fc.constantFrom(')', ')?', '){2}', '){0,2}', ')|a', '){1,}?')).map(([open, inside, close]) => open + inside + close),
    fc.tuple(fc.constantFrom('a', '[ab]', '\\d', '.'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{2,}', '*?')).map((both) => both.join(''))),
}));
const text = fc.array(fc.constantFrom('a', 'b', '1', ' ', '\n', 'đ', '😀', ']', '/', '-'), { maxLength: 6 }).map((letters) => letters.join(''));

function asEngineSays(source: string, given: string): boolean | null {
  try {
    return new RegExp(source, 'u').test(given);
  } catch {
    return null;
  }
}

describe('mẫu chữ (patterns)', () => {
  test('fit what the regular expression they are written as fits', () => {
    fc.assert(fc.property(pattern, text, (source, given) => {
      const says = asEngineSays(source, given);
      if (says !== null) expect(fitsPattern(source, given)).toBe(says);
    }), { numRuns: 3000 });
  });

  test.each(['^((a+))+$', '^(?:(?:a+))+$', '^(a|a)*$', '^(a|aa)+$', '^(a*)*$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*)*(.*)*(.*)*x', '^(\\w+\\s?)*$'])('%s takes time that grows with the letters alone', (source) => {
    expect(fitsPattern(source, `${'a'.repeat(5000)}!!`)).toBe(false);
  });

  test.each([
    ['a'.repeat(1001), /dài quá 1000/u], ['(?:a{900}){900}', /quá nhiều lần lặp/u], ['(?:){1000000000}', /quá nhiều lần lặp/u], ['(?<=a)b', /nhìn trước, nhìn sau/u], ['(?!a)b', /nhìn trước/u], ['(?<n>a)\\k<n>', /nhắc lại/u], ['(?i:a)', /đổi cách so/u],
  ])('cannot be read as %s, saying why', (source, why) => {
    expect(() => fitsPattern(source, 'a')).toThrow(why);
  });

  test('fits nothing that is too long to be looked through', () => {
    expect(fitsPattern('a{200}$', 'a'.repeat(100_000))).toBe(false);
  });
});
