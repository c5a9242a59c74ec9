// SPDX-License-Identifier: EUPL-1.2
import type { Channel, MandatoryPart, Procedure, PublishedTime, RequiredPaper } from '../model.ts';

/** What the parts of a published procedure are called (bộ phận cấu thành), as decisions print them. */
export const partTitles: Readonly<Record<MandatoryPart, string>> = {
  'name': 'Tên thủ tục', 'steps': 'Trình tự thực hiện', 'methods': 'Cách thức thực hiện', 'papers': 'Thành phần hồ sơ', 'paper-names': 'Tên giấy tờ', 'time': 'Thời hạn giải quyết', 'applicants': 'Đối tượng thực hiện',
  'agency': 'Cơ quan giải quyết', 'results': 'Kết quả thực hiện', 'legal-bases': 'Căn cứ pháp lý', 'decision': 'Quyết định công bố',
};

export const channelTitles: Readonly<Record<Channel, string>> = { DIRECT: 'Trực tiếp', ONLINE: 'Trực tuyến', POSTAL: 'Bưu chính' };

const units: Readonly<Record<Exclude<PublishedTime['unit'], 'OTHER'>, string>> = { WORKING_DAY: 'ngày làm việc', DAY: 'ngày', HOUR: 'giờ', MONTH: 'tháng', YEAR: 'năm' };

/** «5 ngày làm việc» */
export function timeText(time: PublishedTime | null): string {
  if (time === null) return 'chưa ghi thời hạn';
  return time.unit === 'OTHER' || time.value === null ? 'theo ghi chú' : `${String(time.value).replace('.', ',')} ${units[time.unit]}`;
}

const feeKinds = { FEE: 'Phí', SERVICE_FEE: 'Lệ phí', PRICE_LEVEL: 'Giá dịch vụ' } as const;

/** «Lệ phí 50.000 đồng: ghi chú» */
export function feeText({ kind, amount, currency, note }: Procedure['methods'][number]['fees'][number]): string {
  const sum = amount === null ? 'theo ghi chú' : `${amount.toLocaleString('vi-VN')} ${currency === 'USD' ? 'USD' : 'đồng'}`;
  return `${feeKinds[kind]} ${sum}${note === null ? '' : `: ${note}`}`;
}

/** «1 bản chính, 1 bản sao, bắt buộc» */
export function paperText({ originals, copies, required, eForm, resultOfOther, forms }: RequiredPaper): string {
  return [
    ...(originals > 0 ? [`${originals} bản chính`] : []), ...(copies > 0 ? [`${copies} bản sao`] : []), required ? 'bắt buộc' : 'không bắt buộc',
    ...(eForm ? ['có tờ khai điện tử'] : []), ...(resultOfOther === null ? [] : [`là kết quả của thủ tục khác: ${resultOfOther}`]), ...(forms.length === 0 ? [] : [`mẫu: ${forms.join('; ')}`]),
  ].join(', ');
}
