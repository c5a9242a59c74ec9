// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** All files and packages a file reaches by import at run time. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8').replace(/^(?:import|export) type .*$/gmu, '');
  for (const [, from = ''] of source.matchAll(/^(?:import|export) .* from '([^']+)';$/gmu)) {
    if (from.startsWith('.')) reached(join(file, '..', from), seen);
    else if (from.startsWith('@motcua/')) reached(fileURLToPath(import.meta.resolve(from)), seen);
    else seen.add(from);
  }
  return seen;
}

describe('biểu mẫu trong trình duyệt: the contract of e-forms', () => {
  test('reaches nothing but a reader of shapes outside the project: no Node, no database', () => {
    const outside = [...reached(fileURLToPath(new URL('./contract.ts', import.meta.url)))].filter((name) => !name.startsWith('/'));

    expect(outside).toEqual(['zod']);
  });
});
