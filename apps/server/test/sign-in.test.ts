// SPDX-License-Identifier: EUPL-1.2
import { codeAt } from '@motcua/access';
import { type IdentityStandIn, runIdentityStandIn } from '@motcua/identity';
import { startOfTest } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizens as people } from '../src/demonstration/citizens.ts';
import { type TestInstallation, letSignIn, origin, partnerKey, password, testInstallation } from './installation.ts';

let one: TestInstallation;
let identity: IdentityStandIn;
beforeAll(async () => {
  identity = await runIdentityStandIn({ port: 0, redirectUris: [`${origin}/dang-nhap/tra-loi`], people, clientSecret: 'bi-mat-thu', cookieKey: 'khoa-thu' });
  one = await testInstallation(identity);
});
afterAll(async () => {
  await one.close();
  await identity.stop();
});

/** A browser's jar: name → value; what the provider keeps and what we keep lie apart. */
type Jar = Map<string, string>;
const keep = (jar: Jar, headers: readonly string[]): void => {
  for (const line of headers) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
};
const cookieOf = (jar: Jar): Record<string, string> => (jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });

/** Our side of a browser. */
async function ours(jar: Jar, url: string): Promise<{ readonly status: number; readonly location: string }> {
  const answer = await one.app.inject({ url, headers: cookieOf(jar) });
  keep(jar, [answer.headers['set-cookie'] ?? []].flat());
  return { status: answer.statusCode, location: answer.headers.location ?? '' };
}

/** Follows the provider over the network until it sends the browser back to us; chooses the person on its page. */
async function throughProvider(start: string, person: string): Promise<string> {
  const jar: Jar = new Map();
  let url = start;
  for (let hop = 0; hop < 10; hop += 1) {
    let answer = await fetch(url, { redirect: 'manual', headers: cookieOf(jar) });
    keep(jar, answer.headers.getSetCookie());
    if (answer.status === 200) {
      answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { ...cookieOf(jar), 'content-type': 'application/x-www-form-urlencoded' }, body: `person=${person}` });
      keep(jar, answer.headers.getSetCookie());
    }
    const location = new URL(answer.headers.get('location') ?? '', url).toString();
    if (location.startsWith(origin)) return location.slice(origin.length);
    url = location;
  }
  throw new Error('the provider did not send the browser back');
}

async function signedIn(jar: Jar, then = '/ho-so/moi', person = 'mau'): Promise<{ readonly status: number; readonly location: string }> {
  const begun = await ours(jar, `/dang-nhap?tiep=${encodeURIComponent(then)}`);
  return ours(jar, await throughProvider(begun.location, person));
}

const meOf = async (jar: Jar): Promise<unknown> => (await one.app.inject({ url: '/api/me', headers: cookieOf(jar) })).json();

