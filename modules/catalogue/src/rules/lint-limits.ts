// SPDX-License-Identifier: EUPL-1.2
import type { Procedure, PublishedTime } from '../model.ts';
import { type Finding, must } from './finding.ts';
import { channelTitles, timeText } from './procedure-words.ts';

const most = { name: 500, sets: 99, sheets: 99, hours: 8760, months: 600, days: 3650, amountVnd: 1e12 } as const;
const longest = { WORKING_DAY: most.days, DAY: most.days, HOUR: most.hours, MONTH: most.months, YEAR: 50, OTHER: most.days } as const;

const isOddTime = (time: PublishedTime | null): boolean => time?.value != null && (time.value <= 0 || time.value > longest[time.unit] || !Number.isInteger(time.value * 2));

type Timed = { readonly time: PublishedTime | null; readonly path: string; readonly place: string };

const timed = ({ methods, circumstances }: Procedure): readonly Timed[] => [
  ...methods.map(({ channel, time }, at) => ({ time, path: `methods.${at}.time`, place: `Thời hạn, ${channelTitles[channel]}` })),
  ...circumstances.map(({ name, time }, at) => ({ time, path: `circumstances.${at}.time`, place: `Thời hạn, trường hợp «${name}»` })),
];

function oddTimes(procedure: Procedure, national: Procedure | null): readonly Finding[] {
  const known = new Set(national === null ? [] : timed(national).map(({ time }) => timeText(time)));
  return timed(procedure).filter(({ time }) => isOddTime(time) && !known.has(timeText(time))).map(({ path, place }) => must(path, place, 'Thời hạn phải lớn hơn 0, tính tròn hoặc nửa đơn vị (ví dụ 5 hoặc 0,5), và không dài quá mức. Sửa con số.'));
}

const oddCount = (count: number): boolean => count < 0 || count > most.sheets;

const oddCounts = ({ papers }: Procedure): readonly Finding[] => papers.flatMap((group, at) => group.papers.flatMap(({ originals, copies }, no) => [['originals', 'bản chính', originals] as const, ['copies', 'bản sao', copies] as const]
  .filter(([, , count]) => oddCount(count)).map(([field, words]) => must(`papers.${at}.papers.${no}.${field}`, `Giấy tờ ${no + 1}`, `Số ${words} phải từ 0 đến ${most.sheets}.`))));

const oddFees = ({ methods }: Procedure): readonly Finding[] => methods.flatMap(({ channel, fees }, at) => fees.flatMap(({ amount }, no) => (amount !== null && (amount < 0 || amount > most.amountVnd)
  ? [must(`methods.${at}.fees.${no}.amount`, `Phí, lệ phí, ${channelTitles[channel]}`, 'Mức thu phải từ 0 đến 1.000.000.000.000 đồng.')] : [])));

/** Numbers and lengths nobody means: below nothing, or far above what any procedure has. A time or name the ministry published that way stays. */
export function outOfLimits(procedure: Procedure, national: Procedure | null): readonly Finding[] {
  const { name, sets } = procedure;
  return [
    ...(name.length > most.name && name !== national?.name ? [must('name', 'Tên thủ tục', `Tên dài ${name.length} chữ; nhiều nhất ${most.name} chữ. Viết gọn lại.`)] : []),
    ...(sets !== undefined && sets > most.sets ? [must('sets', 'Số bộ hồ sơ', `Số bộ hồ sơ phải từ 1 đến ${most.sets}.`)] : []),
    ...oddTimes(procedure, national), ...oddCounts(procedure), ...oddFees(procedure),
  ];
}
