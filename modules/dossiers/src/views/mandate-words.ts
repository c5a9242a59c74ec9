// SPDX-License-Identifier: EUPL-1.2
import type { MandateScope } from '../contract.ts';
import type { Dossier, HeldMandate, Receiver } from '../model.ts';

/** A day as people write it. */
export function dayWords(day: string): string {
  const { day: dayOfMonth, month, year } = Temporal.PlainDate.from(day);
  return [dayOfMonth, month].map((part) => String(part).padStart(2, '0')).concat(String(year)).join('/');
}

/** By what right somebody acts for another. */
const mandateKindWords: Readonly<Record<HeldMandate['kind'], string>> = {
  'authorised': 'Giấy ủy quyền', 'legal-representative': 'Giấy tờ của người đại diện theo pháp luật', 'guardian': 'Giấy tờ giám hộ', 'post-or-enterprise': 'Giấy giới thiệu của doanh nghiệp',
};

/** What a mandate is given for. */
export const mandateScopeWords: Readonly<Record<MandateScope, string>> = { submit: 'nộp hồ sơ', correct: 'bổ sung, điều chỉnh, rút', receive: 'nhận kết quả' };

/** A mandate as a paper or a screen names it. */
export function mandateWords({ kind, number, issuedOn, issuedBy, until, scope }: HeldMandate): string {
  return `${mandateKindWords[kind]} số ${number} ngày ${dayWords(issuedOn)}, ${issuedBy}${until === null ? '' : `, đến hết ngày ${dayWords(until)}`}; được ${scope.map((one) => mandateScopeWords[one]).join(', ')}`;
}

/** By what right somebody took a result, with the paper shown. */
function receiverDocumentWords({ as, personalId, document }: Receiver): string {
  const right = { applicant: 'chủ hồ sơ', submitter: 'người nộp thay', authorised: 'người được ủy quyền nhận' } as const;
  return `${right[as]}, số định danh ${personalId}${document === null ? '' : `, giấy số ${document.number} ngày ${dayWords(document.issuedOn)}, ${document.issuedBy}`}`;
}

/** Who a result was handed to; null while it was not. */
export function receiverWords({ handedTo, receiver }: Pick<Dossier, 'handedTo' | 'receiver'>): string | null {
  if (handedTo === undefined) return null;
  return receiver === undefined ? handedTo : `${handedTo} (${receiverDocumentWords(receiver)})`;
}
