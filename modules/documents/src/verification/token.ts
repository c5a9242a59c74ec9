// SPDX-License-Identifier: EUPL-1.2
import { type KeyObject, sign, verify } from 'node:crypto';
import { ok, refuse, type Result } from '@motcua/kernel';
import { z } from 'zod';

/** What a paper's QR code says: as little as tells a real paper from a false one, and no personal data. */
export type TokenClaims = {
  /** Kind of paper, such as 'receipt' or 'result'. */
  readonly k: string;
  /** The dossier's code. */
  readonly c: string;
  /** Whatever else the kind needs: agency, number and date, the first characters of the file's SHA-256. */
  readonly d: Readonly<Record<string, string>>;
  /** Seconds of the epoch when it was issued. */
  readonly iat: number;
};

/** Why a token proves nothing. */
export type TokenRefusal = { readonly code: 'token-unreadable' | 'token-forged'; readonly text: string };

// Names the format, so that another one can stand beside it later.
const prefix = 'm1';

const unreadable = (): TokenRefusal =>
  ({ code: 'token-unreadable', text: 'Mã trên giấy không đọc được. Ông/bà quét lại, hoặc nhập mã hồ sơ để tra cứu.' });
const forged = (): TokenRefusal =>
  ({ code: 'token-forged', text: 'Mã trên giấy không do hệ thống này cấp. Ông/bà liên hệ nơi cấp giấy để kiểm tra trước khi dùng.' });

/** A short signed text that anyone who has the public key can check, without a line to us. */
export function issueToken(key: KeyObject, claims: TokenClaims): string {
  const { k, c, d, iat } = claims;
  const body = `${prefix}.${Buffer.from(JSON.stringify([k, c, iat, d])).toString('base64url')}`;
  return `${body}.${sign(null, Buffer.from(body), key).toString('base64url')}`;
}

const Body = z.tuple([z.string(), z.string(), z.number(), z.record(z.string(), z.string())]);

function claimsOf(body: string): TokenClaims | undefined {
  const read = Body.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  if (!read.success) return undefined;
  const [k, c, iat, d] = read.data;
  return { k, c, iat, d };
}

/**
 * What a token says, if one of the keys signed it.
 *
 * @param publicKeys - newest first; older ones stay so that old papers can be checked
 * @error token-unreadable - not a token at all
 * @error token-forged - none of the keys signed it
 */
export function verifyToken(publicKeys: readonly KeyObject[], text: string): Result<TokenClaims, TokenRefusal> {
  const [head, body, signature, ...more] = text.trim().split('.');
  if (head !== prefix || body === undefined || signature === undefined || more.length > 0) return refuse(unreadable());
  const signed = Buffer.from(`${head}.${body}`);
  const value = Buffer.from(signature, 'base64url');
  // base64url has several spellings of one value: only the one we write is ours.
  if (value.toString('base64url') !== signature || !publicKeys.some((key) => verify(null, signed, key, value))) return refuse(forged());
  const claims = claimsOf(body);
  return claims === undefined ? refuse(unreadable()) : ok(claims);
}

/** The address in the QR code. */
export function verificationUrl(publicOrigin: string, token: string): string {
  return `${publicOrigin}/x/${token}`;
}

/** A public key as browsers take it: 32 bytes, base64url. */
export function publicKeyText(key: KeyObject): string {
  return String(key.export({ format: 'jwk' }).x);
}
