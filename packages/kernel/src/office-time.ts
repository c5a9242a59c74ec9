// SPDX-License-Identifier: EUPL-1.2
/** The zone of every office: Viet Nam has one, UTC+7, without changes of clock. */
export const officeZone = 'Asia/Ho_Chi_Minh';

/** The calendar day an instant falls on in the offices of Viet Nam. */
export function officeDay(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(officeZone).toPlainDate();
}

const two = (value: number): string => String(value).padStart(2, '0');

/** «30/11/2026» */
export function officeDayText(day: Temporal.PlainDate): string {
  return `${two(day.day)}/${two(day.month)}/${day.year}`;
}

/** «15:20 30/11/2026» */
export function officeMinuteText(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(officeZone);
  return `${two(local.hour)}:${two(local.minute)} ${officeDayText(local.toPlainDate())}`;
}
