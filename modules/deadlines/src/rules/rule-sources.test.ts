// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerCase, sourceOf } from '../index.ts';
import { DeadlineExplanation } from '../contract.ts';
import { explanationRules } from '../model.ts';
import { aCase } from '../testing.ts';

describe('căn cứ của cách tính', () => {
  test('names a known source for every rule that has one', async () => {
    const sources = await readFile(path.join(import.meta.dirname, '../../../../legal/sources.yml'), 'utf8');
    const keys = new Set([...sources.matchAll(/^([\w/.-]+):/gmu)].map(([, key]) => key));

    expect(explanationRules.filter((rule) => { const source = sourceOf(rule, { legal: 'nd-118-2025/supplement', cutoff: null }); return source !== null && !keys.has(source); })).toEqual([]);
  });

  test('travels as the contract says', () => {
    const { explanation } = answerCase(aCase());

    expect(DeadlineExplanation.parse(explanation)).toEqual(explanation);
  });

  test('is the rule the count was made by where procedures differ, and nobody’s but the office’s for its own cut-off hour', () => {
    const legal = 'nd-118-2025/d17k3';

    expect([sourceOf('received-after-hours', { legal, cutoff: null }), sourceOf('outage', { legal, cutoff: null }), sourceOf('paused-for-identity', { legal, cutoff: null })]).toEqual([legal, legal, legal]);
    expect([sourceOf('received-after-cutoff', { legal, cutoff: '15:00' }), sourceOf('received-after-cutoff', { legal, cutoff: null })]).toEqual([legal, null]);
  });
});
