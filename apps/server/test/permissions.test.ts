// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { holds } from '@motcua/access';
import { assign, requestSupplement } from '@motcua/dossiers';
import { done } from '@motcua/dossiers/testing';
import { type Actor, roles } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable } from '../src/app.ts';
import { type Route, type TestInstallation, citizens, holders, testInstallation } from './installation.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const statics = new Set(['/assets/cong/*', '/assets/lam-viec/*']);
const guarded = (): readonly Route[] => one.routes.filter(({ method, url }) => method !== 'HEAD' && method !== 'OPTIONS' && !statics.has(url)).toSorted((a, b) => `${a.url} ${a.method}`.localeCompare(`${b.url} ${b.method}`, 'en'));
const filled = (url: string, code = 'Y99.21-000000-0000'): string => url.replace(':code', code).replace('/:paper', '/receipt').replace(':task', 'viec').replace(':personalId', '000095012345').replace(':procedure', '1.013227').replace(/:\w+/gu, '0193a000-0000-7000-8000-000000000009').replace('*', 'x');

const actorOf = (name: string): Actor => {
  const login = holders[name] ?? name;
  if (login === 'visitor') return { kind: 'visitor' };
  if (login === 'partner') return { kind: 'partner', id: 'national-portal', name: '' };
  return citizens[login] ?? one.province.officer(login);
};

describe('bảng quyền (access table)', () => {
  test('knows every role of the kernel', () => {
    expect(roles.filter((role) => holders[role] === undefined)).toEqual([]);
  });

  test('names an act for every route, and every act it names is held by somebody', () => {
    expect(guarded().filter(({ act }) => act === undefined || accessTable[act] === undefined)).toEqual([]);
    expect(Object.entries(accessTable).filter(([, { roles: held, citizens: own, partners, everybody }]) => held.length === 0 && !own && !partners && everybody !== true)).toEqual([]);
  });

  test('is the one reviewed in access-matrix.txt', async () => {
    const lines = guarded().map(({ method, url, act }) => {
      const who = Object.keys(holders).filter((name) => act !== undefined && holds(accessTable, actorOf(name), act));
      return `${method.padEnd(6)} ${url.padEnd(50)} ${(act ?? '').padEnd(28)} ${who.length === Object.keys(holders).length ? 'everybody' : who.join(', ')}`;
    });

    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./access-matrix.txt');
  });

  test('holds at every route for every role: 401 to whom is not signed in, 403 to whom it is not granted, through to the act for the others', async () => {
    const wrong: string[] = [];
    for (const { method, url, act } of guarded()) {
      if (url === '/api/events' || method === 'DELETE' && url === '/api/session' || url === '/dang-xuat') continue;
      for (const name of Object.keys(holders)) {
        const granted = act !== undefined && holds(accessTable, actorOf(name), act);
        const { statusCode } = await one.app.inject({ method: method === 'POST' ? 'POST' : method === 'PUT' ? 'PUT' : method === 'DELETE' ? 'DELETE' : 'GET', url: filled(url), headers: await one.as(holders[name] ?? ''), ...(method === 'POST' || method === 'PUT' ? { payload: {} } : {}) });
        const refused = name === 'visitor' ? 401 : 403;
        if ((granted && (statusCode === 401 || statusCode === 403 || (statusCode >= 500 && url !== '/dang-nhap' && url !== '/dang-nhap/tra-loi'))) || (!granted && statusCode !== refused)) wrong.push(`${method} ${url} ${name}: ${String(statusCode)}`);
      }
    }

    expect(wrong).toEqual([]);
  }, 180_000);

  test('lets no administrator read a dossier, a list, a person or a figure', () => {
    const reading = ['dossier.read', 'dossier.search', 'work.read', 'person.read', 'figures.read', 'dossier.own'];

    expect(['agency-administrator', 'province-administrator'].flatMap((name) => reading.filter((act) => holds(accessTable, actorOf(name), act)))).toEqual([]);
  });
});

/** A body that each act on a dossier takes. */
function bodies(code: string, version: number): readonly (readonly [string, Record<string, unknown>])[] {
  const base = (): Record<string, unknown> => ({ clientKey: randomUUID(), version });
  const under = `/api/dossiers/${code}`;
  return [
    [`${under}/acceptance`, { ...base(), papers: [], limitOverride: null }], [`${under}/supplement-requests`, { ...base(), reason: 'x', items: [{ paperNo: null, what: 'x', howToMend: 'x', basis: null }] }],
    [`${under}/supplements`, { ...base(), note: 'x', answers: null }], [`${under}/refusal`, { ...base(), reasons: ['x'] }], [`${under}/assignments`, { ...base(), taskId: 'x', officer: null, reason: null }],
    [`${under}/releases`, { ...base(), taskId: 'x' }], [`${under}/steps/x/completion`, { ...base(), opinion: null, draft: null, variables: {} }], [`${under}/steps/x/return`, { ...base(), to: 'x', reason: 'x' }], [`${under}/consultations`, { ...base(), agency: 'Y99.02', question: 'x', hours: 8 }],
    [`${under}/consultations/0193a000-0000-7000-8000-000000000009/answer`, { ...base(), opinion: 'x', agrees: true }], [`${under}/payment-requests`, { ...base(), amountVnd: 1, reason: 'x' }], [`${under}/payments`, { ...base(), amountVnd: 1, receiptNumber: 'x', way: 'cash' }],
    [`${under}/approval`, { ...base(), taskId: 'x', opinion: null }], [`${under}/signing`, { ...base(), taskId: 'x', opinion: null, means: '0193a000-0000-7000-8000-000000000009', pin: null }], [`${under}/issue`, { ...base(), taskId: 'x' }], [`${under}/return`, { ...base(), way: 'counter', receivedBy: 'x', feeVnd: null, receiptNumber: null }],
    [`${under}/acknowledgement`, base()], [`${under}/decline`, { ...base(), why: 'incomplete', reason: 'x' }], [`${under}/sending`, { ...base(), note: 'x', solvingAgency: null }],
    [`${under}/parcels`, { ...base(), enterprise: 'bcci', slip: 'x', to: { name: 'x', phone: null, address: 'x', payer: 'agency' } }], [`${under}/parcels/tracking`, { ...base(), stage: 'back', reason: 'x' }], [`${under}/parcels/delivery`, { ...base(), receivedBy: 'x', deliveredAt: '2026-11-17T08:00:00+07:00' }],
    [`${under}/extension-proposals`, { ...base(), value: 1, reason: 'x' }], [`${under}/extension`, { ...base(), value: 1, reason: 'x' }], [`${under}/wishes/0193a000-0000-7000-8000-000000000009/decision`, { ...base(), granted: true, reason: 'x' }],
    [`${under}/corrections`, { ...base(), answers: {}, applicant: null, reason: 'x' }], [`${under}/reissues`, { ...base(), paper: 'receipt', reason: 'x' }], [`${under}/messages`, { ...base(), text: 'x' }],
    [`${under}/scans`, { paperNo: 1 }], [`${under}/digitised`, { ...base(), scan: '0193a000-0000-7000-8000-000000000009', pagesOnPaper: 1, kind: null, bearsNotes: false, withNotes: null, values: [], about: { number: null, issuer: null, issuedOn: null, validUntil: null }, onRequest: null }],
    [`${under}/working-papers`, { ...base(), scan: '0193a000-0000-7000-8000-000000000009', pagesOnPaper: 1, number: null, signedOn: '2026-01-05', author: 'x', content: 'x' }],
    [`${under}/working-paper-signing`, { ...base(), scan: '0193a000-0000-7000-8000-000000000009', pagesOnPaper: 1, number: null, signedOn: '2026-01-05', author: 'x', content: 'x', means: '0193a000-0000-7000-8000-000000000009', pin: null }],
    [`${under}/secret-papers`, { ...base(), paperNo: null, number: '1', issuedOn: '2026-01-05', level: 'secret', keeper: 'x', venue: 'x', way: 'kt1' }],
    [`${under}/checks`, { ...base(), kind: 'papers', heldAt: '2026-11-20T08:00:00+07:00', place: 'x', participants: 'x', content: 'x', applicantAttends: false }], [`${under}/checks/0193a000-0000-7000-8000-000000000009/minutes`, { ...base(), heldAt: '2026-11-17T08:00:00+07:00', place: 'x', participants: 'x', findings: 'x', conclusion: 'x' }],
    [`${under}/withdrawal`, { ...base(), reason: 'x' }], [`${under}/stop`, { ...base(), reason: 'x' }], [`${under}/closing`, { ...base(), reason: 'x' }],
    [`/api/my/dossiers/${code}/withdrawal`, { ...base(), reason: 'x' }], [`/api/my/dossiers/${code}/wishes`, { ...base(), kind: 'stop', text: 'x' }], [`/api/my/dossiers/${code}/messages`, { ...base(), text: 'x' }], [`/api/my/dossiers/${code}/supplements`, { ...base(), note: 'x', answers: null }],
  ];
}

