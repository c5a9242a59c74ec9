// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { DossierTransfers } from '@motcua/dossiers/contract';
import { Button, Code, Dialog, ErrorSummary, MessageArea, Select, TextArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';

type Back = DossierTransfers['cameBack'][number];

/** Gửi lại: what was corrected, and to whom; where the agency was wrong another one must be chosen. */
export function SendAgainDialog({ line, onClose, onSaid }: { readonly line: Back; readonly onClose: () => void; readonly onSaid: (words: string) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const mustChoose = line.why === 'wrong-agency';
  const [agency, setAgency] = useState(mustChoose ? '' : line.solving);
  const [note, setNote] = useState('');
  const [isPressed, setPressed] = useState(false);
  const isReady = agency !== '' && note.trim() !== '';
  const sendAgain = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${encodeURIComponent(line.code)}/sending`, body: { clientKey, version: line.version, note: note.trim(), solvingAgency: agency === line.solving ? null : agency } }),
    onSuccess: async ({ code }) => {
      onClose();
      onSaid(t('transfers.sent-again', { code, to: line.agencies.find((one) => one.code === agency)?.name ?? line.solvingName }));
      await dossiersChanged(queries);
    },
  });
  const failure = sendAgain.error === null ? null : failureOf(sendAgain.error);
  const submit = (): void => { setPressed(true); if (isReady && !sendAgain.isPending) sendAgain.mutate(); };
  const choices = line.agencies.filter(({ code }) => !mustChoose || code !== line.solving).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Dialog title={t('transfers.send-again-title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
        <p><Code code={line.code} /> · {line.reason}</p>
        <Select name="solvingAgency" label={t('filing.agency')} value={agency} {...(mustChoose ? { empty: '' } : {})} error={isPressed && agency === '' ? t('filing.agency-missing') : undefined} choices={choices} onChange={setAgency} />
        <TextArea name="note" label={t('transfers.note')} hint={t('transfers.note-hint')} rows={2} value={note} error={isPressed && note.trim() === '' ? t('act-field.missing', { name: t('transfers.note') }) : undefined} onChange={setNote} />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={sendAgain.isPending}>{t('transfers.send-again')}</Button></div>
      </form>
    </Dialog>
  );
}
