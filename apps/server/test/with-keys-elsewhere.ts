// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type AuthorityServices, authorityServices, readDocument, revocationSource, testAuthorityOf, timestampAuthority, validatePdf } from '@motcua/documents';
import type { KeysElsewhere } from '@motcua/dossiers';
import { startOfTest } from '@motcua/dossiers/testing';
import { type TrustServices, startTrustServices } from '@motcua/trust-services';
import { type SoftToken, softToken } from '@motcua/trust-services/testing';
import { expect } from 'vitest';
import { keysElsewhere } from '../src/keys-elsewhere.ts';
import { type TestInstallation, testInstallation } from './installation.ts';

export type Place = 'phone' | 'csc' | 'token';
type Answer = Awaited<ReturnType<TestInstallation['app']['inject']>>;

/** The small province joined to an authority that stamps and vouches, two remote services and a token, with the keys of some of its people. */
export type WithKeysElsewhere = TestInstallation & {
  readonly services: TrustServices; readonly vouching: AuthorityServices; readonly device: SoftToken;
  readonly certificateOf: (account: string) => Uint8Array;
  readonly call: (who: string, method: 'GET' | 'POST', url: string, payload?: object) => Promise<Answer>;
  /** The means of somebody at a place, entered when it is first needed; on the token all by the identifier given. */
  readonly keyOf: (who: string, kind: Place, about?: { readonly account?: string; readonly agency?: string | null }) => Promise<string>;
  readonly standing: (who: string, id: string) => Promise<{ readonly state: string; readonly title: string | null; readonly detail: string | null }>;
  /** Waits until a signing has ended, and claims how. */
  readonly ended: (who: string, id: string) => { readonly toBe: (state: string) => Promise<void> };
  /** What a kept file is, and who signed it in which order. */
  readonly signersOf: (file: string | null | undefined) => Promise<readonly (string | null)[]>;
};

/** Its pin at the CSC service. */
export const pin = '123456';

/** What was begun. */
export function idOf(answer: { json: () => unknown }): string {
  const read: unknown = answer.json();
  return typeof read === 'object' && read !== null && 'id' in read ? String(read.id) : `none: ${JSON.stringify(read)}`;
}

/** Opens it. `holders`: names by account at the services; `onToken`: identifiers on the token, of which account. */
export async function withKeysElsewhere({ holders, onToken }: { readonly holders: Readonly<Record<string, string>>; readonly onToken: Readonly<Record<string, string>> }): Promise<WithKeysElsewhere> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-keys-'));
  let reached: KeysElsewhere | null = null;
  let vouched: AuthorityServices | null = null;
  // The services need the authority of the province, and so begin after it.
  const begun = (): AuthorityServices => { if (vouched === null) throw new Error('not begun'); return vouched; };
  const late: KeysElsewhere = { kinds: ['csc', 'phone', 'token'], identity: (key, confirmed) => (reached === null ? Promise.reject(new Error('not begun')) : reached.identity(key, confirmed)) };
  const proofs = { level: 'B-LTA', timestamps: timestampAuthority((request) => begun().stamp(request)), revocation: revocationSource({ post: (_url, request) => begun().ocsp(request), get: () => Promise.resolve(null) }) } as const;
  const one = await testInstallation(undefined, undefined, () => ({ keysElsewhere: late, proofs }));
  const { database: { db }, province } = one;
  const authority = await testAuthorityOf(db, province.secret, startOfTest);
  const vouching = await authorityServices(authority, province.clock);
  vouched = vouching;
  const addresses = { ocsp: 'http://ca.vi-du/ocsp', list: 'http://ca.vi-du/crl' };
  const issued = async (name: string) => authority.issue({ kind: 'officer', name, organisation: 'Thử', at: startOfTest.subtract({ hours: 1 }), addresses });
  const signers = await Promise.all(Object.entries(holders).map(async ([userId, name]) => ({ userId, pin, issued: await issued(name) })));
  const services = await startTrustServices({ services: vouching, secret: 'mat-khau', signers });
  const device = softToken();
  for (const [id, account] of Object.entries(onToken)) device.load(id, await issued(holders[account] ?? account));
  fs.writeFileSync(path.join(folder, 'root.der'), authority.root);
  reached = keysElsewhere({
    csc: { url: `${services.origin}/csc/v2`, version: 'v2', clientId: 'motcua', clientSecret: 'mat-khau' }, phone: { url: `${services.origin}/phone`, serviceId: 'motcua', serviceSecret: 'mat-khau' },
    token: { library: device.library, label: device.label, chain: [path.join(folder, 'root.der')], environment: device.environment },
  });
  const call: WithKeysElsewhere['call'] = async (who, method, url, payload) => one.app.inject({ method, url, headers: await one.as(who), ...(payload === undefined ? {} : { payload }) });
  const standing: WithKeysElsewhere['standing'] = async (who, id) => (await call(who, 'GET', `/api/signings/${id}`)).json<Awaited<ReturnType<WithKeysElsewhere['standing']>>>();
  const means = new Map<string, string>();
  return {
    ...one, services, vouching, device, call, standing,
    certificateOf: (account) => signers.find(({ userId }) => userId === account)?.issued.certificate ?? new Uint8Array(),
    keyOf: async (who, kind, { account = who, agency = null } = {}) => {
      const name = [who, kind, account].join(' ');
      const known = means.get(name) ?? idOf(await call(who, 'POST', '/api/my/signing-means', { kind, account, agency }));
      means.set(name, known);
      return known;
    },
    ended: (who, id) => ({ toBe: async (state) => { await expect.poll(async () => (await standing(who, id)).state, { timeout: 20_000, interval: 100 }).toBe(state); } }),
    signersOf: async (file) => {
      const { document, signatures } = await validatePdf((await readDocument(db, province.ctx.files, file ?? ''))?.bytes ?? new Uint8Array(), { trust: { roots: [authority.root] } });
      return [document, ...signatures.filter(({ kind }) => kind === 'signature').map(({ signer }) => signer)];
    },
    close: async () => {
      await services.stop();
      device.remove();
      fs.rmSync(folder, { recursive: true });
      await one.close();
    },
  };
}
