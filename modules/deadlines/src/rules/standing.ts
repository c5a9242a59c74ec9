// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel';
import type { CompiledCalendar } from '../calendar/compile.ts';
import type { CalendarGap, Standing } from '../model.ts';

/**
 * How a clock stands: còn hạn, sắp đến hạn, quá hạn, tạm dừng; once finished: trước hạn, đúng hạn, trễ hạn.
 *
 * @param asked.dueSoonMinutes - from how many remaining working minutes on it counts as due soon
 */
export function standing(asked: {
  readonly calendar: CompiledCalendar;
  readonly now: Temporal.Instant;
  readonly returnAt: Temporal.Instant | null;
  readonly stoppedSince: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
  /** Share (0–1) of the whole working time from `startedAt` to `returnAt` that, when only that much remains, means «sắp đến hạn». */
  readonly dueSoonShare: number;
  readonly startedAt: Temporal.Instant;
}): Result<Standing, CalendarGap> {
  throw new Error(`not built yet: ${asked.dueSoonShare}`);
}
