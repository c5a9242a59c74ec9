// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, Message, useWords } from '@motcua/ui';
import { BatchDone } from '@motcua/dossiers/contract';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import type { BulkBarProps } from './bulk-bar.tsx';

/** Closes the chosen dossiers whose supplement did not come, in one press; each person is told what happened and what to do. */
export function CloseBar({ rows, onDone }: BulkBarProps): ReactElement | null {
  const t = useWords();
  const queries = useQueryClient();
  const close = useMutation({
    mutationFn: () => send(BatchDone, { method: 'POST', path: '/api/batch/closing', body: { clientKey: newClientKey(), items: rows.map(({ code, version }) => ({ code, version })) } }),
    onSuccess: async ({ results }) => {
      const failed = results.filter(({ ok }) => !ok);
      onDone([t('close-bar.closed', { done: results.length - failed.length, total: results.length }), ...failed.map(({ code, title }) => `${code}: ${title ?? ''}`)].join(' · '), failed.map(({ code }) => code));
      await dossiersChanged(queries);
    },
  });
  if (rows.length === 0) return null;
  return (
    <div className="row strip" role="group" aria-label={t('bulk.label')}>
      <strong>{t('bulk.selected', { count: rows.length })}</strong>
      <Button look="danger" busy={close.isPending} onPress={() => { close.mutate(); }}>{t('close-bar.act', { count: rows.length })}</Button>
      <span className="muted">{t('close-bar.effect')}</span>
      {close.error !== null && <Message tone="bad">{failureWords(failureOf(close.error))}</Message>}
    </div>
  );
}
