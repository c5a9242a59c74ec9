// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ArchiveOpened, ArchivePurpose } from '@motcua/archive/contract';
import { Button, Dialog, MessageArea, Select, TextArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, goTo, newClientKey, send } from '@motcua/web-kit';

/** Asks why before a closed dossier is shown; then goes to it. */
export function OpenDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const [key] = useState(newClientKey);
  const [typed, setTyped] = useState({ purpose: 'handling', reason: '' });
  const open = useMutation({
    mutationFn: () => send(ArchiveOpened, { method: 'POST', path: '/api/archive/openings', body: { clientKey: key, code, ...typed } }),
    onSuccess: ({ id }) => { onClose(); goTo(`/lam-viec/luu-tru/${id}`); },
  });
  const failure = open.error === null ? null : failureOf(open.error);
  const told = failure === null ? undefined : faultsOf(failure).find(({ field }) => field === 'reason')?.text;
  return (
    <Dialog title={t('archive.open-title', { code })} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); if (!open.isPending) open.mutate(); }}>
        <MessageArea tone="bad">{failure === null || told !== undefined ? '' : failureWords(failure)}</MessageArea>
        <Select name="purpose" label={t('archive.purpose')} value={typed.purpose} choices={ArchivePurpose.options.map((value) => ({ value, label: t(`opening.purpose.${value}`) }))} onChange={(purpose) => { setTyped({ ...typed, purpose }); }} />
        <TextArea name="reason" label={t('archive.reason')} hint={t('archive.reason-hint')} rows={2} value={typed.reason} error={told} onChange={(reason) => { setTyped({ ...typed, reason }); }} />
        <div className="row end">
          <Button onPress={onClose}>{t('act.later')}</Button>
          <Button type="submit" look="primary" busy={open.isPending}>{t('archive.open')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
