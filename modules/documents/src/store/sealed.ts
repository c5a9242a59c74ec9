// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The secret that seals keys in the database, and the row the sealed text belongs to: moved to another row it does not open. */
export type Seal = { readonly secret: Uint8Array; readonly row: string };

const algorithm = 'aes-256-gcm';

/** Seals bytes: nonce (12), tag (16), ciphertext. The secret is 32 bytes. */
export function sealed({ secret, row }: Seal, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, secret, nonce).setAAD(Buffer.from(row));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Opens what `sealed` made. Another secret, another row or a changed byte is a fault: it is thrown. */
export function unsealed({ secret, row }: Seal, text: Uint8Array): Buffer {
  const decipher = createDecipheriv(algorithm, secret, text.subarray(0, 12)).setAAD(Buffer.from(row)).setAuthTag(text.subarray(12, 28));
  return Buffer.concat([decipher.update(text.subarray(28)), decipher.final()]);
}
