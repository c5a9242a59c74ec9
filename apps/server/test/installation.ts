// SPDX-License-Identifier: EUPL-1.2
import { admitPartner, firstSignIn, openSession, setCredential } from '@motcua/access';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { liveScreens } from '@motcua/dossiers/http';
import { type SmallProvince, aCitizen, officerLogins, smallProvince, walk } from '@motcua/dossiers/testing';
import type { DossierContext } from '@motcua/dossiers';
import type { Citizen, Clock } from '@motcua/kernel';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../src/app.ts';
import type { Installation } from '../src/installation.ts';
import type { Pages } from '../src/pages/routes.ts';

export type Route = { readonly method: string; readonly url: string; readonly act: string | undefined };

/** The small province behind the real HTTP server, without its built pages. */
export type TestInstallation = {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly province: SmallProvince;
  readonly go: ReturnType<typeof walk>;
  readonly routes: readonly Route[];
  /** Headers of somebody signed in: a login, «citizen», «other-citizen», «partner» or «visitor». */
  readonly as: (who: string) => Promise<Record<string, string>>;
  readonly close: () => Promise<void>;
};

export const partnerKey = 'khoa-thu-nghiem-cua-doi-tac';
export const password = 'mat-khau-thu-nghiem';
export const origin = 'http://localhost:8080';
export const citizens: Readonly<Record<string, Citizen>> = { 'citizen': aCitizen(), 'other-citizen': aCitizen({ id: 'an', name: 'Đặng Thị Ẩn', personalId: '000188067890' }) };

function plainPages(installation: Installation): Pages {
  const page = (words: string): string => `<!doctype html><html lang="vi"><title>${words}</title></html>`;
  return {
    installation, render: (name) => page(name), workspace: page('workspace'), site: { province: 'tỉnh Thử', owner: '', hotline: '', hours: '', address: '', demonstration: true },
    error: (_request, reply, status) => reply.code(status).type('text/html; charset=utf-8').send(page(`error ${String(status)}`)),
    identityDown: (reply, code) => reply.code(503).type('text/html; charset=utf-8').send(page(code)),
  };
}

const nobody = { issuer: 'http://localhost:1', clientId: 'mot-cua', clientSecret: 'khong' };

/** Opens the small province behind the HTTP server. `identity` when citizens are to sign in for real; `given` for a database of one's own; `joined` what of the outside it is joined to. */
export async function testInstallation(identity = nobody, given?: TestDatabase, joined: (clock: Clock) => Partial<DossierContext & Pick<Installation, 'national'>> = () => ({})): Promise<TestInstallation> {
  const database = given ?? await testDatabase();
  const province = await smallProvince(database.db);
  const { secret } = province;
  const { national = null, ...context } = joined(province.clock);
  const ctx = { ...province.ctx, firstSignIn, ...context };
  const installation: Installation = { database, ownerUrl: database.ownerUrl, appUrl: database.ownerUrl, secret, context: ctx, national, secondCopy: null, scans: null, close: database.drop };
  const routes: Route[] = [];
  const live = liveScreens();
  const app = await buildApp({
    installation, identity, live, pages: plainPages(installation), publicOrigin: origin, demonstration: false, logLevel: 'silent', requestsPerMinute: 1_000_000, onRoute: (route) => { routes.push(route); },
  });
  await app.ready();
  await admitPartner(database.db, { id: 'national-portal', name: 'Cổng Dịch vụ công quốc gia', key: partnerKey });
  const cookies = new Map<string, Record<string, string>>();
  const opened = async (who: string): Promise<Record<string, string>> => {
    if (who === 'visitor') return {};
    if (who === 'partner') return { authorization: `Bearer ${partnerKey}` };
    const citizen = citizens[who];
    const subject = citizen === undefined
      ? { kind: 'officer' as const, id: province.officer(who).id, name: province.officer(who).name, data: {} }
      : { kind: 'citizen' as const, id: citizen.id, name: citizen.name, data: { personalId: citizen.personalId } };
    return { cookie: `motcua=${(await openSession(database.db, province.clock, subject)).token}` };
  };
  return {
    app, database, province, go: walk(province), routes,
    as: async (who) => {
      const known = cookies.get(who) ?? await opened(who);
      cookies.set(who, known);
      return known;
    },
    close: async () => {
      live.close();
      await app.close();
      province.remove();
      await database.drop();
    },
  };
}

/** Gives an officer of the small province a password and a second factor. @returns the authenticator's secret */
export async function letSignIn({ database, province }: Pick<TestInstallation, 'database' | 'province'>, login: string): Promise<string> {
  return setCredential(database.db, province.secret, { id: province.officer(login).id, login, password });
}

/** One officer for each role of the commune and the province, by role: whose access is looked at alone. */
export const holders: Readonly<Record<string, string>> = {
  'visitor': 'visitor', 'citizen': 'citizen', 'partner': 'partner', 'guide': 'huongdan', 'intake-officer': 'tiepnhan', 'one-stop-head': 'truongbophan', 'handling-officer': 'chuyenvien', 'division-head': 'truongphong', 'leader': 'lanhdao',
  'records-clerk': 'vanthu', 'cashier': 'thuquy', 'consulted-officer': 'gopy', 'postal-worker': 'buuta', 'procedure-controller': 'kiemsoat.tinh', 'province-leader': 'lanhdao.tinh',
  'agency-administrator': 'quantri', 'province-administrator': 'quantri.tinh',
};

export { officerLogins };
