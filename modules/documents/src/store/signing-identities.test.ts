// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueToken, verifyToken } from '../verification/token.ts';
import { signPdf } from '../signing/sign-pdf.ts';
import { validatePdf } from '../validation/validate-pdf.ts';
import { smallPdf } from '../testing.ts';
import { issueSigningIdentity, signingIdentityOf, testAuthorityOf } from './signing-identities.ts';
import { tokenKeyOf } from './token-key.ts';

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const secret = randomBytes(32);

describe('chứng thư số trình diễn: identities kept under a seal', () => {
  let database: TestDatabase;
  beforeAll(async () => { database = await testDatabase(); });
  afterAll(async () => { await database.drop(); });

  test('sign after a restart what the same authority lets everyone verify', async () => {
    const authority = await testAuthorityOf(database.db, secret, at);
    const reopened = await testAuthorityOf(database.db, secret, at);
    await issueSigningIdentity(database.db, reopened, { kind: 'agency', ref: 'H15.50', name: 'Ủy ban nhân dân phường Tân An', organisation: 'Đắk Lắk', secret, at });

    const identity = await signingIdentityOf(database.db, secret, { kind: 'agency', ref: 'H15.50', at });

    if (identity === undefined) throw new Error('no identity');
    const signed = await signPdf(smallPdf, { signer: identity, reason: 'Ban hành', at });
    expect(await validatePdf(signed, { trust: { roots: [authority.root] } })).toMatchObject({ document: 'valid', signatures: [{ signer: 'Ủy ban nhân dân phường Tân An' }] });
  });

  test('are found for their owner only, and only while in force', async () => {
    const question = { kind: 'agency', ref: 'H15.50', at } as const;

    expect(await signingIdentityOf(database.db, secret, { ...question, ref: 'H15.51' })).toBeUndefined();
    expect(await signingIdentityOf(database.db, secret, { ...question, kind: 'officer' })).toBeUndefined();
    expect(await signingIdentityOf(database.db, secret, { ...question, at: at.add({ hours: 24 * 365 * 3 }) })).toBeUndefined();
  });

  test('do not open under another secret', async () => {
    await expect(signingIdentityOf(database.db, randomBytes(32), { kind: 'agency', ref: 'H15.50', at })).rejects.toThrow();
  });

  test('share one key of verification tokens among servers that start together', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => tokenKeyOf(database.db, secret, at)));

    const [first] = keys;
    if (first === undefined) throw new Error('no key');
    const token = issueToken(first.key, { k: 'receipt', c: 'H15-1', d: {}, iat: 1 });
    expect(keys.map(({ publicKeys }) => publicKeys.length)).toEqual([1, 1, 1, 1]);
    expect(keys.every(({ publicKeys }) => verifyToken(publicKeys, token).ok)).toBe(true);
  });
});
