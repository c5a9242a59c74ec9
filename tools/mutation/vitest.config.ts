// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';

/** The tests of the deadline rules alone, without a database and with fewer random cases: run once for every mutant. */
export default defineConfig({
  test: {
    include: ['modules/deadlines/src/{rules,calendar,cases}/**/*.test.ts'],
    env: { TZ: 'America/Los_Angeles' },
    provide: { randomCases: 150, propertyRuns: 40 },
    testTimeout: 20_000,
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
  },
});
