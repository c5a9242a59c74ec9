// SPDX-License-Identifier: EUPL-1.2
import type { CountingRules, ExplanationRule } from '../model.ts';

const byRule = [
  'received-on-day-off', 'received-after-hours', 'received-after-cutoff', 'received-in-last-hour', 'received-before-opening', 'outage', 'paused-for-payment', 'paused-for-identity',
] as const;
type ByRule = (typeof byRule)[number];

const isByRule = (rule: ExplanationRule): rule is ByRule => byRule.some((one) => one === rule);

/** Where what every count does alike comes from: keys of legal/sources.yml; null: a local decision or plain fact of the calendar. */
const ruleSources: Readonly<Record<Exclude<ExplanationRule, ByRule>, string | null>> = {
  'first-day-not-counted': 'blds-2015/first-day-not-counted',
  'working-day': 'blds-2015/first-day-not-counted',
  'working-time': 'internal-procedures/eight-hours-a-day',
  'calendar-day': 'blds-2015/first-day-not-counted',
  'month-term': 'blds-2015/month-term',
  'outside-hours': null,
  'weekly-rest': 'blld-2019/weekly-rest',
  'day-off': 'blld-2019/holidays',
  'paused-for-supplement': 'nd-118-2025/supplement',
  'restarted': 'nd-118-2025/supplement',
  'waiting-for-supplement': 'nd-118-2025/supplement',
  'rolled-to-working-day': 'blds-2015/ends-on-working-day',
  'closing-in-pause': 'nd-118-2025/supplement',
  'extended': 'nd-118-2025/apology-and-extension',
  'missed': 'nd-118-2025/apology-and-extension',
  'stopped': 'nd-118-2025/supplement',
  'promise-kept': null,
};

/**
 * Where a line of an explanation comes from. What differs between procedures (a receipt out of hours, a wait, an outage) rests on the rule the count was made by;
 * a cut-off hour that rule does not name is the office's own decision: null.
 *
 * @param legal - key of legal/sources.yml on which the rule rests
 */
export function sourceOf(line: ExplanationRule, { legal, cutoff }: { readonly legal: string } & Pick<CountingRules, 'cutoff'>): string | null {
  if (!isByRule(line)) return ruleSources[line];
  return line === 'received-after-cutoff' && cutoff === null ? null : legal;
}
