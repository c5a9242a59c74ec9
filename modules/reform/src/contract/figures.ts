// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const figureKindNames = [
  'list', 'lead-province', 'lead-shortened', 'entry-province', 'lead-delegated', 'entry-delegated', 'lead-ministry', 'entry-ministry', 'plan-sent', 'gdp-per-person',
] as const;
const Kind = z.enum(figureKindNames);

/** GET /api/control-figures: numbers and days the law or the province sets, by day. */
export const ControlFigures = z.object({
  mayEnter: z.boolean(),
  figures: z.array(z.object({
    id: z.string(), kind: Kind, unit: z.enum(['working-day', 'month-day', 'vnd']), value: z.number().int(), from: z.string(), through: z.string().nullable(), standing: z.enum(['in-force', 'coming', 'past']),
    source: z.string(), unsure: z.string().nullable(), entered: z.object({ who: z.string(), at: z.string() }).nullable(),
  })),
});
export type ControlFigures = z.infer<typeof ControlFigures>;

/** POST /api/control-figures */
export const NewFigure = z.object({ kind: Kind, value: z.string().trim().max(40), from: z.iso.date(), source: z.string().trim().min(3, 'Ghi văn bản hoặc nguồn của số này.').max(500), unsure: z.string().trim().max(500).nullable() });
/** POST /api/control-figures/:id/end */
export const FigureEnd = z.object({ through: z.iso.date() });
