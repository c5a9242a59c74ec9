// SPDX-License-Identifier: EUPL-1.2
/**
 * http-kit: what every route needs. A route names the act it performs, its schemas, and its answer.
 *
 * Holds the problem format (RFC 9457), the actor of a request, and the plug-in types. Knows no module.
 */
export { Problem, problem, FieldFault } from './problem.ts';
export { requires, actorOf, citizenOf, officerOf, actNamed } from './actor.ts';
export type { RoutePlugin } from './actor.ts';
export { pageQuery, Keyset } from './paging.ts';
export { received } from './received.ts';
