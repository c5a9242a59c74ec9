// SPDX-License-Identifier: EUPL-1.2
/** Registers of the state (cơ sở dữ liệu quốc gia), asked over the network. Hides their messages; gives the ports `@motcua/dossiers` names. */
export { populationRegister } from './population.ts';
export type { RegisterAccount } from './population.ts';
export { startPopulationStandIn } from './stand-in.ts';
export type { PopulationStandIn } from './stand-in.ts';
