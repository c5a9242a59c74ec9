// SPDX-License-Identifier: EUPL-1.2
import { officeDayText } from '@motcua/kernel';
import { type Finding, must } from './finding.ts';

const mostYearsAhead = 5;

/** What stands against a first day of validity as it is seen on `today`: it has passed, or lies so far ahead that it is a slip of the pen. */
export function firstDayFaults(validFrom: string, today: Temporal.PlainDate): readonly Finding[] {
  const last = today.add({ years: mostYearsAhead });
  if (validFrom < today.toString()) return [must('validFrom', 'Ngày có hiệu lực', 'Ngày này đã qua. Chọn từ hôm nay trở đi: hồ sơ đã nộp giữ bản cũ.')];
  return validFrom > last.toString() ? [must('validFrom', 'Ngày có hiệu lực', `Ngày này xa quá ${mostYearsAhead} năm. Chọn đến hết ngày ${officeDayText(last)}.`)] : [];
}
