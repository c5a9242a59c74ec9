// SPDX-License-Identifier: EUPL-1.2
/**
 * National portal (Cổng Dịch vụ công quốc gia): a stand-in that files dossiers here over the network, as citizens file them there since 01/7/2025.
 * It knows the API and its key, nothing else of this system. Statuses going back are the issue on exchange.
 */
export { startNationalPortalStandIn } from './stand-in.ts';
export type { NationalPortalStandIn, StandInFiling } from './stand-in.ts';
