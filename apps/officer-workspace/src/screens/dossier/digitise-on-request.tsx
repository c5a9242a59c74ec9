// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { Scan } from '@motcua/dossiers/contract';
import { Checkbox, Tag, TextField, useWords } from '@motcua/ui';
import { moneyText } from '@motcua/i18n';

type OnRequestProps = { readonly scan: Scan; readonly isAsked: boolean; readonly receipt: string; readonly faultOf: (path: string) => string | undefined; readonly onAsked: (isAsked: boolean) => void; readonly onReceipt: (receipt: string) => void };

/** Why the paper is digitised: it must be, or its owner asked and pays the fee of the day for its pages. */
export function OnRequest({ scan, isAsked, receipt, faultOf, onAsked, onReceipt }: OnRequestProps): ReactElement {
  const t = useWords();
  if (scan.mustBe !== null) return <p className="row"><Tag tone="turmeric" sign="scan-barcode">{t('digitise.must')}</Tag><span>{t(`digitise.why.${scan.mustBe}`)}</span></p>;
  const fee = scan.pageVnd * scan.pages.length;
  return (
    <>
      <Checkbox name="onRequest" label={t('digitise.on-request')} checked={isAsked} onChange={onAsked} />
      {isAsked && (fee === 0 ? <p className="muted">{t('digitise.no-fee')}</p> : (
        <>
          <p>{t('digitise.fee', { fee: moneyText(fee), pages: scan.pages.length, page: moneyText(scan.pageVnd) })}</p>
          <TextField name="onRequest.receiptNumber" label={t('digitise.receipt')} width="code" value={receipt} error={faultOf('onRequest.receiptNumber')} onChange={onReceipt} />
        </>
      ))}
    </>
  );
}
