// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueToken, type TokenClaims, verificationUrl, verifyToken } from './token.ts';

const claims: TokenClaims = { k: 'receipt', c: 'H15.50.05.13-261119-0975', d: { a: 'H15.50' }, iat: 1_795_077_600 };
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

describe('mã kiểm tra trên giấy: a verification token', () => {
  test('says what it was issued with, to whoever holds the public key', () => {
    const read = verifyToken([publicKey], issueToken(privateKey, claims));

    expect(read).toEqual({ ok: true, value: claims });
  });

  test('is still read after the key was changed', () => {
    const newer = generateKeyPairSync('ed25519').publicKey;

    expect(verifyToken([newer, publicKey], issueToken(privateKey, claims)).ok).toBe(true);
  });

  test('of a stranger is refused', () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;

    expect(verifyToken([publicKey], issueToken(stranger, claims))).toMatchObject({ ok: false, error: { code: 'token-forged' } });
  });

  test('makes an address short enough for a code of 21 mm', () => {
    expect(verificationUrl('https://motcua.example.vn', issueToken(privateKey, claims)).length).toBeLessThan(240);
  });

  test('with any one character changed is refused', () => {
    const token = issueToken(privateKey, claims);

    fc.assert(fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '.'), (place, character) => {
      const forged = token.slice(0, place) + character + token.slice(place + 1);
      fc.pre(forged !== token);
      expect(verifyToken([publicKey], forged).ok).toBe(false);
    }));
  });

  test('that is any text at all never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(verifyToken([publicKey], text).ok).toBe(false); }));
  });
});
