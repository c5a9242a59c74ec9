// SPDX-License-Identifier: EUPL-1.2
/** The papers of the one-stop shop, whatever their number is in a given year. */
export type StatutoryForm =
  | 'intake-receipt' | 'supplement-request' | 'intake-refusal' | 'apology-and-extension' | 'apology-and-new-day'
  | 'stop-notice' | 'control-slip' | 'tracking-book';

/** The sets of forms, by the year of their circular. */
export const formSetKeys = ['2025', '2018'] as const;
export type FormSetKey = (typeof formSetKeys)[number];

/** A set of forms in force from a day; `forms` by number. */
export type FormSet = { readonly key: FormSetKey; readonly legal: string; readonly from: Temporal.PlainDate; readonly forms: Readonly<Record<string, StatutoryForm>> };

/** Which number meant which form, and since when; newest first. Code names forms, numbers are data. The oldest set serves what is older still. */
export const formSets: readonly FormSet[] = [
  { key: '2025', legal: 'tt-03-2025-vpcp/forms', from: Temporal.PlainDate.from('2025-09-15'), forms: {
    '01': 'intake-receipt', '02': 'supplement-request', '03': 'intake-refusal', '04': 'apology-and-extension',
    '05': 'stop-notice', '06': 'control-slip', '07': 'tracking-book' } },
  { key: '2018', legal: 'tt-01-2018-vpcp/forms', from: Temporal.PlainDate.from('2019-01-06'), forms: {
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

const inForceOn = (day: Temporal.PlainDate): FormSet | undefined => formSets.find(({ from }) => Temporal.PlainDate.compare(from, day) <= 0) ?? formSets.at(-1);

/** The form that does the same work in the other set under another name. */
const counterparts: Readonly<Partial<Record<StatutoryForm, StatutoryForm>>> = { 'apology-and-extension': 'apology-and-new-day', 'apology-and-new-day': 'apology-and-extension' };

/**
 * The form, and the set whose layout it has, that serves as `form` on the day the paper is made. A form its day did not know keeps the layout it got later.
 *
 * @legal tt-03-2025-vpcp/forms
 * @legal tt-01-2018-vpcp/forms
 * @example an apology of 2025-09-14 is «Phiếu xin lỗi và hẹn lại ngày trả kết quả» of the set of 2018
 */
export function formServing(form: StatutoryForm, madeOn: Temporal.PlainDate): { readonly form: StatutoryForm; readonly set: FormSetKey } {
  const set = inForceOn(madeOn);
  const known = Object.values(set?.forms ?? {});
  const serving = [form, counterparts[form]].find((one) => one !== undefined && known.includes(one));
  return serving === undefined || set === undefined ? { form, set: '2025' } : { form: serving, set: set.key };
}

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
