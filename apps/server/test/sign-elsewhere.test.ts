// SPDX-License-Identifier: EUPL-1.2
import { authorityServices, readDocument, testAuthorityOf, validatePdf } from '@motcua/documents';
import { type KeysElsewhere, replay } from '@motcua/dossiers';
import { startOfTest } from '@motcua/dossiers/testing';
import { type TrustServices, startTrustServices } from '@motcua/trust-services';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keysElsewhere } from '../src/keys-elsewhere.ts';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let services: TrustServices;
beforeAll(async () => {
  let reached: KeysElsewhere | null = null;
  // The services need the authority of the province, and so begin after it.
  const lateKeys: KeysElsewhere = { kinds: ['csc', 'phone'], identity: (key, confirmed) => (reached === null ? Promise.reject(new Error('not begun')) : reached.identity(key, confirmed)) };
  one = await testInstallation(undefined, undefined, () => ({ keysElsewhere: lateKeys }));
  const { database, province } = one;
  const authority = await testAuthorityOf(database.db, province.secret, startOfTest);
  const from = startOfTest.subtract({ hours: 1 });
  const signerOf = async (userId: string, name: string, until = startOfTest.add({ hours: 24 * 90 })) => ({ userId, pin: '123456', issued: await authority.issue({ kind: 'officer', name, organisation: 'Thử', at: from, until }) });
  services = await startTrustServices({
    services: await authorityServices(authority, province.clock), secret: 'mat-khau',
    signers: [await signerOf('lanhdao', 'Cán bộ lanhdao'), await signerOf('nguoi-khac', 'Trần Văn Khác'), await signerOf('het-han', 'Cán bộ lanhdao', startOfTest.subtract({ minutes: 1 }))],
  });
  reached = keysElsewhere({
    csc: { url: `${services.origin}/csc/v2`, version: 'v2', clientId: 'motcua', clientSecret: 'mat-khau' }, phone: { url: `${services.origin}/phone`, serviceId: 'motcua', serviceSecret: 'mat-khau' },
  });
});
afterAll(async () => {
  await services.stop();
  await one.close();
});

const call = async (method: 'GET' | 'POST', url: string, payload?: object) => one.app.inject({ method, url, headers: await one.as('lanhdao'), ...(payload === undefined ? {} : { payload }) });
const idOf = (answer: { json: () => unknown }): string => {
  const read: unknown = answer.json();
  return typeof read === 'object' && read !== null && 'id' in read ? String(read.id) : '';
};
const enrolled = async (kind: 'phone' | 'csc'): Promise<string> => {
  const { means } = (await call('GET', '/api/my/signing-means')).json<{ means: { id: string; kind: string; endedAt: string | null }[] }>();
  return means.find((held) => held.kind === kind && held.endedAt === null)?.id ?? idOf(await call('POST', '/api/my/signing-means', { kind, account: 'lanhdao' }));
};
const toSign = async (): Promise<string> => {
  const code = await one.go.taken();
  await one.go.appraised(code);
  return code;
};
const begin = async (code: string, means: string, pin: string | null = null) => {
  const { version } = await one.go.state(code);
  return call('POST', `/api/dossiers/${code}/signing`, { clientKey: crypto.randomUUID(), version, taskId: (await one.go.task(code, 'approve')).taskId, opinion: null, lateCause: null, means, pin });
};
const standing = async (id: string) => (await call('GET', `/api/signings/${id}`)).json<{ state: string; title: string | null; detail: string | null }>();
const ended = (id: string) => expect.poll(async () => (await standing(id)).state, { timeout: 20_000, interval: 200 });

