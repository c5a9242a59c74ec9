// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BackFileBatchMade } from '@motcua/back-files/contract';
import { Button, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, send } from '@motcua/web-kit';

/** Bỏ lô: nobody goes on with it, with the reason; cannot be taken back, so it stands folded and says what it does. */
export function DropBatch({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const drop = useMutation({ mutationFn: () => send(BackFileBatchMade, { method: 'POST', path: `/api/back-files/${id}/drop`, body: { reason } }), onSuccess: () => queries.invalidateQueries({ queryKey: ['back-files'] }) });
  const fault = drop.error === null ? undefined : faultsOf(failureOf(drop.error))[0]?.text ?? failureWords(failureOf(drop.error));
  return (
    <details>
      <summary>{t('back-file.drop-title')}</summary>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!drop.isPending) drop.mutate(); }}>
        <p>{t('back-file.drop-effect')}</p>
        <TextField name="ly-do-bo-lo" label={t('back-file.drop-reason')} value={reason} error={fault} onChange={setReason} />
        <p><Button type="submit" look="danger" busy={drop.isPending}>{t('back-file.drop')}</Button></p>
      </form>
    </details>
  );
}
