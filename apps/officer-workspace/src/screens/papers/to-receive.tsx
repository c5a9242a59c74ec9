// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { PaperHandOvers } from '@motcua/dossiers/contract';
import { momentShort, shortName } from '@motcua/i18n';
import { Button, CheckboxGroup, Code, DataTable, Dialog, EmptyState, Message, MessageArea, Section, Tag, TextArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';

type Line = PaperHandOvers['toReceive'][number];

/** Giấy chờ nhận: each dossier is confirmed, or sent back with what is missing. */
export function ToReceive({ lines, onAnswered }: { readonly lines: readonly Line[]; readonly onAnswered: (words: string, noteId: string) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [returning, setReturning] = useState<Line | null>(null);
  const confirm = useMutation({
    mutationFn: ({ code, version }: Line) => send(ActDone, { method: 'POST', path: `/api/dossiers/${encodeURIComponent(code)}/papers-received`, body: { clientKey: newClientKey(), version } }),
    onSuccess: async ({ code }, { note }) => { onAnswered(t('papers.received', { code }), note.id); await dossiersChanged(queries); },
  });
  return (
    <Section id="cho-nhan" title={t('papers.to-receive')}>
      {confirm.error !== null && <Message tone="bad">{failureWords(failureOf(confirm.error))}</Message>}
      {lines.length === 0 ? <EmptyState><p>{t('papers.nothing-to-receive')}</p></EmptyState> : (
        <DataTable
          caption={t('papers.receive-caption', { count: lines.length })} rows={lines} rowKey={({ code }) => code}
          columns={[
            { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, applicant }) => <><a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a><br /><span className="muted small">{applicant}</span></> },
            { id: 'procedure', title: t('book.procedure'), cell: ({ procedure }) => shortName(procedure) },
            { id: 'from', title: t('papers.from'), cell: ({ fromName, note, sentAt, late }) => <>{fromName}<br /><a href={`/api/paper-hand-overs/${note.id}/printed`}>{t('papers.note', { number: note.number })}</a><br /><span className="muted small">{momentShort(sentAt)}</span>{late && <><br /><Tag tone="lacquer" sign="circle-x">{t('papers.came-late')}</Tag></>}</> },
            { id: 'count', title: t('papers.count'), figures: true, cell: ({ count }) => count },
            { id: 'act', title: t('work.acts'), cell: (line) => <div className="row"><Button label={`${t('papers.confirm')} ${line.code}`} busy={confirm.isPending && confirm.variables.code === line.code} onPress={() => { if (!confirm.isPending) confirm.mutate(line); }}>{t('papers.confirm')}</Button><Button label={`${t('papers.send-back')} ${line.code}`} onPress={() => { setReturning(line); }}>{t('papers.send-back')}</Button></div> },
          ]}
        />
      )}
      {returning !== null && <SendBack line={returning} onClose={() => { setReturning(null); }} onAnswered={onAnswered} />}
    </Section>
  );
}

function SendBack({ line, onClose, onAnswered }: { readonly line: Line; readonly onClose: () => void; readonly onAnswered: (words: string, noteId: string) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [isPressed, setPressed] = useState(false);
  const isReady = reason.trim() !== '';
  const sendBack = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${encodeURIComponent(line.code)}/papers-returned`, body: { clientKey, version: line.version, reason: reason.trim(), missing: missing.map(Number) } }),
    onSuccess: async ({ code }) => { onClose(); onAnswered(t('papers.sent-back', { code }), line.note.id); await dossiersChanged(queries); },
  });
  const submit = (): void => { setPressed(true); if (isReady && !sendBack.isPending) sendBack.mutate(); };
  return (
    <Dialog title={t('papers.send-back-title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{sendBack.error === null ? '' : failureWords(failureOf(sendBack.error))}</MessageArea>
        <p><Code code={line.code} /> · {t('papers.note', { number: line.note.number })}</p>
        <CheckboxGroup name="missing" label={t('papers.missing')} optional values={missing} onChange={setMissing} choices={line.papers.map(({ no, name, count }) => ({ value: String(no), label: t('papers.paper', { name, count }) }))} />
        <TextArea name="reason" label={t('act-field.reason')} rows={2} value={reason} error={isPressed && !isReady ? t('act-field.missing', { name: t('act-field.reason') }) : undefined} onChange={setReason} />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={sendBack.isPending}>{t('papers.send-back')}</Button></div>
      </form>
    </Dialog>
  );
}
