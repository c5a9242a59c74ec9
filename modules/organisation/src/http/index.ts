// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { AgencyList, PlaceList } from '../contract.ts';
import { agenciesUnder } from '../views/agencies.ts';
import { communesOf, provinces, searchPlaces } from '../views/places.ts';

export { headRoutes } from './heads.ts';
export { registerRoutes } from './registers.ts';
export { postingRoutes, sealRoutes } from './seals-and-posts.ts';

/** Places and agencies: open to everybody. */
export const organisationRoutes = ({ db, root }: { readonly db: Db; readonly root: string }): RoutePlugin => (app, _options, done) => {
  app.get('/places/provinces', { ...requires('place.read'), schema: { operationId: 'listProvinces', response: { 200: PlaceList } } },
    async () => ({ places: [...await provinces(db)] }));

  app.get('/places/communes', {
    ...requires('place.read'),
    schema: { operationId: 'listCommunes', querystring: z.object({ province: z.string().regex(/^\d{2}$/u) }), response: { 200: PlaceList } },
  }, async (request) => ({ places: [...await communesOf(db, request.query.province)] }));

  app.get('/places/search', {
    ...requires('place.read'),
    schema: { operationId: 'searchPlaces', querystring: z.object({ q: z.string().max(200) }), response: { 200: PlaceList } },
  }, async (request) => ({ places: [...await searchPlaces(db, request.query.q)] }));

  app.get('/agencies', { ...requires('agency.read'), schema: { operationId: 'listAgencies', response: { 200: AgencyList } } },
    async () => ({ agencies: [...await agenciesUnder(db, root)] }));
  done();
};
