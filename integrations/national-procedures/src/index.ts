// SPDX-License-Identifier: EUPL-1.2
/** Cơ sở dữ liệu quốc gia về thủ tục hành chính, asked and told over the network. Hides its messages; gives the line `@motcua/catalogue` names. */
export { nationalProcedures } from './line.ts';
export type { NationalAccount } from './line.ts';
export { startNationalProceduresStandIn } from './stand-in.ts';
export type { KeptProcedure } from './stand-in.ts';
