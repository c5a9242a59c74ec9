// SPDX-License-Identifier: EUPL-1.2
import type { figureKindNames } from '../contract/figures.ts';

/** What is kept by day: clocks of publication in working days, the day the yearly plan is owed, a year's product per person. */
export type FigureKind = (typeof figureKindNames)[number];

export type FigureUnit = 'working-day' | 'month-day' | 'vnd';

export const unitOf = (kind: FigureKind): FigureUnit => (kind === 'plan-sent' ? 'month-day' : kind === 'gdp-per-person' ? 'vnd' : 'working-day');

const mostWorkingDays = 365;
const leastProduct = 1_000_000;
const mostProduct = 10_000_000_000;

const monthDay = /^(?<day>0?[1-9]|[12]\d|3[01])\/(?<month>0?[1-9]|1[0-2])$/u;

/** What was typed as the number that is kept; null when it is none of this kind. `31/01` is kept as 131. */
export function readFigure(kind: FigureKind, typed: string): number | null {
  const text = typed.trim();
  switch (unitOf(kind)) {
    case 'month-day': {
      const { day = '', month = '' } = monthDay.exec(text)?.groups ?? {};
      return day === '' || Number(day) > Temporal.PlainDate.from({ year: 2025, month: Number(month), day: 1 }).daysInMonth ? null : Number(month) * 100 + Number(day);
    }
    case 'working-day': return /^\d{1,3}$/u.test(text) && Number(text) >= 1 && Number(text) <= mostWorkingDays ? Number(text) : null;
    case 'vnd': {
      const value = Number(text.replace(/[.\s]|đồng|đ$/gu, ''));
      return Number.isInteger(value) && value >= leastProduct && value <= mostProduct ? value : null;
    }
  }
}

/** The day of a year a month and day are: 131 of 2026 is 2026-01-31. */
export const dayIn = (year: number, value: number): string => `${String(year)}-${String(Math.floor(value / 100)).padStart(2, '0')}-${String(value % 100).padStart(2, '0')}`;

/** What was typed wrongly, in words. */
export const figureFault: Readonly<Record<FigureUnit, string>> = {
  'month-day': 'Ghi ngày và tháng. Ví dụ 31/01.', 'working-day': 'Ghi số ngày làm việc từ 1 đến 365.', 'vnd': 'Ghi số đồng một người một năm, từ một triệu. Ví dụ 114.000.000.',
};
