// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Clock, type Result, cleanText, ok, refuse } from '@motcua/kernel';
import { type Configuration, allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { type OpenedSession, openSession } from './sessions.ts';
import { accessDb } from './store/tables.ts';

/** Where citizens sign in (VNeID through OpenID Connect), and this system's registration there. */
export type IdentityProvider = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };

export type CitizenSignInRefusal = { readonly code: 'identity-unreachable' | 'identity-refused' };

/** Signs citizens in by the national identity (đăng nhập bằng VNeID). The provider's metadata is read when first needed. */
export type CitizenSignIn = {
  readonly begin: (returnTo: string) => Promise<Result<URL, CitizenSignInRefusal>>;
  readonly finish: (callback: URL) => Promise<Result<OpenedSession & { readonly returnTo: string }, CitizenSignInRefusal>>;
};

const minutesToSignIn = 10;

/** Only our own paths: a sign-in never leads elsewhere. */
const safePath = (path: string): string => (/^\/(?!\/)[\w\-./?=&%~:]*$/u.test(path) ? path : '/ho-so');

const claim = (claims: object | undefined, name: string): string | undefined => {
  const value: unknown = claims === undefined ? undefined : Object.entries(claims).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};

export function citizenSignIn(db: Db, clock: Clock, provider: IdentityProvider): CitizenSignIn {
  let known: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    const local = new URL(provider.issuer).protocol === 'http:';
    // Only an issuer whose address says http: the stand-in on this machine. The library marks it to make one think twice.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    known ??= discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, { ...(local ? { execute: [allowInsecureRequests] } : {}), timeout: 5 });
    known.catch(() => { known = undefined; });
    return known;
  };
  return {
    begin: async (returnTo) => {
      const verifier = randomPKCECodeVerifier();
      const [state, nonce] = [randomState(), randomNonce()];
      let config;
      try { config = await configuration(); } catch { return refuse({ code: 'identity-unreachable' }); }
      await accessDb(db).deleteFrom('access.login_attempt').where('expires_at', '<', clock.now()).execute();
      await accessDb(db).insertInto('access.login_attempt').values({ state, verifier, nonce, return_to: safePath(returnTo), expires_at: clock.now().add({ minutes: minutesToSignIn }) }).execute();
      return ok(buildAuthorizationUrl(config, {
        redirect_uri: provider.redirectUri, scope: 'openid profile', code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce,
      }));
    },
    finish: async (callback) => {
      const state = callback.searchParams.get('state') ?? '';
      const attempt = await accessDb(db).deleteFrom('access.login_attempt').where('state', '=', state).where('expires_at', '>', clock.now()).returningAll().executeTakeFirst();
      if (attempt === undefined) return refuse({ code: 'identity-refused' });
      let claims;
      try {
        const tokens = await authorizationCodeGrant(await configuration(), callback, { pkceCodeVerifier: attempt.verifier, expectedState: state, expectedNonce: attempt.nonce });
        claims = tokens.claims();
      } catch { return refuse({ code: 'identity-refused' }); }
      const [personalId, name] = [claim(claims, 'personal_id'), claim(claims, 'name')];
      if (personalId === undefined || name === undefined || claims === undefined) return refuse({ code: 'identity-refused' });
      const opened = await openSession(db, clock, { kind: 'citizen', id: claims.sub, name: cleanText(name), data: { personalId } });
      return ok({ ...opened, returnTo: attempt.return_to });
    },
  };
}
