// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { MessageId } from '@motcua/i18n';
import { dayText } from '@motcua/i18n';
import { SigningHours } from '@motcua/organisation/contract';
import { Asked, Button, DataTable, EmptyState, Message, MessageArea, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import { EntryDialog, dayOf, orNull } from './entry-dialog.tsx';

type Line = SigningHours['hours'][number];

const weekdays: readonly MessageId[] = ['weekday.1', 'weekday.2', 'weekday.3', 'weekday.4', 'weekday.5', 'weekday.6', 'weekday.7'];

/** Lịch ký tại chỗ: which leader signs at which one-stop shop, today on top. */
export function SigningTimetable(): ReactElement {
  const t = useWords();
  const timetable = useQuery({ queryKey: ['signing-hours'], queryFn: () => ask(SigningHours, '/api/signing-hours') });
  const [open, setOpen] = useState<Line | 'new' | null>(null);
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('work.signing-hours') }));
  const done = (words: string) => (): void => { setOpen(null); setSaid(words); };
  const ending = open === null || open === 'new' ? null : open;
  return (
    <Page title={t('work.signing-hours')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      {(timetable.data?.mayEnterFor.length ?? 0) > 0 && <div className="row"><Button look="primary" onPress={() => { setOpen('new'); }}>{t('timetable.add')}</Button></div>}
      <Asked answer={timetable} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ hours, mayEnterFor }) => (
          <>
            <Section id="hom-nay" title={t('timetable.today')}><Today lines={hours.filter(({ today }) => today)} /></Section>
            <Section id="ca-tuan" title={t('timetable.week')}>
              {hours.length === 0 ? <EmptyState><p>{t('timetable.none')}</p></EmptyState> : (
                <DataTable
                  caption={t('timetable.caption', { count: hours.length })} rows={hours} rowKey={({ id }) => id}
                  columns={[
                    { id: 'day', title: t('timetable.weekday'), cell: ({ weekday }) => t(weekdays[weekday - 1] ?? 'weekday.1') }, { id: 'hours', title: t('timetable.hours'), cell: ({ from, until }) => <span className="num">{from} – {until}</span> },
                    { id: 'who', title: t('timetable.leader'), isRowTitle: true, cell: ({ officer, title }) => <>{officer.name}<br /><span className="muted small">{title}</span></> }, { id: 'place', title: t('timetable.place'), cell: ({ placeName }) => placeName },
                    { id: 'since', title: t('delegation.days'), cell: ({ validFrom, through }) => <span className="num">{through === null ? t('delegation.since', { from: dayText(validFrom) }) : `${dayText(validFrom)} – ${dayText(through)}`}</span> },
                    { id: 'act', title: t('work.acts'), cell: (row) => mayEnterFor.includes('*') || mayEnterFor.includes(row.place) ? <Button label={`${t('register.end')} ${row.officer.name}`} onPress={() => { setOpen(row); }}>{t('register.end')}</Button> : '' },
                  ]}
                />
              )}
            </Section>
          </>
        )}
      </Asked>
      {open === 'new' && <NewHours mayEnterFor={timetable.data?.mayEnterFor ?? []} onClose={() => { setOpen(null); }} onDone={done(t('timetable.entered'))} />}
      {ending !== null && (
        <EntryDialog
          title={t('register.end-title', { name: ending.officer.name })} act="register.end" path={`/api/signing-hours/${ending.id}/end`} register="signing-hours" isEnding onClose={() => { setOpen(null); }} onDone={done(t('register.ended'))}
          fields={[{ name: 'through', label: 'delegation.through', kind: 'day' }]} body={(typed) => ({ through: dayOf(typed, 'through') })}
        />
      )}
    </Page>
  );
}

function Today({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const t = useWords();
  if (lines.length === 0) return <Message>{t('timetable.nobody-today')}</Message>;
  return (
    <ul className="lines" role="list">
      {lines.map(({ id, officer, title, placeName, from, until, absent }) => (
        <li key={id} className="row"><strong className="num">{from} – {until}</strong><span>{officer.name}, {title} · {placeName}</span>{absent && <Tag tone="lacquer" sign="circle-x">{t('timetable.absent')}</Tag>}</li>
      ))}
    </ul>
  );
}

function NewHours({ mayEnterFor, onClose, onDone }: { readonly mayEnterFor: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const agencies = useAgencies().data?.agencies ?? [];
  const options = (shopsOnly: boolean) => agencies.filter(({ code, oneStopShop }) => !shopsOnly || (oneStopShop && (mayEnterFor.includes('*') || mayEnterFor.includes(code)))).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <EntryDialog
      title={t('timetable.add')} act="register.enter" path="/api/signing-hours" register="signing-hours" onClose={onClose} onDone={onDone}
      fields={[
        { name: 'place', label: 'timetable.place', kind: 'choice', choices: options(true) }, { name: 'agency', label: 'timetable.agency', kind: 'choice', choices: options(false) }, { name: 'officer', label: 'timetable.leader', kind: 'officer' },
        { name: 'weekday', label: 'timetable.weekday', kind: 'choice', choices: weekdays.map((word, at) => ({ value: String(at + 1), label: t(word) })) }, { name: 'from', label: 'timetable.from', kind: 'hour' }, { name: 'until', label: 'timetable.until', kind: 'hour' },
        { name: 'validFrom', label: 'delegation.from', kind: 'day' }, { name: 'through', label: 'delegation.through', kind: 'day', optional: true },
      ]}
      body={(typed) => ({ officer: typed['officer'], place: typed['place'], weekday: typed['weekday'], from: typed['from'], until: typed['until'], validFrom: dayOf(typed, 'validFrom'), through: orNull(typed, 'through') === null ? null : dayOf(typed, 'through') })}
    />
  );
}
