// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BatchReceived, BatchView, Batches } from '@motcua/archive/contract';
import { dayText, momentShort, numberText, shortName } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, Facts, LinkButton, Message, MessageArea, Page, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, send, useTitle } from '@motcua/web-kit';
import { EntryDialog } from '../registers/entry-dialog.tsx';
import { KeptFor } from './filter.tsx';

/** Biên bản nộp lưu: each with who gave and who received it. */
export function BatchesPage(): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['archive-batches'], queryFn: () => ask(Batches, '/api/archive/batches') });
  useTitle(t('work.title', { list: t('archive.batches') }));
  return (
    <Page title={t('archive.batches')}>
      <p className="muted">{t('archive.about.batches')}</p>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ batches }) => batches.length === 0 ? <EmptyState><p>{t('archive.batch-none')}</p></EmptyState> : (
          <DataTable
            caption={t('archive.batches-caption', { count: batches.length })} rows={batches} rowKey={({ id }) => id} hasLongTitles
            columns={[
              { id: 'number', title: t('archive.batches'), isRowTitle: true, cell: ({ id, number, agencyName }) => <><a href={`/lam-viec/bien-ban-luu/${id}`}>{t('archive.batch', { number })}</a><br /><span className="muted small">{agencyName}</span></> },
              { id: 'count', title: t('archive.dossier'), figures: true, cell: ({ dossiers }) => numberText(dossiers) },
              { id: 'given', title: t('archive.given'), cell: ({ given }) => <Signed {...given} /> },
              { id: 'received', title: t('archive.received'), cell: (batch) => <Standing {...batch} /> },
            ]}
          />
        )}
      </Asked>
    </Page>
  );
}

function Signed({ by, at }: { readonly by: string; readonly at: string }): ReactElement {
  return <>{by}<br /><span className="muted small num">{momentShort(at)}</span></>;
}

function Standing({ received, withdrawn }: Pick<BatchView, 'received' | 'withdrawn'>): ReactElement {
  const t = useWords();
  if (withdrawn !== null) return <><Tag tone="ink" sign="circle-x">{t('archive.withdrawn-by', { who: withdrawn.by, at: momentShort(withdrawn.at) })}</Tag><br /><span className="muted small">{withdrawn.reason}</span></>;
  return received === null ? <Tag tone="turmeric" sign="clock">{t('archive.waiting-receipt')}</Tag> : <Signed {...received} />;
}

/** Who gave takes the record back while nobody has received it. */
function Withdraw({ id, number, onDone }: { readonly id: string; readonly number: string; readonly onDone: (words: string) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const done = (): void => { setOpen(false); onDone(t('archive.batch-withdrawn', { number })); for (const key of ['archive-due', 'archived']) void queries.invalidateQueries({ queryKey: [key] }); };
  return (
    <>
      <Button onPress={() => { setOpen(true); }}>{t('archive.withdraw-batch')}</Button>
      {isOpen && <EntryDialog title={t('archive.withdraw-batch')} act="archive.withdraw-batch" path={`/api/archive/batches/${id}/withdrawal`} register="archive-batches" isEnding onClose={() => { setOpen(false); }} onDone={done} fields={[{ name: 'reason', label: 'archive.reason', kind: 'long', hint: 'archive.withdraw-batch-hint' }]} body={(typed) => ({ reason: typed['reason'] })} />}
    </>
  );
}

/** One record: its dossiers, what reading their packages found, its papers; received by whoever did not give. */
export function BatchPage({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const batch = useQuery({ queryKey: ['archive-batches', id], queryFn: () => ask(BatchView, `/api/archive/batches/${encodeURIComponent(id)}`) });
  useTitle(t('work.title', { list: t('archive.batches') }));
  return (
    <Page title={batch.data === undefined ? t('archive.batches') : t('archive.batch', { number: batch.data.number })} before={<p><a href="/lam-viec/bien-ban-luu">{t('archive.batches')}</a></p>} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <Asked answer={batch} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => (
          <>
            <Facts facts={[
              { term: t('archive.agency'), value: known.agencyName }, { term: t('archive.given'), value: <Signed {...known.given} /> },
              { term: t('archive.received'), value: <Standing {...known} /> },
            ]} />
            <div className="row">
              <LinkButton href={`/api/archive/batches/${id}/printed`}>{t('archive.print-batch')}</LinkButton>
              <LinkButton href={`/api/archive/batches/${id}/ead`}>{t('archive.ead')}</LinkButton>
              {known.mayReceive && <Receive id={id} number={known.number} onDone={setSaid} />}
              {known.mayWithdraw && <Withdraw id={id} number={known.number} onDone={setSaid} />}
            </div>
            <BatchItems items={known.items} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Receive({ id, number, onDone }: { readonly id: string; readonly number: string; readonly onDone: (words: string) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const receive = useMutation({
    mutationFn: () => send(BatchReceived, { method: 'POST', path: `/api/archive/batches/${id}/receipt`, body: {} }),
    onSuccess: async ({ received }) => { onDone(t('archive.received-done', { count: received })); await Promise.all(['archive-batches', 'archive-due', 'archived'].map((key) => queries.invalidateQueries({ queryKey: [key] }))); },
  });
  return (
    <>
      <Button look="primary" busy={receive.isPending} onPress={() => { if (!receive.isPending) receive.mutate(); }}>{t('archive.receive-all', { number })}</Button>
      {receive.error !== null && <Message tone="bad">{failureWords(failureOf(receive.error))}</Message>}
    </>
  );
}

const looks = { intact: { tone: 'leaf', sign: 'circle-check' }, repaired: { tone: 'turmeric', sign: 'circle-check' }, broken: { tone: 'lacquer', sign: 'circle-x' } } as const;

/** What reading a package again found, as a mark. */
export function VerdictTag({ verdict }: { readonly verdict: keyof typeof looks }): ReactElement {
  const t = useWords();
  return <Tag {...looks[verdict]}>{t(`archive.${verdict}`)}</Tag>;
}

function BatchItems({ items }: { readonly items: BatchView['items'] }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('archive.batch-caption', { count: items.length })} rows={items} rowKey={({ code }) => code} hasLongTitles
      columns={[
        { id: 'code', title: t('archive.dossier'), isRowTitle: true, cell: ({ code, destroyed }) => <><Code code={code} />{destroyed && <><br /><Tag tone="ink" sign="archive">{t('archive.state.destroyed')}</Tag></>}</> },
        { id: 'procedure', title: t('archive.procedure'), cell: ({ procedure }) => shortName(procedure) },
        { id: 'ended', title: t('archive.ended'), cell: ({ endedOn }) => <span className="num">{dayText(endedOn)}</span> },
        { id: 'documents', title: t('archive.documents'), figures: true, cell: ({ documents }) => documents },
        { id: 'size', title: t('archive.size'), figures: true, cell: ({ bytes }) => `${numberText(Math.ceil(bytes / 1024))} KB` },
        { id: 'kept', title: t('archive.kept'), cell: ({ retention, keptUntil }) => <KeptFor words={retention} until={keptUntil} /> },
        { id: 'check', title: t('archive.check-result'), cell: ({ check }) => (check === null ? <span className="muted">{t('archive.check-never')}</span> : <><VerdictTag verdict={check.verdict} /><br /><span className="muted small">{check.text} · {momentShort(check.at)}</span></>) },
      ]}
    />
  );
}
