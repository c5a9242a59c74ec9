// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText } from '@motcua/i18n';
import { HeadList } from '@motcua/organisation/contract';
import type { AgencyOption } from '@motcua/organisation/contract';
import { Asked, Button, DataTable, EmptyState, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import { EntryDialog, dayOf, orNull } from './entry-dialog.tsx';

type Head = HeadList['heads'][number];

const looks = { 'in-force': { tone: 'leaf', sign: 'circle-check' }, 'coming': { tone: 'turmeric', sign: 'calendar-clock' }, 'past': { tone: 'ink', sign: 'clock' } } as const;

/** Người đứng đầu cơ quan: who signs in the own right, now, later and before; another from a day on. */
export function Heads({ agency, agencies, onDone }: { readonly agency: string; readonly agencies: readonly AgencyOption[]; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['heads', agency], enabled: agency !== '', queryFn: () => ask(HeadList, '/api/headships', { agency }) });
  const [open, setOpen] = useState<Head | 'new' | null>(null);
  const may = list.data?.mayEnterFor.some((place) => place === '*' || place === agency) ?? false;
  const close = (): void => { setOpen(null); };
  const done = (): void => { setOpen(null); onDone(); };
  return (
    <Section id="dung-dau" title={t('head.title')}>
      {may && <div className="row"><Button onPress={() => { setOpen('new'); }}>{t('head.add')}</Button></div>}
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ heads }) => heads.length === 0 ? <EmptyState><p>{t('head.none')}</p></EmptyState> : (
          <DataTable
            caption={t('head.caption', { count: heads.length })} rows={heads} rowKey={({ id }) => id}
            columns={[
              { id: 'name', title: t('head.officer'), isRowTitle: true, cell: ({ officer, title, collective }) => <>{officer.name}<br /><span className="muted small">{[title, collective === null ? '' : t('head.signs-for', { body: collective })].filter((part) => part !== '').join(' · ')}</span></> },
              { id: 'days', title: t('dated.days'), cell: ({ from, through }) => <><span className="num">{dayText(from)}</span>{through !== null && <><br /><span className="num">{t('dated.through', { day: dayText(through) })}</span></>}</> },
              { id: 'paper', title: t('head.document'), cell: ({ documentNumber }) => documentNumber ?? '' },
              { id: 'state', title: t('register.state'), cell: ({ standing }) => <Tag {...looks[standing]}>{t(`dated.${standing}`)}</Tag> },
              { id: 'act', title: t('work.acts'), cell: (head) => (may && head.standing === 'in-force' && head.through === null ? <Button label={`${t('register.end')} ${head.officer.name}`} onPress={() => { setOpen(head); }}>{t('register.end')}</Button> : null) },
            ]}
          />
        )}
      </Asked>
      {open === 'new' && (
        <EntryDialog
          title={t('head.add')} act="register.enter" path="/api/headships" register="heads" known={{ agency }} onClose={close} onDone={done}
          fields={[
            { name: 'officer', label: 'head.officer', kind: 'officer' }, { name: 'title', label: 'head.title-field', kind: 'text', hint: 'head.title-hint' }, { name: 'collective', label: 'head.collective', kind: 'text', optional: true, hint: 'head.collective-hint', start: agencies.find(({ code }) => code === agency)?.kind === 'department' ? '' : 'Ủy ban nhân dân' },
            { name: 'documentNumber', label: 'head.document', kind: 'text' }, { name: 'from', label: 'delegation.from', kind: 'day', hint: 'head.from-hint' },
          ]}
          body={(typed) => ({ agency, officer: typed['officer'], title: typed['title'], collective: orNull(typed, 'collective'), documentNumber: typed['documentNumber'], from: dayOf(typed, 'from') })}
        />
      )}
      {open !== null && open !== 'new' && (
        <EntryDialog title={t('register.end-title', { name: open.officer.name })} act="register.end" path={`/api/headships/${open.id}/end`} register="heads" isEnding onClose={close} onDone={done} fields={[{ name: 'through', label: 'delegation.through', kind: 'day' }]} body={(typed) => ({ through: dayOf(typed, 'through') })} />
      )}
    </Section>
  );
}
