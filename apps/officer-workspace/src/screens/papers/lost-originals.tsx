// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Message, useWords } from '@motcua/ui';
import { useWorkCounts } from '../../api.ts';

/** Báo mất giấy gốc: stands on the work of who answers for the agency until the paper turned up. */
export function LostOriginals(): ReactElement | null {
  const t = useWords();
  const count = useWorkCounts().data?.counts['lost-originals'] ?? 0;
  return count === 0 ? null : <Message tone="bad"><p className="strong">{t('original.alarm', { count })}</p><p><a href="/lam-viec/giay-goc">{t('original.alarm-see')}</a></p></Message>;
}
