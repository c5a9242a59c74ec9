// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type Told, at, ev, extended, office, told } from '../../test/told.ts';
import { rules } from '../testing.ts';

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
    ['counts the day at whose midnight a pause begins', { limit: { value: 2, unit: 'working-day' }, events: [ev('2026-03-04T00:00', 'payment-requested'), ev('2026-03-05T10:00', 'paid')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + working-day: Ngày làm việc thứ 1 trong 2',
      '03-04 00:00 03-05 00:00 + working-day: Ngày làm việc thứ 2 trong 2',
      '03-05 00:00 03-05 17:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
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
    ['ends at a stop before the count began, by day too', { receivedAt: at('2026-03-02T06:10'), events: [ev('2026-03-02T06:20', 'payment-requested')] }, [
      '03-02 06:10 03-02 06:20 - received-before-opening: Nhận lúc 06:10 thứ Hai 2/3, ngoài giờ làm việc nên tính từ 07:30 thứ Hai 2/3',
      '03-02 06:20 03-02 06:20 - stopped: Đồng hồ dừng từ 06:20 thứ Hai 2/3: chưa có ngày hẹn trả',
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
    ['counts no day too many when a stop begins on the day to which a last day of rest was rolled', { limit: { value: 5, unit: 'calendar-day' }, events: [ev('2026-03-09T09:00', 'payment-requested'), ev('2026-03-10T10:00', 'paid')] }, [
      '03-02 08:00 03-03 00:00 - first-day-not-counted: Không tính ngày nhận hồ sơ',
      '03-03 00:00 03-04 00:00 + calendar-day: Tính ngày thứ 1 trong 5',
      '03-04 00:00 03-05 00:00 + calendar-day: Tính ngày thứ 2 trong 5',
      '03-05 00:00 03-06 00:00 + calendar-day: Tính ngày thứ 3 trong 5',
      '03-06 00:00 03-07 00:00 + calendar-day: Tính ngày thứ 4 trong 5',
      '03-07 00:00 03-08 00:00 + calendar-day: Tính ngày thứ 5 trong 5',
      '03-08 00:00 03-09 00:00 - weekly-rest: Nghỉ cuối tuần',
      '03-09 00:00 03-10 00:00 - rolled-to-working-day: Ngày cuối là ngày nghỉ: trả vào ngày làm việc kế tiếp',
      '03-10 00:00 03-10 17:00 - paused-for-payment: Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính',
    ]],
  ])('%s', (_does, given, lines) => {
    expect(told(given)).toEqual(lines);
  });
});
