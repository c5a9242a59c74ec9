// SPDX-License-Identifier: EUPL-1.2
import type { ExplanationRule } from '../model.ts';

/** Where each rule of an explanation comes from: keys of legal/sources.yml; null: a local decision or plain fact of the calendar. */
export const ruleSources: Readonly<Record<ExplanationRule, string | null>> = {
  'received-on-day-off': 'nd-297-2025/online-outside-hours',
  'received-after-hours': 'nd-297-2025/online-outside-hours',
  'received-after-cutoff': 'nd-118-2025/transfer-after-15h',
  'received-in-last-hour': 'nd-297-2025/online-outside-hours',
  'received-before-opening': 'nd-297-2025/online-outside-hours',
  'first-day-not-counted': 'blds-2015/first-day-not-counted',
  'working-day': 'blds-2015/first-day-not-counted',
  'working-time': 'internal-procedures/eight-hours-a-day',
  'calendar-day': 'blds-2015/first-day-not-counted',
  'month-term': 'blds-2015/month-term',
  'outside-hours': null,
  'weekly-rest': 'blld-2019/weekly-rest',
  'day-off': 'blld-2019/holidays',
  'outage': 'nd-301-2026/not-counted',
  'paused-for-supplement': 'nd-118-2025/supplement',
  'paused-for-payment': 'nd-301-2026/not-counted',
  'paused-for-identity': 'nd-301-2026/not-counted',
  'restarted': 'nd-118-2025/supplement',
  'waiting-for-supplement': 'nd-118-2025/supplement',
  'rolled-to-working-day': 'blds-2015/ends-on-working-day',
  'closing-in-pause': 'nd-118-2025/supplement',
  'extended': 'nd-118-2025/apology-and-extension',
  'missed': 'nd-118-2025/apology-and-extension',
  'stopped': 'nd-118-2025/supplement',
  'promise-kept': null,
};
