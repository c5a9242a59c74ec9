// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { ReturnWay } from '@motcua/dossiers/contract';
import type { FilingStart, ParcelTo } from '@motcua/dossiers/contract';
import { Select, TextField, useWords } from '@motcua/ui';
import type { Intake } from './intake.ts';

/** Whom a result goes to by post, while it is being written down. */
export type TypedReturn = Omit<ParcelTo, 'phone'> & { readonly phone: string };

type ReturnProps = { readonly intake: Intake; readonly start: FilingStart | undefined; readonly own: string; readonly known: TypedReturn; readonly faults: Readonly<Record<string, string>>; readonly onChange: (part: Partial<Intake>) => void };

/** Trả kết quả: how, at which one-stop shop, and by post to whom. */
export function ReturnFields({ intake, start, own, known, faults, onChange }: ReturnProps): ReactElement {
  const t = useWords();
  const shops = start?.shops ?? [];
  return (
    <>
      <Select
        name="return-way" label={t('act-field.return-way')} value={intake.returnWay} choices={ReturnWay.options.map((way) => ({ value: way, label: t(`filing.return-way.${way}`) }))}
        onChange={(chosen) => { const way = ReturnWay.safeParse(chosen); if (way.success) onChange({ returnWay: way.data }); }}
      />
      {start?.anywhere === true && shops.length > 1 && intake.returnWay !== 'electronic' && (
        <Select
          name="returningAgency" label={t(intake.returnWay === 'post' ? 'counter.sent-from' : 'counter.returned-at')} error={faults['returningAgency']} value={intake.returningAgency ?? own}
          choices={shops.map(({ code, name }) => ({ value: code, label: name }))} onChange={(code) => { onChange({ returningAgency: code }); }}
        />
      )}
      {intake.returnWay === 'post' && <ToWhom to={intake.returnTo ?? known} faults={faults} onChange={(returnTo) => { onChange({ returnTo }); }} />}
    </>
  );
}

function ToWhom({ to, faults, onChange }: { readonly to: TypedReturn; readonly faults: Readonly<Record<string, string>>; readonly onChange: (to: TypedReturn) => void }): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name="returnTo.name" label={t('post.to-name')} error={faults['returnTo.name']} value={to.name} onChange={(name) => { onChange({ ...to, name }); }} />
      <TextField name="returnTo.phone" label={t('post.to-phone')} width="id" optional error={faults['returnTo.phone']} value={to.phone} typing={{ inputMode: 'tel' }} onChange={(phone) => { onChange({ ...to, phone }); }} />
      <TextField name="returnTo.address" label={t('post.to-address')} error={faults['returnTo.address']} value={to.address} onChange={(address) => { onChange({ ...to, address }); }} />
      <Select name="returnTo.payer" label={t('post.payer')} value={to.payer} choices={[{ value: 'applicant', label: t('post.payer.applicant') }, { value: 'agency', label: t('post.payer.agency') }]} onChange={(payer) => { onChange({ ...to, payer: payer === 'agency' ? 'agency' : 'applicant' }); }} />
    </>
  );
}
