// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { moneyText, numberText } from '@motcua/i18n';
import { useWords } from '@motcua/ui';

/** Lợi ích một năm: what simplification saves, or that it costs more. */
export function SavingLine({ saving: { yearlyVnd, share } }: { readonly saving: { readonly yearlyVnd: number; readonly share: number | null } }): ReactElement {
  const t = useWords();
  const part = share === null ? '' : t('review.saving-share', { share: numberText(Math.round(Math.abs(share) * 1000) / 10) });
  return <p role="status"><strong>{t(yearlyVnd >= 0 ? 'review.saving' : 'review.costs-more', { amount: moneyText(Math.abs(yearlyVnd)) })}</strong> {part}</p>;
}
