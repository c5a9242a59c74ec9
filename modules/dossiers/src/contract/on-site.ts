// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const OnSiteClass = z.enum(['five', 'three', 'none']).describe('five: all five acts at the Centre; three: received, appraised, returned there; none: no longer');

/** POST /api/on-site: procedures of an agency are classed from a day on. */
export const NewOnSiteClass = z.object({
  agency: z.string().max(40), procedures: z.array(z.string().trim().min(1).max(60)).min(1, 'Chưa chọn thủ tục nào.').max(500), class: OnSiteClass,
  from: z.iso.date().refine((day) => day >= '2015-01-01' && day < '2200-01-01', 'Ngày ngoài khoảng ghi được. Kiểm tra lại năm.'), documentNumber: z.string().trim().min(1, 'Chưa điền.').max(100),
});
export type NewOnSiteClass = z.infer<typeof NewOnSiteClass>;

/** GET /api/on-site: the share of each agency against the target of the day; each figure opens its list. */
export const OnSiteShares = z.object({
  day: z.string(), mayClass: z.boolean(),
  target: z.object({ share: z.number(), strict: z.boolean(), since: z.string(), source: z.string(), unsure: z.string().nullable(), next: z.object({ share: z.number(), from: z.string() }).nullable() }).nullable(),
  agencies: z.array(z.object({ agency: z.string(), name: z.string(), procedures: z.number().int(), five: z.number().int(), three: z.number().int(), share: z.number().nullable(), meets: z.boolean().nullable() })),
});
export type OnSiteShares = z.infer<typeof OnSiteShares>;

/** GET /api/on-site/procedures?agency=&class=: the list behind a figure; without a class every procedure the agency handles. */
export const OnSiteQuery = z.object({ agency: z.string().max(40), class: z.enum(['five', 'three']).optional() });
export const OnSiteProcedures = z.object({ procedures: z.array(z.object({ code: z.string(), name: z.string(), class: OnSiteClass, from: z.string().nullable(), documentNumber: z.string().nullable() })) });
export type OnSiteProcedures = z.infer<typeof OnSiteProcedures>;
