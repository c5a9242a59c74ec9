// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Dialog, MessageArea, TextArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, send } from '@motcua/web-kit';
import { OwnVault } from '@motcua/vault/contract';
import type { VaultPaper } from '@motcua/vault/contract';

/** «Giấy này không đúng»: the owner says what is wrong; the agency that issued the paper reads it on the dossier. */
export function DisputeDialog({ paper, onClose }: { readonly paper: VaultPaper; readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [isPressed, setPressed] = useState(false);
  const dispute = useMutation({
    mutationFn: () => send(OwnVault, { method: 'POST', path: `/api/my/vault/${paper.id}/disputes`, body: { text: text.trim() } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['my-vault'] }); onClose(); },
  });
  const isShort = text.trim().length < 5;
  return (
    <Dialog title={t('vault.dispute-title', { name: paper.name })} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); setPressed(true); if (!isShort) dispute.mutate(); }}>
        <MessageArea tone="bad">{dispute.error === null ? '' : failureWords(failureOf(dispute.error))}</MessageArea>
        <TextArea name="text" label={t('vault.dispute-what')} hint={t('vault.dispute-hint')} value={text} error={isPressed && isShort ? t('vault.dispute-missing') : undefined} onChange={setText} />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={dispute.isPending}>{t('vault.dispute-send')}</Button></div>
      </form>
    </Dialog>
  );
}
