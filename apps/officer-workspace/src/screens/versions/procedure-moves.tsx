// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BatchDone, ProcedureMovePreview, ProcedureMoves } from '@motcua/dossiers/contract';
import { momentShort } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, Message, Section, Tag, TextArea, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';

type Moved = ProcedureMoves['procedures'][number];
type Row = ProcedureMovePreview['dossiers'][number];

/** Thủ tục có bản mới: which dossiers are still solved under an older version of their procedure; previewed part by part, then moved one by one or all that may. */
export function ProcedureMovesSection({ chosen, onMoved }: { readonly chosen: string | null; readonly onMoved: (said: readonly string[]) => void }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['procedure-moves'], queryFn: () => ask(ProcedureMoves, '/api/procedure-moves') });
  const procedure = list.data?.procedures.find(({ code }) => code === chosen);
  return (
    <>
      <Section id="thu-tuc" title={t('procedure-moves.title')}>
        <p className="muted">{t('procedure-moves.what')}</p>
        <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ procedures }) => procedures.length === 0 ? <EmptyState><p>{t('procedure-moves.none')}</p></EmptyState> : (
            <ul className="lines" role="list">
              {procedures.map(({ code, name, newest, running }) => <li key={code}><a href={`/lam-viec/chuyen-ban?thu-tuc=${encodeURIComponent(code)}`}>{name}</a><br /><span className="muted">{t('moves.running', { count: running, newest })}</span></li>)}
            </ul>
          )}
        </Asked>
      </Section>
      {procedure !== undefined && <Preview key={procedure.code} procedure={procedure} onMoved={onMoved} />}
    </>
  );
}

function Preview({ procedure, onMoved }: { readonly procedure: Moved; readonly onMoved: (said: readonly string[]) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const preview = useQuery({ queryKey: ['procedure-moves', procedure.code], queryFn: () => ask(ProcedureMovePreview, '/api/procedure-moves/preview', { code: procedure.code, to: String(procedure.newest) }) });
  const [reason, setReason] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const [isPressed, setPressed] = useState(false);
  const safe = preview.data?.dossiers.filter((dossier) => dossier.safe) ?? [];
  const isReady = reason.trim() !== '' && documentNumber.trim() !== '';
  const move = useMutation({
    mutationFn: (items: readonly Row[]) => send(BatchDone, {
      method: 'POST', path: '/api/procedure-moves', body: { clientKey: newClientKey(), to: procedure.newest, reason, documentNumber, items: items.slice(0, 100).map(({ code, version }) => ({ code, version })) },
    }),
    onSuccess: async ({ results }) => {
      onMoved([t('moves.done', { done: results.filter(({ ok }) => ok).length, total: results.length }), ...results.filter(({ ok }) => !ok).map(({ code, title }) => `${code}: ${title ?? ''}`)]);
      await queries.invalidateQueries({ queryKey: ['procedure-moves'] });
    },
  });
  const start = (items: readonly Row[]): void => { setPressed(true); if (isReady && items.length > 0 && !move.isPending) move.mutate(items); };
  const missing = (typed: string, name: string): string | undefined => (isPressed && typed.trim() === '' ? t('act-field.missing', { name }) : undefined);
  return (
    <Section id="xem-truoc-thu-tuc" title={t('moves.preview', { name: procedure.name, newest: procedure.newest })}>
      {move.error !== null && <Message tone="bad">{failureWords(failureOf(move.error))}</Message>}
      <div className="form">
        <TextField name="documentNumber" label={t('delegation.number')} value={documentNumber} error={missing(documentNumber, t('delegation.number'))} onChange={setDocumentNumber} />
        <TextArea name="reason" label={t('act-field.reason')} hint={t('procedure-moves.reason-hint')} rows={2} value={reason} error={missing(reason, t('act-field.reason'))} onChange={setReason} />
        <Button look="primary" busy={move.isPending} onPress={() => { start(safe); }}>{t('procedure-moves.move-all', { count: safe.length })}</Button>
      </div>
      <Asked answer={preview} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ dossiers, more }) => (
          <>
            <DataTable
              caption={t('moves.caption', { count: dossiers.length, safe: safe.length })} rows={dossiers} rowKey={({ code }) => code}
              columns={[
                { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, fromVersion }) => <><Code code={code} /><br /><span className="muted small">{t('moves.version', { version: fromVersion })}</span></> },
                { id: 'changes', title: t('procedure-moves.changes'), cell: (row) => <Changes row={row} /> },
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

/** What changes for one dossier, and the day promised. */
function Changes({ row: { changes, owedAt, safe } }: { readonly row: Row }): ReactElement {
  const t = useWords();
  const day = (at: string | null): string => (at === null ? '–' : momentShort(at));
  return (
    <>
      {changes.length === 0 && <p className="small">{t('procedure-moves.no-change')}</p>}
      {changes.map(({ part, before, after }) => <p key={`${part} ${before} ${after}`} className="small"><strong>{t(`procedure-moves.part.${part}`)}</strong>: {before} → {after}</p>)}
      {safe && <p className="small">{owedAt.before === owedAt.after ? t('procedure-moves.day-stays', { day: day(owedAt.before) }) : t('procedure-moves.day-earlier', { before: day(owedAt.before), after: day(owedAt.after) })}</p>}
    </>
  );
}
