// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { askedRange } from './byte-range.ts';

describe('tải từng phần (the part of a file that is asked for)', () => {
  test.each([
    ['bytes=0-99', { from: 0, to: 100 }], ['bytes=900-', { from: 900, to: 1000 }], ['bytes=-10', { from: 990, to: 1000 }], ['bytes=-5000', { from: 0, to: 1000 }], ['bytes=990-5000', { from: 990, to: 1000 }], ['bytes= 5 - 6', { from: 5, to: 7 }],
    [undefined, 'whole'], ['', 'whole'], ['bytes=-', 'whole'], ['bytes=9-3', 'whole'], ['bytes=0-1,5-6', 'whole'], ['lines=0-5', 'whole'], ['bytes=a-b', 'whole'],
    ['bytes=1000-', 'beyond'], ['bytes=4000-5000', 'beyond'], ['bytes=-0', 'beyond'],
  ] as const)('«%s» of a thousand bytes', (header, part) => {
    expect(askedRange(header, 1000)).toEqual(part);
  });

  test('is nowhere in an empty file', () => {
    expect([askedRange('bytes=0-', 0), askedRange('bytes=-5', 0), askedRange(undefined, 0)]).toEqual(['beyond', 'beyond', 'whole']);
  });
});
