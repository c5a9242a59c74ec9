// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';

/** The lines of a text file, packed by gzip or not, one at a time. @throws with words when the file cannot be read or its packing is broken */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = fs.createReadStream(file);
  // The fault of either stream ends the reading below, where it is told in words.
  const texts: AsyncIterable<Buffer> = file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  let rest = '';
  try {
    for await (const chunk of texts) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) yield line;
    }
  } catch (fault) {
    throw new Error(`Không đọc được ${file}: ${fault instanceof Error ? fault.message : String(fault)}. Kiểm tra tệp có bị hỏng hoặc cắt cụt không.`, { cause: fault });
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
