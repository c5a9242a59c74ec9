// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, sign as signBytes } from 'node:crypto';
import { type Db, sql } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';
import type { Sign, SignerKind, SigningIdentity } from '../signing/model.ts';
import { createTestAuthority, type IssuedCertificate, openTestAuthority, type TestAuthority } from '../signing/test-authority.ts';
import { sealed, unsealed } from './sealed.ts';
import type { DocumentTables } from './tables.ts';

/** Whose signing identity it is: an officer's id or an agency's code. */
export type SigningOwner = { readonly kind: SignerKind; readonly ref: string };

/** What a new identity is made of: its owner, the names in the certificate, and the secret (32 bytes) that seals the key. */
export type IdentityOrder = SigningOwner & {
  readonly name: string;
  readonly organisation: string;
  readonly secret: Uint8Array;
  readonly at: Temporal.Instant;
};

const demonstration = 'demonstration';

/** Signs with a key that lies here. RSA PKCS#1 v1.5 or DER-encoded ECDSA, over SHA-256. */
function localSign(privateKey: Uint8Array): Sign {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  return (toBeSigned) => Promise.resolve(new Uint8Array(signBytes('sha256', toBeSigned, key)));
}

type Kept = { readonly kind: SignerKind | 'authority'; readonly ref: string; readonly name: string; readonly secret: Uint8Array; readonly at: Temporal.Instant };

async function keep(db: Db, { kind, ref, name, secret, at }: Kept, issued: IssuedCertificate): Promise<void> {
  const id = newId(at);
  await db.$extendTables<DocumentTables>().insertInto('documents.signing_identity').values({
    id, owner_kind: kind, owner_ref: ref, name,
    certificate: Buffer.from(issued.certificate), chain: issued.chain.map((link) => Buffer.from(link)),
    sealed_private_key: sealed({ secret, row: id }, issued.privateKey),
    valid_from: issued.validFrom.toString(), valid_until: issued.validUntil.toString(),
  }).onConflict((conflict) => conflict.doNothing()).execute();
}

const newestOf = (db: Db, { kind, ref, at }: SigningOwner & { readonly at: Temporal.Instant }) =>
  db.$extendTables<DocumentTables>().selectFrom('documents.signing_identity').selectAll()
    .where('owner_kind', '=', kind).where('owner_ref', '=', ref).where(sql<boolean>`${at.toString()}::timestamptz >= valid_from and ${at.toString()}::timestamptz < valid_until`)
    .orderBy('valid_from', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();

/** Issues a certificate by the test authority and keeps it with its key sealed. */
export async function issueSigningIdentity(db: Db, authority: TestAuthority, order: IdentityOrder): Promise<SigningIdentity> {
  const { kind, name, organisation, at } = order;
  const issued = await authority.issue({ kind, name, organisation, at });
  await keep(db, order, issued);
  return { kind, name, certificate: issued.certificate, chain: issued.chain, sign: localSign(issued.privateKey) };
}

/** The newest identity of an owner in force at a moment; undefined when there is none. */
export async function signingIdentityOf(
  db: Db, secret: Uint8Array, { kind, ref, at }: SigningOwner & { readonly at: Temporal.Instant },
): Promise<SigningIdentity | undefined> {
  const row = await newestOf(db, { kind, ref, at });
  if (row === undefined) return undefined;
  const { id, name, certificate, chain, sealed_private_key: key } = row;
  return { kind, name, certificate, chain, sign: localSign(unsealed({ secret, row: id }, key)) };
}

/**
 * The demonstration's authority, made and kept the first time it is asked for. Its `root` is what `validatePdf` is to trust.
 * Two servers that start together both make one: the one kept first stays.
 */
export async function testAuthorityOf(db: Db, secret: Uint8Array, at: Temporal.Instant): Promise<TestAuthority> {
  const kept = () => db.$extendTables<DocumentTables>().selectFrom('documents.signing_identity').select(['id', 'certificate', 'sealed_private_key'])
    .where('owner_kind', '=', 'authority').where('owner_ref', '=', demonstration).executeTakeFirst();
  let row = await kept();
  if (row === undefined) {
    const made = await createTestAuthority({ at });
    const issued = { certificate: made.root, chain: [], privateKey: made.privateKey, validFrom: at, validUntil: at.toZonedDateTimeISO('UTC').add({ years: 10 }).toInstant() };
    await keep(db, { kind: 'authority', ref: demonstration, name: 'BẢN TRÌNH DIỄN', secret, at }, issued);
    row = await kept();
  }
  if (row === undefined) throw new Error('the authority was not kept');
  return openTestAuthority({ root: row.certificate, privateKey: unsealed({ secret, row: row.id }, row.sealed_private_key) });
}

/** Who has a certificate in force at a moment: «officer:ID», «agency:CODE». */
export async function certifiedAt(db: Db, at: Temporal.Instant): Promise<ReadonlySet<string>> {
  const rows = await db.$extendTables<DocumentTables>().selectFrom('documents.signing_identity').select(['owner_kind', 'owner_ref']).distinct()
    .where(sql<boolean>`${at.toString()}::timestamptz >= valid_from and ${at.toString()}::timestamptz < valid_until`).execute();
  return new Set(rows.map(({ owner_kind: kind, owner_ref: ref }) => `${kind}:${ref}`));
}
