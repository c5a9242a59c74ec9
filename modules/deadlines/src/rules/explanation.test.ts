// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { answerCase } from '../index.ts';
import type { ClockEvent, DeadlineCase, OfficeCalendar } from '../model.ts';
import { aCalendar, aCase, rules } from '../testing.ts';

const at = (text: string): string => `${text}:00+07:00`;
const ev = (text: string, type: Exclude<ClockEvent['type'], 'extended'>): ClockEvent => ({ at: at(text), type });
const extended = (text: string, value: number): ClockEvent => ({ at: at(text), type: 'extended', value });
const week = aCalendar().shifts;
/** Thursday 5 March a named holiday, Friday 6 a day off of the office's own. */
const office = (given: Partial<OfficeCalendar> = {}): OfficeCalendar => aCalendar({ daysOff: ['2026-03-05', '2026-03-06'], dayNames: { '2026-03-05': 'Giỗ Tổ' }, ...given });
const hours = (value: number): Pick<DeadlineCase, 'mode' | 'limit'> => ({ mode: 'by-hour', limit: { value, unit: 'working-hour' } });

/** One line per stretch: from, to, counted or not, rule, words. */
const told = (given: Partial<DeadlineCase>): readonly string[] => answerCase(aCase(given)).explanation
  .map(({ from, to, counted, rule, text }) => `${from.slice(5, 16).replace('T', ' ')} ${to.slice(5, 16).replace('T', ' ')} ${counted ? '+' : '-'} ${rule}: ${text}`);

type Told = readonly [does: string, given: Partial<DeadlineCase>, lines: readonly string[]];

