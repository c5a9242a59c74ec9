// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const Findings = z.object({ sideways: z.boolean(), violations: z.array(z.string()) });

/** What is wrong with the screen as it stands: violations of WCAG 2.2 AA, and a page that must be pushed sideways. */
export async function wrongNow(page: Page): Promise<readonly string[]> {
  // The policy of the page forbids foreign scripts; the examiner comes in through the browser instead.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    awaitPromise: true, returnByValue: true,
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => ({
      sideways: document.documentElement.scrollWidth > innerWidth,
      violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')),
    }))`,
  });
  const found = Findings.parse(result.value);
  return [...found.violations, ...(found.sideways ? ['must be pushed sideways'] : [])];
}
