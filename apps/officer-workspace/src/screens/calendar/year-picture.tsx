// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { CalendarYear } from '@motcua/deadlines/contract';
import { daysInMonth, officeDayOf, weekdayOf } from '@motcua/i18n';
import { useWords } from '@motcua/ui';
import { type Hours, weekdays } from './shifts.ts';

type Look = 'work' | 'rest' | 'off' | 'extra' | 'outage';

const two = (value: number): string => String(value).padStart(2, '0');

/** The hours in force on a day: the latest begun. */
export const hoursOn = (hours: readonly Hours[], day: string): Hours | undefined => hours.findLast(({ validFrom }) => validFrom <= day) ?? hours[0];

function lookOf({ days, hours, outages }: CalendarYear, day: string): Look {
  const special = days.find((one) => one.day === day);
  if (special?.kind === 'off') return 'off';
  if (outages.some(({ from, until }) => officeDayOf(from) <= day && day <= officeDayOf(until))) return 'outage';
  if (special !== undefined) return 'extra';
  const weekday = weekdays[weekdayOf(day)] ?? 'mon';
  return (hoursOn(hours, day)?.shifts[weekday].length ?? 0) > 0 ? 'work' : 'rest';
}

const legend = ['off', 'extra', 'outage', 'rest'] as const;

/** The year at a glance, twelve months. A picture: what it shows stands as text in the lists below it, so screen readers are spared 365 squares. */
export function YearPicture({ calendar }: { readonly calendar: CalendarYear }): ReactElement {
  const t = useWords();
  return (
    <div className="year" aria-hidden="true">
      <ul className="year-legend" role="list">{legend.map((look) => <li key={look}><span className={`year-day ${look}`} />{t(`calendar.legend.${look}`)}</li>)}</ul>
      <div className="year-months">
        {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => <Month key={month} calendar={calendar} month={month} />)}
      </div>
    </div>
  );
}

function Month({ calendar, month }: { readonly calendar: CalendarYear; readonly month: number }): ReactElement {
  const t = useWords();
  const { year } = calendar;
  const first = `${String(year)}-${two(month)}-01`;
  return (
    <div className="year-month">
      <strong>{t('calendar.month', { month })}</strong>
      <div className="year-days">
        {Array.from({ length: weekdayOf(first) }, (_, at) => <span key={`blank-${String(at)}`} />)}
        {Array.from({ length: daysInMonth(year, month) }, (_, at) => `${String(year)}-${two(month)}-${two(at + 1)}`).map((day) => (
          <span key={day} className={`year-day ${lookOf(calendar, day)}`}>{Number(day.slice(8))}</span>
        ))}
      </div>
    </div>
  );
}
