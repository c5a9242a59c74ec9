// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Some bytes of a blob: `to` is behind the last one. */
export type ByteRange = { readonly from: number; readonly to: number };

/** Where encrypted bytes lie: each blob under its own SHA-256, never changed. A blob is there whole or not at all. */
export type Blobs = {
  /** Takes over a finished local file. Durable when it returns; a blob that is there already stays. @throws StoreFull, StoreUnreachable */
  readonly take: (file: string, address: string) => Promise<void>;
  /** @throws when there is no such blob, StoreUnreachable */
  readonly read: (address: string, range?: ByteRange) => AsyncIterable<Uint8Array>;
  readonly remove: (address: string) => Promise<void>;
  /** Every blob with the time it came. */
  readonly list: () => AsyncIterable<{ readonly address: string; readonly at: Temporal.Instant }>;
};

/** No room, or none left of a quota. */
export class StoreFull extends Error {}
/** The store does not answer, or answers with a fault of its own. */
export class StoreUnreachable extends Error {}

const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
// No space, over the quota, over the largest file the process may write: the same to the person.
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** Whether a fault of the disk means that there is no room. */
export const isFull = (fault: unknown): boolean => fault instanceof StoreFull || fullCodes.has(codeOf(fault));

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Blobs in a folder of the local disk, made when it is not there. Several processes may share it.
 *
 * @param folder - absolute path; blobs lie under `<two digits>/<two digits>/<address>`
 */
export function diskBlobs(folder: string): Blobs {
  const pathOf = (address: string): string => join(folder, address.slice(0, 2), address.slice(2, 4), address);
  return {
    take: async (file, address) => {
      const path = pathOf(address);
      if (await stat(path).then(() => true, () => false)) {
        await rm(file, { force: true });
        return;
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(file, path);
      await syncFolder(dirname(path));
    },
    read: (address, range) => createReadStream(pathOf(address), range === undefined ? {} : { start: range.from, end: range.to - 1 }),
    remove: (address) => rm(pathOf(address), { force: true }),
    list: async function* list() {
      const folders = await opendir(folder, { recursive: true }).catch(() => null);
      for await (const entry of folders ?? []) {
        if (!entry.isFile() || !/^[0-9a-f]{64}$/u.test(entry.name)) continue;
        const { mtimeMs } = await stat(join(entry.parentPath, entry.name));
        yield { address: entry.name, at: Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs)) };
      }
    },
  };
}
