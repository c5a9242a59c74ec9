// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { judged, paperSet, perfectlyRead } from './paper-set.ts';

describe('góp ý trên bộ giấy giả (advice on made-up papers)', () => {
  test('tells what is wrong and nothing else, were the papers read without a mistake', async () => {
    const tallies = [...await judged(paperSet({ papers: 400, seed: 3 }), perfectlyRead)];

    expect(tallies.filter(([key, { papers, told, untrue }]) => untrue > 0 || (!key.startsWith('none') && told !== papers))).toEqual([]);
    expect(new Set(tallies.map(([key]) => key.split(',')[0]))).toEqual(new Set(['none', 'other-kind', 'other-name', 'other-number', 'expired', 'quality']));
  });

  // Ten papers of the set `bench/file-advice.ts` looks at whole: scanned, photographed crooked and dark, shaken.
  test('tells it from pictures as well: of a sample nothing is missed and nothing untrue is said', async () => {
    const tallies = [...await judged(paperSet({ papers: 10, seed: 20261120 }))];

    expect(tallies.filter(([key, { papers, told, untrue }]) => untrue > 0 || (!key.startsWith('none') && told !== papers))).toEqual([]);
    expect(tallies.some(([key]) => key.endsWith('poor-photograph'))).toBe(true);
  }, 300_000);
});
