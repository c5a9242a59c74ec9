// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { RadioGroup, Select, TextField, useWords } from '@motcua/ui';
import { ReturnWay } from '@motcua/dossiers/contract';
import type { DraftContent } from '@motcua/dossiers/contract';
import type { StepProps } from './filing.tsx';
import { StepPage } from './step-page.tsx';

/** Bước 4: nơi và cách nhận kết quả. */
export function ReturnStep({ draft, handle, start, left }: StepProps): ReactElement {
  const t = useWords();
  const { content, change } = handle;
  const serving = start.agencies.find(({ code }) => code === content.agency)?.shop ?? '';
  return (
    <StepPage title={t('filing.step.nhan')} draftId={draft.id} places={left.nhan} next={`/soan/${draft.id}/kiem-tra`}>
      {(faults) => (
        <>
          <RadioGroup
            name="returnWay" label={t('filing.return-way')} error={faults['returnWay']} value={content.returnWay ?? ''}
            choices={ReturnWay.options.map((way) => ({ value: way, label: t(`filing.return-way.${way}`), hint: t(`filing.return-way.${way}.hint`) }))}
            onChange={(chosen) => { const way = ReturnWay.safeParse(chosen); if (way.success) change({ returnWay: way.data }); }}
          />
          {content.returnWay === 'counter' && start.anywhere && start.shops.length > 1 && (
            <Select
              name="returningAgency" label={t('filing.return-at')} hint={t('filing.return-at.hint')} error={faults['returningAgency']} value={content.returningAgency ?? serving}
              choices={start.shops.map(({ code, name }) => ({ value: code, label: name }))} onChange={(code) => { change({ returningAgency: code === serving ? null : code }); }}
            />
          )}
          {content.returnWay === 'post' && <ToWhom content={content} faults={faults} onChange={(returnTo) => { change({ returnTo }); }} />}
        </>
      )}
    </StepPage>
  );
}

type Typed = NonNullable<DraftContent['returnTo']>;

/** Whom the post brings it to: the applicant as known, unless the person writes another. */
function ToWhom({ content, faults, onChange }: { readonly content: DraftContent; readonly faults: Readonly<Record<string, string>>; readonly onChange: (to: Typed) => void }): ReactElement {
  const t = useWords();
  const { applicant } = content;
  const to = content.returnTo ?? { name: applicant?.name ?? '', phone: applicant?.phone ?? '', address: applicant?.address?.text ?? '' };
  return (
    <>
      <TextField name="returnTo.name" label={t('filing.to-name')} error={faults['returnTo.name']} value={to.name} onChange={(name) => { onChange({ ...to, name }); }} />
      <TextField name="returnTo.phone" label={t('filing.to-phone')} width="id" optional error={faults['returnTo.phone']} value={to.phone} typing={{ inputMode: 'tel', autoComplete: 'tel' }} onChange={(phone) => { onChange({ ...to, phone }); }} />
      <TextField name="returnTo.address" label={t('filing.to-address')} error={faults['returnTo.address']} value={to.address} onChange={(address) => { onChange({ ...to, address }); }} />
    </>
  );
}
