// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { PaperHandOvers, PapersHandedOver } from '@motcua/dossiers/contract';
import { momentShort, shortName } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, LinkButton, Message, MessageArea, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, send, useTitle } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { ownKeys, useSigningMeans } from '../dossier/signing-key.tsx';
import { Notes, notesQuery } from './notes.tsx';
import type { Note } from './notes.tsx';
import { OriginalsHeld } from './originals.tsx';
import { SignNote } from './sign-note.tsx';
import { ToReceive } from './to-receive.tsx';

type Way = PaperHandOvers['toSend'][number];
type Said = { readonly words: string; readonly failed: readonly string[]; readonly noteId: string | null };

/** Giấy cần chuyển: papers received here that must go to who solves, and papers on their way here. */
export function Papers(): ReactElement {
  const t = useWords();
  const lists = useQuery({ queryKey: ['paper-hand-overs'], queryFn: () => ask(PaperHandOvers, '/api/paper-hand-overs') });
  const queries = useQueryClient();
  const keys = ownKeys(useSigningMeans(true).data);
  const [said, setSaid] = useState<Said | null>(null);
  const [signing, setSigning] = useState<Note | null>(null);
  const plainly = (words: string): void => { setSaid({ words, failed: [], noteId: null }); };
  // Behind an act the slip is signed with the key kept here; who has others too chooses now, or later from the list.
  const toSign = async (id: string): Promise<void> => {
    if (keys === null) return;
    const { notes } = await queries.query({ ...notesQuery, staleTime: 0 });
    setSigning(notes.find((note) => note.id === id && note.maySign) ?? null);
  };
  useTitle(t('work.title', { list: t('work.papers') }));
  return (
    <Page title={t('work.papers')} message={<SaidArea said={said} onDismiss={() => { setSaid(null); }} />}>
      <p className="muted">{t('papers.what')}</p>
      <Asked answer={lists} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ mayHandOver, toSend, toReceive, more }) => (
          <>
            {mayHandOver && toSend.length === 0 && <EmptyState><p>{t('papers.nothing-to-send')}</p></EmptyState>}
            {toSend.map((way, at) => <ToSend key={`${way.from} ${way.to}`} id={`chuyen-${String(at)}`} way={way} onSaid={(now) => { setSaid(now); if (now.noteId !== null) void toSign(now.noteId); }} />)}
            <ToReceive lines={toReceive} onAnswered={(words, noteId) => { plainly(words); void toSign(noteId); }} />
            {more && <p className="muted">{t('papers.more')}</p>}
            <Notes onSign={setSigning} />
            <OriginalsHeld />
          </>
        )}
      </Asked>
      {signing !== null && <SignNote key={signing.id} note={signing} keys={keys} onClose={() => { setSigning(null); }} onSigned={(words) => { setSigning(null); plainly(words); }} />}
    </Page>
  );
}

/** What was done stays on the page, with the note to print: the dossiers have left the list by then. */
function SaidArea({ said, onDismiss }: { readonly said: Said | null; readonly onDismiss: () => void }): ReactElement {
  const t = useWords();
  return (
    <MessageArea tone={said !== null && said.failed.length > 0 ? 'warning' : 'good'} onDismiss={onDismiss}>
      {said === null ? '' : (
        <>
          <p>{said.words}</p>
          {said.failed.map((line) => <p key={line}>{line}</p>)}
          {said.noteId !== null && <p><LinkButton href={`/api/paper-hand-overs/${said.noteId}/printed`}>{t('papers.print')}</LinkButton></p>}
        </>
      )}
    </MessageArea>
  );
}

function ToSend({ id, way, onSaid }: { readonly id: string; readonly way: Way; readonly onSaid: (said: Said) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const batch = way.dossiers.slice(0, 100);
  const handOver = useMutation({
    mutationFn: () => send(PapersHandedOver, { method: 'POST', path: '/api/paper-hand-overs', body: { clientKey: newClientKey(), items: batch.map(({ code, version }) => ({ code, version })) } }),
    onSuccess: async ({ note, unsigned, results }) => {
      const done = results.filter(({ ok }) => ok).length;
      onSaid({
        words: note === null ? t('papers.none-sent') : [t('papers.sent', { count: done, number: note.number, to: way.toName }), unsigned === null ? t('papers.sent-signed') : t('papers.sent-unsigned', { why: unsigned })].join(' '), noteId: note?.id ?? null,
        failed: results.filter(({ ok }) => !ok).map(({ code, title }) => `${code}: ${title ?? ''}`),
      });
      await dossiersChanged(queries);
    },
  });
  return (
    <Section id={id} title={t('papers.to', { to: way.toName })}>
      {handOver.error !== null && <Message tone="bad">{failureWords(failureOf(handOver.error))}</Message>}
      <DataTable
        caption={t('papers.caption', { count: way.dossiers.length, papers: way.dossiers.reduce((sum, { count }) => sum + count, 0) })} rows={way.dossiers} rowKey={({ code }) => code}
        columns={[
          { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, applicant }) => <><a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a><br /><span className="muted small">{applicant}</span></> },
          { id: 'procedure', title: t('book.procedure'), cell: ({ procedure, sentBack }) => <>{shortName(procedure)}{sentBack !== null && <p className="small">{t('papers.was-sent-back', { reason: sentBack.reason, missing: sentBack.missing.length === 0 ? '' : t('papers.missing-list', { names: sentBack.missing.join('; ') }) })}</p>}</> },
          { id: 'count', title: t('papers.count'), figures: true, cell: ({ count }) => count },
          { id: 'stay', title: t('papers.stay'), figures: true, cell: ({ stay }) => stay },
          { id: 'due', title: t('papers.due'), cell: ({ dueAt, late }) => <>{momentShort(dueAt)}{late && <><br /><Tag tone="lacquer" sign="circle-x">{t('papers.late')}</Tag></>}</> },
        ]}
      />
      <div className="row"><Button look="primary" busy={handOver.isPending} onPress={() => { if (!handOver.isPending) handOver.mutate(); }}>{t('papers.make-note', { count: batch.length })}</Button></div>
    </Section>
  );
}
