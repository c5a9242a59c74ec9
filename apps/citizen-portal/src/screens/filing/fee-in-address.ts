// SPDX-License-Identifier: EUPL-1.2
import type { FeeAnswers } from '@motcua/ui';

/** What «Tôi cần giấy gì» found out of the fee: so-luong=trang:3,ban:2 and mien-giam=ngheo; what cannot be read is left out. */
export function feeInAddress(query: URLSearchParams): FeeAnswers {
  const counted = (query.get('so-luong') ?? '').split(',').flatMap((part) => { const [id = '', count = ''] = part.split(':'); return id !== '' && /^\d{1,5}$/u.test(count) ? [[id, Number(count)] as const] : []; });
  return { units: Object.fromEntries(counted), claims: (query.get('mien-giam') ?? '').split(',').filter((id) => id !== '' && id.length <= 60).slice(0, 60), shipping: null };
}
