// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone, DossierTransfers } from '@motcua/dossiers/contract';
import { momentShort, shortName } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, Message, MessageArea, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, send, useTitle } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { DeclineDialog } from './decline-dialog.tsx';
import { SendAgainDialog } from './send-again-dialog.tsx';

type Coming = DossierTransfers['toReceive'][number];
type Back = DossierTransfers['cameBack'][number];
type SayIt = (words: string) => void;

/** Hồ sơ chuyển đến: dossiers received elsewhere, to be confirmed or sent back; and those that came back here. */
export function Transfers(): ReactElement {
  const t = useWords();
  const lists = useQuery({ queryKey: ['dossier-transfers'], queryFn: () => ask(DossierTransfers, '/api/dossier-transfers') });
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('work.transfers') }));
  return (
    <Page title={t('work.transfers')} message={<MessageArea onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <p className="muted">{t('transfers.what')}</p>
      <Asked answer={lists} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ toReceive, cameBack, more }) => (
          <>
            <ToReceive lines={toReceive} onSaid={setSaid} />
            <CameBack lines={cameBack} onSaid={setSaid} />
            {more && <p className="muted">{t('papers.more')}</p>}
          </>
        )}
      </Asked>
    </Page>
  );
}

const dossierCell = ({ code, applicant }: { readonly code: string; readonly applicant: string }): ReactElement => <><a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a><br /><span className="muted small">{applicant}</span></>;

function ToReceive({ lines, onSaid }: { readonly lines: readonly Coming[]; readonly onSaid: SayIt }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [declining, setDeclining] = useState<Coming | null>(null);
  const confirm = useMutation({
    mutationFn: ({ code, version }: Coming) => send(ActDone, { method: 'POST', path: `/api/dossiers/${encodeURIComponent(code)}/acknowledgement`, body: { clientKey: newClientKey(), version } }),
    onSuccess: async ({ code }) => { onSaid(t('transfers.received', { code })); await dossiersChanged(queries); },
  });
  return (
    <Section id="cho-xac-nhan" title={t('transfers.to-receive')}>
      {confirm.error !== null && <Message tone="bad">{failureWords(failureOf(confirm.error))}</Message>}
      {lines.length === 0 ? <EmptyState><p>{t('transfers.nothing-to-receive')}</p></EmptyState> : (
        <DataTable
          caption={t('transfers.receive-caption', { count: lines.length })} rows={lines} rowKey={({ code }) => code}
          columns={[
            { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: dossierCell },
            { id: 'procedure', title: t('book.procedure'), cell: ({ procedure, before }) => <>{shortName(procedure.name)}{before !== null && <p className="small">{t('transfers.before', { reason: before })}</p>}</> },
            { id: 'from', title: t('transfers.from'), cell: ({ receivingName, sentAt }) => <>{receivingName}<br /><span className="muted small">{momentShort(sentAt)}</span></> },
            { id: 'by', title: t('transfers.answer-by'), cell: ({ answerBy, late }) => <>{answerBy === null ? '' : momentShort(answerBy)}{late && <><br /><Tag tone="lacquer" sign="circle-x">{t('papers.late')}</Tag></>}</> },
            { id: 'act', title: t('work.acts'), cell: (line) => <div className="row"><Button label={`${t('transfers.confirm')} ${line.code}`} busy={confirm.isPending && confirm.variables.code === line.code} onPress={() => { if (!confirm.isPending) confirm.mutate(line); }}>{t('transfers.confirm')}</Button><Button label={`${t('transfers.decline')} ${line.code}`} onPress={() => { setDeclining(line); }}>{t('transfers.decline')}</Button></div> },
          ]}
        />
      )}
      {declining !== null && <DeclineDialog line={declining} onClose={() => { setDeclining(null); }} onSaid={onSaid} />}
    </Section>
  );
}

function CameBack({ lines, onSaid }: { readonly lines: readonly Back[]; readonly onSaid: SayIt }): ReactElement {
  const t = useWords();
  const [sending, setSending] = useState<Back | null>(null);
  return (
    <Section id="bi-tra-lai" title={t('transfers.came-back')}>
      {lines.length === 0 ? <EmptyState><p>{t('transfers.nothing-came-back')}</p></EmptyState> : (
        <DataTable
          caption={t('transfers.back-caption', { count: lines.length })} rows={lines} rowKey={({ code }) => code}
          columns={[
            { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: dossierCell },
            { id: 'procedure', title: t('book.procedure'), cell: ({ procedure }) => shortName(procedure.name) },
            { id: 'why', title: t('transfers.why'), cell: ({ why, reason, by, at, solvingName }) => <><strong>{t(`decline-reason.${why}`)}</strong><p className="small">{reason}</p><span className="muted small">{solvingName} · {by} · {momentShort(at)}</span></> },
            { id: 'act', title: t('work.acts'), cell: (line) => <Button label={`${t('transfers.send-again')} ${line.code}`} onPress={() => { setSending(line); }}>{t('transfers.send-again')}</Button> },
          ]}
        />
      )}
      {sending !== null && <SendAgainDialog line={sending} onClose={() => { setSending(null); }} onSaid={onSaid} />}
    </Section>
  );
}
