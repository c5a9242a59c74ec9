// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { HandedToPost } from '@motcua/dossiers/contract';
import type { PostalReturns } from '@motcua/dossiers/contract';
import { Button, Code, DataTable, EmptyState, LinkButton, Message, Section, useWords } from '@motcua/ui';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import type { SayIt } from './post.tsx';

type Line = PostalReturns['parcels'][number];

/** Chờ giao: packed parcels; one press puts those of an enterprise on one list. */
export function ToHand({ lines, onSaid }: { readonly lines: readonly Line[]; readonly onSaid: SayIt }): ReactElement {
  const t = useWords();
  const byEnterprise = [...Map.groupBy(lines, ({ parcel }) => parcel.enterprise).entries()];
  return (
    <Section id="cho-giao" title={t('post.to-hand')}>
      {lines.length === 0 && <EmptyState><p>{t('post.nothing-to-hand')}</p></EmptyState>}
      {byEnterprise.map(([enterprise, ofIt]) => <OneList key={enterprise} enterprise={enterprise} lines={ofIt} onSaid={onSaid} />)}
    </Section>
  );
}

function OneList({ enterprise, lines, onSaid }: { readonly enterprise: string; readonly lines: readonly Line[]; readonly onSaid: SayIt }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const batch = lines.slice(0, 100);
  const handOver = useMutation({
    mutationFn: () => send(HandedToPost, { method: 'POST', path: '/api/postal-hand-overs', body: { clientKey: newClientKey(), items: batch.map(({ code, version }) => ({ code, version })) } }),
    onSuccess: async ({ note, results }) => {
      const failed = results.filter(({ ok }) => !ok).map(({ code, title }) => `${code}: ${title ?? ''}`);
      onSaid(note === null ? { words: t('post.none-handed'), failed } : {
        words: t('post.handed', { count: results.filter(({ ok }) => ok).length, number: note.number, to: enterprise }), failed, print: { href: `/api/postal-hand-overs/${note.id}/printed`, words: t('post.print-list') },
      });
      await dossiersChanged(queries);
    },
  });
  return (
    <>
      {handOver.error !== null && <Message tone="bad">{failureWords(failureOf(handOver.error))}</Message>}
      <DataTable
        caption={t('post.hand-caption', { count: lines.length, to: enterprise })} rows={lines} rowKey={({ code }) => code}
        columns={[
          { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, applicant }) => <><a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a><br /><span className="muted small">{applicant}</span></> },
          { id: 'slip', title: t('post.slip'), cell: ({ parcel }) => <span className="num">{parcel.slip}</span> },
          { id: 'to', title: t('post.goes-to'), cell: ({ parcel }) => <>{parcel.to.name}<br /><span className="muted small">{parcel.to.address}</span></> },
          { id: 'act', title: t('work.acts'), cell: ({ code }) => <LinkButton href={`/api/dossiers/${encodeURIComponent(code)}/parcels/printed`}>{t('post.print-slip')}</LinkButton> },
        ]}
      />
      <div className="row"><Button look="primary" busy={handOver.isPending} onPress={() => { if (!handOver.isPending) handOver.mutate(); }}>{t('post.make-list', { count: batch.length })}</Button></div>
    </>
  );
}
