// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';
import { type OldPaper, plainName } from './line.ts';

/** What the scan says of a cell: agrees with the line, says something else, or cannot be read. */
export type Seen = { readonly field: 'ownerName' | 'number' | 'issuedOn'; readonly verdict: 'agrees' | 'differs' | 'unread'; readonly read: string | null };

const flat = (text: string): string => fold(text).replace(/\s+/gu, ' ');

const numeric = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/gu;
const spelt = /ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})/gu;

/** Every day a text names, as ISO 8601. */
function daysIn(text: string): readonly string[] {
  return [...text.matchAll(numeric), ...flat(text).matchAll(spelt)].flatMap(([, day = '', month = '', year = '']) => (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : []));
}

type Read = readonly { readonly name: string; readonly value: string }[];
const readAs = (values: Read, name: string): string | null => values.find((one) => one.name === name)?.value ?? null;

/** So sánh bản quét với dòng: what was read on the pages beside what the line says; decides nothing. @param values - what the reader proposes */
export function compareWith({ ownerName, number, issuedOn }: Pick<OldPaper, 'ownerName' | 'number' | 'issuedOn'>, text: string, values: Read): readonly Seen[] {
  const seen = (field: Seen['field'], isThere: boolean, read: string | null): Seen => ({ field, verdict: isThere ? 'agrees' : read === null ? 'unread' : 'differs', read: isThere ? null : read });
  const days = daysIn(text);
  return [
    seen('ownerName', flat(text).includes(flat(ownerName)), readAs(values, 'Họ và tên')),
    ...(number === null ? [] : [seen('number', plainName(text).includes(plainName(number)), readAs(values, 'Số'))]),
    ...(issuedOn === null ? [] : [seen('issuedOn', days.includes(issuedOn), readAs(values, 'Ngày cấp') ?? days.at(-1) ?? null)]),
  ];
}
