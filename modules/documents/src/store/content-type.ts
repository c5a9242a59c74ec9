// SPDX-License-Identifier: EUPL-1.2
import { openAsBlob } from 'node:fs';
import { fileTypeFromBlob } from 'file-type';

/** The media type of a file by its content; null when it is none that is known. */
export async function contentTypeOf(path: string): Promise<string | null> {
  const found = await fileTypeFromBlob(await openAsBlob(path)).catch(() => undefined);
  return found?.mime ?? null;
}
