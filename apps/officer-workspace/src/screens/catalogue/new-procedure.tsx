// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { Button, Dialog, MessageArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, goTo, send } from '@motcua/web-kit';

const codes = /^\d\.\d{6,7}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$/u;

/** Thủ tục mới: its code, then a bản soạn with nothing in it; a code that is there already opens its next version. */
export function NewProcedure({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const [code, setCode] = useState('');
  const [isPressed, setPressed] = useState(false);
  const begin = useMutation({
    mutationFn: () => send(z.object({ id: z.string() }), { method: 'POST', path: '/api/proposals', body: { kind: 'procedure', key: code.trim() } }),
    onSuccess: ({ id }) => { goTo(`/lam-viec/ban-soan/${id}`); },
  });
  const isGood = codes.test(code.trim());
  return (
    <Dialog title={t('catalogue.new')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); setPressed(true); if (isGood && !begin.isPending) begin.mutate(); }}>
        <MessageArea tone="bad">{begin.error === null ? '' : failureWords(failureOf(begin.error))}</MessageArea>
        <TextField name="code" label={t('procedure.code')} hint={t('catalogue.code-hint')} width="code" value={code} error={isPressed && !isGood ? t('catalogue.code-bad') : undefined} onChange={setCode} typing={{ autoComplete: 'off' }} />
        <div className="row end"><span data-safe><Button onPress={onClose}>{t('act.later')}</Button></span><Button type="submit" look="primary" busy={begin.isPending}>{t('catalogue.begin')}</Button></div>
      </form>
    </Dialog>
  );
}
