// SPDX-License-Identifier: EUPL-1.2
import { codeAt, secondFactorOf } from '@motcua/access';
import type { AccessContext } from '@motcua/access/http';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { demonstrationPassword } from './load.ts';
import { officers } from './people.ts';

const Accounts = z.object({ password: z.string(), accounts: z.array(z.object({ login: z.string(), title: z.string(), code: z.string() })) });

/** What the demonstration's help page shows: who can sign in, and the code of the moment. Not registered on a real installation. */
export const demonstrationRoutes = (ctx: AccessContext): RoutePlugin => (app, _options, done) => {
  app.get('/api/demonstration/accounts', { ...requires('page.read'), schema: { hide: true, response: { 200: Accounts } } }, async () => {
    const accounts = [];
    for (const { login, title } of officers) {
      const secret = await secondFactorOf(ctx.db, ctx.secret, login);
      if (secret !== undefined) accounts.push({ login, title, code: codeAt(secret, ctx.clock.now()) });
    }
    return { password: demonstrationPassword, accounts };
  });
  done();
};
