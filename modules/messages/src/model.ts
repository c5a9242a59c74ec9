// SPDX-License-Identifier: EUPL-1.2

/** Ways a person is told (kênh báo). */
export const channels = ['in-app', 'email', 'sms', 'zalo'] as const;
export type Channel = (typeof channels)[number];
export const channelTitles: Readonly<Record<Channel, string>> = { 'in-app': 'Trên trang hồ sơ', 'email': 'Thư điện tử', 'sms': 'Tin nhắn SMS', 'zalo': 'Tin Zalo' };

/** The key of the texts that hold for every procedure without its own. */
export const everyProcedure = 'tat-ca';

/** A field a text may name. `personal`: it names a person, or an officer writes freely what stands in it. */
export type MessageField = { readonly name: string; readonly means: string; readonly sample: string; readonly personal?: 'name' | 'free' };

const field = (name: string, means: string, sample: string, personal?: MessageField['personal']): MessageField => ({ name, means, sample, ...(personal === undefined ? {} : { personal }) });
const reason = field('lý do', 'Lý do cán bộ ghi', 'Bản vẽ chưa có dấu của đơn vị thiết kế.', 'free');
const paper = field('số giấy', 'Số của giấy, phiếu', '12/TTPVHCC');
const promisedBefore = field('hẹn cũ', 'Ngày hẹn trước đây', '15:20 30/11/2026');
const slip = field('số bưu gửi', 'Số hiệu bưu gửi', 'EK123456789VN');

/** What may be named whatever happened. */
const commonFields: readonly MessageField[] = [
  field('mã hồ sơ', 'Mã hồ sơ', 'Y99.21-261126-0001'), field('tên thủ tục', 'Tên thủ tục', 'Cấp giấy phép mẫu'), field('chủ hồ sơ', 'Họ tên chủ hồ sơ', 'Nguyễn Văn Mẫu', 'name'), field('ngày hẹn', 'Ngày hẹn trả lúc báo, trống khi chưa có', '16:00 04/12/2026'),
];

/** What happens to a dossier that people are told of (sự kiện được báo), in the order of its life, and what may be named then. */
export const messageEvents = {
  'submitted': { title: 'Hồ sơ đã nộp', fields: [] },
  'accepted': { title: 'Hồ sơ được tiếp nhận', fields: [paper] },
  'supplement-requested': { title: 'Cần bổ sung giấy tờ', fields: [paper, reason, field('cần bổ sung', 'Các điều cần bổ sung', 'Bản vẽ', 'free'), field('hạn bổ sung', 'Hạn bổ sung, trống khi không có', '16:00 10/12/2026')] },
  'refused': { title: 'Hồ sơ bị từ chối', fields: [paper, reason] },
  'identity-requested': { title: 'Cần xác nhận định danh', fields: [field('người xác nhận', 'Người phải xác nhận', 'Trần Thị Mẫu', 'name'), reason] },
  'payment-requested': { title: 'Cần nộp phí, lệ phí', fields: [field('số tiền', 'Số tiền phải nộp', '150.000 đồng'), reason] },
  'check-planned': { title: 'Mời dự kiểm tra, xác minh', fields: [field('lúc kiểm tra', 'Thời gian', '08:00 25/11/2026'), field('địa điểm', 'Địa điểm', 'Thửa đất số 42', 'free'), field('nội dung kiểm tra', 'Nội dung', 'Đối chiếu ranh giới', 'free')] },
  'extended': { title: 'Xin lỗi, lùi ngày hẹn', fields: [paper, reason, promisedBefore] },
  'clock-recounted': { title: 'Ngày hẹn tính lại', fields: [reason, promisedBefore] },
  'procedure-moved': { title: 'Chuyển sang bản thủ tục mới', fields: [reason, promisedBefore] },
  'issued': { title: 'Đã có kết quả', fields: [field('số văn bản', 'Số của kết quả', '128/GP-UBND')] },
  'post-taken': { title: 'Kết quả đã giao bưu chính', fields: [field('doanh nghiệp', 'Doanh nghiệp bưu chính', 'Bưu điện Mẫu'), slip] },
  'post-not-delivered': { title: 'Bưu chính chưa phát được', fields: [slip, reason] },
  'returned': { title: 'Đã trả kết quả', fields: [] },
  'closed': { title: 'Hồ sơ đóng vì chưa được bổ sung', fields: [reason] },
  'stopped': { title: 'Hồ sơ dừng giải quyết', fields: [reason] },
  'withdrawn': { title: 'Hồ sơ đã rút', fields: [reason] },
  'reissued': { title: 'Giấy được cấp lại', fields: [field('tên giấy', 'Giấy nào', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'), paper, field('số cũ', 'Số của giấy bị thay', '11/TTPVHCC'), reason] },
  'old-papers-kept': { title: 'Giấy cũ đã vào kho', ofVault: true, fields: [field('số giấy cũ', 'Số giấy của người này đã vào kho trong đợt', '3'), field('cơ quan số hóa', 'Cơ quan đã số hóa', 'UBND xã Mẫu'), field('đợt số hóa', 'Số của đợt số hóa', 'SH-Y99.21-2026-1')] },
} as const satisfies Readonly<Record<string, { readonly title: string; /** It is told of a vault: there is no dossier to name. */ readonly ofVault?: true; readonly fields: readonly MessageField[] }>>;
export type MessageEvent = keyof typeof messageEvents;

const isEvent = (name: string): name is MessageEvent => name in messageEvents;
export const messageEventNames: readonly MessageEvent[] = Object.keys(messageEvents).filter(isEvent);

/** Every field a text about an event may name. */
export const fieldsOf = (event: MessageEvent): readonly MessageField[] => ['ofVault' in messageEvents[event] ? [] : commonFields, messageEvents[event].fields].flat();

/** One text (lời báo). `withoutMarks`: an SMS is sent without tone marks, in fewer parts. */
export type MessageText = { readonly event: MessageEvent; readonly channel: Channel; readonly title: string; readonly text: string; readonly withoutMarks: boolean };

/** What fills a text, by the names of its fields. */
export type MessageData = Readonly<Record<string, string>>;
