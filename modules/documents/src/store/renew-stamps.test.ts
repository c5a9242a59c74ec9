// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPrivateKey, sign as signBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { revocationSource } from '../signing/revocation-client.ts';
import { signPdf } from '../signing/sign-pdf.ts';
import { type StampProofs, withFurtherStamp } from '../signing/renew-stamp.ts';
import { createTestAuthority, type IssuedCertificate, type TestAuthority } from '../signing/test-authority.ts';
import { authorityServices } from '../signing/test-authority-services.ts';
import { timestampAuthority } from '../signing/timestamp-client.ts';
import { smallPdf } from '../testing.ts';
import { validatePdf } from '../validation/validate-pdf.ts';
import { checkIntegrity, rotateKeys } from './care.ts';
import { destroyOwner } from './destroy.ts';
import { documentsOf, moveDocuments, readDocument, storeDocument } from './documents.ts';
import { type DocumentStore, documentStore } from './file-store.ts';
import { lastStampRound, renewStamps } from './renew-stamps.ts';
import { documentsWithContent } from './with-content.ts';

const start = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const days = (count: number): Temporal.Instant => start.add({ hours: 24 * count });

describe('gia hạn dấu thời gian (renewed time-stamps)', () => {
  let database: TestDatabase;
  let owner: Database;
  let folder: string;
  let store: DocumentStore;
  let authority: TestAuthority;
  let issued: IssuedCertificate;
  let now = start;
  let proofs: StampProofs;

  /** An authority whose certificate for stamping, two years long, begins now. */
  const stampedBy = async (): Promise<StampProofs> => {
    const services = await authorityServices(authority, { now: () => now });
    const transport = { post: (_url: string, request: Uint8Array) => services.ocsp(request), get: () => services.list() };
    return { timestamps: timestampAuthority(services.stamp), revocation: revocationSource(transport) };
  };
  const signed = (): Promise<Uint8Array> => {
    const key = createPrivateKey({ key: Buffer.from(issued.privateKey), format: 'der', type: 'pkcs8' });
    return signPdf(smallPdf, { signer: { kind: 'officer', name: 'Phạm Văn Ví Dụ', certificate: issued.certificate, chain: issued.chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))) }, reason: 'Duyệt', at: now, proofs: { level: 'B-LTA', ...proofs } });
  };
  const keep = async (bytes: Uint8Array, ownerRef: string): Promise<string> => {
    const kept = await storeDocument(database.db, store, { ownerKind: 'dossier', ownerRef, bytes, name: 'ket-qua.pdf', mediaType: 'application/pdf', purpose: 'result', by: 'test', at: now });
    return kept.ok ? kept.value.id : expect.fail(kept.error.code);
  };
  const round = (from: StampProofs | undefined = proofs) => renewStamps(database.db, store, { at: now, endingBefore: now.add({ hours: 24 * 90 }), proofs: from });
  const bytesOf = async (id: string, version?: string): Promise<Buffer> => Buffer.from((await readDocument(database.db, store, id, version))?.bytes ?? []);
  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const verdictOf = async (pdf: Uint8Array) => validatePdf(pdf, { trust: { roots: [authority.root] } });

  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'motcua-renew-')); });
  beforeEach(async () => {
    now = start;
    database = await testDatabase();
    owner = openDatabase(database.ownerUrl);
    store = documentStore({ folder, secret: Buffer.alloc(32, 7) });
    authority = await createTestAuthority({ at: start.subtract({ hours: 48 }) });
    issued = await authority.issue({ kind: 'officer', name: 'Phạm Văn Ví Dụ', organisation: 'UBND', at: start.subtract({ hours: 24 }), addresses: { ocsp: 'ocsp', list: 'list' } });
    proofs = await stampedBy();
    return async () => { await owner.close(); await database.drop(); };
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  test('leave a file alone until its stamp ends soon, then lay one more behind its end; the version before is read by its hash', async () => {
    const before = await signed();
    const id = await keep(before, 'one');

    const early = await round();
    now = days(650);
    proofs = await stampedBy();
    const due = await round();
    const after = await bytesOf(id);

    expect([early, due]).toEqual([{ renewed: 0, remaining: 0, hindrance: null }, { renewed: 1, remaining: 0, hindrance: null }]);
    expect([after.length > before.length, after.subarray(0, before.length).equals(before)]).toEqual([true, true]);
    expect((await bytesOf(id, hashOf(before))).equals(before)).toBe(true);
    expect(await readDocument(database.db, store, id, '0'.repeat(64))).toBeUndefined();
    expect((await documentsOf(database.db, { ownerKind: 'dossier', ownerRef: 'one' })).map(({ sha256 }) => sha256)).toEqual([hashOf(after)]);
    expect(await round()).toEqual({ renewed: 0, remaining: 0, hindrance: null });
  });

  test('keep the verdict when the first certificates are long over; laid too late, they prove nothing', async () => {
    const first = await signed();
    const id = await keep(first, 'one');
    now = days(700);
    proofs = await stampedBy();
    await round();
    now = days(1400);
    proofs = await stampedBy();
    await round();
    const [kept, tooLate] = [await verdictOf(await bytesOf(id)), await verdictOf(await withFurtherStamp(first, proofs, now))];

    expect([kept.document, ...kept.signatures.map(({ kind, verdict, signedAt }) => [kind, verdict, signedAt?.toString().slice(0, 10)])]).toEqual(['valid', ['signature', 'valid', '2026-11-20'], ['timestamp', 'valid', '2026-11-20'], ['timestamp', 'valid', '2028-10-20'], ['timestamp', 'valid', '2030-09-20']]);
    expect(tooLate.document).not.toBe('valid');
  });

  test('are found by the hash of every version', async () => {
    const id = await keep(await signed(), 'one');
    const versions = [hashOf(await bytesOf(id))];
    for (const day of [650, 1300]) {
      now = days(day);
      proofs = await stampedBy();
      await round();
      versions.push(hashOf(await bytesOf(id)));
    }
    const found = await Promise.all(versions.map(async (sha256) => (await documentsWithContent(database.db, sha256)).map((use) => use.id)));

    expect([new Set(versions).size, found]).toEqual([3, [[id], [id], [id]]]);
  });

  test('go on the next night when the authority was silent, and say so', async () => {
    const id = await keep(await signed(), 'one');
    const before = await bytesOf(id);
    now = days(650);
    const silent = await round({ ...proofs, timestamps: timestampAuthority(() => Promise.resolve(null)) });
    const said = await lastStampRound(database.db);
    const meanwhile = await bytesOf(id);
    now = days(651);
    proofs = await stampedBy();

    expect(silent).toMatchObject({ renewed: 0, remaining: 1, hindrance: 'Máy chủ dấu thời gian không trả lời.' });
    expect([said?.remaining, meanwhile.equals(before)]).toEqual([1, true]);
    expect(await round()).toMatchObject({ renewed: 1, remaining: 0 });
  });

  test('stop where the authority stamps under a certificate that ends no later', async () => {
    await keep(await signed(), 'one');
    now = days(650);

    const same = await round();

    expect([same.renewed, same.remaining, same.hindrance?.includes('không kéo dài được')]).toEqual([0, 1, true]);
    expect(await renewStamps(database.db, store, { at: now, endingBefore: now.add({ hours: 24 * 90 }), proofs: undefined })).toMatchObject({ remaining: 1, hindrance: 'Chưa đặt máy chủ dấu thời gian (MOTCUA_TSA).' });
  });

  test('serve each owner of a content, one who keeps the first version later too, through moves and new keys, and end with the owner', async () => {
    const pdf = await signed();
    const [one, other] = [await keep(pdf, 'one'), await keep(pdf, 'other')];
    now = days(650);
    proofs = await stampedBy();
    await round();
    const late = await keep(pdf, 'late');
    await moveDocuments(database.db, store, { ownerKind: 'dossier', ownerRef: 'one' }, { ownerKind: 'dossier', ownerRef: 'moved' });
    await rotateKeys(owner.db, store);
    const lengths = await Promise.all([one, other, late].map(async (id) => (await bytesOf(id)).length));
    await round();
    const shared = (await bytesOf(late)).length;
    await destroyOwner(owner.db, { ownerKind: 'dossier', ownerRef: 'moved' });

    expect([lengths[0] === lengths[1], (lengths[0] ?? 0) > pdf.length, lengths[2], shared]).toEqual([true, true, pdf.length, lengths[0]]);
    await expect(bytesOf(one)).rejects.toThrow();
    expect((await bytesOf(other)).length).toBe(lengths[1]);
    expect((await checkIntegrity(database.db, store, null)).lost).toEqual([]);
  });
});
