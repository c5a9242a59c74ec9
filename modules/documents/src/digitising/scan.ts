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

/** Straightens pictures of pages and reads them in Vietnamese, on this machine (OCR). @param pictures - paths, in the order of the pages; `codes`: also the QR code on each, for pages that part papers */
export async function scanPages(pictures: readonly string[], { codes = false }: { readonly codes?: boolean } = {}): Promise<Result<readonly ScannedPage[], ScanRefusal>> {
  try {
    const answer = ScanAnswer.parse(await ask({ pictures, codes }));
    return 'pages' in answer ? ok(answer.pages) : refuse({ code: 'scan-unreadable', picture: answer.unreadable + 1 });
  } catch {
    return refuse({ code: 'scan-unreadable', picture: 0 });
  }
}

// Beside the digitising station: who waits for advice does not stand behind a hundred pages of an archive, and the other way round.
const glance = helperProcess({
  program: fileURLToPath(new URL('./scanner.ts', import.meta.url)), name: 'the glancer',
  retireAfter: 50, patience: 60_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=1024'],
});
const mostGlanced = 3;

/** Reads the first pages of a file that was handed in, for advice; null when that cannot be done or takes longer than a minute. */
export async function glancePages(file: string): Promise<readonly Pick<ScannedPage, 'dpi' | 'words'>[] | null> {
  try {
    const answer = ScanAnswer.parse(await glance({ pictures: [file], mostPages: mostGlanced }));
    return 'pages' in answer ? answer.pages : null;
  } catch {
    return null;
  }
}