const reads = (code: string): readonly string[] => ['', '/printed/receipt', '/printed/control-slip', '/documents/0193a000-0000-7000-8000-000000000009?purpose=handling'].flatMap((tail) => [`/api/dossiers/${code}${tail}`, `/api/my/dossiers/${code}${tail}`]);

describe('nơi (place): somebody of another agency', () => {
  const strangers = ['tiepnhan.hai', 'chuyenvien.hai', 'lanhdao.hai', 'vanthu.so', 'lanhdao.so', 'tiepnhan.tt', 'quantri', 'quantri.tinh', 'kiemsoat.tinh', 'other-citizen', 'partner'];

  test.each(strangers)('%s cannot tell a dossier of the commune from one that does not exist', async (who) => {
    const code = await one.go.taken();
    await one.go.appraised(code);
    const { version } = await one.go.state(code);
    const headers = await one.as(who);
    const told: string[] = [];
    const compare = async (real: { url: string; payload?: Record<string, unknown> }): Promise<void> => {
      const answers = await Promise.all([real.url, real.url.replace(code, 'Y99.21-261117-9999')].map((url) => one.app.inject({ method: real.payload === undefined ? 'GET' : 'POST', url, headers, ...(real.payload === undefined ? {} : { payload: real.payload }) })));
      const [seen, unseen] = answers.map(({ statusCode, body }) => `${String(statusCode)} ${body}`);
      if (seen !== unseen || ![403, 404].includes(answers[0]?.statusCode ?? 0)) told.push(`${real.url}: ${seen ?? ''} | ${unseen ?? ''}`);
    };
    for (const url of reads(code)) await compare({ url });
    for (const [url, payload] of bodies(code, version)) await compare({ url, payload });

    expect(told).toEqual([]);
    expect((await one.go.state(code)).version).toBe(version);
  });

  test.each(['tiepnhan.hai', 'lanhdao.so', 'tiepnhan.tt', 'lanhdao.hai'])('%s finds nothing of it in lists, search, counts, figures or by identity number', async (who) => {
    const code = await one.go.taken();
    const headers = await one.as(who);
    const pages = await Promise.all(['todo', 'waiting', 'paused', 'done-today', 'to-sign', 'to-issue', 'to-return', 'online', 'consultations', 'to-extend', 'to-close', 'silent', 'wishes', 'questions', 'escalated'].map((list) => `/api/work?list=${list}`)
      .concat('/api/dossiers', `/api/dossiers?q=${code}`, '/api/dossiers?q=mau', `/api/dossiers?agency=Y99.21`, '/api/persons/000095012345', '/api/figures/today').map((url) => one.app.inject({ url, headers })));

    expect(pages.filter(({ body }) => body.includes('Y99.21-') || body.includes('Thôn Thử')).map(({ body }) => body)).toEqual([]);
  });

  test('finds it where it belongs', async () => {
    const code = await one.go.taken();
    const found = await Promise.all(['tiepnhan', 'chuyenvien', 'lanhdao', 'lanhdao.tinh'].map(async (who) => (await one.app.inject({ url: `/api/dossiers?q=${code}`, headers: await one.as(who) })).json<{ dossiers: unknown[] }>().dossiers.length));

    expect(found).toEqual([1, 1, 1, 1]);
  });
});

