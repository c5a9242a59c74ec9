// SPDX-License-Identifier: EUPL-1.2
import { CalendarChange } from '@motcua/deadlines/contract';
import { z } from 'zod';
import { ExplanationLine } from './parts.ts';

/** POST /api/calendar/previews: what a change would do; nothing is written. */
export const CalendarPreview = z.object({ agency: z.string().max(40), change: CalendarChange });

/** POST /api/calendar/changes: the change, its effects and the messages it drafts, all or nothing. */
export const CalendarChangeAsked = CalendarPreview.extend({ clientKey: z.uuid() });

/** A dossier whose promise a change touches. No names: an administrator reads no dossiers. */
export const AffectedDossier = z.object({
  code: z.string(), agencyName: z.string(), before: z.string().nullable(), after: z.string().nullable(),
  direction: z.enum(['later', 'kept']).describe('kept: it would have been earlier, the promise stays'),
});

/** What a change of a calendar does to the open dossiers of the offices it holds for. */
export const CalendarEffects = z.object({
  open: z.number().int().describe('open dossiers with a running clock'),
  later: z.number().int(), kept: z.number().int(), unchanged: z.number().int(),
  stepsOnly: z.number().int().describe('only due times of steps move'),
  mended: z.number().int().describe('overdue now, not overdue after'),
  gaps: z.number().int().describe('cannot be counted: the calendar ends before'),
  messages: z.number().int().describe('messages to people drafted'),
  affected: z.array(AffectedDossier).describe('the first of them'),
});
export type CalendarEffects = z.infer<typeof CalendarEffects>;

export const CalendarChanged = z.object({ id: z.uuid(), effects: CalendarEffects });

/** GET /api/dossiers/:code/forecast?at= and /api/my/dossiers/:code/forecast?at=: the return day if what is awaited came at `at`. */
export const Forecast = z.object({
  supposed: z.enum(['supplemented', 'paid', 'identity-confirmed', 'asked-and-supplemented']), at: z.string(), before: z.string().nullable().describe('promised now; null: the clock stands'),
  owedAt: z.string().nullable(), onSupplement: z.enum(['restart', 'pause']), explanation: z.array(ExplanationLine),
});
export type Forecast = z.infer<typeof Forecast>;
export const ForecastAsked = z.object({ at: z.iso.datetime({ offset: true }) });

/** GET /api/calendar/changes/:id/dossiers: every dossier a change was counted again for, page by page. */
export const AffectedPage = z.object({ dossiers: z.array(AffectedDossier), next: z.string().nullable() });
