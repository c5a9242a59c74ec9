// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone, TrackPost } from '@motcua/dossiers/contract';
import type { PostalReturns } from '@motcua/dossiers/contract';
import { Button, Code, Dialog, ErrorSummary, MessageArea, RadioGroup, TextArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import type { SayIt } from './post.tsx';

type Line = PostalReturns['parcels'][number];
type TellProps = { readonly line: Line; readonly isDelivered: boolean; readonly onClose: () => void; readonly onSaid: SayIt };

const stages = TrackPost.shape.stage;

/** What the post says of a parcel: delivered to whom and when, or where it is and why. */
export function TellDialog({ line, isDelivered, onClose, onSaid }: TellProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [receivedBy, setReceivedBy] = useState(line.parcel.to.name);
  const [when, setWhen] = useState('');
  const [stage, setStage] = useState('');
  const [reason, setReason] = useState('');
  const [isPressed, setPressed] = useState(false);
  const chosen = stages.safeParse(stage);
  const needsReason = chosen.success && chosen.data !== 'on-the-way';
  const isReady = isDelivered ? receivedBy.trim() !== '' && when !== '' : chosen.success && (!needsReason || reason.trim() !== '');
  const tell = useMutation({
    mutationFn: () => send(ActDone, {
      method: 'POST', path: `/api/dossiers/${encodeURIComponent(line.code)}/parcels/${isDelivered ? 'delivery' : 'tracking'}`,
      body: { clientKey, version: line.version, ...(isDelivered ? { receivedBy: receivedBy.trim(), deliveredAt: `${when}:00+07:00` } : { stage, reason: reason.trim() === '' ? null : reason.trim() }) },
    }),
    onSuccess: async ({ code }) => {
      onClose();
      onSaid({ words: isDelivered ? t('post.told-delivered', { code, name: receivedBy }) : t('post.told', { code, stage: chosen.success ? t(`parcel-stage.${chosen.data}`) : '' }) });
      await dossiersChanged(queries);
    },
  });
  const failure = tell.error === null ? null : failureOf(tell.error);
  const missing = (name: string, isMissing: boolean): string | undefined => (isPressed && isMissing ? t('act-field.missing', { name }) : undefined);
  const submit = (): void => { setPressed(true); if (isReady && !tell.isPending) tell.mutate(); };
  return (
    <Dialog title={t(isDelivered ? 'post.delivered-title' : 'post.tell-title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
        <p><Code code={line.code} /> · <span className="num">{line.parcel.slip}</span></p>
        {isDelivered ? (
          <>
            <TextField name="receivedBy" label={t('post.received-by')} value={receivedBy} error={missing(t('post.received-by'), receivedBy.trim() === '')} onChange={setReceivedBy} />
            <TextField name="deliveredAt" label={t('post.delivered-at')} width="id" typing={{ type: 'datetime-local' }} value={when} error={missing(t('post.delivered-at'), when === '')} onChange={setWhen} />
          </>
        ) : (
          <>
            <RadioGroup name="stage" label={t('post.stage')} value={stage} error={missing(t('post.stage'), !chosen.success)} choices={stages.options.map((one) => ({ value: one, label: t(`parcel-stage.${one}`) }))} onChange={setStage} />
            <TextArea name="reason" label={t('act-field.reason')} rows={2} optional={!needsReason} value={reason} error={missing(t('act-field.reason'), needsReason && reason.trim() === '')} onChange={setReason} />
          </>
        )}
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={tell.isPending}>{t('post.record')}</Button></div>
      </form>
    </Dialog>
  );
}
