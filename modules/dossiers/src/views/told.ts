// SPDX-License-Identifier: EUPL-1.2
import { officeMinuteText } from '@motcua/kernel';
import type { MessageData, MessageEvent } from '@motcua/messages';
import type { DossierEvent } from '../events.ts';
import { paperTitles } from '../papers/titles.ts';

/** An event as the words of the province tell it, with what fills their fields; those every event has are added by who knows the dossier. */
export type Told = { readonly event: MessageEvent; readonly data: MessageData };

const minute = (at: string | null): string => (at === null ? '' : officeMinuteText(Temporal.Instant.from(at)));
const money = (vnd: number): string => `${String(vnd).replace(/\B(?=(?:\d{3})+$)/gu, '.')} đồng`;

/** Which words of the province tell an event; null for one that no words of theirs tell. */
export function toldOf(event: DossierEvent): Told | null {
  switch (event.type) {
    case 'submitted': return { event: event.type, data: {} };
    case 'returned': return event.data.instead === undefined ? { event: event.type, data: {} } : null;
    case 'accepted': return { event: 'accepted', data: { 'số giấy': event.data.receiptNumber } };
    case 'supplement-requested': {
      const { number, reason, items, answerBy } = event.data.supplement;
      return { event: 'supplement-requested', data: { 'số giấy': number, 'lý do': reason, 'cần bổ sung': items.map(({ what }) => what).join('; '), 'hạn bổ sung': minute(answerBy) } };
    }
    case 'refused': return { event: 'refused', data: { 'số giấy': event.data.number, 'lý do': event.data.reasons.join(' ') } };
    case 'identity-requested': return { event: 'identity-requested', data: { 'người xác nhận': event.data.person, 'lý do': event.data.reason } };
    case 'payment-requested': return { event: 'payment-requested', data: { 'số tiền': money(event.data.amountVnd), 'lý do': event.data.reason } };
    case 'check-planned': return event.data.check.applicantAttends ? { event: 'check-planned', data: { 'lúc kiểm tra': minute(event.data.check.heldAt), 'địa điểm': event.data.check.place, 'nội dung kiểm tra': event.data.check.content } } : null;
    case 'extended': return { event: 'extended', data: { 'số giấy': event.data.number, 'lý do': event.data.reason, 'hẹn cũ': minute(event.data.owedAt) } };
    case 'clock-recounted': return event.data.clock.owedAt === null ? null : { event: 'clock-recounted', data: { 'lý do': event.data.reason, 'hẹn cũ': minute(event.data.before) } };
    case 'procedure-moved': return { event: 'procedure-moved', data: { 'lý do': event.data.reason, 'hẹn cũ': minute(event.data.before) } };
    case 'issued': return { event: 'issued', data: { 'số văn bản': event.data.number } };
    case 'post-taken': return { event: 'post-taken', data: { 'doanh nghiệp': event.data.enterprise, 'số bưu gửi': event.data.slip } };
    case 'post-moved': return event.data.stage === 'not-delivered' ? { event: 'post-not-delivered', data: { 'số bưu gửi': event.data.slip, 'lý do': event.data.reason ?? '' } } : null;
    case 'closed': case 'stopped': case 'withdrawn': return { event: event.type, data: { 'lý do': event.data.reason } };
    case 'reissued': return { event: 'reissued', data: { 'tên giấy': paperTitles[event.data.paper], 'số giấy': event.data.number, 'số cũ': event.data.replaced.number, 'lý do': event.data.reason } };
    case 'supplemented': case 'assigned': case 'step-completed': case 'sent-back': case 'timer-fired': case 'wait-over': case 'escalated': case 'child-started': case 'child-moved': case 'deemed': case 'group-finished': case 'sent-upstream': case 'consulted':
    case 'consultation-answered': case 'paid': case 'identity-confirmed': case 'approved': case 'extension-proposed': case 'wished': case 'wish-decided': case 'change-asked': case 'change-decided': case 'corrected': case 'check-recorded': case 'message-written':
    case 'dossier-received': case 'dossier-declined': case 'dossier-sent-again': case 'post-packed': case 'papers-sent': case 'papers-received': case 'papers-sent-back': case 'paper-digitised': case 'working-paper-digitised': case 'originals-moved': case 'secret-recorded': case 'register-asked': case 'released': case 'version-moved': case 'result-revoked': return null;
  }
}

/** The day promised as an event left it: its own clock, else what stood before. */
export function promisedAfter(event: DossierEvent, before: string | null): string | null {
  if (event.type === 'dossier-sent-again') return event.data.elsewhere?.clock.owedAt ?? before;
  return 'clock' in event.data ? event.data.clock?.owedAt ?? null : before;
}

/** What every text may name, of the dossier these events founded. */
export function commonData(events: readonly DossierEvent[], owedAt: string | null): MessageData {
  const founding = events.find((event) => event.type === 'submitted');
  return founding === undefined ? {} : { 'mã hồ sơ': founding.data.code, 'tên thủ tục': founding.data.procedure.name, 'chủ hồ sơ': founding.data.applicant.name, 'ngày hẹn': minute(owedAt) };
}