describe('ký bằng khóa ở nơi khác (signing with a key that is not kept here)', () => {
  test('enters only keys in the officer’s own name that count today', async () => {
    const answers: { readonly code?: string; readonly errors?: readonly { readonly text: string }[] }[] = [];
    for (const account of ['lanhdao', 'lanhdao', 'nguoi-khac', 'khong-co']) answers.push((await call('POST', '/api/my/signing-means', { kind: 'phone', account })).json());
    answers.push((await call('POST', '/api/my/signing-means', { kind: 'csc', account: 'het-han' })).json());

    expect(answers.map(({ code }) => code)).toEqual([undefined, 'fields-to-mend', 'fields-to-mend', 'key-refused', 'certificate-expired']);
    expect(answers[2]?.errors?.[0]?.text).toContain('Trần Văn Khác');
  });

  test('waits for the telephone without locking the dossier, and then the result is signed by the person', async () => {
    const code = await toSign();
    services.telephone('pending');
    const id = idOf(await begin(code, await enrolled('phone')));
    const waiting = await standing(id);
    const message = await one.app.inject({ method: 'POST', url: `/api/dossiers/${code}/messages`, headers: await one.as('chuyenvien'), payload: { clientKey: crypto.randomUUID(), version: (await one.go.state(code)).version, text: 'Trong lúc chờ.' } });
    services.telephone('signed');
    await ended(id).toBe('done');
    const { result } = await one.go.state(code);
    const file = await readDocument(one.database.db, one.province.ctx.files, result?.documentId ?? '');
    const { signatures } = await validatePdf(file?.bytes ?? new Uint8Array(), { trust: { roots: [(await testAuthorityOf(one.database.db, one.province.secret, startOfTest)).root] } });

    expect([waiting.state, message.statusCode]).toEqual(['waiting', 201]);
    expect(signatures.map(({ verdict, signer }) => [verdict, signer])).toEqual([['valid', 'Cán bộ lanhdao']]);
  });

  test('signs nothing when the person says no, and the number stays the dossier’s', async () => {
    const code = await toSign();
    services.telephone('rejected');
    const id = idOf(await begin(code, await enrolled('phone')));
    await ended(id).toBe('failed');
    services.telephone('signed');
    const { title, detail } = await standing(id);
    const after = await one.go.state(code);
    await one.go.approved(code);
    const other = await toSign();
    await one.go.approved(other);
    const [number, next] = await Promise.all([code, other].map(async (dossier) => Number((await one.go.state(dossier)).result?.number?.split('/')[0])));

    expect([title, detail]).toEqual(['Khóa ký chưa ký.', 'Người ký đã từ chối trên điện thoại. Chưa ký gì.']);
    expect(after.result).toBeNull();
    expect(next).toBe((number ?? 0) + 1);
  });

  test('drops a confirmation that comes after the person gave up', async () => {
    const code = await toSign();
    services.telephone('pending');
    const id = idOf(await begin(code, await enrolled('phone')));
    const given = await call('POST', `/api/signings/${id}/cancellation`);
    services.telephone('signed');
    const second = idOf(await begin(code, await enrolled('phone')));
    await ended(second).toBe('done');

    expect(given.json<{ state: string }>().state).toBe('cancelled');
    expect((await standing(id)).state).toBe('cancelled');
    expect((await one.go.state(code)).result?.signedBy?.name).toBe('Cán bộ lanhdao');
  });

  test('opens a key at a service with the PIN of the signer only', async () => {
    const code = await toSign();
    one.province.clock.set(startOfTest.add({ minutes: 1 }));
    const wrong = idOf(await begin(code, await enrolled('csc'), '000000'));
    await ended(wrong).toBe('failed');
    const right = idOf(await begin(code, await enrolled('csc'), '123456'));
    await ended(right).toBe('done');

    expect((await standing(wrong)).detail).toMatch(/PIN/u);
  });

  test('remembers the key used last, shows them to the administrator of the agency, and not to others', async () => {
    const means = await enrolled('csc');
    const own = (await call('GET', '/api/my/signing-means')).json<{ last: string; means: object[] }>();
    const [here, elsewhere] = await Promise.all(['Y99.21', 'Y99.22'].map(async (agency) => one.app.inject({ url: `/api/signing-means?agency=${agency}`, headers: await one.as('quantri') })));

    expect(own.last).toBe(means);
    expect(here?.json<{ means: object[] }>().means).toHaveLength(own.means.length);
    expect(elsewhere?.statusCode).toBe(403);
  });

  test('ends a key for good: it signs no more', async () => {
    const code = await toSign();
    const means = await enrolled('csc');
    await call('POST', `/api/my/signing-means/${means}/end`);

    expect((await begin(code, means, '123456')).json()).toMatchObject({ code: 'means-unknown' });
  });

  test('leaves the ledger as the acts wrote it', async () => {
    const differences: unknown[] = [];
    await replay(one.database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
