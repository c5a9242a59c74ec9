// SPDX-License-Identifier: EUPL-1.2
import { officeDay, officeMinuteText } from '@motcua/kernel';
import type { Say } from '@motcua/messages';
import type { Notice } from '../contract.ts';
import type { DossierEvent } from '../events.ts';
import { paperTitles } from '../papers/titles.ts';
import { commonData, promisedAfter, toldOf } from './told.ts';
import { deemedWords, wishWords } from './words.ts';

/** Words as a sentence of their own: with a full stop where they have no end. */
const sentence = (words: string): string => (/[.!?…]$/u.test(words.trim()) ? words.trim() : `${words.trim()}.`);

const minute = (at: string): string => officeMinuteText(Temporal.Instant.from(at));

const postNotice = ({ stage, reason, slip }: Extract<DossierEvent, { type: 'post-moved' }>['data']): Omit<Notice, 'at'> | null => {
  switch (stage) {
    case 'on-the-way': case 'delivered': return null;
    case 'not-delivered': return { title: 'Bưu chính chưa phát được kết quả', text: `Bưu gửi ${slip}. Lý do: ${reason ?? ''} Ông/bà gọi bưu chính hẹn giờ phát lại, hoặc báo nơi trả kết quả địa chỉ đúng.` };
    case 'back': return { title: 'Kết quả đã chuyển hoàn về nơi trả', text: `Lý do: ${reason ?? ''} Ông/bà đến nơi trả kết quả để nhận, hoặc nhắn địa chỉ để gửi lại.` };
    case 'lost': return { title: 'Bưu chính làm mất kết quả', text: `Bưu gửi ${slip}. ${reason ?? ''} Ông/bà không phải nộp lại giấy tờ hay tiền: bản giấy được cấp lại, doanh nghiệp bưu chính chịu chi phí. Bản điện tử vẫn có giá trị.` };
  }
};