describe('đếm giờ: mỗi dòng giải trình', () => {
  test.each<Told>([
    ['names lunch, night, the weekday without work, the holiday by its name, the day off without one, and the weekend', { ...hours(14), calendar: office({ shifts: { ...week, wed: [] } }), receivedAt: at('2026-03-03T06:10') }, [
      '03-03 06:10 03-03 07:30 - received-before-opening: Nhận lúc 06:10 thứ Ba 3/3, ngoài giờ làm việc nên tính từ 07:30 thứ Ba 3/3',
      '03-03 07:30 03-03 11:30 + working-time: Tính 4 giờ; đã tính 4 giờ',
      '03-03 11:30 03-03 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 13:30 03-03 17:00 + working-time: Tính 3 giờ 30 phút; đã tính 7 giờ 30 phút',
      '03-03 17:00 03-04 00:00 - outside-hours: Ngoài giờ làm việc',
      '03-04 00:00 03-05 00:00 - weekly-rest: Ngày cơ quan không làm việc',
      '03-05 00:00 03-06 00:00 - day-off: Nghỉ lễ: Giỗ Tổ',
      '03-06 00:00 03-07 00:00 - day-off: Ngày nghỉ theo lịch làm việc của cơ quan',
      '03-07 00:00 03-09 00:00 - weekly-rest: Nghỉ cuối tuần',
      '03-09 00:00 03-09 07:30 - outside-hours: Ngoài giờ làm việc',
      '03-09 07:30 03-09 11:30 + working-time: Tính 4 giờ; đã tính 11 giờ 30 phút',
      '03-09 11:30 03-09 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-09 13:30 03-09 16:00 + working-time: Tính 2 giờ 30 phút; đã tính 14 giờ',
    ]],
    ['leaves declared outages out, inside a shift, over its end and over the night', { ...hours(10), calendar: office({ outages: [[at('2026-03-02T09:00'), at('2026-03-02T10:00')], [at('2026-03-02T16:30'), at('2026-03-03T08:00')]] }) }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 10:00 - outage: Sự cố hệ thống đã công bố, không tính',
      '03-02 10:00 03-02 11:30 + working-time: Tính 1 giờ 30 phút; đã tính 2 giờ 30 phút',
      '03-02 11:30 03-02 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-02 13:30 03-02 16:30 + working-time: Tính 3 giờ; đã tính 5 giờ 30 phút',
      '03-02 16:30 03-02 17:00 - outage: Sự cố hệ thống đã công bố, không tính',
      '03-02 17:00 03-03 07:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 07:30 03-03 08:00 - outage: Sự cố hệ thống đã công bố, không tính',
      '03-03 08:00 03-03 11:30 + working-time: Tính 3 giờ 30 phút; đã tính 9 giờ',
      '03-03 11:30 03-03 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 13:30 03-03 14:30 + working-time: Tính 1 giờ; đã tính 10 giờ',
    ]],
    ['says nothing of an outage where nobody works, and joins what touches', { ...hours(8), calendar: aCalendar({ outages: [[at('2026-03-02T10:00'), at('2026-03-02T12:00')], [at('2026-03-02T12:00'), at('2026-03-02T14:00')], [at('2026-03-02T18:00'), at('2026-03-02T19:00')]] }) }, [
      '03-02 08:00 03-02 10:00 + working-time: Tính 2 giờ; đã tính 2 giờ',
      '03-02 10:00 03-02 11:30 - outage: Sự cố hệ thống đã công bố, không tính',
      '03-02 11:30 03-02 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-02 13:30 03-02 14:00 - outage: Sự cố hệ thống đã công bố, không tính',
      '03-02 14:00 03-02 17:00 + working-time: Tính 3 giờ; đã tính 5 giờ',
      '03-02 17:00 03-03 07:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 07:30 03-03 10:30 + working-time: Tính 3 giờ; đã tính 8 giờ',
    ]],
    ['counts a Saturday morning, and a working day as eight hours', { mode: 'by-hour', limit: { value: 1, unit: 'working-day' }, receivedAt: at('2026-04-24T15:00'), calendar: aCalendar({ shifts: { ...week, sat: [['08:00', '11:00']] }, daysOff: ['2026-04-27'], dayNames: { '2026-04-27': 'Giỗ Tổ Hùng Vương' } }) }, [
      '04-24 15:00 04-24 17:00 + working-time: Tính 2 giờ; đã tính 2 giờ',
      '04-24 17:00 04-25 08:00 - outside-hours: Ngoài giờ làm việc',
      '04-25 08:00 04-25 11:00 + working-time: Tính 3 giờ; đã tính 5 giờ',
      '04-25 11:00 04-26 00:00 - outside-hours: Ngoài giờ làm việc',
      '04-26 00:00 04-27 00:00 - weekly-rest: Nghỉ cuối tuần',
      '04-27 00:00 04-28 00:00 - day-off: Nghỉ lễ: Giỗ Tổ Hùng Vương',
      '04-28 00:00 04-28 07:30 - outside-hours: Ngoài giờ làm việc',
      '04-28 07:30 04-28 10:30 + working-time: Tính 3 giờ; đã tính 1 ngày',
    ]],
    ['calls a pause by what is waited for, a supplement before a payment, and marks the extension', { ...hours(8), rules: rules({ onSupplement: 'pause' }), events: [ev('2026-03-02T09:00', 'payment-requested'), ev('2026-03-02T10:00', 'supplement-requested'), ev('2026-03-02T14:00', 'paid'), ev('2026-03-02T15:00', 'supplemented'), extended('2026-03-02T15:30', 1)] }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 10:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
      '03-02 10:00 03-02 15:00 - paused-for-supplement: Tạm dừng, chờ bổ sung hồ sơ',
      '03-02 15:00 03-02 17:00 + working-time: Tính 2 giờ; đã tính 3 giờ',
      '03-02 15:30 03-02 15:30 - extended: Gia hạn một lần lúc 15:30 thứ Hai 2/3',
      '03-02 17:00 03-03 07:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 07:30 03-03 11:30 + working-time: Tính 4 giờ; đã tính 7 giờ',
      '03-03 11:30 03-03 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 13:30 03-03 15:30 + working-time: Tính 2 giờ; đã tính 9 giờ',
    ]],
    ['calls a wait for an identity so until a payment is waited for too', { ...hours(6), events: [ev('2026-03-02T09:00', 'identity-requested'), ev('2026-03-02T09:30', 'payment-requested'), ev('2026-03-02T10:00', 'identity-confirmed'), ev('2026-03-02T10:30', 'paid')] }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 09:30 - paused-for-identity: Tạm dừng, chờ xác nhận định danh',
      '03-02 09:30 03-02 10:30 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
      '03-02 10:30 03-02 11:30 + working-time: Tính 1 giờ; đã tính 2 giờ',
      '03-02 11:30 03-02 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-02 13:30 03-02 17:00 + working-time: Tính 3 giờ 30 phút; đã tính 5 giờ 30 phút',
      '03-02 17:00 03-03 07:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 07:30 03-03 08:00 + working-time: Tính 30 phút; đã tính 6 giờ',
    ]],
    ['goes on waiting for an identity after the payment has come', { ...hours(3), events: [ev('2026-03-02T09:00', 'payment-requested'), ev('2026-03-02T09:30', 'identity-requested'), ev('2026-03-02T10:00', 'paid'), ev('2026-03-02T10:30', 'identity-confirmed')] }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 10:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
      '03-02 10:00 03-02 10:30 - paused-for-identity: Tạm dừng, chờ xác nhận định danh',
      '03-02 10:30 03-02 11:30 + working-time: Tính 1 giờ; đã tính 2 giờ',
      '03-02 11:30 03-02 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-02 13:30 03-02 14:30 + working-time: Tính 1 giờ; đã tính 3 giờ',
    ]],
    ['gives up what was counted and begins anew at the next opening', { mode: 'by-hour', limit: { value: 1, unit: 'working-day' }, events: [ev('2026-03-02T09:00', 'supplement-requested'), ev('2026-03-03T19:00', 'supplemented')] }, [
      '03-02 08:00 03-02 09:00 - restarted: Bỏ phần đã tính: bổ sung xong thì tính lại từ đầu',
      '03-02 09:00 03-03 19:00 - waiting-for-supplement: Chờ bổ sung hồ sơ',
      '03-03 19:00 03-04 07:30 - received-after-hours: Nhận lúc 19:00 thứ Ba 3/3, sau giờ làm việc nên tính từ 07:30 thứ Tư 4/3',
      '03-04 07:30 03-04 11:30 + working-time: Tính 4 giờ; đã tính 4 giờ',
      '03-04 11:30 03-04 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-04 13:30 03-04 17:00 + working-time: Tính 3 giờ 30 phút; đã tính 7 giờ 30 phút',
      '03-04 17:00 03-05 07:30 - outside-hours: Ngoài giờ làm việc',
      '03-05 07:30 03-05 08:00 + working-time: Tính 30 phút; đã tính 1 ngày',
    ]],
    ['ends at the stop while the clock stands', { ...hours(8), events: [ev('2026-03-02T09:00', 'payment-requested')] }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 09:00 - stopped: Đồng hồ dừng từ 09:00 thứ Hai 2/3: chưa có ngày hẹn trả',
    ]],
    ['ends at the new receipt when the stop is older than it', { ...hours(8), events: [ev('2026-03-02T09:00', 'supplement-requested'), ev('2026-03-02T10:00', 'payment-requested'), ev('2026-03-02T11:00', 'supplemented')] }, [
      '03-02 08:00 03-02 09:00 - restarted: Bỏ phần đã tính: bổ sung xong thì tính lại từ đầu',
      '03-02 09:00 03-02 11:00 - waiting-for-supplement: Chờ bổ sung hồ sơ',
      '03-02 11:00 03-02 11:00 - stopped: Đồng hồ dừng từ 09:00 thứ Hai 2/3: chưa có ngày hẹn trả',
    ]],
    ['marks what came when the result was owed', { ...hours(1), events: [ev('2026-03-02T09:00', 'payment-requested')] }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 09:00 - missed: Đã đến hạn trả: việc xảy ra từ lúc này không làm thay đổi ngày hẹn',
    ]],
  ])('%s', (_does, given, lines) => {
    expect(told(given)).toEqual(lines);
  });
});

