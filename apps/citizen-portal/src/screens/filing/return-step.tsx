// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { RadioGroup, useWords } from '@motcua/ui';
import { ReturnWay } from '@motcua/dossiers/contract';
import type { StepProps } from './filing.tsx';
import { StepPage } from './step-page.tsx';

/** Bước 4: nơi và cách nhận kết quả. */
export function ReturnStep({ draft, handle, left }: StepProps): ReactElement {
  const t = useWords();
  return (
    <StepPage title={t('filing.step.nhan')} draftId={draft.id} places={left.nhan} next={`/soan/${draft.id}/kiem-tra`}>
      {(faults) => (
        <RadioGroup
          name="returnWay" label={t('filing.return-way')} error={faults['returnWay']} value={handle.content.returnWay ?? ''}
          choices={ReturnWay.options.map((way) => ({ value: way, label: t(`filing.return-way.${way}`), hint: t(`filing.return-way.${way}.hint`) }))}
          onChange={(chosen) => { const way = ReturnWay.safeParse(chosen); if (way.success) handle.change({ returnWay: way.data }); }}
        />
      )}
    </StepPage>
  );
}
