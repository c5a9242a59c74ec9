// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,modules,integrations,apps,test,tools}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/seed-properties.ts'],
    env: { TZ: process.env['TZ'] ?? 'America/Los_Angeles' },
    provide: { randomCases: 4000, propertyRuns: 500 },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine is no reason to fail: what is polled for may take its time.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