describe('nhận ngoài giờ: dòng đầu của giải trình', () => {
  test.each<Told>([
    ['begins on Monday for a Saturday', { ...hours(1), receivedAt: at('2026-03-07T09:05') }, [
      '03-07 09:05 03-09 07:30 - received-on-day-off: Nhận lúc 09:05 thứ Bảy 7/3, ngày nghỉ (Nghỉ cuối tuần) nên tính từ 07:30 thứ Hai 9/3',
      '03-09 07:30 03-09 08:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['begins after a named holiday', { ...hours(1), calendar: office(), receivedAt: at('2026-03-05T09:05') }, [
      '03-05 09:05 03-09 07:30 - received-on-day-off: Nhận lúc 09:05 thứ Năm 5/3, ngày nghỉ (Nghỉ lễ: Giỗ Tổ) nên tính từ 07:30 thứ Hai 9/3',
      '03-09 07:30 03-09 08:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['begins after a day off without a name', { ...hours(1), calendar: office(), receivedAt: at('2026-03-06T09:05') }, [
      '03-06 09:05 03-09 07:30 - received-on-day-off: Nhận lúc 09:05 thứ Sáu 6/3, ngày nghỉ (Ngày nghỉ theo lịch làm việc của cơ quan) nên tính từ 07:30 thứ Hai 9/3',
      '03-09 07:30 03-09 08:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['begins on the next day from the closing on', { ...hours(1), receivedAt: at('2026-03-02T17:00') }, [
      '03-02 17:00 03-03 07:30 - received-after-hours: Nhận lúc 17:00 thứ Hai 2/3, sau giờ làm việc nên tính từ 07:30 thứ Ba 3/3',
      '03-03 07:30 03-03 08:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['begins in the afternoon for a receipt at noon', { ...hours(1), receivedAt: at('2026-03-02T12:00') }, [
      '03-02 12:00 03-02 13:30 - received-before-opening: Nhận lúc 12:00 thứ Hai 2/3, ngoài giờ làm việc nên tính từ 13:30 thứ Hai 2/3',
      '03-02 13:30 03-02 14:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['begins on the next day in the last hour', { ...hours(1), receivedAt: at('2026-03-02T16:00'), rules: rules({ lastMinutes: 60 }) }, [
      '03-02 16:00 03-03 07:30 - received-in-last-hour: Nhận lúc 16:00 thứ Hai 2/3, trong giờ làm việc cuối của ngày nên tính từ 07:30 thứ Ba 3/3',
      '03-03 07:30 03-03 08:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['begins on the next day from the cut-off on', { ...hours(1), receivedAt: at('2026-03-02T15:00'), rules: rules({ cutoff: '15:00' }) }, [
      '03-02 15:00 03-03 07:30 - received-after-cutoff: Nhận lúc 15:00 thứ Hai 2/3, sau giờ nhận nên tính từ 07:30 thứ Ba 3/3',
      '03-03 07:30 03-03 08:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['begins at the hour receipts count from', { ...hours(1), receivedAt: at('2026-03-02T07:40'), rules: rules({ countsFrom: '08:00' }) }, [
      '03-02 07:40 03-02 08:00 - received-before-opening: Nhận lúc 07:40 thứ Hai 2/3, trước giờ bắt đầu tính trong ngày nên tính từ 08:00 thứ Hai 2/3',
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
  ])('%s', (_does, given, lines) => {
    expect(told(given)).toEqual(lines);
  });
});

describe('đếm ngày: mỗi dòng giải trình', () => {
  test.each<Told>([
    ['numbers working days, leaves out the day of receipt, one wholly inside an outage, holidays and weekends', { limit: { value: 3, unit: 'working-day' }, calendar: office({ outages: [[at('2026-03-03T07:00'), at('2026-03-03T17:00')], [at('2026-03-04T07:00'), at('2026-03-04T16:59')]] }) }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 - outage: Sự cố hệ thống cả ngày, không tính',
      '03-04 00:00 03-05 00:00 + working-day: Ngày làm việc thứ 1 trong 3',
      '03-05 00:00 03-06 00:00 - day-off: Nghỉ lễ: Giỗ Tổ',
      '03-06 00:00 03-07 00:00 - day-off: Ngày nghỉ theo lịch làm việc của cơ quan',
      '03-07 00:00 03-09 00:00 - weekly-rest: Nghỉ cuối tuần',
      '03-09 00:00 03-10 00:00 + working-day: Ngày làm việc thứ 2 trong 3',
      '03-10 00:00 03-10 17:00 + working-day: Ngày làm việc thứ 3 trong 3',
    ]],
    ['counts the day of receipt where the rule says so', { limit: { value: 2, unit: 'working-day' }, rules: rules({ firstDayCounted: true }) }, [
      '03-02 08:00 03-03 00:00 + working-day: Ngày làm việc thứ 1 trong 2',
      '03-03 00:00 03-03 17:00 + working-day: Ngày làm việc thứ 2 trong 2',
    ]],
    ['leaves out the days of a pause, each by what was waited for on it', { limit: { value: 3, unit: 'working-day' }, rules: rules({ onSupplement: 'pause' }), events: [ev('2026-03-03T09:00', 'payment-requested'), ev('2026-03-04T10:00', 'supplement-requested'), ev('2026-03-04T14:00', 'paid'), ev('2026-03-05T15:00', 'supplemented')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 3',
      '03-04 00:00 03-05 00:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
      '03-05 00:00 03-06 00:00 - paused-for-supplement: Tạm dừng, chờ bổ sung hồ sơ',
      '03-06 00:00 03-07 00:00 + working-day: Ngày làm việc thứ 2 trong 3',
      '03-07 00:00 03-09 00:00 - weekly-rest: Nghỉ cuối tuần',
      '03-09 00:00 03-09 17:00 + working-day: Ngày làm việc thứ 3 trong 3',
    ]],
    ['leaves out the day that begins when a pause ends at midnight', { limit: { value: 2, unit: 'working-day' }, events: [ev('2026-03-03T10:00', 'payment-requested'), ev('2026-03-05T00:00', 'paid')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 2',
      '03-04 00:00 03-06 00:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
      '03-06 00:00 03-06 17:00 + working-day: Ngày làm việc thứ 2 trong 2',
    ]],
    ['lets the pause itself say why its days are not the ones owed', { events: [ev('2026-03-05T10:00', 'payment-requested'), ev('2026-03-09T09:00', 'paid')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 3',
      '03-04 00:00 03-05 00:00 + working-day: Ngày làm việc thứ 2 trong 3',
      '03-05 00:00 03-06 00:00 + working-day: Ngày làm việc thứ 3 trong 3',
      '03-06 00:00 03-09 17:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
    ]],
    ['names the closing that fell into a pause', { limit: { value: 1, unit: 'working-day' }, events: [ev('2026-03-03T10:00', 'identity-requested'), ev('2026-03-03T17:00', 'identity-confirmed')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 1',
      '03-04 00:00 03-04 17:00 - closing-in-pause: Hạn rơi vào lúc tạm dừng: trả vào giờ đóng cửa kế tiếp',
    ]],
    ['numbers calendar days and rolls the last to a working day over rest days and holidays', { limit: { value: 5, unit: 'calendar-day' }, calendar: office({ daysOff: ['2026-03-09'], dayNames: {} }) }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + calendar-day: Tính ngày thứ 1 trong 5',
      '03-04 00:00 03-05 00:00 + calendar-day: Tính ngày thứ 2 trong 5',
      '03-05 00:00 03-06 00:00 + calendar-day: Tính ngày thứ 3 trong 5',
      '03-06 00:00 03-07 00:00 + calendar-day: Tính ngày thứ 4 trong 5',
      '03-07 00:00 03-08 00:00 + calendar-day: Tính ngày thứ 5 trong 5',
      '03-08 00:00 03-09 00:00 - weekly-rest: Nghỉ cuối tuần',
      '03-09 00:00 03-10 00:00 - day-off: Ngày nghỉ theo lịch làm việc của cơ quan',
      '03-10 00:00 03-10 17:00 - rolled-to-working-day: Ngày cuối là ngày nghỉ: trả vào ngày làm việc kế tiếp',
    ]],
    ['counts the first calendar day where the rule says so, and moves by the dates of a pause', { limit: { value: 3, unit: 'calendar-day' }, rules: rules({ firstDayCounted: true }), events: [ev('2026-03-03T10:00', 'payment-requested'), ev('2026-03-04T09:00', 'paid')] }, [
      '03-02 08:00 03-03 00:00 + calendar-day: Tính ngày thứ 1 trong 3',
      '03-03 00:00 03-04 00:00 + calendar-day: Tính ngày thứ 2 trong 3',
      '03-04 00:00 03-05 00:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
      '03-05 00:00 03-05 17:00 + calendar-day: Tính ngày thứ 3 trong 3',
    ]],
    ['tells a last day whose closing fell into a pause from one that is a day off', { limit: { value: 1, unit: 'calendar-day' }, events: [ev('2026-03-03T10:00', 'payment-requested'), ev('2026-03-03T17:00', 'paid')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + calendar-day: Tính ngày thứ 1 trong 1',
      '03-04 00:00 03-04 17:00 - closing-in-pause: Hạn rơi vào lúc tạm dừng: trả vào giờ đóng cửa kế tiếp',
    ]],
    ['rolls a last day on Saturday to Monday', { limit: { value: 1, unit: 'calendar-day' }, receivedAt: at('2026-03-06T09:00') }, [
      '03-06 09:00 03-07 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-07 00:00 03-08 00:00 + calendar-day: Tính ngày thứ 1 trong 1',
      '03-08 00:00 03-09 00:00 - weekly-rest: Nghỉ cuối tuần',
      '03-09 00:00 03-09 17:00 - rolled-to-working-day: Ngày cuối là ngày nghỉ: trả vào ngày làm việc kế tiếp',
    ]],
    ['rolls first and then leaves the pause', { limit: { value: 1, unit: 'calendar-day' }, receivedAt: at('2026-03-06T09:00'), events: [ev('2026-03-09T10:00', 'payment-requested'), ev('2026-03-09T17:00', 'paid')] }, [
      '03-06 09:00 03-07 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-07 00:00 03-08 00:00 + calendar-day: Tính ngày thứ 1 trong 1',
      '03-08 00:00 03-09 00:00 - weekly-rest: Nghỉ cuối tuần',
      '03-09 00:00 03-10 00:00 - rolled-to-working-day: Ngày cuối là ngày nghỉ: trả vào ngày làm việc kế tiếp',
      '03-10 00:00 03-10 17:00 - closing-in-pause: Hạn rơi vào lúc tạm dừng: trả vào giờ đóng cửa kế tiếp',
    ]],
    ['takes a month as one stretch from the day after the receipt counts', { limit: { value: 1, unit: 'month' }, receivedAt: at('2026-02-14T09:00'), rules: rules({ firstDayCounted: true }) }, [
      '02-14 09:00 02-16 07:30 - received-on-day-off: Nhận lúc 09:00 thứ Bảy 14/2, ngày nghỉ (Nghỉ cuối tuần) nên tính từ 07:30 thứ Hai 16/2',
      '02-16 07:30 02-17 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '02-17 00:00 03-16 17:00 + month-term: Trong thời hạn 1 tháng',
    ]],
    ['moves the end of a month by the dates of a pause, then to a working day', { limit: { value: 1, unit: 'month' }, calendar: office(), events: [ev('2026-03-03T10:00', 'payment-requested'), ev('2026-03-05T09:00', 'paid')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + month-term: Trong thời hạn 1 tháng',
      '03-04 00:00 03-06 00:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
      '03-06 00:00 04-05 00:00 + month-term: Trong thời hạn 1 tháng',
      '04-05 00:00 04-06 00:00 - weekly-rest: Nghỉ cuối tuần',
      '04-06 00:00 04-06 17:00 - rolled-to-working-day: Ngày cuối là ngày nghỉ: trả vào ngày làm việc kế tiếp',
    ]],
    ['ends at the stop by day too', { events: [ev('2026-03-04T10:00', 'payment-requested')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 3',
      '03-04 00:00 03-04 10:00 + working-day: Ngày làm việc thứ 2 trong 3',
      '03-04 10:00 03-04 10:00 - stopped: Đồng hồ dừng từ 10:00 thứ Tư 4/3: chưa có ngày hẹn trả',
    ]],
    ['marks after the day owed what came too late', { events: [ev('2026-03-06T10:00', 'payment-requested')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 3',
      '03-04 00:00 03-05 00:00 + working-day: Ngày làm việc thứ 2 trong 3',
      '03-05 00:00 03-05 17:00 + working-day: Ngày làm việc thứ 3 trong 3',
      '03-06 10:00 03-06 10:00 - missed: Đã đến hạn trả: việc xảy ra từ lúc này không làm thay đổi ngày hẹn',
    ]],
    ['begins anew on the next working day for a supplement on a Saturday', { events: [ev('2026-03-03T10:00', 'supplement-requested'), ev('2026-03-07T10:00', 'supplemented')] }, [
      '03-02 08:00 03-03 10:00 - restarted: Bỏ phần đã tính: bổ sung xong thì tính lại từ đầu',
      '03-03 10:00 03-07 10:00 - waiting-for-supplement: Chờ bổ sung hồ sơ',
      '03-07 10:00 03-09 07:30 - received-on-day-off: Nhận lúc 10:00 thứ Bảy 7/3, ngày nghỉ (Nghỉ cuối tuần) nên tính từ 07:30 thứ Hai 9/3',
      '03-09 07:30 03-10 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-10 00:00 03-11 00:00 + working-day: Ngày làm việc thứ 1 trong 3',
      '03-11 00:00 03-12 00:00 + working-day: Ngày làm việc thứ 2 trong 3',
      '03-12 00:00 03-12 17:00 + working-day: Ngày làm việc thứ 3 trong 3',
    ]],
    ['marks an extension given while the clock stood', { limit: { value: 1, unit: 'working-day' }, events: [ev('2026-03-02T09:00', 'supplement-requested'), extended('2026-03-02T10:00', 1), ev('2026-03-02T11:00', 'supplemented')] }, [
      '03-02 08:00 03-02 09:00 - restarted: Bỏ phần đã tính: bổ sung xong thì tính lại từ đầu',
      '03-02 09:00 03-02 11:00 - waiting-for-supplement: Chờ bổ sung hồ sơ',
      '03-02 10:00 03-02 10:00 - extended: Gia hạn một lần lúc 10:00 thứ Hai 2/3',
      '03-02 11:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 2',
      '03-04 00:00 03-04 17:00 + working-day: Ngày làm việc thứ 2 trong 2',
    ]],
  ])('%s', (_does, given, lines) => {
    expect(told(given)).toEqual(lines);
  });
});
