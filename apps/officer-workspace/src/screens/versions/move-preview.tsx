// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { BatchDone } from '@motcua/dossiers/contract';
import { Asked, Button, Code, DataTable, Message, Section, Tag, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import type { MessageId } from '@motcua/i18n';

/** A dossier that could go to another version, and what stands against it. */
type MovedRow = { readonly code: string; readonly version: number; readonly fromVersion: number; readonly safe: boolean; readonly faults: readonly string[] };

type MovePreviewProps<Row extends MovedRow> = {
  readonly id: string;
  readonly of: { readonly name: string; readonly newest: number };
  readonly preview: UseQueryResult<{ readonly dossiers: readonly Row[]; readonly more: boolean }>;
  /** Where moves are sent, and which lists they change. */
  readonly path: string; readonly list: string;
  readonly words: { readonly moveAll: MessageId; readonly reasonHint?: MessageId };
  /** What of a dossier changes. */
  readonly changes: { readonly title: string; readonly cell: (row: Row) => ReactNode };
  /** Says what was moved; above, for the list below may be empty by then. */
  readonly onMoved: (said: readonly string[]) => void;
};

const mostAtOnce = 100;

/** Dossiers before they are moved to another version: one by one, or all that may, under a numbered paper with its reason. */
export function MovePreview<Row extends MovedRow>({ id, of: { name, newest }, preview, path, list, words, changes, onMoved }: MovePreviewProps<Row>): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const [isPressed, setPressed] = useState(false);
  const safe = preview.data?.dossiers.filter((dossier) => dossier.safe) ?? [];
  const isReady = reason.trim() !== '' && documentNumber.trim() !== '';
  const move = useMutation({
    mutationFn: (items: readonly Row[]) => send(BatchDone, { method: 'POST', path, body: { clientKey: newClientKey(), to: newest, reason, documentNumber, items: items.slice(0, mostAtOnce).map(({ code, version }) => ({ code, version })) } }),
    onSuccess: async ({ results }) => {
      onMoved([t('moves.done', { done: results.filter(({ ok }) => ok).length, total: results.length }), ...results.filter(({ ok }) => !ok).map(({ code, title }) => `${code}: ${title ?? ''}`)]);
      await queries.invalidateQueries({ queryKey: [list] });
    },
  });
  const start = (items: readonly Row[]): void => { setPressed(true); if (isReady && items.length > 0 && !move.isPending) move.mutate(items); };
  const missing = (typed: string, field: string): string | undefined => (isPressed && typed.trim() === '' ? t('act-field.missing', { name: field }) : undefined);
  return (
    <Section id={id} title={t('moves.preview', { name, newest })}>
      {move.error !== null && <Message tone="bad">{failureWords(failureOf(move.error))}</Message>}
      <div className="form">
        <TextField name="documentNumber" label={t('delegation.number')} value={documentNumber} error={missing(documentNumber, t('delegation.number'))} onChange={setDocumentNumber} />
        <TextArea name="reason" label={t('act-field.reason')} {...(words.reasonHint === undefined ? {} : { hint: t(words.reasonHint) })} rows={2} value={reason} error={missing(reason, t('act-field.reason'))} onChange={setReason} />
        <Button look="primary" busy={move.isPending} onPress={() => { start(safe); }}>{t(words.moveAll, { count: safe.length })}</Button>
      </div>
      <Asked answer={preview} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ dossiers, more }) => (
          <>
            <DataTable
              caption={t('moves.caption', { count: dossiers.length, safe: safe.length })} rows={dossiers} rowKey={({ code }) => code}
              columns={[
                { id: 'code', title: t('seal.dossier'), isRowTitle: true, cell: ({ code, fromVersion }) => <><Code code={code} /><br /><span className="muted small">{t('moves.version', { version: fromVersion })}</span></> },
                { id: 'changes', ...changes },
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
