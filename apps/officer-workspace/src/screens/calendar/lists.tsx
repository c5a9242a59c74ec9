// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { CalendarChange, CalendarYear } from '@motcua/deadlines/contract';
import { dayText, isMessageId, momentShort, numberText, rangeText, weekdayText } from '@motcua/i18n';
import { Button, DataTable, EmptyState, Section, useWords } from '@motcua/ui';
import { weekdayName } from './change-fields.tsx';
import type { Begun } from './change-dialog.tsx';
import { shiftsText, weekdays } from './shifts.ts';

type ListProps = { readonly calendar: CalendarYear; readonly onChange: (begun: Begun) => void };

function TakeBack({ what, change, onChange }: { readonly what: string; readonly change: (decision: string) => CalendarChange; readonly onChange: ListProps['onChange'] }): ReactElement {
  const t = useWords();
  return <Button onPress={() => { onChange({ kind: 'ready', title: t('calendar.take-back-of', { what }), change }); }}>{t('calendar.take-back')}<span className="hidden-visually"> {what}</span></Button>;
}

/** The week with its shifts, for each day from which hours hold. */
export function HoursTables({ calendar: { hours, mayChange, year }, onChange }: ListProps): ReactElement {
  const t = useWords();
  return (
    <Section id="gio-lam-viec" title={t('calendar.hours')}>
      {hours.length === 0 && <EmptyState><p>{t('calendar.hours-none')}</p></EmptyState>}
      {hours.map(({ validFrom, shifts, cutoff, decision, own }) => (
        <div key={validFrom}>
          <DataTable
            caption={`${t('calendar.hours-caption')}. ${t('calendar.hours-from', { day: dayText(validFrom) })}. ${t('calendar.source', { source: decision })}`} rows={weekdays} rowKey={(weekday) => weekday}
            columns={[
              { id: 'weekday', title: t('calendar.weekday'), isRowTitle: true, cell: weekdayName },
              { id: 'shifts', title: t('calendar.shifts'), cell: (weekday) => shiftsText(shifts[weekday]) || t('calendar.rest') },
            ]}
          />
          {cutoff !== null && <p>{t('calendar.cutoff', { time: cutoff })}</p>}
          {own && mayChange && validFrom > `${String(year)}-01-01` && <TakeBack what={`${t('calendar.hours')} ${t('calendar.hours-from', { day: dayText(validFrom) })}`} change={(reason) => ({ kind: 'drop-office-hours', validFrom, decision: reason })} onChange={onChange} />}
        </div>
      ))}
    </Section>
  );
}

/** Days off and days swapped in. */
export function Days({ calendar: { days, mayChange }, onChange }: ListProps): ReactElement {
  const t = useWords();
  return (
    <Section id="ngay-khac-thuong" title={t('calendar.days', { count: days.length })}>
      {days.length === 0 ? <EmptyState><p>{t('calendar.days-none')}</p></EmptyState> : (
        <DataTable
          caption={t('calendar.days-caption')} rows={days} rowKey={({ day }) => day}
          columns={[
            { id: 'day', title: t('calendar.day'), isRowTitle: true, cell: ({ day }) => weekdayText(day) },
            { id: 'kind', title: t('calendar.kind'), cell: ({ kind, as }) => (kind === 'off' ? t('calendar.off') : t('calendar.extra', { weekday: as === null ? '' : weekdayName(as) })) },
            { id: 'name', title: t('calendar.name'), cell: ({ name, decision, own }) => (own ? <>{name}<br /><span className="muted small">{decision}</span></> : name) },
            { id: 'act', title: t('calendar.take-back'), cell: ({ day, own }) => (own && mayChange ? <TakeBack what={dayText(day)} change={(reason) => ({ kind: 'plain-day', day, decision: reason })} onChange={onChange} /> : '') },
          ]}
        />
      )}
    </Section>
  );
}

/** Declared outages: time left out of every count. */
export function Outages({ calendar: { outages, mayChange }, onChange }: ListProps): ReactElement {
  const t = useWords();
  return (
    <Section id="su-co" title={t('calendar.outages', { count: outages.length })}>
      {outages.length === 0 ? <EmptyState><p>{t('calendar.outages-none')}</p></EmptyState> : (
        <DataTable
          caption={t('calendar.outages-caption')} rows={outages} rowKey={({ id }) => id}
          columns={[
            { id: 'when', title: t('calendar.outage-when'), isRowTitle: true, cell: ({ from, until }) => rangeText(from, until) },
            { id: 'decision', title: t('calendar.decision'), cell: ({ decision }) => decision },
            { id: 'by', title: t('calendar.change-by'), cell: ({ by }) => by },
            { id: 'act', title: t('calendar.take-back'), cell: ({ id, from, until, own }) => (own && mayChange ? <TakeBack what={rangeText(from, until)} change={(reason) => ({ kind: 'withdraw-outage', id, decision: reason })} onChange={onChange} /> : '') },
          ]}
        />
      )}
    </Section>
  );
}

/** Who changed the calendar, and how many promises that moved. */
export function Changes({ calendar: { changes } }: Pick<ListProps, 'calendar'>): ReactElement {
  const t = useWords();
  const kindWords = (kind: string): string => { const word = `calendar.kind.${kind}`; return isMessageId(word) ? t(word) : kind; };
  if (changes.length === 0) return <EmptyState><p>{t('calendar.changes-none')}</p></EmptyState>;
  return (
    <DataTable
      caption={t('calendar.changes-caption')} rows={changes} rowKey={({ id }) => id}
      columns={[
        { id: 'at', title: t('calendar.change-at'), isRowTitle: true, cell: ({ at }) => momentShort(at) },
        { id: 'what', title: t('calendar.change-what'), cell: ({ kind }) => kindWords(kind) },
        { id: 'decision', title: t('calendar.decision'), cell: ({ decision }) => decision },
        { id: 'by', title: t('calendar.change-by'), cell: ({ by }) => by },
        { id: 'moved', title: t('calendar.change-moved'), figures: true, cell: ({ moved }) => numberText(moved) },
      ]}
    />
  );
}
