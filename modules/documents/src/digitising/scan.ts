// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '@motcua/kernel';
import { helperProcess } from '../helper/helper.ts';
import { ScanAnswer, type ScannedPage } from './model.ts';

const ask = helperProcess({
  program: fileURLToPath(new URL('./scanner.ts', import.meta.url)), name: 'the scanner',
  retireAfter: 200, patience: 300_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=1024'],
});

/** Why pictures were not read: `picture` counts from 1; 0 when the program stopped. */
export type ScanRefusal = { readonly code: 'scan-unreadable'; readonly picture: number };

/** Straightens pictures of pages and reads them in Vietnamese, on this machine (OCR). @param pictures - paths, in the order of the pages */
export async function scanPages(pictures: readonly string[]): Promise<Result<readonly ScannedPage[], ScanRefusal>> {
  try {
    const answer = ScanAnswer.parse(await ask({ pictures }));
    return 'pages' in answer ? ok(answer.pages) : refuse({ code: 'scan-unreadable', picture: answer.unreadable + 1 });
  } catch {
    return refuse({ code: 'scan-unreadable', picture: 0 });
  }
}