describe('người có quan hệ với hồ sơ (those related to the dossier)', () => {
  test('an agency that is asked reads it from then on, in its list of consultations until it has answered', async () => {
    const code = await one.go.taken();
    const headers = await one.as('chuyenvien.so');
    const before = await one.app.inject({ url: `/api/dossiers/${code}`, headers });
    const { version } = await one.go.state(code);
    const asked = await one.app.inject({ method: 'POST', url: `/api/dossiers/${code}/consultations`, headers: await one.as('chuyenvien'), payload: { clientKey: randomUUID(), version, agency: 'Y99.02', question: 'Có phù hợp?', hours: 8 } });
    const list = async (): Promise<boolean> => (await one.app.inject({ url: '/api/work?list=consultations', headers })).body.includes(code);
    const [after, listed] = [await one.app.inject({ url: `/api/dossiers/${code}`, headers }), await list()];
    const id = (await one.go.state(code)).consultations[0]?.id ?? '';
    await one.app.inject({ method: 'POST', url: `/api/dossiers/${code}/consultations/${id}/answer`, headers, payload: { clientKey: randomUUID(), version: version + 1, opinion: 'Phù hợp.', agrees: true } });

    expect([before.statusCode, asked.statusCode, after.statusCode, listed, await list()]).toEqual([404, 201, 200, true, false]);
  });

  test('a citizen sees own dossiers only, without what officers write to each other', async () => {
    const mine = await one.go.taken();
    const theirs = await one.go.taken({ applicant: { ...(await one.go.state(mine)).applicant, personalId: '000188067890', name: 'Đặng Thị Ẩn' } });
    await one.go.appraised(mine);
    const headers = await one.as('citizen');
    const [list, own, other] = await Promise.all(['/api/my/dossiers', `/api/my/dossiers/${mine}`, `/api/my/dossiers/${theirs}`].map((url) => one.app.inject({ url, headers })));

    expect([list?.body.includes(mine), list?.body.includes(theirs), other?.statusCode]).toEqual([true, false, 404]);
    expect(own?.statusCode).toBe(200);
    expect(own?.body).not.toContain('Đủ điều kiện.');
  });

  test('an officer who lost the posting sees nothing from that day on', async () => {
    const code = await one.go.taken();
    const headers = await one.as('truongphong');
    const before = await one.app.inject({ url: `/api/dossiers/${code}`, headers });
    await one.database.pool.query("update organisation.posting set valid_until = '2026-11-17' where officer_id = $1", [one.province.officer('truongphong').id]);
    const after = await one.app.inject({ url: `/api/dossiers/${code}`, headers });

    expect([before.statusCode, after.statusCode]).toEqual([200, 403]);
  });

  test('the acts a page offers are the acts that are done: none offered is refused as somebody else\'s', async () => {
    const code = await one.go.taken();
    const offered: Record<string, string[]> = {};
    for (const who of ['tiepnhan', 'chuyenvien', 'lanhdao', 'vanthu', 'thuquy']) offered[who] = (await one.app.inject({ url: `/api/dossiers/${code}`, headers: await one.as(who) })).json<{ acts?: { act: string; allowed: boolean }[] }>().acts?.filter(({ allowed }) => allowed).map(({ act }) => act) ?? [];

    expect(offered).toEqual({
      tiepnhan: ['request-supplement', 'request-payment', 'request-identity', 'withdraw', 'stop', 'correct', 'reissue', 'write-message', 'record-secret', 'digitise', 'move-originals'], chuyenvien: ['assign', 'complete-step', 'request-supplement', 'consult', 'request-payment', 'request-identity', 'propose-extension', 'plan-check', 'write-message', 'record-secret', 'digitise', 'move-originals'],
      lanhdao: ['assign', 'request-supplement', 'consult', 'request-payment', 'request-identity', 'refuse', 'propose-extension', 'extend', 'plan-check', 'write-message', 'record-secret'], vanthu: ['record-secret', 'digitise', 'move-originals'], thuquy: [],
    });
    done(await requestSupplement(one.province.ctx, { ...await one.go.by('tiepnhan', code), body: { reason: 'x', items: [{ paperNo: null, what: 'x', howToMend: 'x', basis: null }] } }));
    expect(await assign(one.province.ctx, { ...await one.go.onTask('chuyenvien', code, 'appraise'), body: { officer: null, reason: null } })).toMatchObject({ error: { code: 'act-not-allowed' } });
  });
});
