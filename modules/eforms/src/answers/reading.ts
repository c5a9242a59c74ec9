// SPDX-License-Identifier: EUPL-1.2
import { cleanText, fold } from '@motcua/kernel/text';

// Once more composed: taking out an invisible character can bring a letter and its mark together.
const clean = (text: string): string => cleanText(text).normalize('NFC');
const oneLine = (text: string): string => clean(text).replace(/\s+/gu, ' ');
const two = (value: number): string => String(value).padStart(2, '0');

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether a text is a day of the calendar in ISO form. Plain arithmetic: not every browser has Temporal yet. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)?.slice(1).map(Number);
  const [year = 0, month = 0, day = 0] = parts ?? [];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

// People write the last two figures of a year; up to this one they mean this century.
const lastYearOfThisCentury = 35;
const fullYear = (written: string): number => {
  const year = Number(written);
  if (written.length === 4) return year;
  return year <= lastYearOfThisCentury ? 2000 + year : 1900 + year;
};

/** A day as people write it (1/2/95, 01-02-1995, 010295, ngày 1 tháng 2 năm 1995) in ISO form; the text itself when it is no day. */
export function readDay(written: string): string {
  const text = oneLine(written);
  const named = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/iu.exec(text);
  const parted = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/u.exec(text);
  const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})$/u.exec(text);
  const [, day, month, year] = named ?? parted ?? packed ?? [];
  if (day === undefined || month === undefined || year === undefined) return text;
  const iso = `${String(fullYear(year)).padStart(4, '0')}-${two(Number(month))}-${two(Number(day))}`;
  return isDay(iso) ? iso : text;
}

/** A number as Vietnamese write it (1.234,5) or as machines do (1234.5); the text itself when it is none. */
export function readNumber(written: string): number | string {
  const text = oneLine(written);
  const grouped = /^-?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/u.test(text);
  const plain = grouped ? text.replace(/[. ]/gu, '').replace(',', '.') : text.replace(',', '.');
  return /^-?\d{1,15}(?:\.\d+)?$/u.test(plain) ? Number(plain) : text;
}

/** An amount in whole đồng (50.000, 50,000 đ, 1 200 000 VND); the text itself when it is none. */
export function readMoney(written: string): number | string {
  const text = oneLine(written);
  const bare = text.replace(/\s*(?:đồng|vnđ|vnd|đ|₫)\.?$/iu, '').trim();
  const whole = /^\d{1,3}(?:[.,\s]\d{3})+$/u.test(bare) ? bare.replace(/[.,\s]/gu, '') : bare;
  return /^\d{1,15}$/u.test(whole) ? Number(whole) : text;
}

/** The figures of an identity number, without blanks, dots and dashes; the text itself when something else is in it. */
export function readDigits(written: string): string {
  const text = oneLine(written);
  const digits = text.replace(/[\s.\-]/gu, '');
  return /^\d+$/u.test(digits) ? digits : text;
}

/** A telephone number as dialled within the country; the text itself when something else is in it. */
export function readPhone(written: string): string {
  const text = oneLine(written);
  const digits = text.replace(/[\s.\-()]/gu, '').replace(/^(?:\+84|0084)/u, '0');
  return /^\d+$/u.test(digits) ? digits : text;
}

/** The value of the option that was meant, by its value or its label; the text itself when none was. */
export function readChoice(written: string, options: readonly { readonly value: string; readonly label: string }[]): string {
  const text = oneLine(written);
  const found = options.find(({ value }) => value === text) ?? options.find(({ label }) => fold(label) === fold(text));
  return found?.value ?? text;
}

/** Text on one line, or with its line breaks. */
export function readText(written: string, lines: 'one' | 'many'): string {
  return lines === 'one' ? oneLine(written) : clean(written).replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n').replace(/\n{3,}/gu, '\n\n');
}
