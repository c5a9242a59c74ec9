// SPDX-License-Identifier: EUPL-1.2
/** The marker: a process of its own that lays the purpose of an opening over strangers' files. Started by `mark.ts`. */
import process from 'node:process';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { MarkJob } from './job.ts';

const longestSide = 2400;
const pageWidth = 595;

/** A picture as a page of its own: the words become part of the page, not a layer beside it. */
async function pageOf(bytes: Uint8Array): Promise<PDFDocument> {
  const { data, info } = await sharp(bytes, { failOn: 'none' }).rotate().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 85 }).toBuffer({ resolveWithObject: true });
  const document = await PDFDocument.create();
  const height = pageWidth * info.height / info.width;
  document.addPage([pageWidth, height]).drawImage(await document.embedJpg(data), { x: 0, y: 0, width: pageWidth, height });
  return document;
}

async function marked({ bytes, mediaType, mark, flat }: MarkJob): Promise<Uint8Array | null> {
  try {
    const document = mediaType === 'application/pdf' ? await PDFDocument.load(bytes, { updateMetadata: false }) : await pageOf(bytes);
    if (flat) document.getForm().flatten({ updateFieldAppearances: false });
    const [words] = await document.embedPdf(mark, [0]);
    if (words === undefined) return null;
    for (const page of document.getPages()) {
      const { x, y, width, height } = page.getCropBox();
      page.drawPage(words, { x, y, width, height });
    }
    return await document.save();
  } catch {
    return null;
  }
}

// One after the other: two large files at once would need twice the memory.
let work: Promise<unknown> = Promise.resolve();
process.on('message', (message) => {
  const job = MarkJob.parse(message);
  work = work.then(async () => { const pdf = await marked(job); if (process.connected) process.send?.({ id: job.id, pdf }); });
});
