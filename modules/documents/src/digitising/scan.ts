// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '@motcua/kernel';
import { helperProcess } from '../helper/helper.ts';
import { ScanAnswer, type ScannedPage } from './model.ts';

const ask = helperProcess({
  program: fileURLToPath(new URL('./scanner.ts', import.meta.url)), name: 'the scanner',
  retireAfter: 200, patience: 300_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=1024'],
});

// Files of old papers come by the hundred pages: the counter does not stand behind them.
const askForBatch = helperProcess({
  program: fileURLToPath(new URL('./scanner.ts', import.meta.url)), name: 'the batch scanner',
  retireAfter: 50, patience: 540_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=1024'],
});

/** Why pictures were not read: `picture` counts from 1; 0 when the program stopped. */
export type ScanRefusal = { readonly code: 'scan-unreadable'; readonly picture: number };

type Job = { readonly pictures: readonly string[]; readonly codes?: boolean };

async function pagesFrom(reader: (job: Job) => Promise<unknown>, job: Job): Promise<Result<readonly ScannedPage[], ScanRefusal>> {
  try {
    const answer = ScanAnswer.parse(await reader(job));
    return 'pages' in answer ? ok(answer.pages) : refuse({ code: 'scan-unreadable', picture: answer.unreadable + 1 });
  } catch {
    return refuse({ code: 'scan-unreadable', picture: 0 });
  }
}

/** Straightens pictures of pages and reads them in Vietnamese, on this machine (OCR). @param pictures - paths, in the order of the pages; `codes`: the QR code on each is read too */
export const scanPages = (pictures: readonly string[], about: Pick<Job, 'codes'> = {}): Promise<Result<readonly ScannedPage[], ScanRefusal>> => pagesFrom(ask, { pictures, ...about });

/** The same for a file of many papers, with the QR code on each page, in a process beside that of the counters. At most nine minutes. */
export const scanManyPapers = (file: string): Promise<Result<readonly ScannedPage[], ScanRefusal>> => pagesFrom(askForBatch, { pictures: [file], codes: true });

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
