// SPDX-License-Identifier: EUPL-1.2
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { HandOverNotes } from '@motcua/dossiers/contract';
import { momentShort } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';

export type Note = HandOverNotes['notes'][number];

/** The notes of the last weeks. */
export const notesQuery = queryOptions({ queryKey: ['paper-hand-overs', 'notes'], queryFn: () => ask(HandOverNotes, '/api/paper-hand-overs/notes') });

/** Phiếu bàn giao gần đây: how far each was answered and how each side confirmed it, by signature or by its act. */
export function Notes({ onSign }: { readonly onSign: (note: Note) => void }): ReactElement {
  const t = useWords();
  const notes = useQuery(notesQuery);
  return (
    <Section id="phieu" title={t('papers.notes')}>
      <Asked answer={notes} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ notes: rows }) => (rows.length === 0 ? <EmptyState><p>{t('papers.no-notes')}</p></EmptyState> : (
          <DataTable
            caption={t('papers.notes-caption', { count: rows.length })} rows={rows} rowKey={({ id }) => id} hasLongTitles
            columns={[
              { id: 'number', title: t('papers.note-number'), isRowTitle: true, cell: ({ id, number, at }) => <><a href={`/api/paper-hand-overs/${id}/printed`} target="_blank" rel="noreferrer">{number}</a><br /><span className="muted small">{momentShort(at)}</span></> },
              { id: 'way', title: t('papers.way'), cell: ({ fromName, toName }) => t('papers.from-to', { from: fromName, to: toName }) },
              { id: 'answered', title: t('papers.answered'), cell: ({ answered, dossiers }) => t('papers.answered-of', { answered, dossiers }) },
              { id: 'giver', title: t('papers.giver'), cell: ({ giver, gaveBy }) => <Confirmed signed={giver} by={gaveBy} /> },
              { id: 'receiver', title: t('papers.receiver'), cell: ({ receiver, tookBy, answered, dossiers }) => (answered < dossiers ? <span className="muted">{t('papers.awaited')}</span> : <Confirmed signed={receiver} by={tookBy ?? ''} />) },
              { id: 'act', title: t('work.acts'), cell: (note) => (note.maySign ? <Button label={t('papers.sign-note', { number: note.number })} onPress={() => { onSign(note); }}>{t('papers.sign')}</Button> : null) },
            ]}
          />
        ))}
      </Asked>
    </Section>
  );
}

function Confirmed({ signed, by }: { readonly signed: Note['giver']; readonly by: string }): ReactElement {
  const t = useWords();
  return signed === null ? <><Tag tone="ink" sign="check">{t('papers.by-act')}</Tag><br /><span className="muted small">{by}</span></>
    : <><Tag tone="leaf" sign="check">{t('papers.by-key')}</Tag><br /><span className="muted small">{signed.who} · {momentShort(signed.at)}</span></>;
}
