// SPDX-License-Identifier: EUPL-1.2
import type { DayOfEffect } from '@motcua/catalogue';

const escaped = (text: string): string => text.replace(/[\\;,]/gu, '\\$&').replace(/\r?\n/gu, '\\n');
const date = (day: string): string => day.replaceAll('-', '');
const kinds: Readonly<Record<DayOfEffect['kind'], string>> = { new: 'Mới', changed: 'Sửa đổi', abolished: 'Bãi bỏ', first: 'Có hiệu lực' };

// Office time has had no summer time since 1975. A calendar needs one component even where no day is known.
const zone = ['BEGIN:VTIMEZONE', 'TZID:Asia/Ho_Chi_Minh', 'BEGIN:STANDARD', 'DTSTART:19750613T000000', 'TZOFFSETFROM:+0700', 'TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE'];

function summaryOf({ kind, count, procedures: [first], decision }: DayOfEffect): string {
  return `${kinds[kind]}: ${count === 1 && first !== undefined ? first.name : `${String(count)} thủ tục${decision === null ? '' : ` theo ${decision}`}`}`;
}

function eventOf(effect: DayOfEffect, { origin, stamp }: { readonly origin: string; readonly stamp: string }): readonly string[] {
  const { day, kind, decision, count, procedures } = effect;
  const href = (code: string): string => `${origin}/thu-tuc/${encodeURIComponent(code)}`;
  const named = procedures.map(({ code, name }) => `${code} ${name}\n${href(code)}`);
  const [only] = count === 1 ? procedures : [];
  const about = [...(decision === null ? [] : [`Theo ${decision}`]), ...named, ...(count > procedures.length ? [`và ${String(count - procedures.length)} thủ tục khác`] : [])];
  return [
    'BEGIN:VEVENT', `UID:${date(day)}-${kind}-${encodeURIComponent(decision ?? 'khong')}@motcua`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(Temporal.PlainDate.from(day).add({ days: 1 }).toString())}`,
    `SUMMARY:${escaped(summaryOf(effect))}`, `DESCRIPTION:${escaped(about.join('\n'))}`, `URL:${only === undefined ? `${origin}/thu-tuc` : href(only.code)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ];
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length === 0 ? 75 : 74)) { parts.push(part); part = ''; }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}

/** Days of effect as a calendar (iCalendar, RFC 5545): one whole day for each day, kind and decision. Lines are folded at 75 bytes. */
export function calendarOf(days: readonly DayOfEffect[], { origin, at }: { readonly origin: string; readonly at: Temporal.Instant }): string {
  const stamp = at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//motcua//hieu-luc//VI', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Thủ tục có hiệu lực\\, hết hiệu lực', ...zone, ...days.flatMap((effect) => eventOf(effect, { origin, stamp })), 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
