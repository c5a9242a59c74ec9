// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals a secret under a key of 32 bytes (AES-256-GCM): nonce, tag, text. */
export function seal(key: Uint8Array, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` closed. @throws when the key is another or the bytes were changed */
export function unseal(key: Uint8Array, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/** What is kept of a cookie or a partner's key. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
