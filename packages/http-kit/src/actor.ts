// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Citizen, Officer } from '@motcua/kernel';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; set from the session before any route runs. */
    actor: Actor;
  }
  interface FastifyContextConfig {
    /** The act this route performs; the access table says who may. */
    act?: string;
  }
}

/** A plug-in of routes whose schemas are Zod's. */
export type RoutePlugin = FastifyPluginCallbackZod;

/** The duty of a route: which act it performs. Refused before the route runs when nobody granted it. */
export function requires(act: string): { readonly config: { readonly act: string } } {
  return { config: { act } };
}

/** The act of the route that is being answered; undefined for open pages. */
export function actNamed(request: FastifyRequest): string | undefined {
  return request.routeOptions.config.act;
}

/** Who is asking. */
export function actorOf(request: FastifyRequest): Actor {
  return request.actor;
}

/** The officer who is asking. @throws when the route let somebody else in: a fault of the access table */
export function officerOf(request: FastifyRequest): Officer {
  if (request.actor.kind !== 'officer') throw new Error(`a route for officers let in: ${request.actor.kind}`);
  return request.actor;
}

/** The citizen who is asking. @throws when the route let somebody else in: a fault of the access table */
export function citizenOf(request: FastifyRequest): Citizen {
  if (request.actor.kind !== 'citizen') throw new Error(`a route for citizens let in: ${request.actor.kind}`);
  return request.actor;
}
