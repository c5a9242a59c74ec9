// SPDX-License-Identifier: EUPL-1.2
/** What travels over HTTP about a deadline. */
import { z } from 'zod';
import { explanationRules } from './model.ts';

/** One stretch of an explanation; `from` and `to` are ISO instants. */
export const DeadlineExplanationItem = z.object({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  counted: z.boolean(),
  rule: z.enum(explanationRules),
  text: z.string(),
}).meta({ id: 'DeadlineExplanationItem' });

export const DeadlineExplanation = z.array(DeadlineExplanationItem);
export type DeadlineExplanation = z.infer<typeof DeadlineExplanation>;

/** How a clock stands; minutes are working minutes of the office. */
export const DeadlineStanding = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['running', 'due-soon', 'early', 'on-time']), remainingMinutes: z.number().int() }),
  z.object({ state: z.enum(['overdue', 'late']), overdueMinutes: z.number().int() }),
  z.object({ state: z.literal('paused'), since: z.iso.datetime({ offset: true }) }),
]).meta({ id: 'DeadlineStanding' });
export type DeadlineStanding = z.infer<typeof DeadlineStanding>;
