// SPDX-License-Identifier: EUPL-1.2
/** Registers of the state (cơ sở dữ liệu quốc gia), asked over the network. Hides their messages; gives the ports `@motcua/dossiers` names. */
export { businessRegister } from './business.ts';
export type { BusinessAccount } from './business.ts';
export { populationRegister } from './population.ts';
export type { RegisterAccount } from './exchange.ts';
export { startBusinessStandIn, startPopulationStandIn } from './stand-in.ts';
export type { BusinessStandIn, PopulationStandIn } from './stand-in.ts';
