// SPDX-License-Identifier: EUPL-1.2
import { durationText, momentInList, t } from '@motcua/i18n';
import type { ReturnInterval } from './components/return-day.tsx';
import type { DueState, Reader, ShownStatus } from './status.ts';

/** How a clock stands, as the server counts it; minutes are working minutes, remaining or overdue. */
export type ShownClock = { readonly state: DueState; readonly owedAt: string | null; readonly minutes: number | null; readonly pausedSince: string | null };

// A working day of the statutory week; the server sends minutes already counted in office hours.
const minutesOfADay = 480;

/** «Còn 2 ngày 3 giờ», «Quá hạn 1 ngày», «Tạm dừng: chờ bổ sung». */
export function dueWords(clock: ShownClock, reader: Reader): string {
  const duration = durationText(clock.minutes ?? 0, minutesOfADay);
  switch (clock.state) {
    case 'running': case 'due-soon': return t('due.left', { duration });
    case 'overdue': return reader === 'citizen' ? t('due.late-citizen') : t('due.overdue', { duration });
    case 'paused': return t(reader === 'citizen' ? 'due.paused' : 'due.paused-officer');
    case 'not-started': return t('due.not-started');
    case 'early': return t('due.early', { duration });
    case 'on-time': return t('due.on-time');
    case 'late': return t('due.late', { duration });
  }
}

/** The instant owed beside the words, short, for a row. */
export function owedInList(clock: ShownClock, now: string): string {
  return clock.owedAt === null ? '' : momentInList(clock.owedAt, now);
}

const byServer: Readonly<Record<string, ShownStatus>> = {
  'submitted': 'submitted', 'awaiting-intake-supplement': 'awaiting-supplement', 'accepted': 'accepted', 'in-progress': 'in-progress',
  'awaiting-supplement': 'awaiting-supplement', 'consulting': 'with-another-agency', 'awaiting-payment': 'awaiting-payment', 'decided': 'decided',
  'returned': 'returned', 'refused': 'refused', 'withdrawn': 'withdrawn', 'stopped': 'stopped', 'closed': 'closed',
};

/** The state people see for a state of the server. */
export function shownStatusOf(status: string): ShownStatus {
  return byServer[status] ?? 'in-progress';
}

type Explained = { readonly from: string; readonly to: string; readonly counted: boolean; readonly rule: string; readonly text: string; readonly source: string | null };

const pauses: readonly string[] = ['paused-for-supplement', 'paused-for-payment', 'waiting-for-supplement', 'stopped'];

/** The lines of an explained return day; nights between two counted stretches are left out, because everybody knows them. */
export function intervalsOf(explanation: readonly Explained[]): readonly ReturnInterval[] {
  return explanation.filter(({ rule }) => rule !== 'outside-hours').map(({ from, to, counted, rule, text, source }) => ({
    kind: counted ? 'counted' : pauses.includes(rule) ? 'paused' : 'free', from, to, text, why: source,
  }));
}
