// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * Encrypted in segments, each with its own tag (AES-256-GCM), so that a large file is written and read as a stream and any part can be opened alone.
 * The nonce is the number of the segment with a mark on the last: a file cut short, or put together anew, does not open. A key encrypts one content only.
 */
const algorithm = 'aes-256-gcm';
const plainBytes = 65_536;
const tagBytes = 16;
const sealedBytes = plainBytes + tagBytes;

function nonceOf(segment: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(segment, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function sealSegment(key: Uint8Array, plain: Uint8Array, segment: number, isLast: boolean): Buffer {
  const cipher = createCipheriv(algorithm, key, nonceOf(segment, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openSegment(key: Uint8Array, text: Uint8Array, segment: number, isLast: boolean): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonceOf(segment, isLast)).setAuthTag(text.subarray(text.byteLength - tagBytes));
  return Buffer.concat([decipher.update(text.subarray(0, text.byteLength - tagBytes)), decipher.final()]);
}

/** Cuts a stream into pieces of a size; the last may be shorter, and is empty only when the whole stream is. */
async function* pieces(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ readonly piece: Uint8Array; readonly isLast: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of content) {
    held.push(part);
    length += part.byteLength;
    while (length > size) {
      const whole = Buffer.concat(held);
      yield { piece: whole.subarray(0, size), isLast: false };
      held = [whole.subarray(size)];
      length -= size;
    }
  }
  yield { piece: Buffer.concat(held), isLast: true };
}

/** Encrypts a stream under a key of 32 bytes that was never used before. */
export async function* encrypted(key: Uint8Array, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let segment = 0;
  for await (const { piece, isLast } of pieces(content, plainBytes)) {
    yield sealSegment(key, piece, segment, isLast);
    segment += 1;
  }
}

/** Opens a stream that `encrypted` wrote. @throws when a byte was altered, the key is another or the end is missing */
export async function* decrypted(key: Uint8Array, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let segment = 0;
  for await (const { piece, isLast } of pieces(content, sealedBytes)) {
    yield openSegment(key, piece, segment, isLast);
    segment += 1;
  }
}

/** Where the segments of some bytes of a file lie among its encrypted bytes; both ends count, `to` is behind the last byte. */
export function sealedRange({ from, to }: { readonly from: number; readonly to: number }, size: number): { readonly from: number; readonly to: number } {
  const all = Math.max(Math.ceil(size / plainBytes), 1);
  const [first, last] = [Math.floor(from / plainBytes), Math.min(Math.ceil(to / plainBytes), all)];
  return { from: first * sealedBytes, to: last === all ? size + all * tagBytes : last * sealedBytes };
}

/** Opens a part of a file from the segments that hold it (as `sealedRange` names them). */
export function openedPart(key: Uint8Array, text: Uint8Array, { from, to }: { readonly from: number; readonly to: number }, size: number): Uint8Array {
  const all = Math.max(Math.ceil(size / plainBytes), 1);
  const first = Math.floor(from / plainBytes);
  const opened: Buffer[] = [];
  for (let at = 0; at < text.byteLength; at += sealedBytes) {
    const segment = first + opened.length;
    opened.push(openSegment(key, text.subarray(at, Math.min(at + sealedBytes, text.byteLength)), segment, segment === all - 1));
  }
  return Buffer.concat(opened).subarray(from - first * plainBytes, to - first * plainBytes);
}
