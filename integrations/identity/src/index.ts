// SPDX-License-Identifier: EUPL-1.2
/**
 * Identity: a stand-in for the national identity provider (VNeID), speaking OpenID Connect over the network.
 * For the demonstration and for tests only; a province configures the real provider's address instead.
 */
export { runIdentityStandIn } from './run-apart.ts';
export type { IdentityStandIn, StandInOptions, StandInPerson } from './run-apart.ts';
