// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that is written and durable but not yet kept: it has no address until `keep`. */
export type StagedFile = {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly keep: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

/** How a stream ended: staged, or why not. `size` of 'too-large' is what had arrived when it was cut. */
export type Staging =
  | { readonly outcome: 'staged'; readonly file: StagedFile }
  | { readonly outcome: 'too-large'; readonly size: number }
  | { readonly outcome: 'broken' }
  | { readonly outcome: 'full' };

/** Files by content: the address of a file is its SHA-256, so it is stored once and cannot change unseen. */
export type DocumentStore = {
  readonly stage: (content: Uint8Array | AsyncIterable<Uint8Array>, maxBytes: number) => Promise<Staging>;
  /** The bytes, checked against their address. A missing or altered file is a fault: it is thrown. */
  readonly read: (sha256: string) => Promise<Uint8Array>;
};

const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
// No space, over the quota, over the largest file the process may write: the same to the person.
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const isFull = (fault: unknown): boolean => fullCodes.has(codeOf(fault));

/** Reading the sender's stream failed, as opposed to writing our own file. */
class SenderFailed extends Error {}

async function* partsOf(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  try {
    yield* content;
  } catch (cause) {
    throw new SenderFailed('the stream broke', { cause });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

type Written = { readonly sha256: string; readonly size: number; readonly cut: boolean };

async function write(handle: FileHandle, content: AsyncGenerator<Uint8Array>, maxBytes: number): Promise<Written> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of content) {
    size += part.byteLength;
    if (size > maxBytes) return { sha256: '', size, cut: true };
    hash.update(part);
    for (let done = 0; done < part.byteLength;) done += (await handle.write(part, done)).bytesWritten;
  }
  await handle.sync();
  return { sha256: hash.digest('hex'), size, cut: false };
}

/**
 * A store in a folder of the local disk, made when it is not there. Several processes may share it.
 *
 * @param folder - absolute path; files lie under `<two digits>/<two digits>/<sha256>`, unfinished ones under `staged/`
 */
export function documentStore(folder: string): DocumentStore {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  const keep = async (staged: string, sha256: string): Promise<void> => {
    const path = pathOf(sha256);
    if (await stat(path).then(() => true, () => false)) {
      await rm(staged, { force: true });
      return;
    }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(staged, path);
    await syncFolder(dirname(path));
  };

  return {
    stage: async (content, maxBytes) => {
      const path = join(folder, 'staged', randomBytes(16).toString('hex'));
      const discard = (): Promise<void> => rm(path, { force: true });
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const handle = await open(path, 'wx', 0o600);
        const written = await write(handle, partsOf(content), maxBytes).finally(() => handle.close());
        if (written.cut) {
          await discard();
          return { outcome: 'too-large', size: written.size };
        }
        const { sha256, size } = written;
        return { outcome: 'staged', file: { path, sha256, size, keep: () => keep(path, sha256), discard } };
      } catch (fault) {
        await discard();
        if (fault instanceof SenderFailed) return { outcome: 'broken' };
        if (isFull(fault)) return { outcome: 'full' };
        throw fault;
      }
    },
    read: async (sha256) => {
      const bytes = await readFile(pathOf(sha256));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the stored file ${sha256} was altered on disk`);
      return bytes;
    },
  };
}
