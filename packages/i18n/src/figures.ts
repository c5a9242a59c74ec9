// SPDX-License-Identifier: EUPL-1.2

const grouped = (digits: string, by: RegExp): string => digits.replace(by, '$1\u00A0').trimEnd();

/** «1.284» */
export function numberText(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const sign = value < 0 ? '−' : '';
  const dotted = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return fraction === undefined ? `${sign}${dotted}` : `${sign}${dotted},${fraction}`;
}

/** A share 0–1 as «97,5%», one decimal at most. */
export function percentText(share: number): string {
  return `${numberText(Math.round(share * 1000) / 10)}%`;
}

/** Whole đồng as «50.000 ₫», for tables and buttons. */
export function moneyText(vnd: number): string {
  return `${numberText(vnd)}\u00A0₫`;
}

/** Whole đồng as «50.000 đồng», for sentences. */
export function moneyInSentence(vnd: number): string {
  return `${numberText(vnd)}\u00A0đồng`;
}

/** The digits a person typed, in whole đồng; undefined when there are none. */
export function readMoney(typed: string): number | undefined {
  const digits = typed.replace(/[\s.₫đ]/gu, '');
  return /^\d{1,15}$/u.test(digits) ? Number(digits) : undefined;
}

/** «000 095 012 345» */
export function personalIdText(number: string): string {
  return grouped(number, /(\d{3})/gu);
}

/** «••• ••• ••• 345», where the number itself is not needed. */
export function personalIdMasked(number: string): string {
  return `•••\u00A0•••\u00A0•••\u00A0${number.slice(-3)}`;
}

/** «0900 000 123» */
export function phoneText(number: string): string {
  const digits = number.replace(/\D/gu, '');
  return digits.length === 10 ? `${digits.slice(0, 4)}\u00A0${digits.slice(4, 7)}\u00A0${digits.slice(7)}` : number;
}

/** «2 ngày 4 giờ 9 phút», from working minutes and the minutes of a working day. Never says zero parts. */
export function durationText(minutes: number, minutesOfADay: number): string {
  return durationIn(minutes, minutesOfADay, { day: 'ngày', hour: 'giờ', minute: 'phút' });
}

/** «2 ng 4 g 9 ph», for narrow columns. */
export function durationShort(minutes: number, minutesOfADay: number): string {
  return durationIn(minutes, minutesOfADay, { day: 'ng', hour: 'g', minute: 'ph' });
}

type Units = { readonly day: string; readonly hour: string; readonly minute: string };

function durationIn(minutes: number, minutesOfADay: number, units: Units): string {
  const whole = Math.max(0, Math.floor(minutes));
  const days = Math.floor(whole / minutesOfADay);
  const rest = whole - days * minutesOfADay;
  const said = ([[days, units.day], [Math.floor(rest / 60), units.hour], [rest % 60, units.minute]] as const)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${numberText(count)}\u00A0${unit}`);
  return said.length === 0 ? `0\u00A0${units.minute}` : said.join(' ');
}

/** «24 MB», «310 kB» */
export function fileSizeText(bytes: number): string {
  return bytes >= 1_000_000 ? `${numberText(Math.round(bytes / 100_000) / 10)}\u00A0MB` : `${numberText(Math.max(1, Math.round(bytes / 1000)))}\u00A0kB`;
}
