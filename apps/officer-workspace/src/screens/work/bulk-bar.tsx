// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, Message, useWords } from '@motcua/ui';
import { BatchDone } from '@motcua/dossiers/contract';
import type { DossierRow } from '@motcua/dossiers/contract';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';

export type BulkBarProps = { readonly rows: readonly DossierRow[]; readonly onDone: (summary: string, failed: readonly string[]) => void };

/** Steps that end by an act of their own, or with a draft that is written for one dossier. */
const ownAct: ReadonlySet<string> = new Set(['appraise', 'approve', 'sign', 'number', 'return']);

/** Forwards many at once: says before how many fit, after how many went; what failed stays selected with its reason. */
export function BulkBar({ rows, onDone }: BulkBarProps): ReactElement | null {
  const t = useWords();
  const queries = useQueryClient();
  const fit = rows.filter(({ task }) => task !== null && (task.act === null || !ownAct.has(task.act)));
  const forward = useMutation({
    mutationFn: () => send(BatchDone, {
      method: 'POST', path: '/api/batch/forward',
      body: { clientKey: newClientKey(), opinion: null, items: fit.flatMap(({ code, version, task }) => task === null ? [] : [{ code, version, taskId: task.taskId }]) },
    }),
    onSuccess: async ({ results }) => {
      const failed = results.filter(({ ok }) => !ok);
      onDone(
        [t('bulk.forwarded', { done: results.length - failed.length, total: results.length }), ...failed.map(({ code, title }) => `${code}: ${title ?? ''}`)].join(' · '),
        failed.map(({ code }) => code),
      );
      await dossiersChanged(queries);
    },
  });
  if (rows.length === 0) return null;
  return (
    <div className="row strip" role="group" aria-label={t('bulk.label')}>
      <strong>{t('bulk.selected', { count: rows.length })}</strong>
      <Button busy={forward.isPending} onPress={() => { if (fit.length > 0) forward.mutate(); else onDone(t('bulk.none-fits'), rows.map(({ code }) => code)); }}>
        {t('bulk.forward', { fit: fit.length, total: rows.length })}
      </Button>
      {forward.error !== null && <Message tone="bad">{failureWords(failureOf(forward.error))}</Message>}
    </div>
  );
}
