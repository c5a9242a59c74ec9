// SPDX-License-Identifier: EUPL-1.2
type About = { readonly issuedOn: string | null; readonly validUntil: string | null };

/** What is wrong with the days an officer read on a paper: without them nobody could say whether it still counts. Days are ISO 8601 texts. */
export function aboutToMend({ issuedOn, validUntil }: About, { months, today }: { readonly months: number | null; readonly today: string }): readonly { readonly path: string; readonly label: string; readonly text: string }[] {
  return [
    ...(months !== null && issuedOn === null && validUntil === null ? [{ path: 'about.issuedOn', label: 'Ngày cấp', text: `Loại giấy này có giá trị ${String(months)} tháng: ghi ngày cấp, hoặc ghi ngày hết hạn.` }] : []),
    ...(issuedOn !== null && issuedOn > today ? [{ path: 'about.issuedOn', label: 'Ngày cấp', text: 'Ngày cấp ở sau hôm nay. Xem lại trên giấy.' }] : []),
    ...(issuedOn !== null && validUntil !== null && validUntil < issuedOn ? [{ path: 'about.validUntil', label: 'Có giá trị đến', text: 'Ngày hết hạn ở trước ngày cấp. Xem lại trên giấy.' }] : []),
  ];
}
