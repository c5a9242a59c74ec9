// SPDX-License-Identifier: EUPL-1.2
/**
 * Identity: a stand-in for the national identity provider (VNeID), speaking OpenID Connect over the network.
 * For the demonstration and for tests only; a province configures the real provider's address instead.
 */
export { startIdentityStandIn } from './stand-in.ts';
export type { IdentityStandIn, StandInPerson } from './stand-in.ts';
