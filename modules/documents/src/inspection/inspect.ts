// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { helperProcess } from '../helper/helper.ts';
import { type Inspection, InspectionAnswer, type Limits } from './model.ts';

const inspector = { program: fileURLToPath(new URL('./inspector.ts', import.meta.url)), name: 'the inspector', patience: 20_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=768'] };
const ask = helperProcess({ ...inspector, retireAfter: 500 });
const askAlone = helperProcess({ ...inspector, retireAfter: 1 });

/** Looks through a file that came in (kiểm tra tệp tải lên), by its type. A file that makes the inspector fall or hang counts as damaged. */
export async function inspectFile(path: string, mediaType: string, limits: Limits): Promise<Inspection> {
  const job = { path, mediaType, limits };
  try {
    // Who stood in line behind a file that made the inspector fall is asked again, each alone; the file itself falls a second time.
    const answer = InspectionAnswer.parse(await ask(job).catch(() => askAlone(job)));
    return 'fault' in answer ? { fault: answer.fault } : { pages: answer.pages, bytes: answer.bytes };
  } catch {
    return { fault: 'damaged' };
  }
}
