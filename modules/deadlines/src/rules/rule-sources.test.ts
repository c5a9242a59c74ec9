// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerCase, ruleSources } from '../index.ts';
import { DeadlineExplanation } from '../contract.ts';
import { explanationRules } from '../model.ts';
import { aCase } from '../testing.ts';

describe('căn cứ của cách tính', () => {
  test('names a known source for every rule that has one', async () => {
    const sources = await readFile(path.join(import.meta.dirname, '../../../../legal/sources.yml'), 'utf8');
    const keys = new Set([...sources.matchAll(/^([\w/.-]+):/gmu)].map(([, key]) => key));

    expect(explanationRules.filter((rule) => { const source = ruleSources[rule]; return source !== null && !keys.has(source); })).toEqual([]);
  });

  test('travels as the contract says', () => {
    const { explanation } = answerCase(aCase());

    expect(DeadlineExplanation.parse(explanation)).toEqual(explanation);
  });
});
