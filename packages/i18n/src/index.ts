// SPDX-License-Identifier: EUPL-1.2
/**
 * The words of Một Cửa: every text by its name, and how moments, money, numbers and durations are written.
 *
 * Hides the message format, the plural rules and the fixed zone of the offices (UTC+7).
 * Knows no screen: it runs in the server, in the browser and in a test alike.
 */
export { t, isMessageId } from './messages.ts';
export { translator } from './locales.ts';
export type { MessageId, MessageValues, Translate, Locale } from './messages.ts';
export { officeDayOf, timeText, momentText, secondText, momentShort, momentInList, rangeText, dayText, weekdayText, weekdayOf, daysInMonth, readDay } from './moments.ts';
export {
  numberText, percentText, moneyText, moneyInSentence, readMoney, personalIdText, personalIdMasked, phoneText,
  durationText, durationShort, fileSizeText,
} from './figures.ts';
export { shortName, listText, withoutNumber } from './titles.ts';