describe('đăng nhập của người dân (sign-in of citizens by OpenID Connect)', () => {
  test('leads through the provider and back to where it began', async () => {
    const jar: Jar = new Map();
    const end = await signedIn(jar);

    expect(end).toEqual({ status: 302, location: '/ho-so/moi' });
    expect(await meOf(jar)).toMatchObject({ kind: 'citizen', name: 'Nguyễn Văn Mẫu', personalId: '000095012345' });
  });

  test('asks with PKCE, state and nonce, each time others', async () => {
    const [a, b] = [new URL((await ours(new Map(), '/dang-nhap')).location), new URL((await ours(new Map(), '/dang-nhap')).location)];

    expect(Object.fromEntries(a.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', code_challenge: expect.any(String), state: expect.any(String), nonce: expect.any(String), redirect_uri: `${origin}/dang-nhap/tra-loi` });
    expect(['state', 'nonce', 'code_challenge'].filter((name) => a.searchParams.get(name) === b.searchParams.get(name))).toEqual([]);
  });

  test('sets a cookie that scripts cannot read', async () => {
    const jar: Jar = new Map();
    const begun = await ours(jar, '/dang-nhap');
    const answer = await one.app.inject({ url: await throughProvider(begun.location, 'an'), headers: cookieOf(jar) });

    expect([answer.headers['set-cookie']].flat().find((line) => String(line).startsWith('motcua='))).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/u);
  });

  test.each(['https://xau.vi-du.vn', '//xau.vi-du.vn', '/\\xau.vi-du.vn', 'javascript:alert(1)', '/%0d%0aSet-Cookie:x=1', '\u0000/ho-so', ''])('never leads elsewhere: %j', async (then) => {
    const end = await signedIn(new Map(), then);
    const target = new URL(end.location, origin);

    expect([end.status, target.origin]).toEqual([302, origin]);
    expect(end.location).toMatch(/^\/(?!\/)/u);
  });

  test.each([
    ['another state', (url: URL) => { url.searchParams.set('state', 'khac'); }], ['no state', (url: URL) => { url.searchParams.delete('state'); }], ['another code', (url: URL) => { url.searchParams.set('code', 'khac'); }],
    ['no code', (url: URL) => { url.searchParams.delete('code'); }], ['another issuer', (url: URL) => { url.searchParams.set('iss', 'https://xau.vi-du.vn'); }],
  ])('is refused with %s in the answer', async (_what, tamper: (url: URL) => void) => {
    const jar: Jar = new Map();
    const begun = await ours(jar, '/dang-nhap');
    const callback = new URL(await throughProvider(begun.location, 'mau'), origin);
    tamper(callback);
    const end = await ours(jar, `${callback.pathname}${callback.search}`);

    expect(end).toEqual({ status: 503, location: '' });
    expect(await meOf(jar)).toEqual({ kind: 'visitor' });
  });

  test('is refused when the nonce we kept is another', async () => {
    const jar: Jar = new Map();
    const begun = await ours(jar, '/dang-nhap');
    const callback = await throughProvider(begun.location, 'mau');
    await one.database.pool.query("update access.login_attempt set nonce = 'khac'");

    expect((await ours(jar, callback)).status).toBe(503);
  });

  test('is refused a second time, and after ten minutes', async () => {
    const jar: Jar = new Map();
    const begun = await ours(jar, '/dang-nhap');
    const callback = await throughProvider(begun.location, 'mau');
    const kept = new Map(jar);
    const [first, second] = [await ours(jar, callback), await ours(new Map(kept), callback)];
    const late: Jar = new Map();
    const waiting = await throughProvider((await ours(late, '/dang-nhap')).location, 'mau');
    one.province.clock.set(startOfTest.add({ minutes: 11 }));
    const third = await ours(late, waiting);
    one.province.clock.set(startOfTest);

    expect([first.status, second.status, third.status]).toEqual([302, 503, 503]);
  });

  test('does not sign a browser in by somebody else\'s answer', async () => {
    const begun = await ours(new Map(), '/dang-nhap');
    const callback = await throughProvider(begun.location, 'an');
    const victim: Jar = new Map();
    await ours(victim, '/dang-nhap');

    expect((await ours(victim, callback)).status).toBe(503);
    expect(await meOf(victim)).toEqual({ kind: 'visitor' });
  });

  test('says so when the provider does not answer', async () => {
    const alone = await testInstallation({ issuer: 'http://localhost:9', clientId: 'x', clientSecret: 'x' });
    const answer = await alone.app.inject({ url: '/dang-nhap' });
    await alone.close();

    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('identity-unreachable')]);
  });
});

describe('đăng nhập của cán bộ qua mạng (sign-in of officers over HTTP)', () => {
  test('answers who one is, with the acts one holds', async () => {
    const secret = await letSignIn(one, 'lanhdao');
    const answer = await one.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'lanhdao', password, code: codeAt(secret, one.province.clock.now()) } });

    expect([answer.statusCode, answer.json()]).toMatchObject([200, { kind: 'officer', name: 'Cán bộ lanhdao', postings: [{ role: 'leader', agency: 'Y99.21', agencyName: 'UBND xã Một' }] }]);
    expect(answer.json<{ acts: string[] }>().acts).toEqual(expect.arrayContaining(['dossier.approve', 'figures.read']));
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(/^motcua=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u);
  });

  test('answers a wrong password and an unknown login alike', async () => {
    const answers = await Promise.all(['lanhdao', 'khong-ai'].map((login) => one.app.inject({ method: 'POST', url: '/api/session', payload: { login, password: 'sai', code: '123456' } })));

    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401]);
  });

  test('lets one address try twenty times a minute', async () => {
    const answers = [];
    for (let at = 0; at < 25; at += 1) answers.push(await one.app.inject({ method: 'POST', url: '/api/session', payload: { login: `ai-${String(at)}`, password: 'sai', code: '123456' }, remoteAddress: '203.0.113.9' }));

    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 429)).toHaveLength(5);
    expect(answers.at(-1)?.json()).toMatchObject({ code: 'too-many', title: expect.stringMatching(/[À-ỹ]/u) });
  });
});

describe('khóa của đối tác qua mạng (a partner\'s key over HTTP)', () => {
  test('opens the partner\'s route and nothing of officers or citizens', async () => {
    const headers = { authorization: `Bearer ${partnerKey}` };
    const answers = await Promise.all(['/api/work', '/api/my/dossiers', '/api/drafts'].map((url) => one.app.inject({ url, headers })));
    const unknown = await one.app.inject({ method: 'POST', url: '/api/partners/national-portal/dossiers', headers: { authorization: 'Bearer khac' }, payload: {} });
    const known = await one.app.inject({ method: 'POST', url: '/api/partners/national-portal/dossiers', headers, payload: {} });

    expect([answers.map(({ statusCode }) => statusCode), unknown.statusCode, known.statusCode]).toEqual([[403, 403, 403], 401, 422]);
  });
});
