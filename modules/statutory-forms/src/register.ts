// SPDX-License-Identifier: EUPL-1.2
/** The papers of the one-stop shop, whatever their number is in a given year. */
export type StatutoryForm =
  | 'intake-receipt' | 'supplement-request' | 'intake-refusal' | 'apology-and-extension' | 'apology-and-new-day'
  | 'stop-notice' | 'control-slip' | 'tracking-book';

type Series = { readonly legal: string; readonly from: Temporal.PlainDate | null; readonly forms: Readonly<Record<string, StatutoryForm>> };

/** Which number meant which form, and since when; newest first. Code names forms, numbers are data. */
const series: readonly Series[] = [
  { legal: 'tt-03-2025-vpcp/forms', from: Temporal.PlainDate.from('2025-09-15'), forms: {
    '01': 'intake-receipt', '02': 'supplement-request', '03': 'intake-refusal', '04': 'apology-and-extension',
    '05': 'stop-notice', '06': 'control-slip', '07': 'tracking-book' } },
  { legal: 'tt-01-2018-vpcp/forms', from: null, forms: {
    '01': 'intake-receipt', '02': 'supplement-request', '03': 'intake-refusal', '04': 'apology-and-new-day',
    '05': 'control-slip', '06': 'tracking-book' } },
];

const titles: Readonly<Record<StatutoryForm, readonly string[]>> = {
  'intake-receipt': ['Giấy tiếp nhận hồ sơ', 'và hẹn trả kết quả'],
  'supplement-request': ['Phiếu yêu cầu', 'bổ sung, hoàn thiện hồ sơ'],
  'intake-refusal': ['Phiếu từ chối tiếp nhận', 'giải quyết hồ sơ'],
  'apology-and-extension': ['Văn bản xin lỗi và đề nghị', 'gia hạn thời gian giải quyết'],
  'apology-and-new-day': ['Phiếu xin lỗi', 'và hẹn lại ngày trả kết quả'],
  'stop-notice': ['Thông báo', 'dừng giải quyết hồ sơ'],
  'control-slip': ['Phiếu kiểm soát quá trình', 'giải quyết hồ sơ'],
  'tracking-book': ['Sổ theo dõi hồ sơ'],
};

const inForceOn = (day: Temporal.PlainDate): Series | undefined =>
  series.find(({ from }) => from === null || Temporal.PlainDate.compare(from, day) <= 0);

/**
 * The form (mẫu) that carried `number` on the day the paper was issued; undefined if none did.
 *
 * @legal tt-03-2025-vpcp/forms
 * @example number '05' is the control slip on 2025-09-14 and the stop notice on 2025-09-15
 */
export function formNumbered(number: string, issuedOn: Temporal.PlainDate): StatutoryForm | undefined {
  return inForceOn(issuedOn)?.forms[number];
}

/**
 * The number the form carried on the day the paper was issued; undefined if that form did not exist then.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function numberOf(form: StatutoryForm, issuedOn: Temporal.PlainDate): string | undefined {
  return Object.entries(inForceOn(issuedOn)?.forms ?? {}).find(([, named]) => named === form)?.[0];
}

/** The title the law gives the paper. */
export function titleOf(form: StatutoryForm): string {
  return titles[form].join(' ');
}

/** The same title as it is broken over lines on a narrow paper. */
export function titleLinesOf(form: StatutoryForm): readonly string[] {
  return titles[form];
}
