// SPDX-License-Identifier: EUPL-1.2
import type {} from '@fastify/cookie';
import type { Visit } from '@motcua/citizen-portal/props';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const cookieName = 'ngon-ngu';
const yearSeconds = 365 * 24 * 3600;
const here = 'http://localhost';

const chosenIn = (place: unknown): unknown => (typeof place === 'object' && place !== null && cookieName in place ? place[cookieName] : undefined);

/** The language of a public page: what the address says (a link that was sent), else what was chosen before, else Vietnamese. */
export function localeOf(request: FastifyRequest): Visit['locale'] {
  return (chosenIn(request.query) ?? chosenIn(request.cookies)) === 'en' ? 'en' : 'vi';
}

/** The page to go back to: of this site only, without the language in its address, which would win over the choice. */
function wayBack(asked: string): string {
  if (!URL.canParse(asked, here)) return '/';
  const address = new URL(asked, here);
  if (address.origin !== here) return '/';
  address.searchParams.delete(cookieName);
  // Two slashes would lead to another site.
  return address.pathname.replace(/^\/{2,}/u, '/') + address.search;
}

/** Chọn ngôn ngữ: remembered by a cookie, without a script. */
export const languageRoutes = ({ secure }: { readonly secure: boolean }): RoutePlugin => (app, _options, done) => {
  app.get('/ngon-ngu/:language', {
    ...requires('page.read'), schema: { hide: true, params: z.object({ language: z.enum(['vi', 'en']) }), querystring: z.object({ tiep: z.string().max(2000).default('/') }) },
  }, (request, reply) => reply
    .setCookie(cookieName, request.params.language, { path: '/', maxAge: yearSeconds, httpOnly: true, sameSite: 'lax', secure })
    .redirect(wayBack(request.query.tiep)));
  done();
};