/** What an event tells the person (lời báo), in words for the page of the dossier and for a message; null when it tells nothing. */
function noticeOf(event: DossierEvent): Omit<Notice, 'at'> | null {
  switch (event.type) {
    case 'extended': return {
      title: 'Xin lỗi ông/bà, ngày hẹn phải lùi lại',
      text: `Ngày hẹn trước đây: ${minute(event.data.owedAt)}. Ngày hẹn mới: ${minute(event.data.newOwedAt)}. Lý do: ${sentence(event.data.reason)} Ngày hẹn chỉ được lùi một lần. Văn bản xin lỗi số ${event.data.number} ở mục Giấy tờ đã cấp.`,
    };
    case 'clock-recounted': return event.data.clock.owedAt === null ? null : { title: 'Ngày hẹn được tính lại', text: `${sentence(event.data.reason)} Ngày hẹn: ${minute(event.data.clock.owedAt)}${event.data.before === null ? '' : ` (trước đây: ${minute(event.data.before)})`}.` };
    case 'procedure-moved': return {
      title: 'Hồ sơ được giải quyết theo bản thủ tục mới',
      text: `${sentence(event.data.reason)} Văn bản ${event.data.documentNumber}. Ông/bà không phải nộp thêm giấy tờ hay tiền.${event.data.clock.owedAt === null ? '' : ` Ngày hẹn: ${minute(event.data.clock.owedAt)}${event.data.before === null || event.data.before === event.data.clock.owedAt ? '' : ` (sớm hơn trước đây: ${minute(event.data.before)})`}.`}`,
    };
    case 'deemed': return { title: deemedWords[event.data.outcome], text: `Theo ${event.data.legal}. Ngày hẹn là ${minute(event.data.owedAt)}. Cơ quan vẫn phải trả kết quả bằng văn bản; ông/bà có thể hỏi tiến độ ở mục Tin nhắn.` };
    case 'closed': return { title: 'Hồ sơ đã đóng vì chưa được bổ sung', text: `${event.data.reason} Ông/bà có thể nộp lại hồ sơ khi đã đủ giấy tờ; giấy tờ bản chính đã nộp được trả lại tại nơi tiếp nhận.` };
    case 'refused': return { title: 'Hồ sơ bị từ chối', text: `${event.data.reasons.join(' ')} Phiếu từ chối số ${event.data.number} ở mục Giấy tờ đã cấp.` };
    case 'stopped': return { title: 'Hồ sơ đã dừng giải quyết', text: `${event.data.reason} Giấy tờ đã nộp được trả lại tại nơi tiếp nhận.` };
    case 'withdrawn': return { title: 'Hồ sơ đã rút', text: `${event.data.reason} Giấy tờ đã nộp được trả lại tại nơi tiếp nhận.` };
    case 'check-planned': return !event.data.check.applicantAttends ? null : {
      title: `Mời ông/bà dự ${event.data.check.kind === 'on-site' ? 'kiểm tra thực địa' : 'xác minh'} lúc ${minute(event.data.check.heldAt)}`,
      text: `Địa điểm: ${event.data.check.place}. Thành phần: ${event.data.check.participants}. Nội dung: ${event.data.check.content}`,
    };
    case 'dossier-declined': return { title: 'Hồ sơ được chuyển về nơi tiếp nhận để chuyển đúng', text: `Lý do: ${event.data.reason} Nơi tiếp nhận sửa và gửi lại; nếu cần giấy tờ gì thêm sẽ báo ông/bà. Thời hạn giải quyết tính từ lúc cơ quan giải quyết nhận hồ sơ.` };
    case 'dossier-sent-again': return event.data.elsewhere?.clock.owedAt == null ? null : { title: 'Hồ sơ được gửi đến cơ quan có thẩm quyền khác', text: `Ngày hẹn tạm tính: ${minute(event.data.elsewhere.clock.owedAt)}. Ngày hẹn được báo lại khi cơ quan giải quyết nhận hồ sơ.` };
    case 'dossier-received': return null;
    case 'post-taken': return { title: 'Kết quả đã giao bưu chính', text: `${event.data.enterprise}, số hiệu bưu gửi ${event.data.slip}. Ông/bà giữ số này để hỏi bưu chính, và chuẩn bị giấy tờ tùy thân khi nhận.` };
    case 'post-moved': return postNotice(event.data);
    case 'post-packed': return null;
    case 'escalated': case 'paper-digitised': case 'working-paper-digitised': case 'originals-moved': case 'secret-recorded': case 'register-asked': case 'check-recorded': case 'wished': case 'child-started': case 'child-moved': case 'group-finished': case 'sent-upstream': case 'released': case 'version-moved': case 'papers-sent': case 'papers-received': case 'papers-sent-back': return null;
    case 'identity-requested': return { title: `Cần xác nhận định danh: ${event.data.person}`, text: `${event.data.reason} Xác nhận trên ứng dụng VNeID, hoặc mang giấy tờ tùy thân đến nơi tiếp nhận.` };
    case 'wish-decided': return event.data.granted && event.data.kind !== 'correct' ? null : {
      title: `Đề nghị ${wishWords[event.data.kind]}: ${event.data.granted ? 'được đồng ý' : 'chưa được đồng ý'}`, text: event.data.reason,
    };
    case 'reissued': return {
      title: `${paperTitles[event.data.paper]} được cấp lại`,
      text: `Lý do: ${event.data.reason} Giấy mới số ${event.data.number} ở mục Giấy tờ đã cấp, thay giấy số ${event.data.replaced.number}.`,
    };
    case 'result-revoked': return { title: `Kết quả đã bị thu hồi theo quyết định số ${event.data.number}`, text: `${sentence(event.data.reason)} Giấy trong kho của ông/bà không còn giá trị. Nếu không đồng ý, ông/bà khiếu nại đến cơ quan đã cấp.` };
    case 'change-asked': case 'change-decided': case 'corrected': case 'message-written': case 'submitted': case 'accepted': case 'supplement-requested': case 'supplemented': case 'assigned': case 'step-completed': case 'sent-back': case 'timer-fired': case 'wait-over': case 'consulted':
    case 'consultation-answered': case 'payment-requested': case 'paid': case 'identity-confirmed': case 'approved': case 'issued': case 'returned': case 'extension-proposed': return null;
  }
}

/** Everything the person was told about a dossier, newest first: in the words of the province in force on the day of each event, else in the product's own. */
export function noticesOf(events: readonly DossierEvent[], say: Say): Notice[] {
  const founding = events.find((event) => event.type === 'submitted');
  const procedure = founding?.data.procedure.code ?? '';
  let owedAt: string | null = null;
  return events.flatMap((event): Notice[] => {
    owedAt = promisedAfter(event, owedAt);
    const told = toldOf(event);
    const day = officeDay(Temporal.Instant.from(event.at)).toString();
    const notice = (told === null ? undefined : say({ event: told.event, channel: 'in-app', procedure, day }, { ...commonData(events, owedAt), ...told.data })) ?? noticeOf(event);
    return notice === null ? [] : [{ at: event.at, ...notice }];
  }).reverse();
}
