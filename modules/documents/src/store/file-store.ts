// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Antivirus } from '../inspection/antivirus.ts';
import { type Blobs, type ByteRange, diskBlobs, isFull, StoreUnreachable } from './blobs.ts';
import { decrypted, encrypted, openedPart, sealedRange } from './segments.ts';
import { type KeyRing, keyRing } from './keys.ts';

/** A file that has arrived whole and lies in quarantine: it has no address until it is kept. */
export type StagedFile = {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly discard: () => Promise<void>;
};

/** How a stream ended: staged, or why not. `size` of 'too-large' is what had arrived when it was cut. */
export type Staging =
  | { readonly outcome: 'staged'; readonly file: StagedFile }
  | { readonly outcome: 'too-large'; readonly size: number }
  | { readonly outcome: 'broken' }
  | { readonly outcome: 'full' };

/** How keeping ended: the address of the encrypted bytes, or why not. */
export type Keeping = { readonly outcome: 'kept'; readonly stored: string } | { readonly outcome: 'full' } | { readonly outcome: 'unreachable' };

/** Files encrypted at rest, addressed by content: stored once, never changed unseen. */
export type DocumentStore = {
  readonly keys: KeyRing;
  readonly blobs: Blobs;
  /** The scanner every upload is shown to; null when none is set. */
  readonly antivirus: Antivirus | null;
  readonly stage: (content: Uint8Array | AsyncIterable<Uint8Array>, maxBytes: number) => Promise<Staging>;
  /** Encrypts a staged file under a fresh key and keeps it; the staged one is left for the caller to discard. */
  readonly keep: (file: StagedFile, key: Uint8Array) => Promise<Keeping>;
  /** The bytes of a content, checked against its hash. A missing or altered file is a fault: it is thrown. */
  readonly read: (file: KeptFile) => Promise<Uint8Array>;
  /** Some bytes of a content, each segment checked by its tag. */
  readonly readPart: (file: KeptFile, range: ByteRange) => Promise<Uint8Array>;
};

/** A content with where it lies and its key; null for what was taken in before files were encrypted. */
export type KeptFile = { readonly sha256: string; readonly size: number; readonly sealed: { readonly stored: string; readonly key: Uint8Array } | null };

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

type Written = { readonly sha256: string; readonly size: number; readonly cut: boolean };

async function write(handle: FileHandle, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Written> {
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

const mostBytes = Number.MAX_SAFE_INTEGER;

/**
 * A store of files. Several processes may share it.
 *
 * @param about - `folder`: absolute path, unfinished files lie under its `staged/`; `secret`: 32 bytes that seal the keys; `blobs`: where the encrypted bytes go, that folder when not given; `antivirus`: the scanner of uploads
 */
export function documentStore({ folder, secret, blobs = diskBlobs(folder), antivirus = null }: { readonly folder: string; readonly secret: Uint8Array; readonly blobs?: Blobs; readonly antivirus?: Antivirus | null }): DocumentStore {
  const create = async (): Promise<{ readonly path: string; readonly handle: FileHandle }> => {
    const path = join(folder, 'staged', randomBytes(16).toString('hex'));
    await mkdir(join(folder, 'staged'), { recursive: true, mode: 0o700 });
    return { path, handle: await open(path, 'wx', 0o600) };
  };
  const older = diskBlobs(folder);
  return {
    keys: keyRing(secret),
    blobs,
    antivirus,
    stage: async (content, limit) => {
      let path: string | undefined;
      try {
        const created = await create();
        path = created.path;
        const discard = (): Promise<void> => rm(created.path, { force: true });
        const written = await write(created.handle, partsOf(content), limit).finally(() => created.handle.close());
        if (!written.cut) return { outcome: 'staged', file: { path, sha256: written.sha256, size: written.size, discard } };
        await discard();
        return { outcome: 'too-large', size: written.size };
      } catch (fault) {
        if (path !== undefined) await rm(path, { force: true });
        if (fault instanceof SenderFailed) return { outcome: 'broken' };
        if (isFull(fault)) return { outcome: 'full' };
        throw fault;
      }
    },
    keep: async (file, key) => {
      let path: string | undefined;
      try {
        const created = await create();
        path = created.path;
        const { sha256 } = await write(created.handle, encrypted(key, createReadStream(file.path)), mostBytes).finally(() => created.handle.close());
        await blobs.take(path, sha256);
        return { outcome: 'kept', stored: sha256 };
      } catch (fault) {
        if (path !== undefined) await rm(path, { force: true });
        if (isFull(fault)) return { outcome: 'full' };
        if (fault instanceof StoreUnreachable) return { outcome: 'unreachable' };
        throw fault;
      }
    },
    read: async ({ sha256, sealed }) => {
      const bytes = await buffer(sealed === null ? older.read(sha256) : decrypted(sealed.key, blobs.read(sealed.stored)));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the stored file ${sha256} was altered`);
      return bytes;
    },
    readPart: async ({ sha256, size, sealed }, range) => (sealed === null
      ? buffer(older.read(sha256, range))
      : openedPart(sealed.key, await buffer(blobs.read(sealed.stored, sealedRange(range, size))), range, size)),
  };
}
