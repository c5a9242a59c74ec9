// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Word } from './model.ts';

const run = promisify(execFile);
const wordLevel = '5';

/** Reads the words out of tesseract's table. */
function wordsOfTable(tsv: string): readonly Word[] {
  return tsv.split('\n').slice(1).flatMap((line) => {
    const [level, , , , , , x, y, width, height, sure, text = ''] = line.split('\t');
    if (level !== wordLevel || text.trim() === '') return [];
    return [{ text: text.trim().normalize('NFC'), x: Number(x), y: Number(y), width: Number(width), height: Number(height), sure: Math.max(Number(sure), 0) }];
  });
}

/** With the machine's own program, about twice as fast; null when it is not there or has no Vietnamese. */
async function byProgram(file: string, dpi: number): Promise<readonly Word[] | null> {
  try {
    const { stdout } = await run('tesseract', [file, 'stdout', '-l', 'vie', '--dpi', String(Math.round(dpi)), 'tsv'], { timeout: 60_000, maxBuffer: 64 * 1024 * 1024, env: { PATH: '/usr/local/bin:/usr/bin:/bin', OMP_THREAD_LIMIT: '1' } });
    return wordsOfTable(stdout);
  } catch {
    return null;
  }
}

/** With the program compiled for everywhere, which comes with us. */
async function byLibrary(jpeg: Uint8Array): Promise<readonly Word[]> {
  const { createWorker } = await import('tesseract.js');
  const langPath = path.dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz')));
  const worker = await createWorker('vie', 1, { langPath, cacheMethod: 'none' });
  try {
    const { data } = await worker.recognize(Buffer.from(jpeg), {}, { tsv: true, text: false });
    return wordsOfTable(`level\n${data.tsv ?? ''}`);
  } finally {
    await worker.terminate();
  }
}

/** Reads a page in Vietnamese, on this machine. @param folder - for files of the moment */
export async function readWords(jpeg: Uint8Array, dpi: number, folder: string): Promise<readonly Word[]> {
  const file = path.join(folder, 'page.jpg');
  await writeFile(file, jpeg, { mode: 0o600 });
  return await byProgram(file, dpi) ?? byLibrary(jpeg);
}
