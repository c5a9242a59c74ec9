// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone, DeclineReason } from '@motcua/dossiers/contract';
import { Button, Code, Dialog, MessageArea, RadioGroup, TextArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';

type DeclineProps = { readonly line: { readonly code: string; readonly version: number; readonly receivingName: string }; readonly onClose: () => void; readonly onSaid: (words: string) => void };

/** Không nhận: why the dossier goes back to the office that received it. */
export function DeclineDialog({ line, onClose, onSaid }: DeclineProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [why, setWhy] = useState('');
  const [reason, setReason] = useState('');
  const [isPressed, setPressed] = useState(false);
  const isReady = why !== '' && reason.trim() !== '';
  const decline = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${encodeURIComponent(line.code)}/decline`, body: { clientKey, version: line.version, why, reason: reason.trim() } }),
    onSuccess: async ({ code }) => { onClose(); onSaid(t('transfers.declined', { code, to: line.receivingName })); await dossiersChanged(queries); },
  });
  const submit = (): void => { setPressed(true); if (isReady && !decline.isPending) decline.mutate(); };
  return (
    <Dialog title={t('transfers.decline-title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{decline.error === null ? '' : failureWords(failureOf(decline.error))}</MessageArea>
        <p><Code code={line.code} /> · {line.receivingName}</p>
        <RadioGroup name="why" label={t('transfers.why')} value={why} error={isPressed && why === '' ? t('act-field.missing', { name: t('transfers.why') }) : undefined} choices={DeclineReason.options.map((one) => ({ value: one, label: t(`decline-reason.${one}`) }))} onChange={setWhy} />
        <TextArea name="reason" label={t('transfers.reason')} hint={t('transfers.reason-hint')} rows={2} value={reason} error={isPressed && reason.trim() === '' ? t('act-field.missing', { name: t('transfers.reason') }) : undefined} onChange={setReason} />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={decline.isPending}>{t('transfers.decline')}</Button></div>
      </form>
    </Dialog>
  );
}
