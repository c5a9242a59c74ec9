// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IdentityStandIn, runIdentityStandIn } from './index.ts';

let identity: IdentityStandIn;
beforeAll(async () => {
  identity = await runIdentityStandIn({ port: 0, redirectUris: ['http://localhost:8080/dang-nhap/tra-loi'], people: [{ id: 'mau', name: 'Nguyễn <b>Văn</b> Mẫu', personalId: '000095012345' }], clientSecret: 'bi-mat', cookieKey: 'khoa' });
});
afterAll(async () => { await identity.stop(); });

const ask = (about: Record<string, string>): string => `${identity.issuer}/auth?${new URLSearchParams({ client_id: identity.clientId, response_type: 'code', scope: 'openid profile', redirect_uri: 'http://localhost:8080/dang-nhap/tra-loi', state: 's', nonce: 'n', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256', ...about }).toString()}`;

describe('máy chủ thay thế VNeID (identity stand-in)', () => {
  test('describes itself as OpenID Connect asks', async () => {
    const described: unknown = await (await fetch(`${identity.issuer}/.well-known/openid-configuration`)).json();

    expect(described).toMatchObject({ issuer: identity.issuer, code_challenge_methods_supported: expect.arrayContaining(['S256']) });
  });

  test('sends no browser to an address that was not registered', async () => {
    const answer = await fetch(ask({ redirect_uri: 'https://xau.vi-du.vn/' }), { redirect: 'manual' });

    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test('refuses a sign-in without PKCE', async () => {
    const answer = await fetch(`${identity.issuer}/auth?client_id=${identity.clientId}&response_type=code&scope=openid&redirect_uri=${encodeURIComponent('http://localhost:8080/dang-nhap/tra-loi')}&state=s`, { redirect: 'manual' });

    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
  });

  test('shows the people to choose from, their names as text', async () => {
    const begun = await fetch(ask({}), { redirect: 'manual' });
    const cookie = begun.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const page = await (await fetch(new URL(begun.headers.get('location') ?? '', identity.issuer), { headers: { cookie } })).text();

    expect(page).toContain('Nguyễn &#60;b&#62;Văn&#60;/b&#62; Mẫu');
    expect(page).toContain('000 095 012 345');
  });

  test('says in words that a sign-in is over', async () => {
    const answer = await fetch(`${identity.issuer}/dang-nhap/khong-co`);

    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('hết hạn')]);
  });
});
