// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText } from '@motcua/i18n';
import { PostingList } from '@motcua/organisation/contract';
import type { AgencyOption } from '@motcua/organisation/contract';
import { Asked, Button, DataTable, EmptyState, MessageArea, Page, Section, Select, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import type { OfficerMe } from '../../workspace.tsx';
import { EntryDialog, dayOf } from './entry-dialog.tsx';
import { Heads } from './heads.tsx';
import { AbsenceEntry, PostingEntry, roleWord } from './posting-entry.tsx';

type Post = PostingList['postings'][number];
type Absence = PostingList['absences'][number];
type Opened = { readonly kind: 'post' | 'absence' } | { readonly kind: 'end'; readonly path: string; readonly name: string };

/** Biệt phái, phân công: who is posted where, for what, until when, who takes over in leave; and who is on leave. */
export function Postings({ me, query }: { readonly me: OfficerMe; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const agency = query.get('agency') ?? me.postings[0]?.agency ?? '';
  const agencies = useAgencies().data?.agencies ?? [];
  const list = useQuery({ queryKey: ['postings', agency], queryFn: () => ask(PostingList, '/api/postings', { agency }) });
  const [open, setOpen] = useState<Opened | null>(null);
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('work.postings') }));
  const close = (): void => { setOpen(null); };
  const done = (): void => { setOpen(null); setSaid(t('posting.entered')); };
  const may = (places: readonly string[] = []): boolean => places.includes('*') || places.includes(agency);
  return (
    <Page title={t('work.postings')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <div className="row">
        <div><Select name="agency" label={t('register.agency')} value={agency} onChange={(code) => { goTo(withQuery({ agency: code }), { replace: true }); }} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} /></div>
        {may(list.data?.mayEnterFor) && <Button look="primary" onPress={() => { setOpen({ kind: 'post' }); }}>{t('posting.add')}</Button>}
        {may(list.data?.mayNoteAbsenceAt) && <Button onPress={() => { setOpen({ kind: 'absence' }); }}>{t('absence.add')}</Button>}
      </div>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ postings, absences, mayEnterFor, mayNoteAbsenceAt }) => (
          <>
            <Section id="nghi" title={t('absence.title')}><Absences rows={absences} mayEnd={may(mayNoteAbsenceAt)} onEnd={setOpen} /></Section>
            <Section id="bo-tri" title={t('posting.title')}><Posted rows={postings} mayEnd={may(mayEnterFor)} onEnd={setOpen} /></Section>
          </>
        )}
      </Asked>
      <Heads agency={agency} agencies={agencies} onDone={done} />
      {open !== null && <Entry opened={open} agency={agency} agencies={agencies} onClose={close} onDone={done} />}
    </Page>
  );
}

type EntryProps = { readonly opened: Opened; readonly agency: string; readonly agencies: readonly AgencyOption[]; readonly onClose: () => void; readonly onDone: () => void };

function Entry({ opened, agency, agencies, onClose, onDone }: EntryProps): ReactElement {
  const t = useWords();
  switch (opened.kind) {
    case 'post': return <PostingEntry agency={agency} agencies={agencies} onClose={onClose} onDone={onDone} />;
    case 'absence': return <AbsenceEntry agency={agency} onClose={onClose} onDone={onDone} />;
    case 'end': return <EntryDialog title={t('register.end-title', { name: opened.name })} act="register.end" path={opened.path} register="postings" isEnding onClose={onClose} onDone={onDone} fields={[{ name: 'through', label: 'delegation.through', kind: 'day' }]} body={(typed) => ({ through: dayOf(typed, 'through') })} />;
  }
}

type RowsProps<Row> = { readonly rows: readonly Row[]; readonly mayEnd: boolean; readonly onEnd: (opened: Opened) => void };

function Absences({ rows, mayEnd, onEnd }: RowsProps<Absence>): ReactElement {
  const t = useWords();
  if (rows.length === 0) return <p className="muted">{t('absence.none')}</p>;
  return (
    <ul className="lines" role="list">
      {rows.map(({ id, officer, from, through, reason, now }) => (
        <li key={id} className="row"><strong>{officer.name}</strong><span className="num">{dayText(from)} – {dayText(through)}</span><span>{reason}</span>{now && <Tag tone="turmeric" sign="clock">{t('absence.now')}</Tag>}
          {mayEnd && <Button label={`${t('absence.end')} ${officer.name}`} onPress={() => { onEnd({ kind: 'end', path: `/api/absences/${id}/end`, name: officer.name }); }}>{t('absence.end')}</Button>}</li>
      ))}
    </ul>
  );
}

function Posted({ rows, mayEnd, onEnd }: RowsProps<Post>): ReactElement {
  const t = useWords();
  if (rows.length === 0) return <EmptyState><p>{t('posting.none')}</p></EmptyState>;
  return (
    <DataTable
      caption={t('posting.caption', { count: rows.length })} rows={rows} rowKey={({ id }) => id}
      columns={[
        { id: 'who', title: t('posting.officer'), isRowTitle: true, cell: ({ officer, title, absentThrough }) => <>{officer.name}<br /><span className="muted small">{title}</span>{absentThrough !== null && <><br /><Tag tone="turmeric" sign="clock">{t('hand-over.absent', { until: dayText(absentThrough) })}</Tag></>}</> },
        { id: 'role', title: t('posting.role'), cell: ({ role, unit }) => [roleWord(role, t), unit].filter((part) => part !== null).join(' · ') }, { id: 'home', title: t('posting.home'), cell: ({ homeAgencyName, seatName }) => <>{homeAgencyName ?? t('posting.own')}{seatName !== null && <><br /><span className="muted small">{t('posting.sits-at', { place: seatName })}</span></>}</> },
        { id: 'scope', title: t('delegation.scope'), cell: ({ procedures }) => procedures === null ? t('delegation.every') : <span className="num">{procedures.join(', ')}</span> },
        { id: 'days', title: t('delegation.days'), cell: ({ from, through, documentNumber }) => <><span className="num">{through === null ? t('delegation.since', { from: dayText(from) }) : `${dayText(from)} – ${dayText(through)}`}</span>{documentNumber !== null && <><br /><span className="muted small">{documentNumber}</span></>}</> },
        { id: 'backup', title: t('posting.backup'), cell: ({ backup, absentThrough }) => backup?.name ?? (absentThrough === null ? <span className="muted">{t('posting.no-backup')}</span> : <Tag tone="lacquer" sign="triangle-alert">{t('posting.nobody-takes-over')}</Tag>) },
        { id: 'act', title: t('work.acts'), cell: ({ id, officer }) => mayEnd ? <Button label={`${t('register.end')} ${officer.name}`} onPress={() => { onEnd({ kind: 'end', path: `/api/postings/${id}/end`, name: officer.name }); }}>{t('register.end')}</Button> : '' },
      ]}
    />
  );
}
