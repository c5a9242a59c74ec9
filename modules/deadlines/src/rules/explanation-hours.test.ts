// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type Told, at, ev, extended, hours, office, told, week } from '../../test/told.ts';
import { aCalendar, rules } from '../testing.ts';

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
    ['counts a Saturday morning, and a working day as eight hours', { mode: 'by-hour', limit: { value: 1, unit: 'working-day' }, receivedAt: at('2026-04-24T15:00'), calendar: aCalendar({ shifts: { ...week, sat: [['08:00', '11:00']] }, daysOff: ['2026-04-27'], dayNames: {'2026-04-27': 'Giỗ Tổ Hùng Vương' }}) }, [
      '04-24 15:00 04-24 17:00 + working-time: Tính 2 giờ; đã tính 2 giờ',
      '04-24 17:00 04-25 08:00 - outside-hours: Ngoài giờ làm việc',
      '04-25 08:00 04-25 11:00 + working-time: Tính 3 giờ; đã tính 5 giờ',
      '04-25 11:00 04-26 00:00 - outside-hours: Ngoài giờ làm việc',
      '04-26 00:00 04-27 00:00 - weekly-rest: Nghỉ cuối tuần',
      '04-27 00:00 04-28 00:00 - day-off: Nghỉ lễ: Giỗ Tổ Hùng Vương',
      '04-28 00:00 04-28 07:30 - outside-hours: Ngoài giờ làm việc',
      '04-28 07:30 04-28 10:30 + working-time: Tính 3 giờ; đã tính 1 ngày',
    ]],
    ['sums up days and hours by the hours a day means', { mode: 'by-hour', limit: { value: 2, unit: 'working-day' }, rules: rules({ hoursPerDay: 7 }) }, [
      '03-02 08:00 03-02 11:30 + working-time: Tính 3 giờ 30 phút; đã tính 3 giờ 30 phút',
      '03-02 11:30 03-02 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-02 13:30 03-02 17:00 + working-time: Tính 3 giờ 30 phút; đã tính 1 ngày',
      '03-02 17:00 03-03 07:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 07:30 03-03 11:30 + working-time: Tính 4 giờ; đã tính 1 ngày 4 giờ',
      '03-03 11:30 03-03 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-03 13:30 03-03 16:30 + working-time: Tính 3 giờ; đã tính 2 ngày',
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
    ['tells what was given up though the day of the new receipt is not published', { calendar: aCalendar({ coveredUntil: '2026-03-08' }), events: [ev('2026-03-04T09:00', 'supplement-requested'), ev('2026-03-04T10:00', 'payment-requested'), ev('2026-03-09T09:00', 'supplemented')] }, [
      '03-02 08:00 03-04 09:00 - restarted: Bỏ phần đã tính: bổ sung xong thì tính lại từ đầu',
      '03-04 09:00 03-09 09:00 - waiting-for-supplement: Chờ bổ sung hồ sơ',
      '03-09 09:00 03-09 09:00 - stopped: Đồng hồ dừng từ 09:00 thứ Tư 4/3: chưa có ngày hẹn trả',
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
    ['ends at a stop before the count began', { ...hours(2), receivedAt: at('2026-03-02T06:10'), events: [ev('2026-03-02T06:20', 'payment-requested')] }, [
      '03-02 06:10 03-02 06:20 - received-before-opening: Nhận lúc 06:10 thứ Hai 2/3, ngoài giờ làm việc nên tính từ 07:30 thứ Hai 2/3',
      '03-02 06:20 03-02 06:20 - stopped: Đồng hồ dừng từ 06:20 thứ Hai 2/3: chưa có ngày hẹn trả',
    ]],
    ['marks what came when the result was owed', { ...hours(1), events: [ev('2026-03-02T09:00', 'payment-requested')] }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 09:00 - missed: Đã đến hạn trả: việc xảy ra từ lúc này không làm thay đổi ngày hẹn',
    ]],
    ['puts a mark after the stretch that ends there', { ...hours(4), events: [extended('2026-03-02T11:30', 1)] }, [
      '03-02 08:00 03-02 11:30 + working-time: Tính 3 giờ 30 phút; đã tính 3 giờ 30 phút',
      '03-02 11:30 03-02 11:30 - extended: Gia hạn một lần lúc 11:30 thứ Hai 2/3',
      '03-02 11:30 03-02 13:30 - outside-hours: Ngoài giờ làm việc',
      '03-02 13:30 03-02 15:00 + working-time: Tính 1 giờ 30 phút; đã tính 5 giờ',
    ]],
    ['keeps marks of one minute in the order they came about', { ...hours(4), events: [extended('2026-03-02T09:00', 1), ev('2026-03-02T09:00', 'payment-requested')] }, [
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
      '03-02 09:00 03-02 09:00 - extended: Gia hạn một lần lúc 09:00 thứ Hai 2/3',
      '03-02 09:00 03-02 09:00 - stopped: Đồng hồ dừng từ 09:00 thứ Hai 2/3: chưa có ngày hẹn trả',
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
    ['says so where the receipt came at the opening, before that hour', { ...hours(1), receivedAt: at('2026-03-02T07:30'), rules: rules({ countsFrom: '08:00' }) }, [
      '03-02 07:30 03-02 08:00 - received-before-opening: Nhận lúc 07:30 thứ Hai 2/3, trước giờ bắt đầu tính trong ngày nên tính từ 08:00 thứ Hai 2/3',
      '03-02 08:00 03-02 09:00 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
    ['says closed where it came when the morning closed', { ...hours(1), receivedAt: at('2026-03-02T11:30'), rules: rules({ countsFrom: '08:00' }) }, [
      '03-02 11:30 03-02 13:30 - received-before-opening: Nhận lúc 11:30 thứ Hai 2/3, ngoài giờ làm việc nên tính từ 13:30 thứ Hai 2/3',
      '03-02 13:30 03-02 14:30 + working-time: Tính 1 giờ; đã tính 1 giờ',
    ]],
  ])('%s', (_does, given, lines) => {
    expect(told(given)).toEqual(lines);
  });
});
