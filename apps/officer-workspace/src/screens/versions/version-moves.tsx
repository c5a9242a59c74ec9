// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BatchDone, MovePreview, VersionMoves } from '@motcua/dossiers/contract';
import { Asked, Button, Code, DataTable, EmptyState, Message, MessageArea, Page, Section, Tag, TextArea, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, send, useTitle } from '@motcua/web-kit';
import { ProcedureMovesSection } from './procedure-moves.tsx';

/** Chuyển bản quy trình: which dossiers still run on an older version; previewed, then moved one by one or all that are safe. */
export function VersionMovesPage({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['version-moves'], queryFn: () => ask(VersionMoves, '/api/version-moves') });
  useTitle(t('work.title', { list: t('work.version-moves') }));
  const [said, setSaid] = useState<readonly string[]>([]);
  const chosen = list.data?.processes.find(({ key }) => key === query.get('quy-trinh'));
  return (
    <Page title={t('work.version-moves')} message={<MessageArea tone="good" onDismiss={() => { setSaid([]); }}>{said.length === 0 ? '' : said.map((line) => <p key={line}>{line}</p>)}</MessageArea>}>
      <p className="muted">{t('moves.what')}</p>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ processes }) => processes.length === 0 ? <EmptyState><p>{t('moves.none')}</p></EmptyState> : (
          <ul className="lines" role="list">
            {processes.map(({ key, name, newest, running }) => <li key={key}><a href={`/lam-viec/chuyen-ban?quy-trinh=${encodeURIComponent(key)}`}>{name}</a><br /><span className="muted">{t('moves.running', { count: running, newest })}</span></li>)}
          </ul>
        )}
      </Asked>
      {chosen !== undefined && <Preview key={chosen.key} process={chosen} onMoved={setSaid} />}
      <ProcedureMovesSection chosen={query.get('thu-tuc')} onMoved={setSaid} />
    </Page>
  );
}

/** The words of what was moved stand above: the list below may be empty by then. */
function Preview({ process, onMoved }: { readonly process: VersionMoves['processes'][number]; readonly onMoved: (said: readonly string[]) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const preview = useQuery({ queryKey: ['version-moves', process.key], queryFn: () => ask(MovePreview, '/api/version-moves/preview', { key: process.key, to: String(process.newest) }) });
  const [reason, setReason] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const [isPressed, setPressed] = useState(false);
  const safe = preview.data?.dossiers.filter((dossier) => dossier.safe) ?? [];
  const isReady = reason.trim() !== '' && documentNumber.trim() !== '';
  const move = useMutation({
    mutationFn: (items: readonly { readonly code: string; readonly version: number }[]) => send(BatchDone, {
      method: 'POST', path: '/api/version-moves', body: { clientKey: newClientKey(), to: process.newest, reason, documentNumber, items: items.slice(0, 100).map(({ code, version }) => ({ code, version })) },
    }),
    onSuccess: async ({ results }) => {
      onMoved([t('moves.done', { done: results.filter(({ ok }) => ok).length, total: results.length }), ...results.filter(({ ok }) => !ok).map(({ code, title }) => `${code}: ${title ?? ''}`)]);
      await queries.invalidateQueries({ queryKey: ['version-moves'] });
    },
  });
  const start = (items: typeof safe): void => { setPressed(true); if (isReady && items.length > 0 && !move.isPending) move.mutate(items); };
  const missing = (typed: string, name: string): string | undefined => (isPressed && typed.trim() === '' ? t('act-field.missing', { name }) : undefined);
  return (
    <Section id="xem-truoc" title={t('moves.preview', { name: process.name, newest: process.newest })}>
      {move.error !== null && <Message tone="bad">{failureWords(failureOf(move.error))}</Message>}
      <div className="form">
        <TextField name="documentNumber" label={t('delegation.number')} value={documentNumber} error={missing(documentNumber, t('delegation.number'))} onChange={setDocumentNumber} />
        <TextArea name="reason" label={t('act-field.reason')} rows={2} value={reason} error={missing(reason, t('act-field.reason'))} onChange={setReason} />
        <Button look="primary" busy={move.isPending} onPress={() => { start(safe); }}>{t('moves.move-all', { count: safe.length })}</Button>
      </div>
      <Asked answer={preview} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ dossiers, more }) => (
          <>
            <DataTable
              caption={t('moves.caption', { count: dossiers.length, safe: safe.length })} rows={dossiers} rowKey={({ code }) => code}
              columns={[
                { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, fromVersion }) => <><Code code={code} /><br /><span className="muted small">{t('moves.version', { version: fromVersion })}</span></> },
                { id: 'steps', title: t('moves.steps'), cell: ({ steps }) => steps.map(({ from, to }) => <p key={from}>{to === '' || to === from ? from : `${from} → ${to}`}</p>) },
                { id: 'safe', title: t('moves.safe'), cell: (row) => <><Tag tone={row.safe ? 'leaf' : 'lacquer'} sign={row.safe ? 'circle-check' : 'circle-x'}>{t(row.safe ? 'moves.is-safe' : 'moves.is-unsafe')}</Tag>{row.faults.map((text) => <p key={text} className="small">{text}</p>)}</> },
                { id: 'act', title: t('work.acts'), cell: (row) => row.safe ? <Button label={`${t('moves.move')} ${row.code}`} onPress={() => { start([row]); }}>{t('moves.move')}</Button> : '' },
              ]}
            />
            {more && <p className="muted">{t('moves.more')}</p>}
          </>
        )}
      </Asked>
    </Section>
  );
}
