// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';
import { consentless, signInPage } from './pages.ts';
import type { IdentityStandIn, StandInOptions } from './run-apart.ts';

const hour = 3600;

/** Starts the stand-in provider on the loopback address, inside this program. */
export async function startIdentityStandIn(options: StandInOptions): Promise<IdentityStandIn> {
  const server = createServer();
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://localhost:${typeof address === 'object' && address !== null ? address.port : options.port}`;
  const clientId = 'mot-cua';
  const byId = new Map(options.people.map((person) => [person.id, person]));
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: options.clientSecret, redirect_uris: [...options.redirectUris], response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], profile: ['name', 'personal_id', 'assurance_level'] },
    conformIdTokenClaims: false,
    cookies: { keys: [options.cookieKey] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/dang-nhap/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { AccessToken: hour, AuthorizationCode: 60, IdToken: hour, Interaction: hour, Session: hour, Grant: hour },
    loadExistingGrant: consentless,
    findAccount: (_ctx, id) => {
      const person = byId.get(id);
      return person && { accountId: id, claims: () => ({ sub: id, name: person.name, personal_id: person.personalId, assurance_level: '2' }) };
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const uid = /^\/dang-nhap\/([\w-]+)$/u.exec(request.url ?? '')?.[1];
    if (uid === undefined) { void answer(request, response); return; }
    void signInPage(provider, options.people, request, response);
  });
  return { issuer, clientId, clientSecret: options.clientSecret, stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }) };
}
