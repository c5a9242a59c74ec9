// SPDX-License-Identifier: EUPL-1.2
/** The inspector: a process of its own that opens strangers' files. Started by `inspect.ts`; what makes it fall or hang reaches nobody else. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { inspectImage } from './inspect-image.ts';
import { inspectOffice } from './inspect-office.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { type Inspection, InspectionJob } from './model.ts';

function inspected({ path, mediaType, limits }: Omit<InspectionJob, 'id'>): Inspection | Promise<Inspection> {
  const bytes = readFileSync(path);
  if (mediaType === 'application/pdf') return inspectPdf(bytes, limits);
  return mediaType.startsWith('image/') ? inspectImage(bytes, mediaType, limits) : inspectOffice(bytes, limits);
}

// One after the other: two large files at once would need twice the memory.
let work: Promise<unknown> = Promise.resolve();
process.on('message', (message) => {
  const job = InspectionJob.parse(message);
  work = work.then(async () => { const found = await inspected(job); if (process.connected) process.send?.({ id: job.id, ...found }); });
});
