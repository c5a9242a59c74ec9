// SPDX-License-Identifier: EUPL-1.2

/** The documents that carry a number of their own (văn bản có số), and what each is called. */
export const numberedDocuments = {
  'result': 'Kết quả giải quyết', 'receipt': 'Giấy tiếp nhận và hẹn trả', 'supplement-request': 'Phiếu yêu cầu bổ sung', 'refusal': 'Phiếu từ chối', 'stop-notice': 'Thông báo dừng giải quyết',
  'extension': 'Văn bản xin lỗi, gia hạn', 'hand-over-note': 'Phiếu bàn giao giấy', 'postal-note': 'Bảng kê giao bưu chính', 'check-minutes': 'Biên bản kiểm tra, xác minh', 'original-return': 'Giấy trả lại bản chính',
} as const;
export type NumberedDocument = keyof typeof numberedDocuments;

/** How a document is numbered. `pattern`: {số}, {ký hiệu}, {năm} are put in; `digits`: at least so many, with zeros before. */
export type NumberSeries = { readonly pattern: string; readonly counter: string; readonly digits: number };

const fields = ['số', 'ký hiệu', 'năm'];

/** A number as it is written. */
export const writtenNumber = ({ pattern, digits }: NumberSeries, { number, symbol, year }: { readonly number: number; readonly symbol: string; readonly year: number }): string =>
  pattern.replaceAll('{ký hiệu}', symbol).replaceAll('{năm}', String(year)).replaceAll('{số}', String(number).padStart(digits, '0'));

/** The counter of a series: of the symbol where its name says so. */
export const counterOf = ({ counter }: Pick<NumberSeries, 'counter'>, symbol: string): string => counter.replaceAll('{ký hiệu}', symbol);

type Values = Readonly<Record<string, string>>;
type Fault = { readonly column: string; readonly text: string };

/** What is wrong with a series as it was typed. */
export function seriesFaults({ document, pattern = '', counter = '', digits = '' }: Values): readonly Fault[] {
  const named = [...pattern.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name);
  const strange = named.find((name) => !fields.includes(name));
  const patternFaults = [
    ...(named.includes('số') ? [] : ['Cách viết phải có {số}. Ví dụ {số}/QĐ-UBND.']),
    ...(strange === undefined ? [] : [`Không có trường {${strange}}. Dùng {số}, {ký hiệu}, {năm}.`]),
    ...(/[{}]/u.test(pattern.replace(/\{[^{}]*\}/gu, '')) ? ['Ngoặc nhọn chưa đủ đôi.'] : []),
    ...(document !== 'result' && named.includes('ký hiệu') ? ['Chỉ kết quả có {ký hiệu} của quy trình. Ghi thẳng ký hiệu, ví dụ {số}/TTPVHCC.'] : []),
    ...(/^[\p{L}\p{N}/.&{} -]*$/u.test(pattern) ? [] : ['Cách viết chỉ gồm chữ, số, dấu gạch chéo, gạch nối, dấu chấm.']),
    ...(pattern.length > 60 ? ['Cách viết dài quá 60 ký tự.'] : []),
  ];
  return [
    ...patternFaults.slice(0, 1).map((text) => ({ column: 'pattern', text })),
    ...(/^[\p{L}\p{N}:{} -]{1,60}$/u.test(counter) ? [] : [{ column: 'counter', text: 'Tên dãy đếm gồm chữ, số, gạch nối, nhiều nhất 60 ký tự.' }]),
    ...(document !== 'result' && counter.includes('{') ? [{ column: 'counter', text: 'Chỉ dãy của kết quả đếm theo {ký hiệu}.' }] : []),
    ...(Number(digits) > 6 ? [{ column: 'digits', text: 'Nhiều nhất 6 chữ số.' }] : []),
  ];
}

const meets = (one: string | undefined, other: string | undefined): boolean => (one ?? '') === '' || (other ?? '') === '' || one === other;

/** Two documents of one agency would carry the same number: another series writes as this one and counts by itself. */
export function seriesClash(values: Values, others: readonly Values[]): readonly Fault[] {
  const other = others.find((one) => one['pattern'] === values['pattern'] && one['counter'] !== values['counter'] && meets(one['agency_code'], values['agency_code']));
  return other === undefined ? [] : [{ column: 'counter', text: `Một dãy khác cũng viết «${values['pattern'] ?? ''}» nhưng đếm riêng ở «${other['counter'] ?? ''}»: hai văn bản sẽ trùng số. Ghi cùng dãy đếm, hoặc đổi cách viết.` }];
}
