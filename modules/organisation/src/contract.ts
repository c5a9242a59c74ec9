// SPDX-License-Identifier: EUPL-1.2
/** What travels about places and agencies. Safe in browsers. */
import { z } from 'zod';

export * from './contract/authority.ts';
export * from './contract/registers.ts';

export const PlaceOption = z.object({
  code: z.string(),
  name: z.string().describe('full name, e.g. «Xã Ea Kar»'),
  province: z.string().nullable().describe('full name of the province, null for a province'),
  provinceCode: z.string().nullable(),
  formerly: z.string().nullable().describe('old name that was searched for: «trước 01/7/2025: …»'),
});
export type PlaceOption = z.infer<typeof PlaceOption>;

export const PlaceList = z.object({ places: z.array(PlaceOption) });

export const AgencyOption = z.object({
  code: z.string(), name: z.string(), kind: z.string(), oneStopShop: z.boolean(), phone: z.string().nullable(), address: z.string().nullable(),
});
export type AgencyOption = z.infer<typeof AgencyOption>;
export const AgencyList = z.object({ agencies: z.array(AgencyOption) });
