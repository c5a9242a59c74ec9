// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

/** A time limit of law a process must keep: in units of the publication. Null: it is left to a note, nothing can be compared. */
export type LegalLimit = { readonly value: number; readonly unit: 'working-day' | 'working-hour' | 'calendar-day' | 'month' } | null;

/** An agency with the posts held there. */
export type PostedPlace = { readonly agency: string; readonly name: string; readonly posts: readonly { readonly role: Role; readonly unit: string | null }[] };

/** What a process is judged by and does not know itself: told by those who do. */
export type Surroundings = {
  /** The procedures that are handled by it, with their limits. */
  readonly procedures: readonly { readonly code: string; readonly name: string; readonly limit: LegalLimit }[];
  /** Who is posted where: `competent`, `receiving`, or the code of an agency the model names. A word that is absent is not judged. */
  readonly places: ReadonlyMap<string, readonly PostedPlace[]>;
};

/** One thing found. `path`: dotted path in the content; `place`: where, in the reader's words; `blocks`: publishing is refused until it is mended. */
export type Finding = { readonly path: string; readonly place: string; readonly text: string; readonly blocks: boolean };

/** Internal procedures count eight hours a day. */
const hoursPerDay = 8;

// A calendar day is a working day at most; a month has 23 working days at most: only what is surely too long is said to be.
const daysIn: Readonly<Record<'working-day' | 'calendar-day' | 'month', number>> = { 'working-day': 1, 'calendar-day': 1, 'month': 23 };

/** The working hours a limit can hold at most. */
export const hoursOfLimit = ({ value, unit }: NonNullable<LegalLimit>): number => (unit === 'working-hour' ? value : value * daysIn[unit] * hoursPerDay);

const unitWords: Readonly<Record<NonNullable<LegalLimit>['unit'], string>> = { 'working-day': 'ngày làm việc', 'working-hour': 'giờ làm việc', 'calendar-day': 'ngày', 'month': 'tháng' };

/** «5 ngày làm việc (40 giờ)» */
export const limitWords = (limit: NonNullable<LegalLimit>): string => `${String(limit.value)} ${unitWords[limit.unit]}${limit.unit === 'working-hour' ? '' : ` (${limit.unit === 'working-day' ? '' : 'nhiều nhất '}${String(hoursOfLimit(limit))} giờ)`}`;
