// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { CalendarYear } from '@motcua/deadlines/contract';
import { officeDayOf } from '@motcua/i18n';
import { Asked, Button, Message, MessageArea, Page, Section, Select, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, nowIso, useTitle, withQuery } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import type { OfficerMe } from '../../workspace.tsx';
import { type Begun, ChangeDialog } from './change-dialog.tsx';
import { Changes, Days, HoursTables, Outages } from './lists.tsx';
import { YearPicture, hoursOn } from './year-picture.tsx';

const useCalendar = (agency: string, year: number) => useQuery({ queryKey: ['calendar', agency, year], queryFn: () => ask(CalendarYear, '/api/calendar', { agency, year: String(year) }) });

const kinds = ['day-off', 'working-day', 'outage', 'office-hours'] as const;

/** Lịch làm việc: a year of an office, what differs from the week, and changes with their effects looked at before they are made. */
export function Calendar({ me, query }: { readonly me: OfficerMe; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const today = officeDayOf(nowIso());
  const agency = query.get('co-quan') ?? me.postings[0]?.agency ?? '';
  const year = Number(query.get('nam') ?? today.slice(0, 4));
  const calendar = useCalendar(agency, year);
  useTitle(t('work.title', { list: t('calendar.title') }));
  return (
    <Page title={t('calendar.title')}>
      <Chooser me={me} agency={agency} year={year} thisYear={Number(today.slice(0, 4))} />
      <Asked answer={calendar} loading={t('calendar.loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => <Year key={`${known.agency} ${String(known.year)}`} calendar={known} today={today} />}
      </Asked>
    </Page>
  );
}

function Chooser({ me, agency, year, thisYear }: { readonly me: OfficerMe; readonly agency: string; readonly year: number; readonly thisYear: number }): ReactElement {
  const t = useWords();
  const agencies = useAgencies().data?.agencies ?? [];
  const wide = me.postings.some(({ role }) => role === 'province-administrator' || role === 'procedure-controller');
  const own = me.postings.map((posting) => ({ value: posting.agency, label: posting.agencyName }));
  const choices = wide ? agencies.map(({ code, name }) => ({ value: code, label: name })) : own.filter(({ value }, at) => own.findIndex((one) => one.value === value) === at);
  const go = (to: { readonly agency?: string; readonly year?: string }): void => { goTo(withQuery({ 'co-quan': to.agency ?? agency, 'nam': to.year ?? String(year) })); };
  return (
    <div className="row">
      <Select name="agency" label={t('calendar.agency')} choices={choices} value={agency} onChange={(value) => { go({ agency: value }); }} />
      <Select name="year" label={t('calendar.year')} choices={[-1, 0, 1, 2].map((by) => ({ value: String(thisYear + by), label: String(thisYear + by) }))} value={String(year)} onChange={(value) => { go({ year: value }); }} />
    </div>
  );
}

function Year({ calendar, today }: { readonly calendar: CalendarYear; readonly today: string }): ReactElement {
  const t = useWords();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [later, setLater] = useState<number | null>(null);
  const { published, year, agency, mayChange, hours } = calendar;
  const publish: Begun = { kind: 'ready', title: `${t('calendar.kind.year')} ${String(year)}`, change: (decision) => ({ kind: 'year', year, decision }) };
  return (
    <>
      <MessageArea tone="good" onDismiss={() => { setLater(null); }}>{later === null ? '' : t('calendar.done', { later })}</MessageArea>
      {published === null
        ? <Message tone="warning"><p>{t('calendar.missing', { year })}</p>{mayChange && <Button onPress={() => { setBegun(publish); }}>{publish.title}</Button>}</Message>
        : <p className="muted">{t('calendar.source', { source: published.source })}{published.status === 'projected' && ` · ${t('calendar.projected')}`}</p>}
      {mayChange && <p className="row">{kinds.map((kind) => <Button key={kind} onPress={() => { setBegun({ kind }); }}>{t(`calendar.kind.${kind}`)}</Button>)}</p>}
      <Section id="ca-nam" title={t('calendar.picture')}><YearPicture calendar={calendar} /></Section>
      <HoursTables calendar={calendar} onChange={setBegun} />
      <Days calendar={calendar} onChange={setBegun} />
      <Outages calendar={calendar} onChange={setBegun} />
      <Section id="thay-doi" title={t('calendar.changes')}><Changes calendar={calendar} /></Section>
      {begun !== null && <ChangeDialog agency={agency} begun={begun} hours={hoursOn(hours, today)} onClose={() => { setBegun(null); }} onDone={(effects) => { setBegun(null); setLater(effects.later); }} />}
    </>
  );
}
