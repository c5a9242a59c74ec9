// SPDX-License-Identifier: EUPL-1.2
import { answerCase } from '../src/index.ts';
import type { ClockEvent, DeadlineCase, OfficeCalendar } from '../src/model.ts';
import { aCalendar, aCase } from '../src/testing.ts';

export const at = (text: string): string => `${text}:00+07:00`;
export const ev = (text: string, type: Exclude<ClockEvent['type'], 'extended'>): ClockEvent => ({ at: at(text), type });
export const extended = (text: string, value: number): ClockEvent => ({ at: at(text), type: 'extended', value });
export const week = aCalendar().shifts;

/** Thursday 5 March a named holiday, Friday 6 a day off of the office's own. */
export const office = (given: Partial<OfficeCalendar> = {}): OfficeCalendar => aCalendar({ daysOff: ['2026-03-05', '2026-03-06'], dayNames: { '2026-03-05': 'Giỗ Tổ' }, ...given });
export const hours = (value: number): Pick<DeadlineCase, 'mode' | 'limit'> => ({ mode: 'by-hour', limit: { value, unit: 'working-hour' } });

/** One line per stretch: from, to, counted or not, rule, words. */
export const told = (given: Partial<DeadlineCase>): readonly string[] => answerCase(aCase(given)).explanation
  .map(({ from, to, counted, rule, text }) => `${from.slice(5, 16).replace('T', ' ')} ${to.slice(5, 16).replace('T', ' ')} ${counted ? '+' : '-'} ${rule}: ${text}`);

/** What a case is told as. */
export type Told = readonly [does: string, given: Partial<DeadlineCase>, lines: readonly string[]];
