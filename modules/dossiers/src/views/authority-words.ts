// SPDX-License-Identifier: EUPL-1.2
import { officeDayText } from '@motcua/kernel';
import type { AuthorityRefusal } from '@motcua/organisation';

const dayText = (day: string | null): string => (day === null ? '' : officeDayText(Temporal.PlainDate.from(day)));

/** Why somebody may not sign (ngoài thẩm quyền), as the end of «Chưa ký được: …». */
export function authorityWords({ reason, number, day, procedure }: Omit<AuthorityRefusal, 'who'> & { readonly procedure: string }): string {
  const paper = `văn bản ${number ?? ''}`;
  switch (reason) {
    case 'no-head': return 'sổ chưa ghi người đứng đầu cơ quan hôm nay';
    case 'no-delegation': return 'không phải người đứng đầu và chưa có văn bản giao ký';
    case 'expired': return `${paper} hết hiệu lực từ sau ngày ${dayText(day)}`;
    case 'revoked': return `${paper} đã bị thu hồi từ ngày ${dayText(day)}`;
    case 'not-yet-valid': return `${paper} đến ngày ${dayText(day)} mới có hiệu lực`;
    case 'other-procedure': return `${paper} không gồm thủ tục ${procedure}`;
    case 're-delegation': return `${paper} dựa trên việc ủy quyền (TUQ.), không được giao lại cho người khác`;
    case 'delegator-without-authority': return `người giao trong ${paper} không có thẩm quyền giao vào lúc đó`;
  }
}
