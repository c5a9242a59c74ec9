// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { ParcelTo, PostalReturns } from '@motcua/dossiers/contract';
import { Button, Code, Dialog, ErrorSummary, MessageArea, Select, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import type { SayIt } from './post.tsx';

type PackProps = { readonly line: { readonly code: string; readonly version: number; readonly to: ParcelTo }; readonly enterprises: PostalReturns['enterprises']; readonly onClose: () => void; readonly onSaid: SayIt };

const isPayer = (value: string): value is ParcelTo['payer'] => value === 'applicant' || value === 'agency';

/** Đóng gói: the slip of the post, whom it goes to, who pays. */
export function PackDialog({ line, enterprises, onClose, onSaid }: PackProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [clientKey] = useState(newClientKey);
  const [enterprise, setEnterprise] = useState(enterprises[0]?.code ?? '');
  const [slip, setSlip] = useState('');
  const [to, setTo] = useState(line.to);
  const [isPressed, setPressed] = useState(false);
  const isReady = [slip, to.name, to.address].every((text) => text.trim() !== '') && enterprise !== '';
  const pack = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/dossiers/${encodeURIComponent(line.code)}/parcels`, body: { clientKey, version: line.version, enterprise, slip: slip.trim(), to: { ...to, phone: to.phone?.replace(/[\s.]/gu, '') ?? null } } }),
    onSuccess: async ({ code }) => {
      onClose();
      onSaid({ words: t('post.packed', { code }), print: { href: `/api/dossiers/${encodeURIComponent(code)}/parcels/printed`, words: t('post.print-slip') } });
      await dossiersChanged(queries);
    },
  });
  const failure = pack.error === null ? null : failureOf(pack.error);
  const missing = (name: string, value: string): string | undefined => (isPressed && value.trim() === '' ? t('act-field.missing', { name }) : undefined);
  const submit = (): void => { setPressed(true); if (isReady && !pack.isPending) pack.mutate(); };
  return (
    <Dialog title={t('post.pack-title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{failure === null ? '' : failureWords(failure)}</MessageArea>
        <ErrorSummary faults={failure === null ? [] : faultsOf(failure)} />
        <p><Code code={line.code} /></p>
        <Select name="enterprise" label={t('post.enterprise')} value={enterprise} choices={enterprises.map(({ code, name }) => ({ value: code, label: name }))} onChange={setEnterprise} />
        <TextField name="slip" label={t('post.slip')} hint={t('post.slip-hint')} width="id" value={slip} error={missing(t('post.slip'), slip)} typing={{ autoComplete: 'off' }} onChange={setSlip} />
        <TextField name="to.name" label={t('post.to-name')} value={to.name} error={missing(t('post.to-name'), to.name)} onChange={(name) => { setTo({ ...to, name }); }} />
        <TextField name="to.phone" label={t('post.to-phone')} width="id" optional value={to.phone ?? ''} typing={{ inputMode: 'tel' }} onChange={(phone) => { setTo({ ...to, phone: phone.trim() === '' ? null : phone }); }} />
        <TextField name="to.address" label={t('post.to-address')} value={to.address} error={missing(t('post.to-address'), to.address)} onChange={(address) => { setTo({ ...to, address }); }} />
        <Select name="to.payer" label={t('post.payer')} value={to.payer} choices={[{ value: 'applicant', label: t('post.payer.applicant') }, { value: 'agency', label: t('post.payer.agency') }]} onChange={(payer) => { if (isPayer(payer)) setTo({ ...to, payer }); }} />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={pack.isPending}>{t('post.pack')}</Button></div>
      </form>
    </Dialog>
  );
}
